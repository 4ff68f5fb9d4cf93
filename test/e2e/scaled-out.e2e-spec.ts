import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateBody, EnrolmentBody, Items } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { enrol, openCourse, SCENARIO } from '../support/learner.js';
import {
  makeHome,
  redisAvailability,
  removeDataDir,
  startRedis,
  startServer,
  waitUntil,
  type RedisProcess,
  type ServerProcess,
} from '../support/processes.js';
import { ConnectionLostError, RemoteClient } from '../support/remote-client.js';

const redis = redisAvailability();
const IN_FLIGHT = 30;

(redis.run ? describe : describe.skip)(
  `two api processes, two workers, one PostgreSQL, one Redis${redis.title}`,
  () => {
    let database: TestDatabase;
    let redisServer: RedisProcess;
    let apis: ServerProcess[] = [];
    let workers: ServerProcess[] = [];

    beforeAll(async () => {
      [database, redisServer] = await Promise.all([createTestDatabase(), startRedis()]);
      const dataDir = await makeHome();
      const start = (ROLE: string) =>
        startServer({
          dataDir,
          env: {
            ROLE,
            DATABASE_URL: database.ownerUrl,
            DATABASE_APP_URL: database.appUrl,
            REDIS_URL: redisServer.url,
            PUBLIC_URL: 'http://union.example.org',
            MASTER_KEY: 'k8Zr2vQ0yWm5Tt9sLx3Jc7Hb1Nf6Pd4Ga',
          },
        });
      // All at once, as Compose starts them: migrations, content and demo must come out once.
      const [first, second, third, fourth] = await Promise.all(['api', 'api', 'worker', 'worker'].map(start));
      apis = [first!, second!];
      workers = [third!, fourth!];
    }, 120_000);

    afterAll(async () => {
      await Promise.all([...apis, ...workers].map((server) => server.end('SIGTERM')));
      if (apis[0]) await removeDataDir(apis[0]);
      await redisServer.stop();
      await database.drop();
    }, 60_000);

    const url = (nth: number) => apis[nth]?.url ?? '';

    it('made content and demo once, although all started together', async () => {
      const counts = await database.dataSource.query<{ courses: number; revisions: number; people: number }[]>(
        `SELECT (SELECT count(*) FROM course)::int AS courses,
              (SELECT count(*) FROM course_revision)::int AS revisions,
              (SELECT count(*) FROM person)::int AS people`,
      );
      expect(counts).toEqual([{ courses: 6, revisions: 6, people: 14 }]);
    });

    it('knows on the second process who signed in on the first, and who signed out', async () => {
      const client = await new RemoteClient(url(0)).signIn('0901000001');
      expect((await client.at(url(1)).get('/api/v1/session')).status).toBe(200);
      const another = new RemoteClient(url(1), client.copyOfCookies());
      expect((await client.send('DELETE', '/api/v1/session')).status).toBe(204);
      expect((await another.get('/api/v1/session')).status).toBe(401);
    });

    it('counts wrong passwords of both processes together', async () => {
      for (let guess = 0; guess < 5; guess += 1) {
        const answer = await new RemoteClient(url(guess % 2)).post('/api/v1/session', {
          name: '0901000019',
          password: `sai-${guess}`,
        });
        expect(answer.status).toBe(401);
      }
      for (const nth of [0, 1]) {
        const locked = await new RemoteClient(url(nth)).post('/api/v1/session', {
          name: '0901000019',
          password: 'congdoan2026',
        });
        expect(locked.status).toBe(429);
        expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
      }
    });

    it('issues a certificate: asked for on one api, made by a worker, fetched from the other api', async () => {
      const client = await new RemoteClient(url(0)).signIn('0901000011');
      const { id } = await enrol(client);
      const lessons = (await openCourse(client)).filter(({ kind }) => kind === 'reading');
      const result = `INSERT INTO enrolment_result (enrolment_id, kind, subject_key, percent, recorded_at)
       VALUES ($1, $2, $3, 100, now()) ON CONFLICT (enrolment_id, kind, subject_key) DO UPDATE SET percent = 100`;
      await database.dataSource.query(result, [id, 'quiz', 'kiem-tra-cuoi-khoa']);
      await database.dataSource.query(result, [id, 'scenario', SCENARIO]);
      await database.dataSource.query(result, [id, 'attendance', '019aa000-0000-7000-8000-000000000001']);
      let state = '';
      for (const lesson of lessons) {
        const path = `/api/v1/enrolments/${id}/lessons/${lesson.id}/progress`;
        const saved = await client.put<EnrolmentBody>(path, { done: true, position: 1 });
        state = saved.body.state;
      }
      expect(state).toBe('completed');
      const elsewhere = client.at(url(1));
      const mine = async () => (await elsewhere.get<Items<CertificateBody>>('/api/v1/certificates')).body.items;
      await waitUntil('the certificate is drawn', async () => (await mine())[0]?.pdfReady === true, 30_000);
      const [certificate, ...more] = await mine();
      expect(more).toEqual([]);
      expect(certificate?.verificationUrl).toMatch(/^http:\/\/union\.example\.org\/xac-minh\//);
      const pdf = await elsewhere.get(`/api/v1/certificates/${certificate?.id}/pdf`);
      expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    }, 60_000);

    it('gives a worker nothing to serve but health and figures', async () => {
      const worker = new RemoteClient(workers[0]?.url ?? '');
      expect((await worker.get('/api/health/ready')).status).toBe(200);
      expect((await worker.get('/metrics')).status).toBe(200);
      expect((await worker.get('/api/v1/session')).status).toBe(404);
      expect((await worker.get('/')).status).toBe(404);
    });

    it('answers every request that an api had taken when it was told to stop; the other goes on', async () => {
      const [stopping] = apis;
      // Signing in takes long enough that most of these are still waiting for their turn when the signal arrives.
      const signIns = Array.from({ length: IN_FLIGHT }, () =>
        new RemoteClient(url(0)).post('/api/v1/session', { name: '0901000012', password: 'congdoan2026' }),
      );
      let over = false;
      const refused: string[] = [];
      const throughBalancer = async () => {
        const reader = await new RemoteClient(url(1)).signIn('0901000013');
        for (let n = 0; !over; n += 1) {
          const answer = await reader
            .at(url(n % 2))
            .get('/api/v1/courses')
            .catch((error: Error) => {
              // A process that does not listen any more took nothing; a balancer asks the next one.
              if (!(error instanceof ConnectionLostError)) throw error;
              return reader.at(url(1)).get('/api/v1/courses');
            });
          if (answer.status !== 200) refused.push(answer.text);
        }
      };
      const reading = throughBalancer();
      await Promise.race(signIns);
      const ended = stopping?.end('SIGTERM');
      const answers = await Promise.all(signIns);
      expect(answers.map(({ status }) => status)).toEqual(signIns.map(() => 201));
      expect(await ended).toBe(0);
      over = true;
      await reading;
      expect(refused).toEqual([]);
      expect(stopping?.output()).toContain('Stopped; all data is kept');
      expect((await new RemoteClient(url(1)).get('/api/health/ready')).status).toBe(200);
    }, 60_000);
  },
);
