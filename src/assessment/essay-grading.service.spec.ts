import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rightResponse } from '../../test/support/answers.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { FINAL, PARTS, publishQuizCourse, SECRET, type QuizCourse } from '../../test/support/quiz-course.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import type { QuestionResponse } from '../question-bank/entities/question-body.js';
import { AnswerService } from './answer.service.js';
import { AssessmentModule } from './assessment.module.js';
import { AttemptDto } from './dto/quiz-attempt.dto.js';
import { ResultDto } from './dto/result.dto.js';
import { EssayGradingService } from './essay-grading.service.js';
import { QuizAttemptService } from './quiz-attempt.service.js';
import { SubmissionService } from './submission.service.js';

const TEXT = 'Kính gửi hoà giải viên lao động. Tôi đề nghị hoà giải về tiền lương.';

let world: FeatureWorld;
let grading: EssayGradingService;
let attempts: QuizAttemptService;
let course: QuizCourse;
let unit: Organisation;
let sibling: Organisation;
let lecturer: Actor;
let learner: Actor;
let enrolmentId: string;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, AssessmentModule]);
  grading = world.get(EssayGradingService);
  attempts = world.get(QuizAttemptService);
  const completionRule = { quizzes: [{ quiz: FINAL, passPercent: 70 }] };
  const final = { draw: 3, maxAttempts: 0 };
  course = await publishQuizCourse(world.dataSource, { questions: PARTS, completionRule, final });
  const root = await world.found('TLD', 'Tổng Liên đoàn', null);
  unit = await world.found('LDLD-A', 'LĐLĐ tỉnh A', root.id);
  sibling = await world.found('LDLD-B', 'LĐLĐ tỉnh B', root.id);
  lecturer = world.actor(await world.admit('Giảng Viên', unit.id), 'lecturer', unit);
});
afterAll(() => world.stop());
beforeEach(async () => {
  learner = world.actor(await world.admit('Trần Thị Mận', unit.id));
  enrolmentId = (await world.get(EnrolmentService).begin(learner, course.slug)).view.id;
});

const begin = async (actor = learner) => (await attempts.start(actor, { quizId: course.finalId, enrolmentId })).view;

/** Answers everything rightly but what is given. @returns ids of attempt and essay */
async function write(
  given: Partial<Record<string, QuestionResponse | null>> = { essay: { kind: 'essay', text: TEXT } },
) {
  const { attempt, questions } = await begin();
  for (const [questionId, { kind }] of questions) {
    const key = PARTS.find(({ answerKey }) => answerKey.kind === kind)!.answerKey;
    const response = kind in given ? given[kind] : rightResponse(key);
    if (response) await world.get(AnswerService).save(learner, attempt.id, { questionId, response });
  }
  const essayId = [...questions.values()].find(({ kind }) => kind === 'essay')!.id;
  return { id: attempt.id, essayId };
}

async function handIn(): Promise<{ id: string; essayId: string }> {
  const written = await write();
  await attempts.submit(learner, written.id);
  return written;
}

const rows = <T>(sql: string, id: string) => world.dataSource.query<T[]>(sql, [id]);

describe('a paper with an essay', () => {
  it('is drawn without its key, never beginning with the right order', async () => {
    const dto = AttemptDto.from(await begin());
    expect(JSON.stringify(dto)).not.toContain(SECRET);
    const bodyOf = (kind: string) => dto.questions.find((question) => question.kind === kind)!.body;
    expect(bodyOf('ordering').items!.map(({ index }) => index)).not.toEqual([1, 0, 2]);
    expect(bodyOf('cloze').blanks).toEqual([
      { kind: 'numeric' },
      { kind: 'choice', choices: expect.arrayContaining([{ index: 0, text: 'hoà giải viên' }]) },
    ]);
    expect(bodyOf('essay')).toMatchObject({ minimumWords: 20, rubric: [{ points: 3 }, { points: 1 }] });
  });

  it('waits for a lecturer once handed in, takes no more answers and tells nothing of its key', async () => {
    const { id, essayId } = await handIn();
    const result = ResultDto.from(await attempts.result(learner, id));
    expect(result).toMatchObject({ state: 'awaiting-grading', review: null, gradedAt: '' });
    const { isOpen } = await attempts.get(learner, id);
    expect(isOpen).toBe(false);
    const late = { questionId: essayId, response: { kind: 'essay', text: 'Thêm' } };
    expect(await refusalOf(world.get(AnswerService).save(learner, id, late))).toBe('attempt-already-submitted');
    expect(await attempts.submit(learner, id)).toMatchObject({ attempt: { state: 'awaiting-grading' } });
    expect(await rows('SELECT 1 FROM enrolment_result WHERE enrolment_id = $1', enrolmentId)).toEqual([]);
  });

  it('is graded at once when nothing was written', async () => {
    const { id } = await write({ essay: { kind: 'essay', text: ' \n ' } });
    const { attempt } = await attempts.submit(learner, id);
    expect(attempt).toMatchObject({ state: 'graded', points: 2, maxPoints: 3 });
  });

  it('waits, too, when the deadline ends it', async () => {
    const { id } = await write();
    world.clock.advance({ hours: 1 });
    await world.get(SubmissionService).closeExpired();
    expect((await attempts.get(learner, id)).attempt.state).toBe('awaiting-grading');
    await world.get(SubmissionService).closeExpired();
    expect((await grading.get(lecturer, id)).essays).toMatchObject([{ text: TEXT }]);
  });
});

describe('the queue', () => {
  it('shows lecturers what waits in their units, oldest first; to others it is not there', async () => {
    const first = await handIn();
    world.clock.advance({ minutes: 1 });
    const again = await write();
    await attempts.submit(learner, again.id);
    const ids = async (actor: Actor) => (await grading.queue(actor)).items.map(({ attemptId }) => attemptId);
    const mine = (await ids(lecturer)).filter((id) => [first.id, again.id].includes(id));
    expect(mine).toEqual([first.id, again.id]);
    const elsewhere = world.actor(await world.admit('Người Khác', sibling.id), 'lecturer', sibling);
    expect(await ids(elsewhere)).toEqual([]);
    expect(await refusalOf(grading.get(elsewhere, first.id))).toBe('not-found');
    expect(await refusalOf(grading.grade(elsewhere, first.id, []))).toBe('not-found');
    expect(await refusalOf(grading.get(lecturer, newId()))).toBe('not-found');
  });

  it('never shows lecturers their own, and the database refuses the grade as well', async () => {
    const { id, essayId } = await handIn();
    const self = world.actor(learner.personId, 'lecturer', unit);
    expect((await grading.queue(self)).items.map(({ attemptId }) => attemptId)).not.toContain(id);
    expect(await refusalOf(grading.grade(self, id, [{ questionId: essayId, points: [3, 1], comment: '' }]))).toBe(
      'not-found',
    );
    const insert = `INSERT INTO essay_grade (attempt_id, question_version_id, grader_id, points, comment, graded_at)
      VALUES ($1, $2, $3, '{3,1}', '', now())`;
    await expect(world.dataSource.query(insert, [id, essayId, learner.personId])).rejects.toThrow('its author');
  });
});

describe('grading', () => {
  it('gives the result, completes the course, leaves a record and tells the learner once', async () => {
    const { id, essayId } = await handIn();
    const given = [{ questionId: essayId, points: [1.5, 0.5], comment: 'Cần dẫn Điều 188.' }];
    expect(await grading.grade(lecturer, id, given)).toEqual({ percent: 83.33, passed: true });
    const result = ResultDto.from(await attempts.result(learner, id));
    expect(result).toMatchObject({ state: 'graded', points: 2.5, passed: true });
    const essay = result.review!.find(({ kind }) => kind === 'essay')!;
    expect(essay).toMatchObject({ points: 0.5, grade: { points: [1.5, 0.5], comment: 'Cần dẫn Điều 188.' } });
    expect(await rows('SELECT state FROM enrolment WHERE id = $1', enrolmentId)).toEqual([{ state: 'completed' }]);
    expect(await rows('SELECT action, actor_id FROM audit_entry WHERE subject_id = $1', id)).toEqual([
      { action: 'assessment.grade-essays', actor_id: lecturer.personId },
    ]);
    expect(await rows('SELECT kind FROM notification WHERE link = $1', `/ket-qua/${id}`)).toEqual([
      { kind: 'essays-graded' },
    ]);
    expect(await refusalOf(grading.grade(lecturer, id, given))).toBe('not-found');
  });

  it('is done once, whoever is first', async () => {
    const { id, essayId } = await handIn();
    const given = [{ questionId: essayId, points: [3, 1], comment: '' }];
    const done = await Promise.allSettled([1, 2, 3].map(() => grading.grade(lecturer, id, given)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rows('SELECT 1 FROM essay_grade WHERE attempt_id = $1', id)).toHaveLength(1);
  });

  it.each([
    ['none', [], 'essays-not-all-graded'],
    ['another question', [{ questionId: newId(), points: [3, 1], comment: '' }], 'essays-not-all-graded'],
    ['too few criteria', [{ points: [3], comment: '' }], 'rubric-points-invalid'],
    ['more than the maximum', [{ points: [3.25, 1], comment: '' }], 'rubric-points-invalid'],
    ['less than nothing', [{ points: [-1, 1], comment: '' }], 'rubric-points-invalid'],
    ['a third of a point', [{ points: [0.33, 1], comment: '' }], 'rubric-points-invalid'],
    ['no number', [{ points: [Number.NaN, 1], comment: '' }], 'rubric-points-invalid'],
  ])('is refused with %s, and nothing is kept', async (_, given, code) => {
    const { id, essayId } = await handIn();
    const grades = given.map((grade) => ({ questionId: essayId, ...grade }));
    expect(await refusalOf(grading.grade(lecturer, id, grades))).toBe(code);
    expect(await rows('SELECT 1 FROM essay_grade WHERE attempt_id = $1', id)).toEqual([]);
    expect((await grading.get(lecturer, id)).essays).toHaveLength(1);
  });
});
