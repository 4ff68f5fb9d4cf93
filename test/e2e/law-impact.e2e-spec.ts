import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { ContentFolder, Schemas } from '../../src/authoring/course-format.service.js';
import { readLaw } from '../../src/interchange/content/law-files.js';
import { LawAmendmentService } from '../../src/law/law-amendment.service.js';
import { LawImportService, type ParsedLaw } from '../../src/law/law-import.service.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildEnrolment, buildOutboxEntry, buildPerson, buildSession } from '../support/builders.js';
import { importLibrary, publishCited, wording, type CitedCourse, type Services } from '../support/cited-course.js';
import type { HttpClient } from '../support/http-client.js';
import { removeDataDir, startServer, waitUntil, type ServerProcess } from '../support/processes.js';

/** The library as it was before the changes of 2025–2026 that the fact base holds. */
const BEFORE = '2025-06-01';
const BLLD = 'vn.blld.2019';
const [OLD, NEW] = ['vn.nd12.2022', 'vn.nd283.2026'];

/** By the titles of both decrees, as the fact base compares them. */
const MAPPING: Record<string, string[]> = {
  15: ['21'],
  17: ['23'],
  18: ['24'],
  34: ['30'],
  38: ['42'],
  39: ['43', '44'],
};

const LABOUR: CitedCourse = {
  ...{ slug: 'luat-lao-dong', asOf: BEFORE, draw: 4 },
  lessons: {
    'thai-san': [`${BLLD}.d139`],
    'nghi-le': [`${BLLD}.d112`],
    'hoc-nghe': [`${BLLD}.d59`],
    'giay-phep': [`${BLLD}.d154`, `${BLLD}.d20`],
    'hop-dong': [`${BLLD}.d20`],
    'tinh-huong-thai-san': [`${BLLD}.d139`, `${BLLD}.d63`],
  },
  questions: {
    'q-thai-san': [`${BLLD}.d139`],
    'q-hop-dong': [`${BLLD}.d20`],
    'q-dinh-cong': [`${BLLD}.d202`],
    'q-le': [`${BLLD}.d112`, `${BLLD}.d20`],
  },
  certificateRule: { kind: 'giay-chung-nhan', title: { vi: 'Giấy chứng nhận' } },
};
const FINES: CitedCourse = {
  ...{ slug: 'xu-phat', asOf: BEFORE, lessons: { 'doi-thoai': [`${OLD}.d15`], luong: [`${OLD}.d17`, `${BLLD}.d90`] } },
  questions: { 'p-luong': [`${OLD}.d17`], 'p-khac': [`${BLLD}.d90`] },
  certificateRule: { kind: 'giay-chung-nhan', title: { vi: 'Giấy chứng nhận' } },
};
const UNTOUCHED: CitedCourse = {
  ...{ slug: 'khong-dong-den', asOf: BEFORE, lessons: { 'hop-dong': [`${BLLD}.d20`] } },
  questions: { 'k-1': [`${BLLD}.d63`] },
  certificateRule: { kind: 'giay-chung-nhan', title: { vi: 'Giấy chứng nhận' } },
};

/** Made by hand from the fact base: what each change touches, and nothing else. */
const EXPECTED = [
  '2025-07-01 luat-lao-dong question q-dinh-cong 202',
  '2026-01-01 luat-lao-dong lesson giay-phep 154',
  '2026-01-01 luat-lao-dong lesson hoc-nghe 59',
  '2026-07-01 luat-lao-dong lesson nghi-le 112',
  '2026-07-01 luat-lao-dong lesson thai-san 139',
  '2026-07-01 luat-lao-dong lesson tinh-huong-thai-san 139',
  '2026-07-01 luat-lao-dong question q-le 112',
  '2026-07-01 luat-lao-dong question q-thai-san 139',
  '2026-09-10 xu-phat lesson doi-thoai 15',
  '2026-09-10 xu-phat lesson luong 17',
  '2026-09-10 xu-phat question p-luong 17',
];

const REPEATS = 25;

let test: TestApp;
let services: Services;
const workers: ServerProcess[] = [];
let full: ParsedLaw;

const rows = <T extends object>(sql: string, values: unknown[] = []) =>
  test.database.dataSource.query<T[]>(sql, values);
const count = async (from: string): Promise<number> =>
  (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]?.n ?? -1;
const startWorker = () =>
  startServer({
    env: { ROLE: 'worker', DATABASE_URL: test.database.ownerUrl, DATABASE_APP_URL: test.database.appUrl },
  });
const allDone = () =>
  waitUntil('nothing is left open', async () => (await count('outbox_entry WHERE finished_at IS NULL')) === 0, 180_000);
const flags = async (where: string): Promise<string[]> => {
  const found = await rows<{ name: string }>(
    `SELECT concat_ws(' ', x.effective_on, k.slug, 'lesson', l.slug, a.number) AS name
       FROM lesson_flag f JOIN amended_article x USING (amendment_id, article_id) JOIN law_article a ON a.id = f.article_id
       JOIN lesson l ON l.id = f.lesson_id JOIN course_revision r ON r.id = l.revision_id JOIN course k ON k.id = r.course_id
      WHERE ${where}
      UNION ALL
     SELECT concat_ws(' ', x.effective_on, k.slug, 'question', q.code, a.number)
       FROM question_flag f JOIN amended_article x USING (amendment_id, article_id) JOIN law_article a ON a.id = f.article_id
       JOIN question_version w ON w.id = f.question_version_id JOIN question q ON q.id = w.question_id
       JOIN course k ON k.id = q.course_id WHERE ${where} ORDER BY 1`,
  );
  return found.map(({ name }) => name);
};
/** Everything that effects write, but for ids and instants. */
const effects = () =>
  rows<object>(`SELECT (SELECT count(*) FROM lesson_flag) AS lessons, (SELECT count(*) FROM question_flag) AS questions,
    (SELECT count(*) FROM review_task) AS tasks, (SELECT count(*) FROM refresher) AS refreshers,
    (SELECT count(*) FROM notification) AS lines, (SELECT count(*) FROM law_amendment) AS amendments`);

/** The law files as they were on a day. */
const asOf = (day: string): ParsedLaw => ({
  ...full,
  documents: full.documents.map((document) => ({
    ...document,
    articles: document.articles.flatMap((article) => {
      const versions = article.versions.filter(({ validFrom }) => validFrom <= day);
      const last = versions.at(-1);
      return last ? [{ ...article, versions: [...versions.slice(0, -1), { ...last, validTo: null }] }] : [];
    }),
  })),
});
const importLaw = (law: ParsedLaw) =>
  test.database.dataSource.transaction((tx) => services.get(LawImportService).importLaw(tx, law));

async function signedIn(personId: string): Promise<HttpClient> {
  const client = test.client();
  client.keep('us_session', (await buildSession(test.database.dataSource, personId)).cookie);
  return client;
}

let officer: { personId: string; client: HttpClient };
const holders = new Map<string, { personId: string; enrolmentId: string }>();

beforeAll(async () => {
  test = await startTestApp({ seed: false });
  test.clock.set(new Date());
  services = { dataSource: test.database.dataSource, get: <T>(service: Type<T>) => test.app.get(service) };
  const folder = await ContentFolder.read(resolve('content'), 'law', await Schemas.read(resolve('content')));
  full = readLaw(folder);
  await importLaw(asOf(BEFORE));
  const fined = Object.keys(MAPPING).map((number) => [number, [wording('2022-01-17', `Mức phạt tại Điều ${number}.`)]]);
  await importLibrary(services, { [OLD]: Object.fromEntries(fined) as Record<string, ReturnType<typeof wording>[]> });
  for (const course of [LABOUR, FINES, UNTOUCHED]) {
    await publishCited(services, course);
    const { id, personId } = await buildEnrolment(test.database.dataSource, { slug: course.slug, completed: true });
    holders.set(course.slug, { personId, enrolmentId: id });
  }
  const { id: personId } = await buildPerson(test.database.dataSource);
  officer = { personId, client: await signedIn(personId) };
}, 120_000);

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  await Promise.all(workers.map(removeDataDir));
  await test.stop();
}, 60_000);

describe('the changes of 2025–2026, replayed', () => {
  it('flag exactly what cites them, whatever is killed and however often it is told', async () => {
    const actor = { userId: newId(), personId: officer.personId, sessionId: newId(), locale: 'vi' as const };
    const grants = [{ role: 'administrator' as const, organisationId: newId(), path: 'tld' }];
    for (const { enrolmentId } of holders.values()) {
      await buildOutboxEntry(test.database.dataSource, 'credentials.issue-certificate', { enrolmentId });
    }
    await importLaw(full);
    await services.get(LawAmendmentService).replace({ ...actor, grants }, OLD, {
      ...{
        byCode: NEW,
        effectiveOn: '2026-09-10',
        amendedBy: '283/2026/NĐ-CP',
        source: 'Công báo',
        reason: 'Thay thế',
      },
      mapping: Object.entries(MAPPING).map(([from, to]) => ({
        from: `${OLD}.d${from}`,
        to: to.map((number) => `${NEW}.d${number}`),
      })),
    });
    await services.get(LawAmendmentService).announceDue();
    const amendments = await rows<{ id: string }>('SELECT id FROM law_amendment');
    const jobs = ['catalogue.flag-lessons', 'question-bank.flag-questions', 'authoring.open-review-tasks'];
    for (let n = 0; n < REPEATS; n += 1) {
      for (const { id } of amendments) {
        for (const job of jobs) await buildOutboxEntry(test.database.dataSource, job, { amendmentId: id });
      }
    }
    workers.push(await startWorker());
    await waitUntil('some is done', async () => (await count('outbox_entry WHERE finished_at IS NOT NULL')) >= 40);
    workers.push(await startWorker());
    await workers[0]?.end('SIGKILL');
    await allDone();
    expect(await count('outbox_entry WHERE dead_at IS NOT NULL')).toBe(0);
    expect(await flags('f.closed_at IS NULL')).toEqual(EXPECTED);
    expect(await count('certificate')).toBe(3);
    expect(await count('refresher')).toBe(0);
    expect(await count('review_task WHERE done_at IS NULL')).toBe(7);
  }, 300_000);

  it('are settled by the next revisions: flags close, tasks are done, holders get a refresher each', async () => {
    const successors = { [`${OLD}.d15`]: `${NEW}.d21`, [`${OLD}.d17`]: `${NEW}.d23` };
    const renewed = (cited: Record<string, string[]>, ending: string) =>
      Object.fromEntries(
        Object.entries(cited).map(([name, codes]) => [
          `${name}${ending}`,
          codes.map((code) => successors[code] ?? code),
        ]),
      );
    for (const course of [LABOUR, FINES]) {
      await publishCited(services, {
        ...{ ...course, asOf: '2026-11-01', lessons: renewed(course.lessons, '') },
        questions: renewed(course.questions ?? {}, '~2'),
      });
    }
    await allDone();
    expect(await flags('f.closed_at IS NULL')).toEqual([]);
    expect(await flags('f.closed_at IS NOT NULL')).toEqual(EXPECTED);
    expect(await count('review_task WHERE done_at IS NULL')).toBe(0);
    const due = await rows<{ slug: string; n: number }>(
      `SELECT k.slug, count(*)::int AS n FROM refresher f JOIN course_revision r ON r.id = f.revision_id
         JOIN course k ON k.id = r.course_id GROUP BY 1 ORDER BY 1`,
    );
    expect(due).toEqual([
      { slug: 'luat-lao-dong', n: 3 },
      { slug: 'xu-phat', n: 1 },
    ]);
  }, 180_000);

  it('change nothing when every event comes once more', async () => {
    const before = await effects();
    const events = await rows<{ job: string; payload: string }>(
      `SELECT DISTINCT job, payload::text AS payload FROM outbox_entry WHERE event IN ('law.article-amended', 'catalogue.revision-published')`,
    );
    expect(events.length).toBeGreaterThan(20);
    for (const { job, payload } of events)
      await buildOutboxEntry(test.database.dataSource, job, JSON.parse(payload) as object);
    await allDone();
    expect(await effects()).toEqual(before);
    expect(await flags('f.closed_at IS NULL')).toEqual([]);
  }, 180_000);

  it('let the holder catch up; the certificate stays valid throughout', async () => {
    const holder = await signedIn(holders.get('xu-phat')?.personId ?? '');
    const { items } = (await holder.get<{ items: { amendmentId: string }[] }>('/api/v1/refreshers')).body;
    const amendmentId = items[0]?.amendmentId ?? '';
    const path = `/api/v1/refreshers/${amendmentId}`;
    const detail = (await holder.get<{ changes: object[]; questions: { questionId: string }[] }>(path)).body;
    expect(detail.changes).toMatchObject([
      { number: '15', newSummary: null, successors: [{ number: '21' }] },
      { number: '17', newSummary: null, successors: [{ number: '23' }] },
    ]);
    const state = async () => (await holder.get<{ items: object[] }>('/api/v1/certificates')).body.items[0];
    expect(await state()).toMatchObject({ state: 'valid', refreshDue: true, refreshedAt: null });
    // What is asked about the change is answered first.
    expect(detail.questions).toHaveLength(1);
    expect((await holder.post(`${path}/completion`, {})).status).toBe(422);
    const response = { kind: 'true-false', value: true };
    const answers = detail.questions.map(({ questionId }) => ({ questionId, response }));
    expect((await holder.post(`${path}/completion`, { answers })).status).toBe(200);
    expect(await state()).toMatchObject({ state: 'valid', refreshDue: false });
    const bystander = await signedIn(holders.get('khong-dong-den')?.personId ?? '');
    expect((await bystander.get('/api/v1/refreshers')).body).toEqual({ items: [] });
  });
});
