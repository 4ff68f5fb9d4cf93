import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Compiler } from 'inkjs/compiler/Compiler';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { CourseImportService, type ParsedLesson } from '../catalogue/course-import.service.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { AssessmentModule } from './assessment.module.js';
import { ScenarioAttempt } from './entities/scenario-attempt.entity.js';
import { ScenarioAttemptService } from './scenario-attempt.service.js';

const DAY = '2026-11-21';
const SLUG = 'dinh-cong';
const STORY = `
Hoà giải xong chưa?
* [Gửi đơn hoà giải trước. # diem: 2] -> hai
* [Ngừng việc luôn. # diem: 1]
  Sai thứ tự: chưa qua hoà giải. # vi-pham: dinh-cong-truoc-hoa-giai
  -> hai
= hai
Lấy ý kiến thế nào?
* [Hỏi từng người. # diem: 4]
* [Hỏi vài người. # diem: 0]
- Xong. # ket-thuc: xong
-> END`;
/** Right at both turns; wrong in law and right otherwise; lawful and careless. */
const [LAWFUL, UNLAWFUL, CARELESS] = [
  [0, 0],
  [1, 0],
  [0, 1],
];

let world: FeatureWorld;
let scenarios: ScenarioAttemptService;
let learner: Actor;
let enrolmentId: string;
let lessonId: string;

const view = () => world.get(EnrolmentService).get(learner, enrolmentId);
const attempts = () => world.dataSource.manager.findBy(ScenarioAttempt, { enrolmentId });

/** Plays as a device reports it. @returns the problem, if any */
async function play(choices: number[]) {
  const playedAt = world.clock.now();
  const judged = await scenarios.judge({ itemId: newId(), enrolmentId, lessonId, choices, playedAt });
  return world.dataSource.transaction((tx) => scenarios.record(tx, learner, judged));
}

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, AssessmentModule]);
  scenarios = world.get(ScenarioAttemptService);
  const story = new Compiler(STORY).Compile().ToJson();
  if (typeof story !== 'string') throw new Error('The story does not compile');
  const title = { vi: 'Đình công' };
  const lesson: ParsedLesson = {
    ...{ slug: SLUG, kind: 'scenario', title, minutes: 5, markdown: '', citations: [], asOf: DAY },
    scenario: { role: title, story, startsOn: DAY, passPercent: 60, meters: [] },
  };
  const courses = world.get(CourseImportService);
  await world.dataSource.transaction(async (tx) => {
    const draft = await courses.importDraft(tx, {
      ...{ slug: 'tinh-huong', title, summary: title, asOf: DAY, topics: [], estimatedMinutes: 5 },
      ...{ completionRule: { scenarios: [{ scenario: SLUG, passPercent: 60 }] }, certificateRule: null },
      contentHash: newId().replaceAll('-', '').padEnd(64, '0'),
      skillModules: [{ slug: 'mot', title, summary: title, lessons: [lesson] }],
    });
    lessonId = draft.lessonIdBySlug.get(SLUG) ?? '';
    await courses.publish(tx, draft);
  });
});
afterAll(() => world.stop());
beforeEach(async () => {
  learner = world.actor(await world.admit('Trần Thị Mận'));
  enrolmentId = (await world.get(EnrolmentService).begin(learner, 'tinh-huong')).view.id;
});

describe('a play', () => {
  it('with every step in its order counts, and completes the course that asks for it', async () => {
    expect(await play(LAWFUL)).toBeNull();
    const { state, results, completion } = await view();
    expect({ state, missing: completion.missing }).toEqual({ state: 'completed', missing: [] });
    expect(results).toMatchObject([{ kind: 'scenario', subjectKey: SLUG, percent: 100 }]);
  });

  it('with a wrong legal step is kept and the lesson is done, but it passes nothing, whatever its points', async () => {
    expect(await play(UNLAWFUL)).toBeNull();
    expect(await attempts()).toMatchObject([
      { choices: UNLAWFUL, percent: 83, ending: 'xong', violations: ['dinh-cong-truoc-hoa-giai'] },
    ]);
    const { state, lessons, results, completion } = await view();
    expect(lessons).toMatchObject([{ lessonId, doneAt: world.clock.now() }]);
    expect({ state, results }).toEqual({ state: 'active', results: [] });
    expect(completion.missing).toEqual([{ kind: 'scenario', slug: SLUG, needed: 60, actual: null }]);
  });

  it('with a wrong legal step takes nothing from a lawful one, and adds nothing to a careless one', async () => {
    await play(CARELESS);
    await play(UNLAWFUL);
    const careless = await view();
    expect(careless.results).toMatchObject([{ percent: 33 }]);
    expect(careless.completion.missing).toMatchObject([{ actual: 33 }]);
    await play(LAWFUL);
    await play(UNLAWFUL);
    const { state, results } = await view();
    expect({ state, percents: results.map(({ percent }) => percent) }).toEqual({ state: 'completed', percents: [100] });
    expect(await attempts()).toHaveLength(4);
  });

  it('without an ending, or along choices that are not there, is refused and leaves nothing', async () => {
    for (const choices of [[], [0], [0, 7], [0, 0, 0]])
      expect(await refusalOf(play(choices))).toBe('scenario-not-playable');
    expect(await attempts()).toEqual([]);
  });
});
