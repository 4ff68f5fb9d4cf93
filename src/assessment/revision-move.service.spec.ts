import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { QUIZ, importLibrary, publishCited, wording, type CitedCourse } from '../../test/support/cited-course.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LawModule } from '../law/law.module.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { AssessmentModule } from './assessment.module.js';
import { QuizAttemptService } from './quiz-attempt.service.js';
import { RevisionMoveService } from './revision-move.service.js';

const D1 = 'vn.blld.2019.d1';

let world: FeatureWorld;
let enrolments: EnrolmentService;
let attempts: QuizAttemptService;
let moves: RevisionMoveService;
let course: CitedCourse;
let first: Awaited<ReturnType<typeof publishCited>>;
let learner: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([
    ...[IdentityModule, LawModule, CatalogueModule, QuestionBankModule, EnrolmentModule, AssessmentModule],
  ]);
  enrolments = world.get(EnrolmentService);
  attempts = world.get(QuizAttemptService);
  moves = world.get(RevisionMoveService);
  await importLibrary(world, { 'vn.blld.2019': { 1: [wording('2021-01-01', 'Điều một nói gì.')] } });
});
afterAll(() => world.stop());

beforeEach(async () => {
  course = {
    ...{
      slug: `khoa-${newId().slice(-12)}`,
      asOf: '2026-05-01',
      lessons: { b1: [D1], b2: [] },
      questions: { c1: [D1] },
    },
    completionRule: { lessons: 'all', quizzes: [{ quiz: QUIZ, passPercent: 70 }] },
  };
  first = await publishCited(world, course);
  learner = world.actor(await world.admit('Trần Thị Mận'));
});

const begin = async () => (await enrolments.begin(learner, course.slug)).view.id;
const read = (enrolmentId: string, slug: string, at = first) =>
  enrolments.recordProgress(learner, enrolmentId, { lessonId: at.lessonIds.get(slug) ?? '', done: true, position: 1 });
/** Answers the one question of the quiz rightly and submits. */
async function pass(enrolmentId: string, quizId = first.quizId): Promise<void> {
  const { view } = await attempts.start(learner, { quizId, enrolmentId });
  await world.dataSource.query(`UPDATE quiz_response SET response = $2, answered_at = now() WHERE attempt_id = $1`, [
    view.attempt.id,
    JSON.stringify({ kind: 'true-false', value: true }),
  ]);
  await attempts.submit(learner, view.attempt.id);
}
const asksToMove = (enrolmentId: string) =>
  world.dataSource.query<object[]>(
    `SELECT 1 FROM outbox_entry WHERE job = 'assessment.move-enrolment' AND payload->>'enrolmentId' = $1`,
    [enrolmentId],
  );

describe('a learner in the middle of a course', () => {
  it('goes on in the new revision with every lesson done and every quiz passed', async () => {
    const id = await begin();
    await read(id, 'b1');
    await pass(id);
    const before = await enrolments.get(learner, id);
    const next = await publishCited(world, { ...course, questions: { 'c1~2': [D1] } });
    await Promise.all([moves.moveAll(next.revisionId), moves.moveAll(next.revisionId)]);
    const after = await enrolments.get(learner, id);
    expect(after.revisionId).toBe(next.revisionId);
    expect(after.completion).toEqual(before.completion);
    expect(after.lessons.find(({ lessonId }) => lessonId === next.lessonIds.get('b1'))?.doneAt).toEqual(
      before.lessons[0]?.doneAt,
    );
    expect(after.results).toEqual(before.results);
    await read(id, 'b2', next);
    expect(await enrolments.get(learner, id)).toMatchObject({ state: 'completed' });
  });

  it('keeps what a telephone reports late about the former revision, beside what is reported of the new one', async () => {
    const id = await begin();
    const next = await publishCited(world, { ...course, questions: { 'c1~2': [D1] } });
    await moves.moveAll(next.revisionId);
    const report = (at: typeof first, slug: string, minute: number, done: boolean) => ({
      ...{ itemId: newId(), lessonId: at.lessonIds.get(slug) ?? '', done, position: minute / 100 },
      seenAt: new Date(world.clock.now().getTime() - (60 - minute) * 60_000),
    });
    const updates = [report(first, 'b1', 10, true), report(next, 'b1', 20, false), report(first, 'b2', 30, true)];
    const refused = await world.dataSource.transaction((tx) =>
      enrolments.applyProgress(tx, learner, { enrolmentId: id, updates }),
    );
    expect(refused.size).toBe(0);
    const { lessons } = await enrolments.get(learner, id);
    const of = (slug: string) => lessons.find(({ lessonId }) => lessonId === next.lessonIds.get(slug));
    expect(of('b1')).toMatchObject({ position: 0.2, doneAt: updates[0]?.seenAt });
    expect(of('b2')?.doneAt).toEqual(updates[2]?.seenAt);
    // A lesson of another course is still none of this one.
    const other = await publishCited(world, { ...course, slug: `${course.slug}-2` });
    expect(await refusalOf(read(id, 'b1', other))).toBe('lesson-not-in-course');
  });

  it('stays where a lesson done would be lost, or more would be asked', async () => {
    const id = await begin();
    await read(id, 'b2');
    const less = await publishCited(world, { ...course, lessons: { b1: [D1] } });
    await moves.moveAll(less.revisionId);
    const more = await publishCited(world, { ...course, lessons: { ...course.lessons, b3: [] } });
    await moves.moveAll(more.revisionId);
    expect((await enrolments.get(learner, id)).revisionId).toBe(first.revisionId);
    await read(id, 'b1');
    await pass(id);
    expect(await enrolments.get(learner, id)).toMatchObject({ state: 'completed', revisionId: first.revisionId });
  });

  it('is not moved while an attempt is running, and is made up for after it', async () => {
    const id = await begin();
    const { view } = await attempts.start(learner, { quizId: first.quizId, enrolmentId: id });
    const next = await publishCited(world, { ...course, questions: { 'c1~2': [D1] } });
    await moves.moveAll(next.revisionId);
    expect((await enrolments.get(learner, id)).revisionId).toBe(first.revisionId);
    await attempts.submit(learner, view.attempt.id);
    expect(await asksToMove(id)).toHaveLength(1);
    await moves.moveOne(id);
    await moves.moveOne(id);
    const moved = await enrolments.get(learner, id);
    expect(moved.revisionId).toBe(next.revisionId);
    expect(moved.results).toMatchObject([{ kind: 'quiz', subjectKey: QUIZ, percent: 0 }]);
  });

  it('is complete when the new revision asks for less', async () => {
    const id = await begin();
    await read(id, 'b1');
    await pass(id);
    const next = await publishCited(world, { ...course, lessons: { b1: [D1] } });
    await moves.moveAll(next.revisionId);
    expect(await enrolments.get(learner, id)).toMatchObject({ state: 'completed', revisionId: next.revisionId });
  });

  it('is never moved to a revision that is no longer the current one', async () => {
    const id = await begin();
    const second = await publishCited(world, { ...course, questions: { 'c1~2': [D1] } });
    const third = await publishCited(world, { ...course, questions: { 'c1~3': [D1] } });
    await moves.moveAll(second.revisionId);
    expect((await enrolments.get(learner, id)).revisionId).toBe(first.revisionId);
    await moves.moveAll(third.revisionId);
    expect((await enrolments.get(learner, id)).revisionId).toBe(third.revisionId);
  });
});
