import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keysOf, rightResponse } from '../../test/support/answers.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { FINAL, PRACTICE, publishQuizCourse, SECRET, type QuizCourse } from '../../test/support/quiz-course.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import type { QuestionResponse } from '../question-bank/entities/question-body.js';
import { AnswerService } from './answer.service.js';
import { AssessmentModule } from './assessment.module.js';
import { gradeResponse } from './assessment.rules.js';
import { AttemptDto } from './dto/quiz-attempt.dto.js';
import { ResultDto } from './dto/result.dto.js';
import { QuizAttemptService, type AttemptView } from './quiz-attempt.service.js';
import { SubmissionService } from './submission.service.js';

let world: FeatureWorld;
let attempts: QuizAttemptService;
let answers: AnswerService;
let submissions: SubmissionService;
let course: QuizCourse;
let learner: Actor;
let stranger: Actor;
let enrolmentId: string;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, AssessmentModule]);
  attempts = world.get(QuizAttemptService);
  answers = world.get(AnswerService);
  submissions = world.get(SubmissionService);
  course = await publishQuizCourse(world.dataSource);
  stranger = world.actor(await world.admit('Người Lạ'));
});
afterAll(() => world.stop());
beforeEach(async () => {
  learner = world.actor(await world.admit('Trần Thị Mận'));
  enrolmentId = await enrol(learner, course);
});

async function enrol(actor: Actor, { slug }: QuizCourse): Promise<string> {
  return (await world.get(EnrolmentService).begin(actor, slug)).view.id;
}

const start = async (quizId = course.finalId) => (await attempts.start(learner, { quizId, enrolmentId })).view;
const questionOf = ({ attempt, questions }: AttemptView, kind: string) =>
  attempt.answers.find(({ questionVersionId: id }) => questions.get(id)?.kind === kind)?.questionVersionId ?? '';
const save = (attemptId: string, questionId: string, response: unknown, answeredAt?: Date) =>
  answers.save(learner, attemptId, { questionId, response, ...(answeredAt ? { answeredAt } : {}) });
const at = (seconds: number) => new Date(world.clock.now().getTime() + seconds * 1000);
const stored = async (attemptId: string, questionId: string) =>
  (await attempts.get(learner, attemptId)).attempt.answers.find((answer) => answer.questionVersionId === questionId);

async function answerAll({ attempt }: AttemptView): Promise<void> {
  const ids = attempt.answers.map(({ questionVersionId }) => questionVersionId);
  for (const [id, key] of await keysOf(world.dataSource, ids)) await save(attempt.id, id, rightResponse(key));
}

const count = async (sql: string, values: unknown[]): Promise<number> => {
  const [row] = await world.dataSource.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${sql}`, values);
  return row?.n ?? 0;
};

describe('starting', () => {
  it('draws as many questions as the quiz says, and sets the deadline', async () => {
    const view = await start();
    const dto = AttemptDto.from(view);
    expect(dto).toMatchObject({
      ...{ quizId: course.finalId, enrolmentId, number: 1, state: 'in-progress', passPercent: 70 },
      ...{ startedAt: world.clock.now().toISOString(), deadlineAt: at(1200).toISOString() },
      ...{ serverTime: world.clock.now().toISOString(), can: { answer: true, submit: true } },
    });
    expect(dto.questions.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    for (const { body, response, answeredAt } of dto.questions) {
      expect([response, answeredAt]).toEqual([null, null]);
      expect((body.options ?? []).map(({ index }) => index).toSorted()).toEqual(body.options ? [0, 1, 2, 3] : []);
    }
    expect(AttemptDto.from(await attempts.get(learner, dto.id))).toEqual(dto);
  });

  it('twenty times at once makes one attempt, which is gone on with', async () => {
    const given = { quizId: course.finalId, enrolmentId };
    const all = await Promise.all(Array.from({ length: 20 }, () => attempts.start(learner, given)));
    expect(new Set(all.map(({ view }) => view.attempt.id)).size).toBe(1);
    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(await count('quiz_response WHERE attempt_id = $1', [all[0]?.view.attempt.id])).toBe(4);
  });

  it('is limited, however many try at once, and unlimited for practice', async () => {
    for (let number = 1; number <= 2; number += 1) {
      const view = await start();
      expect(view.attempt.number).toBe(number);
      await submissions.end(learner.personId, view.attempt.id);
    }
    const more = await Promise.all(Array.from({ length: 5 }, () => refusalOf(start())));
    expect(new Set(more)).toEqual(new Set(['attempts-used-up']));
    for (let number = 1; number <= 4; number += 1) {
      const { attempt } = await start(course.practiceId);
      expect([attempt.number, attempt.deadlineAt]).toEqual([number, null]);
      expect((await attempts.submit(learner, attempt.id)).attemptsLeft).toBeNull();
    }
  });

  it('is refused for another person’s enrolment and for a quiz of another course', async () => {
    const elsewhere = await publishQuizCourse(world.dataSource);
    const given = { quizId: course.finalId, enrolmentId };
    expect(await refusalOf(attempts.start(stranger, given))).toBe('not-found');
    expect(await refusalOf(attempts.start(learner, { ...given, quizId: elsewhere.finalId }))).toBe('not-found');
    expect(await refusalOf(attempts.start(learner, { ...given, quizId: newId() }))).toBe('not-found');
    expect(await refusalOf(attempts.start(learner, { ...given, enrolmentId: newId() }))).toBe('not-found');
  });
});

describe('answering', () => {
  it('keeps the later answer, in whatever order they arrive', async () => {
    const { attempt, questions } = await start(course.practiceId);
    const questionId = questionOf({ attempt, questions } as AttemptView, 'short-answer');
    const given = fc.uniqueArray(fc.integer({ min: -600, max: 0 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(given, async (seconds) => {
        world.clock.advance({ minutes: 15 });
        for (const second of seconds)
          await save(attempt.id, questionId, { kind: 'short-answer', text: `lúc ${second}` }, at(second));
        const last = Math.max(...seconds);
        const answer = await stored(attempt.id, questionId);
        expect(answer).toMatchObject({ response: { text: `lúc ${last}` }, answeredAt: at(last) });
      }),
      { numRuns: 15 },
    );
  });

  it('of two at the same instant by the device always keeps the same, by the server the last', async () => {
    const view = await start(course.practiceId);
    const id = questionOf(view, 'short-answer');
    const text = (value: string) => ({ kind: 'short-answer', text: value });
    const results: unknown[] = [];
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      world.clock.advance({ minutes: 1 });
      for (const value of order) await save(view.attempt.id, id, text(value), at(-10));
      results.push((await stored(view.attempt.id, id))?.response);
    }
    expect(results).toEqual([text('b'), text('b')]);
    world.clock.advance({ minutes: 1 });
    for (const value of ['b', 'a']) await save(view.attempt.id, id, text(value));
    expect((await stored(view.attempt.id, id))?.response).toEqual(text('a'));
  });

  it('does not believe a clock that runs ahead', async () => {
    const view = await start();
    const id = view.attempt.answers[0]?.questionVersionId ?? '';
    const [response] = [...(await keysOf(world.dataSource, [id])).values()].map(rightResponse);
    const saved = await save(view.attempt.id, id, response, at(3600));
    expect(saved).toEqual({ savedAt: world.clock.now(), answeredAt: world.clock.now() });
    world.clock.advance({ seconds: 1 });
    expect((await save(view.attempt.id, id, response)).answeredAt).toEqual(world.clock.now());
    const old = await save(view.attempt.id, id, response, at(-300));
    expect(old.answeredAt).toEqual(world.clock.now());
  });

  it('keeps the former answer when one does not fit the question', async () => {
    const view = await start(course.practiceId);
    const id = questionOf(view, 'multiple');
    await save(view.attempt.id, id, { kind: 'multiple', options: [2, 0] });
    for (const response of [{ kind: 'multiple', options: [4] }, { kind: 'single', option: 0 }, null, {}, 'x']) {
      expect(await refusalOf(save(view.attempt.id, id, response))).toBe('response-wrong-shape');
    }
    expect((await stored(view.attempt.id, id))?.response).toEqual({ kind: 'multiple', options: [0, 2] });
  });

  it('is refused for a question that is not on the paper, and tells strangers nothing', async () => {
    const { attempt } = await start();
    const drawn = new Set(attempt.answers.map(({ questionVersionId }) => questionVersionId));
    const { attempt: practice } = await start(course.practiceId);
    const notDrawn = practice.answers.find(({ questionVersionId }) => !drawn.has(questionVersionId))?.questionVersionId;
    for (const id of [notDrawn ?? '', newId()]) {
      expect(await refusalOf(save(attempt.id, id, { kind: 'true-false', value: true }))).toBe(
        'question-not-in-attempt',
      );
    }
    for (const id of [...drawn, newId()]) {
      const given = { questionId: id, response: { nonsense: 1 } };
      expect(await refusalOf(answers.save(stranger, attempt.id, given))).toBe('not-found');
    }
    expect(await refusalOf(attempts.get(stranger, attempt.id))).toBe('not-found');
    expect(await refusalOf(attempts.submit(stranger, attempt.id))).toBe('not-found');
    expect(await refusalOf(attempts.result(stranger, attempt.id))).toBe('not-found');
    expect(await refusalOf(attempts.list(stranger, enrolmentId, undefined))).toBe('not-found');
    expect((await attempts.get(learner, attempt.id)).attempt.state).toBe('in-progress');
  });

  it('ends with the grace after the deadline, and with the submission', async () => {
    const view = await start();
    const id = view.attempt.answers[0]?.questionVersionId ?? '';
    const [response] = [...(await keysOf(world.dataSource, [id])).values()].map(rightResponse);
    world.clock.set(at(1230));
    await save(view.attempt.id, id, response);
    world.clock.advance({ seconds: 1 });
    // However early the device says it was given.
    expect(await refusalOf(save(view.attempt.id, id, response, at(-600)))).toBe('attempt-deadline-passed');
    await submissions.closeExpired();
    expect(await refusalOf(save(view.attempt.id, id, response))).toBe('attempt-deadline-passed');

    const practice = await start(course.practiceId);
    await attempts.submit(learner, practice.attempt.id);
    const trueFalse = questionOf(practice, 'true-false');
    const late = save(practice.attempt.id, trueFalse, { kind: 'true-false', value: true });
    expect(await refusalOf(late)).toBe('attempt-already-submitted');
  });
});

describe('submitting', () => {
  it('grades what is saved, tells the enrolment, and answers the same again', async () => {
    const view = await start();
    await answerAll(view);
    const first = ResultDto.from(await attempts.submit(learner, view.attempt.id));
    expect(first).toMatchObject({
      ...{ attemptId: view.attempt.id, state: 'graded', points: 4, maxPoints: 4, percent: 100, passed: true },
      ...{ gradedAt: world.clock.now().toISOString(), attemptsLeft: 1 },
    });
    world.clock.advance({ minutes: 5 });
    expect(ResultDto.from(await attempts.submit(learner, view.attempt.id))).toEqual(first);
    expect(ResultDto.from(await attempts.result(learner, view.attempt.id))).toEqual(first);
    const { results } = await world.get(EnrolmentService).get(learner, enrolmentId);
    expect(results).toEqual([{ kind: 'quiz', subjectKey: FINAL, percent: 100 }]);
    const summary = { id: view.attempt.id, quizId: course.finalId, number: 1, state: 'graded', passed: true };
    expect(await attempts.list(learner, enrolmentId, course.finalId)).toEqual([expect.objectContaining(summary)]);
    expect(await attempts.list(learner, enrolmentId, course.practiceId)).toEqual([]);
  });

  it('grades partly right and empty papers', async () => {
    const empty = await start(course.practiceId);
    expect(ResultDto.from(await attempts.submit(learner, empty.attempt.id))).toMatchObject({
      ...{ points: 0, percent: 0, passed: false },
    });
    const partly = await start(course.practiceId);
    await save(partly.attempt.id, questionOf(partly, 'multiple'), { kind: 'multiple', options: [0] });
    await save(partly.attempt.id, questionOf(partly, 'matching'), { kind: 'matching', choices: [0, 2] });
    await save(partly.attempt.id, questionOf(partly, 'numeric'), { kind: 'numeric', text: '5,0 ngày' });
    await save(partly.attempt.id, questionOf(partly, 'true-false'), { kind: 'true-false', value: false });
    const result = ResultDto.from(await attempts.submit(learner, partly.attempt.id));
    expect(result).toMatchObject({ points: 2, maxPoints: 6, percent: 33.33, passed: false });
    const ofKind = (kind: string) => result.review?.find((question) => question.kind === kind);
    expect(ofKind('true-false')).toMatchObject({
      ...{ points: 0, response: { kind: 'true-false', value: false }, correct: { value: true } },
      ...{ feedback: [`${SECRET} 6`], general: `${SECRET} chung 3` },
      citations: [{ code: 'vn.blld.2019.d188', title: expect.any(String) }],
    });
    expect(ofKind('matching')).toMatchObject({ points: 0.5, correct: { choices: [0, 1] } });
    expect(ofKind('single')).toMatchObject({ points: 0, response: null, feedback: [], correct: { options: [0] } });
    const { results } = await world.get(EnrolmentService).get(learner, enrolmentId);
    expect(results).toEqual([{ kind: 'quiz', subjectKey: PRACTICE, percent: 33.33 }]);
  });

  it('at once with answers: each answer is either graded or refused', async () => {
    for (let round = 0; round < 8; round += 1) {
      const view = await start(course.practiceId);
      const id = view.attempt.id;
      const keys = await keysOf(
        world.dataSource,
        view.attempt.answers.map(({ questionVersionId }) => questionVersionId),
      );
      const saves = [...keys].map(([questionId, key]) => refusalOf(save(id, questionId, rightResponse(key))));
      const [first, second, ...outcomes] = await Promise.all([
        ...[attempts.submit(learner, id), attempts.submit(learner, id)].map((submitted) =>
          submitted.then((view) => ResultDto.from(view)),
        ),
        ...saves,
      ]);
      expect(second).toEqual(first);
      for (const outcome of outcomes) expect([null, 'attempt-already-submitted']).toContain(outcome);
      const rows = await world.dataSource.query<{ id: string; response: QuestionResponse | null; points: string }[]>(
        'SELECT question_version_id AS id, response, points::float8 AS points FROM quiz_response WHERE attempt_id = $1',
        [id],
      );
      for (const { id: questionId, response, points } of rows) {
        expect(points).toBe(gradeResponse({ answerKey: keys.get(questionId)!, body: { unit: 'ngày' } }, response));
      }
      expect(rows.filter(({ response }) => response !== null)).toHaveLength(
        outcomes.filter((code) => code === null).length,
      );
    }
  });

  it('waits for an answer that is being saved, and grades it', async () => {
    const { attempt, questions } = await start(course.practiceId);
    const questionId = questionOf({ attempt, questions } as AttemptView, 'true-false');
    const sent = [{ itemId: 'a', questionId, response: { kind: 'true-false', value: true } }];
    const checked = await answers.check(sent);
    const saving = world.dataSource.createQueryRunner();
    await saving.startTransaction();
    await answers.saveAll(saving.manager, learner, { attemptId: attempt.id, answers: checked });
    const submitted = attempts.submit(learner, attempt.id);
    const [{ pid } = { pid: 0 }] = (await saving.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
    while ((await count('pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))', [pid])) === 0);
    await saving.commitTransaction();
    await saving.release();
    expect(ResultDto.from(await submitted)).toMatchObject({ state: 'graded', points: 1 });
    expect(await count('quiz_response WHERE attempt_id = $1 AND points = 1', [attempt.id])).toBe(1);
    expect(await count('quiz_response WHERE attempt_id = $1 AND points = 0', [attempt.id])).toBe(5);
  });

  it('has no result before', async () => {
    const { attempt } = await start();
    expect(await refusalOf(attempts.result(learner, attempt.id))).toBe('attempt-not-submitted');
  });
});

describe('an attempt whose time is over', () => {
  it('is graded by the sweep with what was saved, and leaves others alone', async () => {
    const late = await start();
    await answerAll(late);
    const practice = await start(course.practiceId);
    world.clock.advance({ seconds: 1230 });
    await submissions.closeExpired();
    expect(await count(`quiz_attempt WHERE id = $1 AND state = 'in-progress'`, [late.attempt.id])).toBe(1);
    world.clock.advance({ seconds: 1 });
    await Promise.all([submissions.closeExpired(), submissions.closeExpired()]);
    const graded = `quiz_attempt WHERE id = $1 AND state = 'graded' AND submitted_at IS NULL AND points = 4`;
    expect(await count(graded, [late.attempt.id])).toBe(1);
    expect((await attempts.get(learner, practice.attempt.id)).attempt.state).toBe('in-progress');
    const { results } = await world.get(EnrolmentService).get(learner, enrolmentId);
    expect(results).toEqual([{ kind: 'quiz', subjectKey: FINAL, percent: 100 }]);
  });

  it.each([
    ['reading it', async (id: string) => attempts.get(learner, id)],
    ['asking for its result', async (id: string) => attempts.result(learner, id)],
    ['submitting it', async (id: string) => attempts.submit(learner, id)],
    ['listing', async () => attempts.list(learner, enrolmentId, undefined)],
    ['starting again', async () => start()],
  ])('is graded on %s, even if nothing swept', async (_how, look) => {
    const { attempt } = await start();
    world.clock.advance({ seconds: 1231 });
    await look(attempt.id);
    expect(await count(`quiz_attempt WHERE id = $1 AND state = 'graded' AND submitted_at IS NULL`, [attempt.id])).toBe(
      1,
    );
    const dto = AttemptDto.from(await attempts.get(learner, attempt.id));
    expect(dto).toMatchObject({ state: 'graded', can: { answer: false, submit: false } });
    expect((await start()).attempt.number).toBe(2);
  });
});

describe('the answer key', () => {
  const heard = (view: unknown) => {
    const text = JSON.stringify(view);
    expect(text).not.toMatch(/"(answerKey|weights|pairs|correct|feedback\w*|general|percent|points)":/);
    expect(text).not.toContain(SECRET);
    // What a short answer should be is nowhere to be read either.
    expect(text).not.toContain('hoà giải viên');
  };

  it('leaves with no answer about an attempt, and with the result only when the rule allows', async () => {
    const strict = await publishQuizCourse(world.dataSource, { final: { review: 'after-pass', draw: 6 } });
    enrolmentId = await enrol(learner, strict);
    const failed = await start(strict.finalId);
    heard(AttemptDto.from(failed));
    heard(await save(failed.attempt.id, questionOf(failed, 'true-false'), { kind: 'true-false', value: false }));
    heard(AttemptDto.from(await attempts.get(learner, failed.attempt.id)));
    const {
      percent: _percent,
      points: _points,
      ...result
    } = ResultDto.from(await attempts.submit(learner, failed.attempt.id));
    expect(result).toMatchObject({ passed: false, review: null });
    heard(result);
    heard(AttemptDto.from(await attempts.get(learner, failed.attempt.id)));

    const passed = await start(strict.finalId);
    await answerAll(passed);
    heard({ ...AttemptDto.from(await attempts.get(learner, passed.attempt.id)), questions: [] });
    expect((await attempts.result(learner, failed.attempt.id)).reviewed).toBeNull();
    const { review } = ResultDto.from(await attempts.submit(learner, passed.attempt.id));
    expect(review).toHaveLength(6);
    expect(JSON.stringify(review)).toContain(SECRET);
    // Once passed, the way there may be looked at as well.
    expect(ResultDto.from(await attempts.result(learner, failed.attempt.id)).review).toHaveLength(6);
  });
});
