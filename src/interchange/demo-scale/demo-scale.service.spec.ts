import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { FeatureWorld } from '../../../test/support/feature-world.js';
import { gradeResponse, totalPoints, type GradableQuestion } from '../../assessment/assessment.rules.js';
import { readResponse, type AnsweredQuestion } from '../../assessment/response.rules.js';
import type { QuestionResponse } from '../../question-bank/entities/question-body.js';
import { deriveVerdict, type Evidence, type SessionTimes } from '../../classes/classes.rules.js';
import {
  CertificateSnapshotService,
  type CertifiableEnrolment,
} from '../../credentials/certificate-snapshot.service.js';
import { CredentialsModule } from '../../credentials/credentials.module.js';
import { LOCK_ENROLMENT } from '../../credentials/credentials.queries.js';
import { readCertificateName, stateOn } from '../../credentials/credentials.rules.js';
import { COMPLETION_FACTS } from '../../enrolment/enrolment.queries.js';
import { completionOf } from '../../enrolment/enrolment.rules.js';
import { DEMO_PASSWORD, DemoUnionService } from '../../identity/demo-union.service.js';
import { loginNameOf } from '../../identity/login-name.rules.js';
import { PasswordService } from '../../identity/password.service.js';
import { REFRESH_PATHS } from '../../organisation/organisation.queries.js';
import { Sealer } from '../../platform/audit/sealer.js';
import { cleanName, foldVietnamese } from '../../platform/text/vietnamese.js';
import { ContentImportService } from '../content/content-import.service.js';
import { InterchangeModule } from '../interchange.module.js';
import { DemoScaleRefused, DemoScaleService, type DemoScale } from './demo-scale.service.js';

type Answer = AnsweredQuestion & { response: QuestionResponse | null; points: number };

const SMALL: DemoScale = { units: 30, people: 600, seed: 7, asOf: '2026-10-31' };
const silent = () => undefined;

let world: FeatureWorld;
let demo: DemoScaleService;

class Undone extends Error {}

const rows = <T>(sql: string, values: unknown[] = []) => world.dataSource.query<T[]>(sql, values);
const count = async (sql: string) => (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n;

/** One hash for every table with its rows, those of the sealing queue too. */
async function fingerprint(tx: EntityManager): Promise<Record<string, string>> {
  const tables = await tx.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const sql = `SELECT coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS hash FROM "${name}" t`;
    hashes[name] = (await tx.query<{ hash: string }[]>(sql))[0]?.hash ?? '';
  }
  return hashes;
}

const seedSmallUnion = (tx: EntityManager) => world.get(DemoUnionService).seed(tx);

/** Makes the federation, takes its fingerprint, and undoes it. */
async function fingerprintOf(scale: DemoScale, before?: typeof seedSmallUnion): Promise<Record<string, string>> {
  let hashes: Record<string, string> = {};
  const passwordHash = await demo.passwordHash(scale.seed);
  const made = world.dataSource.transaction(async (tx) => {
    await before?.(tx);
    await demo.fill(tx, scale, { progress: silent, passwordHash });
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    hashes = await fingerprint(tx);
    throw new Undone();
  });
  await expect(made).rejects.toThrow(Undone);
  return hashes;
}

beforeAll(async () => {
  world = await FeatureWorld.start([InterchangeModule, CredentialsModule]);
  demo = world.get(DemoScaleService);
  await world.get(ContentImportService).importAll(resolve('content'));
}, 180_000);
afterAll(() => world.stop());

it('makes the same rows for the same seed, ids included, and others for another', async () => {
  const first = await fingerprintOf(SMALL);
  expect(await fingerprintOf(SMALL)).toEqual(first);
  const other = await fingerprintOf({ ...SMALL, seed: 8 });
  for (const table of [
    'organisation',
    'person',
    'office_term',
    'user_account',
    'enrolment',
    'certificate',
    'audit_entry',
  ]) {
    expect(other[table]).not.toBe(first[table]);
  }
});

it('fits below the confederation of the small demonstration, whoever comes first', async () => {
  const beside = await fingerprintOf(SMALL, seedSmallUnion);
  expect(beside['certificate']).not.toBe('');
});

describe('an invented federation', () => {
  beforeAll(async () => {
    await demo.make(SMALL, silent);
  });

  it('has as many units and people as asked for, and the three district unions that the reform abolished', async () => {
    expect(await count(`organisation WHERE path IS NOT NULL AND code <> 'TLD'`)).toBe(SMALL.units);
    expect(await count("organisation WHERE path IS NULL AND abolished_on = DATE '2025-07-01'")).toBe(3);
    expect(await count('person')).toBe(SMALL.people);
    expect(await count(`person WHERE full_name !~ '^\\S+ \\S+( \\S+)* \\S+$'`)).toBe(0);
    const names = await rows<{ name: string; folded: string }>(
      `SELECT full_name AS name, full_name_folded AS folded FROM person
       UNION ALL SELECT name, name_folded FROM organisation_period`,
    );
    for (const { name, folded } of names) expect([cleanName(name), foldVietnamese(name)]).toEqual([name, folded]);
  });

  it('keeps the paths as the tree says', async () => {
    const before = await rows('SELECT id, path::text FROM organisation ORDER BY id');
    await rows(REFRESH_PATHS, [SMALL.asOf]);
    expect(await rows('SELECT id, path::text FROM organisation ORDER BY id')).toEqual(before);
  });

  it('has one chair in each unit today, and no unit with more members than workers', async () => {
    const chairs = await rows<{ n: number }>(
      `SELECT count(t.id)::int AS n FROM organisation o
         LEFT JOIN office_term t ON t.organisation_id = o.id AND t.title_code = 'chu-tich' AND t.valid_to IS NULL
        WHERE o.path IS NOT NULL AND o.code <> 'TLD' GROUP BY o.id`,
    );
    expect(chairs.every(({ n }) => n === 1)).toBe(true);
    expect(await count(`office_term WHERE title_code = 'chu-tich' AND valid_to IS NOT NULL`)).toBeGreaterThan(5);
    expect(await count('organisation_head_count')).toBeGreaterThan(SMALL.units);
    expect(await count('organisation_head_count WHERE members > workers OR members < 3')).toBe(0);
    expect(
      await count(`organisation o WHERE EXISTS (SELECT FROM office_term t
      WHERE t.organisation_id = o.id AND (t.valid_from < o.founded_on OR t.valid_to > DATE '${SMALL.asOf}'))`),
    ).toBe(0);
  });

  it('lets some sign in, by numbers that nobody has and by member codes', async () => {
    const logins = await rows<{ value: string; kind: string }>('SELECT value, kind FROM login_name');
    expect(logins.length).toBeGreaterThan(SMALL.people / 3);
    expect(logins.length).toBeLessThan(SMALL.people * 1.2);
    for (const login of logins) expect(loginNameOf(login.value)).toEqual(login);
    for (const { value } of logins.filter(({ kind }) => kind === 'phone')) expect(value).toMatch(/^053\d{7}$/);
    const [{ hash } = { hash: '' }] = await rows<{ hash: string }>(
      'SELECT DISTINCT password_hash AS hash FROM user_account',
    );
    expect(await world.get(PasswordService).verify(hash, DEMO_PASSWORD, async () => undefined)).toBe(true);
  });

  it('derives verdicts as the application does', async () => {
    const seats = await rows<{ verdict: unknown; session: SessionTimes; evidence: Evidence[] }>(
      `SELECT json_build_object('verdict', a.verdict, 'minutes', a.minutes, 'basis', a.basis) AS verdict,
              json_build_object('mode', s.mode, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
                                'minimumOnlinePercent', s.minimum_online_percent) AS session,
              (SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'receivedAt', e.received_at,
                        'intervalFrom', e.interval_from, 'intervalTo', e.interval_to, 'mark', e.mark))
                 FROM attendance_event e WHERE e.class_session_id = s.id AND e.person_id = a.person_id) AS evidence
         FROM attendance_record a JOIN class_session s ON s.id = a.class_session_id`,
    );
    expect(seats.length).toBeGreaterThan(50);
    const date = (text: Date | null) => text && new Date(text);
    for (const { verdict, session, evidence } of seats) {
      const times = { ...session, startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) };
      const read = evidence.map((each) => ({
        ...each,
        receivedAt: new Date(each.receivedAt),
        intervalFrom: date(each.intervalFrom),
        intervalTo: date(each.intervalTo),
      }));
      expect(deriveVerdict(times, read)).toEqual(verdict);
    }
  });

  it('grades the answers as the application does', async () => {
    const attempts = await rows<{ points: number; max: number; draw: number; answers: (GradableQuestion & Answer)[] }>(
      `SELECT a.points::float8 AS points, a.max_points AS max, q.draw,
              (SELECT json_agg(json_build_object('answerKey', v.answer_key, 'body', v.body, 'kind', v.kind,
                        'response', r.response, 'points', r.points))
                 FROM quiz_response r JOIN question_version v ON v.id = r.question_version_id
                WHERE r.attempt_id = a.id) AS answers
         FROM quiz_attempt a JOIN quiz q ON q.id = a.quiz_id`,
    );
    expect(attempts.length).toBeGreaterThan(30);
    for (const { points, max, draw, answers } of attempts) {
      for (const answer of answers) {
        expect(answer.response === null ? null : readResponse(answer, answer.response)).toEqual(answer.response);
        expect(gradeResponse(answer, answer.response)).toBe(answer.points);
      }
      expect([totalPoints(answers.map((answer) => answer.points)), answers.length]).toEqual([points, draw]);
      expect(max).toBe(draw);
    }
  });

  it('completes exactly what the course completes', async () => {
    const enrolments = await rows<{ id: string; state: string }>(
      `SELECT id, state FROM enrolment WHERE state <> 'withdrawn'`,
    );
    for (const { id, state } of enrolments) {
      const [facts] = await rows<{
        rule: Parameters<typeof completionOf>[0];
        lessons: { slug: string; done: boolean }[];
        results: { kind: string; subjectKey: string; percent: number }[];
      }>(COMPLETION_FACTS, [id]);
      const results = facts?.results ?? [];
      const { complete } = completionOf(facts?.rule ?? {}, {
        lessons: facts?.lessons ?? [],
        quizzes: new Map(results.filter(({ kind }) => kind === 'quiz').map((each) => [each.subjectKey, each.percent])),
        scenarios: new Map(
          results.filter(({ kind }) => kind === 'scenario').map((each) => [each.subjectKey, each.percent]),
        ),
        attendance: results.filter(({ kind }) => kind === 'attendance').map(({ percent }) => percent),
      });
      expect(complete).toBe(state === 'completed');
    }
  });

  it('certifies what is true: the same snapshot as the application takes, registers without gaps', async () => {
    const certificates = await rows<{
      enrolmentId: string;
      issuerId: string;
      number: string;
      issuedOn: string;
      snapshot: object;
      state: 'valid' | 'revoked';
      expiresOn: string;
    }>(
      `SELECT enrolment_id AS "enrolmentId", issuer_id AS "issuerId", register_number AS number, issued_on AS "issuedOn",
              snapshot, state, expires_on AS "expiresOn" FROM certificate ORDER BY id`,
    );
    expect(certificates.length).toBe(await count(`enrolment WHERE state = 'completed'`));
    expect(certificates.length).toBeGreaterThan(20);
    const { manager } = world.dataSource;
    for (const { enrolmentId, issuerId, issuedOn, snapshot, number, ...state } of certificates) {
      const [row] = await rows<CertifiableEnrolment>(LOCK_ENROLMENT, [enrolmentId]);
      const taken = await world.get(CertificateSnapshotService).take(manager, row as CertifiableEnrolment, issuedOn);
      expect(taken).toEqual({ issuerId, snapshot });
      expect(readCertificateName(number)).not.toBeNull();
      expect(stateOn(state, SMALL.asOf)).toBe(state.state);
    }
    const gaps = `certificate_register r WHERE last_number <> (SELECT count(*) FROM certificate c
      WHERE c.issuer_id = r.issuer_id AND c.register_year = r.year)`;
    expect(await count(gaps)).toBe(0);
    expect(certificates.filter(({ state }) => state === 'revoked')).toHaveLength(1);
  });

  it('lets the small demonstration come later', async () => {
    await world.dataSource.transaction(seedSmallUnion);
    expect(await count('organisation WHERE nlevel(path) = 1')).toBe(1);
  });

  it('queues its evidence for the seal', async () => {
    const sealer = world.get(Sealer);
    await sealer.seal();
    expect(await sealer.verify()).toEqual([]);
    expect(await count(`audit_seal WHERE stream = 'attendance_event'`)).toBe(await count('attendance_event'));
  });
});

describe('what is refused', () => {
  const refusal = (scale: Partial<DemoScale>) => demo.make({ ...SMALL, ...scale }, silent);

  it('a second federation, before anything is written', async () => {
    const before = await count('person');
    await expect(refusal({ seed: 9 })).rejects.toThrow('already');
    expect(await count('person')).toBe(before);
  });

  it.each<[string, Partial<DemoScale>]>([
    ['too few units', { units: 9 }],
    ['no figure', { units: Number.NaN }],
    ['half a person', { people: 600.5 }],
    ['a seed below zero', { seed: -1 }],
    ['units without people', { units: 100 }],
    ['a day to come', { asOf: '2030-01-01' }],
    ['no day', { asOf: '2026-13-41' }],
  ])('%s', async (_, scale) => {
    await expect(refusal(scale)).rejects.toThrow(DemoScaleRefused);
  });

  it('production', async () => {
    world.config.NODE_ENV = 'production';
    await expect(refusal({})).rejects.toThrow('production');
    world.config.NODE_ENV = 'test';
  });
});
