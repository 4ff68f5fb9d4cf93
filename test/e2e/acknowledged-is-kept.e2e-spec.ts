import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { AttemptBody, ClassBody, CodeBody, Items, QuizBody, SyncBody } from '../support/api.js';
import { enrol, openCourse, syncItem, type SyncItem } from '../support/learner.js';
import {
  freePort,
  postgresOf,
  removeDataDir,
  startServer,
  waitUntil,
  type ServerProcess,
} from '../support/processes.js';
import { quizOf, startAttempt } from '../support/quiz-taking.js';
import { ConnectionLostError, RemoteClient } from '../support/remote-client.js';

const LEARNERS = ['0901000001', '0901000011', '0901000012', '0901000013', '0901000014', '0901000015'];
/** What is killed with SIGKILL, one after the other, while all learners go on. */
const KILLS = ['node', 'postgres', 'node', 'postgres', 'node'] as const;
const WORK_BETWEEN_KILLS_MS = 1_200;

/** What a learner's phone does with an answer that it got, or with one it did not get: it sends the same again. */
class Learner {
  /** Per question the last answer that the server acknowledged. */
  readonly answers = new Map<string, string>();
  readonly appliedItems = new Map<string, SyncItem>();
  checkIns = 0;
  lost = 0;
  private turn = 0;

  private constructor(
    readonly client: RemoteClient,
    readonly personId: string,
    readonly attempt: AttemptBody,
    readonly enrolmentId: string,
    private readonly lessonIds: string[],
  ) {}

  static async begin(url: string, login: string): Promise<Learner> {
    const client = await new RemoteClient(url).signIn(login);
    const session = await client.get<{ person: { id: string } }>('/api/v1/session');
    const { id } = await enrol(client);
    const quiz: QuizBody = await quizOf(client, 'practice');
    const lessons = (await openCourse(client)).filter(({ kind }) => kind === 'reading');
    const attempt = await startAttempt(client, { quizId: quiz.id, enrolmentId: id });
    return new Learner(
      client,
      session.body.person.id,
      attempt,
      id,
      lessons.map((lesson) => lesson.id),
    );
  }

  async work(until: () => boolean, token: () => string): Promise<void> {
    while (!until()) {
      this.turn += 1;
      if (this.turn % 5 === 0) await this.syncBatch();
      else if (this.turn % 7 === 0) await this.checkIn(token);
      else await this.saveOne();
    }
  }

  private question(step: number): AttemptBody['questions'][number] {
    return this.attempt.questions[step % this.attempt.questions.length]!;
  }

  /** A response of the question's own shape that differs with every turn as far as the kind allows. */
  private responseTo({ kind, body }: AttemptBody['questions'][number], turn: number): unknown {
    const options = body.options?.length ?? 1;
    if (kind === 'single') return { kind, option: turn % options };
    if (kind === 'multiple') return { kind, options: [turn % options] };
    if (kind === 'true-false') return { kind, value: turn % 2 === 0 };
    if (kind === 'matching') return { kind, choices: (body as { prompts?: string[] }).prompts?.map(() => null) };
    return { kind, text: String(turn) };
  }

  private async saveOne(): Promise<void> {
    const question = this.question(this.turn);
    const response = this.responseTo(question, this.turn);
    const url = `/api/v1/quiz-attempts/${this.attempt.id}/responses/${question.questionId}`;
    const answeredAt = new Date().toISOString();
    await this.untilAcknowledged('PUT', url, { response, answeredAt });
    this.answers.set(question.questionId, JSON.stringify(response));
  }

  private async syncBatch(): Promise<void> {
    const answers = [1, 2, 3].map((step) => {
      const question = this.question(this.turn + step);
      const payload = {
        attemptId: this.attempt.id,
        questionId: question.questionId,
        response: this.responseTo(question, this.turn + step),
      };
      return syncItem('answer', payload);
    });
    const lessonId = this.lessonIds[this.turn % this.lessonIds.length];
    const progress = syncItem('progress', { enrolmentId: this.enrolmentId, lessonId, done: true, position: 1 });
    const items = [...answers, progress];
    const { results } = await this.untilAcknowledged<SyncBody>('POST', '/api/v1/sync', { items });
    expect(results.map(({ outcome }) => outcome)).not.toContain('refused');
    for (const item of items) this.appliedItems.set(item.id, item);
    for (const { payload } of answers) {
      this.answers.set(payload['questionId'] as string, JSON.stringify(payload['response']));
    }
  }

  private async checkIn(token: () => string): Promise<void> {
    await this.untilAcknowledged('POST', '/api/v1/check-ins', () => ({ token: token() }));
    this.checkIns += 1;
  }

  /** Sends until the server says 2xx, through connections that break and a server that is away. */
  private async untilAcknowledged<T>(method: string, path: string, body: object | (() => object)): Promise<T> {
    for (;;) {
      try {
        const sent = typeof body === 'function' ? (body as () => object)() : body;
        const { status, body: answer, text } = await this.client.send<T>(method, path, { body: sent });
        if (status >= 200 && status < 300) return answer;
        // 503: the database is away. 409: the code on the screen changed while the server was down.
        if (status !== 503 && status !== 409) throw new Error(`${method} ${path} answered ${status}: ${text}`);
      } catch (error) {
        if (!(error instanceof ConnectionLostError)) throw error;
      }
      this.lost += 1;
      await delay(50);
    }
  }
}

describe('what was acknowledged is kept', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startServer({ port: await freePort() });
  }, 60_000);

  afterAll(async () => {
    await server.end('SIGTERM');
    await removeDataDir(server);
  });

  async function kill(what: (typeof KILLS)[number]): Promise<void> {
    if (what === 'postgres') {
      process.kill((await postgresOf(server)).pid, 'SIGKILL');
      return;
    }
    const port = Number(new URL(server.url).port);
    await server.end('SIGKILL');
    server = await startServer({ port, dataDir: server.dataDir });
  }

  it('while node and PostgreSQL are killed under learners who answer, sync and check in', async () => {
    const lecturer = await new RemoteClient(server.url).signIn('0901000002');
    const classes = await lecturer.get<Items<{ id: string }>>('/api/v1/classes?as=lecturer');
    const { body: held } = await lecturer.get<ClassBody>(`/api/v1/classes/${classes.body.items[0]?.id}`);
    const now = new Date().toISOString();
    const session = held.sessions.find(
      ({ mode, startsAt, endsAt }) => mode !== 'online' && startsAt <= now && now < endsAt,
    );
    expect(session).toBeDefined();
    const codeUrl = `/api/v1/class-sessions/${session?.id}/code`;
    let token = '';
    const showCode = async () => {
      const code = await lecturer.get<CodeBody>(codeUrl).catch(() => null);
      if (code?.status === 200) token = code.body.url.split('/').at(-1) ?? '';
      return code?.status === 200;
    };
    await waitUntil('the code is shown', showCode, 20_000);

    const learners = await Promise.all(LEARNERS.map((login) => Learner.begin(server.url, login)));
    let over = false;
    const isOver = () => over;
    const screen = async () => {
      for (; !over; await delay(2_000)) await showCode();
    };
    const work = Promise.all([screen(), ...learners.map((learner) => learner.work(isOver, () => token))]);
    // Looked at below; a learner that fails early must not end the process meanwhile.
    work.catch(() => undefined);
    for (const what of KILLS) {
      await delay(WORK_BETWEEN_KILLS_MS);
      await kill(what);
      await waitUntil('the code is shown again', showCode, 20_000);
    }
    await delay(WORK_BETWEEN_KILLS_MS);
    over = true;
    await work.catch((error: Error) => {
      throw new Error(`${error.message}\n${server.output()}`);
    });

    const acknowledged = learners.reduce((sum, { answers, appliedItems }) => sum + answers.size + appliedItems.size, 0);
    expect(acknowledged).toBeGreaterThan(100);
    expect(learners.every(({ checkIns }) => checkIns > 0)).toBe(true);
    expect(learners.some(({ lost }) => lost > 0)).toBe(true);

    for (const learner of learners) {
      const { body } = await learner.client.get<AttemptBody>(`/api/v1/quiz-attempts/${learner.attempt.id}`);
      const kept = new Map(body.questions.map(({ questionId, response }) => [questionId, response]));
      for (const [questionId, response] of learner.answers) expect(kept.get(questionId)).toEqual(JSON.parse(response));
      // The phone may send everything again: all of it is known, nothing is applied a second time.
      const items = [...learner.appliedItems.values()];
      for (let start = 0; start < items.length; start += 500) {
        const again = await learner.client.post<SyncBody>('/api/v1/sync', { items: items.slice(start, start + 500) });
        expect(again.body.results.filter(({ outcome }) => outcome !== 'duplicate')).toEqual([]);
      }
      const attempts = await learner.client.get<Items<{ id: string }>>(
        `/api/v1/enrolments/${learner.enrolmentId}/quiz-attempts`,
      );
      expect(attempts.body.items.map(({ id }) => id)).toEqual([learner.attempt.id]);
    }
    await nothingDoubled(learners, session?.id ?? '');
  }, 120_000);

  async function nothingDoubled(learners: Learner[], sessionId: string): Promise<void> {
    const client = new pg.Client({ connectionString: (await postgresOf(server)).appUrl });
    await client.connect();
    try {
      const events = await client.query<{ person: string; n: number }>(
        `SELECT person_id AS person, count(*)::int AS n FROM attendance_event WHERE class_session_id = $1 GROUP BY 1`,
        [sessionId],
      );
      expect(events.rows.filter(({ n }) => n !== 1)).toEqual([]);
      const present = new Set(events.rows.map(({ person }) => person));
      expect(learners.filter(({ personId }) => !present.has(personId))).toEqual([]);
      const synced = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM sync_item');
      const sent = learners.reduce((sum, { appliedItems }) => sum + appliedItems.size, 0);
      expect(synced.rows[0]?.n).toBe(sent);
      const faults = await client.query(`SELECT * FROM verify_seals('attendance_event')`);
      expect(faults.rows).toEqual([]);
    } finally {
      await client.end();
    }
  }
});
