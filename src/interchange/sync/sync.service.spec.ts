import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { keysOf, rightResponse } from '../../../test/support/answers.js';
import { adminUrl } from '../../../test/support/database.js';
import { FeatureWorld, refusalOf } from '../../../test/support/feature-world.js';
import { publishQuizCourse, type QuizCourse } from '../../../test/support/quiz-course.js';
import { ClassRoom } from '../../../test/support/training-class.js';
import { QuizAttemptService } from '../../assessment/quiz-attempt.service.js';
import { EnrolmentService } from '../../enrolment/enrolment.service.js';
import { IdentityModule } from '../../identity/identity.module.js';
import type { Actor } from '../../platform/auth/actor.js';
import { isOutsideFault } from '../../platform/http/problem.filter.js';
import { newId } from '../../platform/ids/new-id.js';
import { InterchangeModule } from '../interchange.module.js';
import { SyncResultDto } from './dto/sync.dto.js';
import { SyncService, type SyncResult } from './sync.service.js';

interface Item {
  id: string;
  kind: string;
  occurredAt: string;
  deviceId: string;
  payload: Record<string, unknown>;
}

let world: FeatureWorld;
let syncs: SyncService;
let attempts: QuizAttemptService;
let room: ClassRoom;
let course: QuizCourse;
let learner: Actor;
let enrolmentId: string;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, InterchangeModule]);
  syncs = world.get(SyncService);
  attempts = world.get(QuizAttemptService);
  room = await ClassRoom.furnish(world);
  course = await publishQuizCourse(world.dataSource);
});
afterAll(() => world.stop());
beforeEach(async () => {
  learner = world.actor(await world.admit('Trần Thị Mận'));
  enrolmentId = (await world.get(EnrolmentService).begin(learner, course.slug)).view.id;
});

const at = (seconds: number) => new Date(world.clock.now().getTime() + seconds * 1000);
const item = (kind: string, payload: Item['payload'], seconds = 0): Item => ({
  ...{ id: newId(), kind, payload, deviceId: 'phone', occurredAt: at(seconds).toISOString() },
});
const progress = (n: number, given: object = {}) =>
  item(
    'progress',
    { enrolmentId, lessonId: course.lessonIds[n % 2], done: false, position: (n % 100) / 100, ...given },
    n - 600,
  );
const start = async (quizId: string, actor = learner, enrolment = enrolmentId) =>
  (await attempts.start(actor, { quizId, enrolmentId: enrolment })).view.attempt;
const send = (items: unknown, actor = learner) => syncs.apply(actor, items);
const told = (results: SyncResult[]) =>
  results.map(({ outcome }) => (outcome.outcome === 'refused' ? outcome.problem.code : outcome.outcome));

async function rightAnswers(attempt: { id: string; answers: { questionVersionId: string }[] }): Promise<Item[]> {
  const keys = await keysOf(
    world.dataSource,
    attempt.answers.map(({ questionVersionId }) => questionVersionId),
  );
  return [...keys].map(([questionId, key], n) =>
    item('answer', { attemptId: attempt.id, questionId, response: rightResponse(key) }, n - 100),
  );
}

const remembered = async (items: Item[]): Promise<Map<string, string>> => {
  const ids = items.map(({ id }) => id);
  const rows = await world.dataSource.query<{ id: string; outcome: string }[]>(
    'SELECT id, outcome FROM sync_item WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
};

const responsesOf = async (attemptId: string) =>
  (await attempts.get(learner, attemptId)).attempt.answers.map(({ response }) => response);

describe('a batch', () => {
  it('of 500 items of which one is bad applies 499', async () => {
    const items: Item[] = Array.from({ length: 500 }, (_, n) => progress(n));
    items[123] = progress(123, { lessonId: newId() });
    const results = await send(items);
    expect(results.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(told(results)).toEqual(items.map((_, n) => (n === 123 ? 'lesson-not-in-course' : 'applied')));
    const known = await remembered(items);
    expect([known.size, known.get(items[123].id)]).toEqual([500, 'refused']);
    const { lessons } = await world.get(EnrolmentService).get(learner, enrolmentId);
    expect(lessons.map(({ position }) => position).toSorted()).toEqual([0.98, 0.99]);
  });

  it('sent again changes nothing, whole, in parts or turned round', async () => {
    const attempt = await start(course.practiceId);
    const items = [...(await rightAnswers(attempt)), progress(1, { done: true })];
    expect(new Set(told(await send(items)))).toEqual(new Set(['applied']));
    const before = await world.get(EnrolmentService).get(learner, enrolmentId);
    world.clock.advance({ minutes: 1 });
    for (const again of [items, items.toReversed(), items.slice(3, 5)]) {
      expect(told(await send(again))).toEqual(again.map(() => 'duplicate'));
    }
    expect(await world.get(EnrolmentService).get(learner, enrolmentId)).toEqual(before);
    expect(await responsesOf(attempt.id)).not.toContain(null);
  });

  it('gives the same result in any order: an answer is never too late for the submission beside it', async () => {
    for (const arrange of [(items: Item[]) => items, (items: Item[]) => items.toReversed()]) {
      const attempt = await start(course.practiceId);
      const answers = await rightAnswers(attempt);
      // Wrong answers given a while before the right ones.
      const former = answers.flatMap(({ payload }) => {
        const { kind } = payload['response'] as { kind: string };
        if (kind !== 'single' && kind !== 'true-false') return [];
        const response = kind === 'single' ? { kind, option: 1 } : { kind, value: false };
        return [item('answer', { ...payload, response }, -500)];
      });
      const items = arrange([...answers, ...former, item('submit-attempt', { attemptId: attempt.id })]);
      expect(new Set(told(await send(items)))).toEqual(new Set(['applied']));
      expect((await attempts.result(learner, attempt.id)).attempt).toMatchObject({ state: 'graded', points: 6 });
    }
  });

  it('sent ten times at once applies each item once', async () => {
    const attempt = await start(course.practiceId);
    const items = [
      ...(await rightAnswers(attempt)),
      progress(1, { done: true }),
      item('submit-attempt', { attemptId: attempt.id }),
    ];
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => send(items.toSorted((a, b) => (n % 2 ? 1 : -1) * (a.id < b.id ? -1 : 1)))),
    );
    for (const { id } of items) {
      const outcomes = all.map((results) => told(results.filter((result) => result.id === id))[0]);
      expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(9);
    }
    expect((await attempts.result(learner, attempt.id)).attempt.points).toBe(6);
  });

  it('may hold an id twice: the second is a duplicate of the first', async () => {
    const first = progress(10);
    const bad = progress(11, { lessonId: newId() });
    const results = await send([first, { ...progress(20), id: first.id }, bad, { ...bad }]);
    expect(told(results)).toEqual(['applied', 'duplicate', 'lesson-not-in-course', 'lesson-not-in-course']);
    const { lessons } = await world.get(EnrolmentService).get(learner, enrolmentId);
    expect(lessons.map(({ position }) => position)).toEqual([0.1]);
  });

  it('with items that cannot be read refuses those, and does not remember them', async () => {
    const good = progress(1);
    const unreadable = [null, 'x', {}, { ...progress(2), kind: 'dance' }, { ...progress(3), payload: 5 }];
    const results = await send([...unreadable, good]);
    expect(told(results)).toEqual([...unreadable.map(() => 'sync-item-invalid'), 'applied']);
    const [, , , dance] = results;
    const dto = SyncResultDto.from(dance!, 'en');
    expect(dto).toMatchObject({ outcome: 'refused', problem: { status: 422, type: '/problems/sync-item-invalid' } });
    expect(dto.problem?.errors).toEqual([{ pointer: '/items/3/kind', detail: 'is not a known kind of item' }]);
    const later = { ...progress(4), id: (unreadable[3] as Item).id };
    expect(told(await send([later]))).toEqual(['applied']);
  });

  it('that is no list, or of more than 500, is refused as a whole', async () => {
    const many = Array.from({ length: 501 }, (_, n) => progress(n));
    for (const items of [many, undefined, null, 'all', { length: 1 }]) {
      expect(await refusalOf(send(items))).toBe('invalid-request');
    }
    expect((await remembered(many)).size).toBe(0);
    expect(await send([])).toEqual([]);
  });
});

describe('a refusal', () => {
  it('is for good, and read in the language of whoever asks', async () => {
    const attempt = await start(course.finalId);
    const [answer] = await rightAnswers(attempt);
    world.clock.advance({ seconds: 1231 });
    const [refused] = await send([answer]);
    expect(SyncResultDto.from(refused!, 'vi')).toMatchObject({
      ...{ id: answer?.id, outcome: 'refused' },
      problem: { code: 'attempt-deadline-passed', status: 409, title: 'Đã hết giờ làm bài' },
    });
    const [again] = await send([answer]);
    expect(SyncResultDto.from(again!, 'en')).toMatchObject({
      ...{ id: answer?.id, outcome: 'refused' },
      problem: { code: 'attempt-deadline-passed', status: 409, title: 'Time is up' },
    });
  });

  it('tells apart the question that is not asked, the paper handed in and the attempt of another', async () => {
    const attempt = await start(course.finalId);
    const answers = await rightAnswers(attempt);
    const stranger = world.actor(await world.admit('Người Lạ'));
    const elsewhere = (payload: object) => ({ ...item('answer', { ...answers[1]!.payload, ...payload }) });
    const results = await send([
      answers[0],
      elsewhere({ questionId: newId() }),
      elsewhere({ response: { kind: 'essay', text: '' } }),
      elsewhere({ attemptId: newId() }),
      item('submit-attempt', { attemptId: newId() }),
    ]);
    expect(told(results)).toEqual([
      'applied',
      'question-not-in-attempt',
      'response-wrong-shape',
      'not-found',
      'not-found',
    ]);
    const foreign = answers.map((answer) => ({ ...answer, id: newId() }));
    const submission = item('submit-attempt', { attemptId: attempt.id });
    const inLesson = progress(1);
    expect(new Set(told(await send([...foreign, submission, inLesson], stranger)))).toEqual(new Set(['not-found']));
    expect((await responsesOf(attempt.id)).filter((response) => response !== null)).toHaveLength(1);

    await attempts.submit(learner, attempt.id);
    expect(told(await send([answers[1]]))).toEqual(['attempt-already-submitted']);
  });

  it('meets an id that belongs to another account, about which it tells nothing', async () => {
    const mine = progress(1);
    await send([mine]);
    const stranger = world.actor(await world.admit('Người Lạ'));
    expect(told(await send([mine], stranger))).toEqual(['item-id-taken']);
    expect(told(await send([mine]))).toEqual(['duplicate']);
  });
});

describe('attendance', () => {
  it('comes in through the same door: codes and heartbeats, a bad one alone refused', async () => {
    const { id, sessions } = await room.open([room.session('in-person', 0, 60), room.session('online', 0, 60)]);
    const [inPerson, online] = sessions;
    const cadre = await room.seat(id);
    world.clock.advance({ minutes: 25 });
    const beat = (from: number, to: number) => {
      const time = (minute: number) => new Date(online!.startsAt.getTime() + minute * 60_000).toISOString();
      return item('heartbeat', { classSessionId: online?.id, from: time(from), to: time(to) });
    };
    const { token, sixDigits } = room.shown(inPerson!);
    const items = [
      beat(0, 10),
      item('check-in', { token: `${token.slice(0, -4)}AAAA` }),
      beat(5, 15),
      item('check-in', { token }),
      beat(0, 40),
      item('check-in', { classSessionId: inPerson?.id, sixDigits }),
    ];
    const outcomes = ['applied', 'code-invalid', 'applied', 'applied', 'heartbeat-invalid', 'applied'];
    expect(told(await send(items, cadre))).toEqual(outcomes);
    expect(told(await send(items.toReversed(), cadre))).toEqual(
      outcomes.toReversed().map((outcome) => (outcome === 'applied' ? 'duplicate' : outcome)),
    );
    const rows = await world.dataSource.query<{ id: string; verdict: string; minutes: number }[]>(
      'SELECT class_session_id AS id, verdict, minutes FROM attendance_record WHERE person_id = $1',
      [cadre.personId],
    );
    expect(new Map(rows.map((row) => [row.id, row]))).toEqual(
      new Map([
        [inPerson?.id, expect.objectContaining({ verdict: 'present' })],
        [online?.id, expect.objectContaining({ verdict: 'partial', minutes: 15 })],
      ]),
    );
  });

  it('refused for a while only may be sent again with the same id', async () => {
    const { id, sessions } = await room.open([room.session('in-person', 0, 60)]);
    const [session] = sessions;
    const cadre = await room.seat(id);
    const typed = (sixDigits: string) => item('check-in', { classSessionId: session?.id, sixDigits });
    const wrong = Array.from({ length: 5 }, () => typed(room.wrongDigits(session!)));
    const [first, ...others] = told(await send(wrong, cadre));
    expect(first).toBe('code-invalid');
    for (const outcome of others) expect(['code-invalid', 'too-many-codes']).toContain(outcome);
    const right = typed(room.shown(session!).sixDigits);
    expect(told(await send([right], cadre))).toEqual(['too-many-codes']);
    expect((await remembered([right])).size).toBe(0);
    world.clock.advance({ minutes: 6 });
    expect(told(await send([right], cadre))).toEqual(['applied']);
  });

  it('whose id is taken by other evidence does not keep back the items beside it', async () => {
    const { id, sessions } = await room.open([room.session('online', 0, 60)]);
    const cadre = await room.seat(id);
    const other = await room.seat(id, 'Lê Văn Bưởi');
    world.clock.advance({ minutes: 25 });
    const time = (minute: number) => new Date(sessions[0]!.startsAt.getTime() + minute * 60_000).toISOString();
    const beats = [0, 1, 2].map((n) =>
      item('heartbeat', { classSessionId: sessions[0]?.id, from: time(n * 5), to: time(n * 5 + 5) }),
    );
    await send([beats[1]], other);
    await world.dataSource.query('DELETE FROM sync_item WHERE id = $1', [beats[1]?.id]);
    expect(told(await send(beats, cadre))).toEqual(['applied', 'item-id-taken', 'applied']);
  });
});

describe('a database that goes away', () => {
  it('answers 503 for the whole batch, remembers only what it did, and takes the batch again', async () => {
    const attempt = await start(course.practiceId);
    const items = [progress(1, { done: true }), ...(await rightAnswers(attempt))];
    const holder = world.dataSource.createQueryRunner();
    const admin = new pg.Client({ connectionString: adminUrl() });
    await admin.connect();
    try {
      await holder.startTransaction();
      await holder.query('SELECT 1 FROM quiz_attempt WHERE id = $1 FOR UPDATE', [attempt.id]);
      const [holding] = (await holder.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
      const sent = send(items).catch((error: unknown) => error);
      const blocked = 'SELECT pid FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))';
      let victims: { pid: number }[] = [];
      while (victims.length === 0) victims = (await admin.query<{ pid: number }>(blocked, [holding?.pid])).rows;
      await admin.query('SELECT pg_terminate_backend($1)', [victims[0]?.pid]);
      expect(isOutsideFault(await sent)).toBe(true);
    } finally {
      await holder.rollbackTransaction();
      await holder.release();
      await admin.end();
    }
    expect(await remembered(items)).toEqual(new Map([[items[0]!.id, 'applied']]));
    expect(new Set(await responsesOf(attempt.id))).toEqual(new Set([null]));
    expect(told(await send(items))).toEqual(['duplicate', ...items.slice(1).map(() => 'applied')]);
    expect(await responsesOf(attempt.id)).not.toContain(null);
  });
});

describe('the cost', () => {
  it('of an attempt’s answers is two statements and their transaction, whatever the number', async () => {
    const attempt = await start(course.practiceId);
    const items = await rightAnswers(attempt);
    const texts: string[] = [];
    const original = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
    const counted = function (this: pg.Client, ...args: [string | { text?: string }, ...unknown[]]) {
      texts.push(typeof args[0] === 'string' ? args[0] : (args[0].text ?? ''));
      return original.apply(this, args);
    };
    Object.assign(pg.Client.prototype, { query: counted });
    try {
      await send(items);
    } finally {
      Object.assign(pg.Client.prototype, { query: original });
    }
    expect(texts.map((text) => text.trim().split(/\s+/).slice(0, 3).join(' '))).toEqual([
      'START TRANSACTION',
      'INSERT INTO sync_item',
      'WITH attempt AS',
      'COMMIT',
    ]);
  });
});
