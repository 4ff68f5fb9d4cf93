import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { FINAL, publishQuizCourse, type QuizCourse } from '../../test/support/quiz-course.js';
import { IdentityModule } from '../identity/identity.module.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { EnrolmentDto } from './dto/enrolment.dto.js';
import { EnrolmentCompleted } from './enrolment.events.js';
import { EnrolmentModule } from './enrolment.module.js';
import { EnrolmentService, type ReportedResult } from './enrolment.service.js';

/** Events are only written down for those who listen. */
@Injectable()
class ListeningJobs {
  @JobHandler('enrolment.hear-completion', { queue: 'bulk', on: EnrolmentCompleted })
  async hear(): Promise<void> {}
}
@Module({ providers: [ListeningJobs] })
class ListeningModule {}

let world: FeatureWorld;
let enrolments: EnrolmentService;
let course: QuizCourse;
let learner: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, EnrolmentModule, ListeningModule]);
  enrolments = world.get(EnrolmentService);
  course = await publishQuizCourse(world.dataSource);
});
afterAll(() => world.stop());
beforeEach(async () => {
  learner = world.actor(await world.admit('Trần Thị Mận'));
});

const begin = async (actor = learner) => (await enrolments.begin(actor, course.slug)).view;
const lesson = (nth: number) => course.lessonIds[nth] ?? '';
const report = (result: ReportedResult) => world.dataSource.transaction((tx) => enrolments.recordResult(tx, result));
const done = (enrolmentId: string, nth: number) =>
  enrolments.recordProgress(learner, enrolmentId, { lessonId: lesson(nth), done: true, position: 1 });

async function completionsHeard(enrolmentId: string): Promise<number> {
  const rows = await world.dataSource.query<unknown[]>(
    `SELECT 1 FROM outbox_entry WHERE event = 'enrolment.completed' AND payload = $1`,
    [JSON.stringify({ enrolmentId })],
  );
  return rows.length;
}

describe('enrolling', () => {
  it('fifty times at once makes one enrolment, and one caller was first', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => enrolments.begin(learner, course.slug)));
    expect(new Set(all.map(({ view }) => view.id)).size).toBe(1);
    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(await enrolments.list(learner)).toHaveLength(1);
  });

  it('starts at nothing done, and says what the course asks for and where to get it', async () => {
    const dto = EnrolmentDto.from(await begin());
    expect(dto).toEqual({
      id: expect.any(String),
      course: { id: course.courseId, slug: course.slug, title: { vi: 'Giải quyết tranh chấp', en: 'Disputes' } },
      revisionId: course.revisionId,
      state: 'active',
      enrolledAt: world.clock.now().toISOString(),
      completedAt: null,
      progressPercent: 0,
      resume: { lessonId: lesson(0), title: { vi: 'Bài một', en: 'Lesson one' } },
      lessons: [],
      results: [],
      missing: [
        {
          ...{ kind: 'lesson', subjectKey: 'bai-1', title: { vi: 'Bài một', en: 'Lesson one' } },
          ...{ needed: null, actual: null, lessonId: lesson(0) },
        },
        {
          ...{ kind: 'lesson', subjectKey: 'bai-2', title: { vi: 'Bài hai' } },
          ...{ needed: null, actual: null, lessonId: lesson(1) },
        },
        {
          ...{ kind: 'quiz', subjectKey: FINAL, title: { vi: 'Kiểm tra cuối khoá' } },
          ...{ needed: 70, actual: null, lessonId: lesson(3) },
        },
        {
          ...{ kind: 'attendance', subjectKey: course.slug, title: { vi: 'Tham dự lớp học', en: 'Class attendance' } },
          ...{ needed: 80, actual: null, lessonId: null },
        },
      ],
      minutesLeft: 50,
    });
  });

  it('is refused for a course that is not there, and closed to everybody else', async () => {
    expect(await refusalOf(enrolments.begin(learner, 'khong-co'))).toBe('not-found');
    const { id } = await begin();
    const stranger = world.actor(await world.admit('Người Lạ'));
    expect(await refusalOf(enrolments.get(stranger, id))).toBe('not-found');
    const progress = { lessonId: lesson(0), done: true, position: 1 };
    expect(await refusalOf(enrolments.recordProgress(stranger, id, progress))).toBe('not-found');
    expect(await enrolments.list(stranger)).toEqual([]);
    expect((await enrolments.get(learner, id)).lessons).toEqual([]);
  });
});

describe('progress', () => {
  it('stays done, keeps the latest place, and leads on', async () => {
    const { id } = await begin();
    const first = world.clock.now();
    expect(EnrolmentDto.from(await done(id, 0))).toMatchObject({ progressPercent: 25, minutesLeft: 40 });
    world.clock.advance({ minutes: 5 });
    const back = { lessonId: lesson(0).toUpperCase(), done: false, position: 0.25 };
    const view = await enrolments.recordProgress(learner, id, back);
    expect(view.lessons).toEqual([{ lessonId: lesson(0), position: 0.25, seenAt: world.clock.now(), doneAt: first }]);
    expect(EnrolmentDto.from(view).resume).toEqual({ lessonId: lesson(1), title: { vi: 'Bài hai' } });
  });

  it('of a device comes to the same in any order, twice, at once', async () => {
    const now = world.clock.now().getTime();
    const updates = Array.from({ length: 40 }, (_, n) => ({
      itemId: newId(),
      lessonId: lesson(n % 3),
      done: n % 7 === 3,
      position: ((n * 37) % 100) / 100,
      // The last ones come from a clock that runs ahead.
      seenAt: new Date(now + (((n * 13) % 40) - 36) * 60_000),
    }));
    const other = world.actor(await world.admit('Lê Văn Bưởi'));
    const [straight, shuffled] = [await begin(), await begin(other)];
    const send = (actor: Actor, enrolmentId: string, part: typeof updates) =>
      world.dataSource.transaction((tx) => enrolments.applyProgress(tx, actor, { enrolmentId, updates: part }));
    expect(await send(learner, straight.id, updates)).toEqual(new Map());
    const parts = updates.toReversed().map((update) => [update]);
    await Promise.all(
      [...parts, ...parts, updates.toSorted((a, b) => a.position - b.position)].map((part) =>
        send(other, shuffled.id, part),
      ),
    );
    const byLesson = async (actor: Actor, id: string) =>
      (await enrolments.get(actor, id)).lessons.toSorted((a, b) => (a.lessonId < b.lessonId ? -1 : 1));
    const lessons = await byLesson(learner, straight.id);
    expect(await byLesson(other, shuffled.id)).toEqual(lessons);
    expect(lessons).toHaveLength(3);
    for (const { seenAt } of lessons) expect(seenAt.getTime()).toBeLessThanOrEqual(now);
    // A quiz is not done by saying so.
    expect(lessons.find(({ lessonId }) => lessonId === lesson(2))?.doneAt).toBeNull();
  });

  it('in a lesson of another course is refused alone', async () => {
    const { id } = await begin();
    const elsewhere = await publishQuizCourse(world.dataSource);
    const update = (itemId: string, lessonId: string) => ({
      itemId,
      lessonId,
      done: true,
      position: 1,
      seenAt: world.clock.now(),
    });
    const updates = [update('good', lesson(0)), update('bad', elsewhere.lessonIds[0] ?? ''), update('none', newId())];
    const refused = await world.dataSource.transaction((tx) =>
      enrolments.applyProgress(tx, learner, { enrolmentId: id, updates }),
    );
    expect([...refused].map(([itemId, { code }]) => [itemId, code])).toEqual([
      ['bad', 'lesson-not-in-course'],
      ['none', 'lesson-not-in-course'],
    ]);
    expect((await enrolments.get(learner, id)).lessons.map(({ lessonId }) => lessonId)).toEqual([lesson(0)]);
  });
});

describe('results', () => {
  it('keep the best of a quiz and the latest of attendance, cut to two decimals', async () => {
    const { id: enrolmentId } = await begin();
    const classId = newId();
    for (const percent of [40, 69.996, 30]) await report({ enrolmentId, kind: 'quiz', subjectKey: FINAL, percent });
    for (const percent of [100, 66.666])
      await report({ enrolmentId, kind: 'attendance', subjectKey: classId, percent });
    const { results, completion } = await enrolments.get(learner, enrolmentId);
    expect(results).toEqual([
      { kind: 'attendance', subjectKey: classId, percent: 66.66 },
      { kind: 'quiz', subjectKey: FINAL, percent: 69.99 },
    ]);
    expect(completion.missing).toContainEqual({ kind: 'quiz', slug: FINAL, needed: 70, actual: 69.99 });
    expect(await refusalOf(report({ enrolmentId: newId(), kind: 'quiz', subjectKey: FINAL, percent: 1 }))).toBe(
      'not-found',
    );
  });

  it('and lessons that arrive at once complete the course once, whoever is last', async () => {
    for (let round = 0; round < 12; round += 1) {
      learner = world.actor(await world.admit(`Học viên ${round}`));
      const { id: enrolmentId } = await begin();
      await done(enrolmentId, 0);
      const facts = [
        () => done(enrolmentId, 1),
        () => report({ enrolmentId, kind: 'quiz', subjectKey: FINAL, percent: 70 }),
        () => report({ enrolmentId, kind: 'attendance', subjectKey: newId(), percent: 80 }),
      ];
      await Promise.all([...facts, ...facts.toReversed()].map((tell) => tell()));
      const { state, completedAt, completion } = await enrolments.get(learner, enrolmentId);
      expect({ state, completedAt, completion }).toEqual({
        state: 'completed',
        completedAt: world.clock.now(),
        completion: { complete: true, percent: 100, missing: [] },
      });
      expect(await completionsHeard(enrolmentId)).toBe(1);
    }
  });

  it('cannot undo a completion', async () => {
    const { id: enrolmentId } = await begin();
    const classId = newId();
    await done(enrolmentId, 0);
    await done(enrolmentId, 1);
    await report({ enrolmentId, kind: 'attendance', subjectKey: classId, percent: 100 });
    expect(await completionsHeard(enrolmentId)).toBe(0);
    await report({ enrolmentId, kind: 'quiz', subjectKey: FINAL, percent: 90 });
    const { completedAt } = await enrolments.get(learner, enrolmentId);
    world.clock.advance({ minutes: 30 });
    await report({ enrolmentId, kind: 'attendance', subjectKey: classId, percent: 0 });
    await report({ enrolmentId, kind: 'quiz', subjectKey: FINAL, percent: 95 });
    const after = await enrolments.get(learner, enrolmentId);
    expect(after).toMatchObject({ state: 'completed', completedAt, completion: { percent: 100, missing: [] } });
    expect(EnrolmentDto.from(after)).toMatchObject({ resume: null, minutesLeft: 0, progressPercent: 100 });
    expect(await completionsHeard(enrolmentId)).toBe(1);
  });

  it('leave nothing behind when the transaction that reports them fails', async () => {
    const { id: enrolmentId } = await begin();
    const failing = world.dataSource.transaction(async (tx) => {
      await enrolments.recordResult(tx, { enrolmentId, kind: 'quiz', subjectKey: FINAL, percent: 90 });
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect((await enrolments.get(learner, enrolmentId)).results).toEqual([]);
  });
});
