// `npm run bench:desk`: what the lecturer's desk does with much at once.
//   5,000 questions read, checked and written into a draft, and exported again;
//   an amended article that 2,000 lessons and questions cite, and 60,000 holders of a certificate who hear of it.
// One JSON document on standard output. Fails only when something does not work. What it measures: bench/README.md.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ROOT, removeFolder, startServer, temporaryFolder } from '../scripts/journey/server-process.mjs';
import { startCluster, withClient } from './cluster.mjs';
import { ARTICLE, CITING, COURSE, contentOf, giftFile } from './desk-content.mjs';
import { peakMemoryMb, referenceCpuMs } from './process-figures.mjs';
import { runDemo } from './scale.mjs';
import { signInAs } from './sign-in.mjs';

const QUESTIONS = 5000;
const HOLDERS = 60_000;
const WITHIN_MS = 20 * 60_000;
const DAY_MS = 86_400_000;
/** YYYY-MM-DD in Viet Nam, so many days from today. */
const dayAhead = (days) => new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

const startedAt = performance.now();
const step = (line) =>
  process.stderr.write(`· ${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${line}\n`);
const seconds = (from) => (performance.now() - from) / 1000;

async function request({ url, cookie }, address, body) {
  const [method, path] = address.split(' ');
  const isFile = Buffer.isBuffer(body);
  const type = isFile ? 'application/octet-stream' : 'application/json';
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': type }) };
  const sent = body === undefined || isFile ? body : JSON.stringify(body);
  const response = await fetch(`${url}/api/v1${path}`, { method, headers, body: sent });
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return response.headers.get('content-type')?.includes('json') ? response.json() : response.arrayBuffer();
}

/** `npm run cli -- …` on the settings given. */
async function command(settings, ...words) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...settings };
  await promisify(execFile)(process.execPath, [join(ROOT, 'dist/cli.js'), ...words], { cwd: ROOT, env });
}

async function until(client, what, sql, wanted) {
  const end = Date.now() + WITHIN_MS;
  for (;;) {
    const { rows } = await client.query(sql);
    if (rows[0].n === wanted) return;
    if (Date.now() > end) throw new Error(`${what}: ${rows[0].n} of ${wanted} after ${WITHIN_MS / 60_000} minutes`);
    await delay(50);
  }
}

/** A file of 5,000 questions into the quiz of a new draft, as a lecturer sends it. */
async function questions(lecturer, pid) {
  const { id } = await request(lecturer, 'POST /drafts', { title: 'Ngân hàng lớn', slug: 'ngan-hang-lon' });
  const { slug: module } = await request(lecturer, `POST /drafts/${id}/modules`, { title: 'Phần một' });
  const quiz = await request(lecturer, `POST /drafts/${id}/modules/${module}/lessons`, { kind: 'quiz', title: 'Bài' });
  const at = `/drafts/${id}/lessons/${quiz.slug}/quiz`;
  const file = Buffer.from(giftFile(QUESTIONS));
  const before = peakMemoryMb(pid);
  const figures = { questions: QUESTIONS, fileMb: file.length / 1e6 };
  let from = performance.now();
  const check = await request(lecturer, `POST ${at}/import?mode=add&dryRun=true`, file);
  figures.checkSeconds = seconds(from);
  from = performance.now();
  const done = await request(lecturer, `POST ${at}/import?mode=add&dryRun=false&baseVersion=${check.version}`, file);
  figures.importSeconds = seconds(from);
  if (done.questions.length !== QUESTIONS || check.applied || !done.applied) throw new Error('Not all were taken over');
  for (const format of ['gift', 'moodle-xml', 'xlsx']) {
    from = performance.now();
    await request(lecturer, `GET ${at}/export?format=${format}`);
    figures[`${format}Seconds`] = seconds(from);
  }
  return { ...figures, peakMbBefore: before, peakMb: peakMemoryMb(pid) };
}

/** Certificates earned on the course's current revision: 60,000 of other people, as if they had all completed it. */
async function certify(client) {
  const { rows } = await client.query(
    `INSERT INTO enrolment (id, person_id, course_id, revision_id, state, enrolled_at, completed_at)
     SELECT gen_random_uuid(), p.id, r.course_id, r.id, 'completed', now(), now()
       FROM (SELECT id FROM person ORDER BY id LIMIT $2) p, course_revision r JOIN course c ON c.id = r.course_id
      WHERE c.slug = $1 AND r.state = 'published' RETURNING revision_id`,
    [COURSE, HOLDERS],
  );
  if (rows.length !== HOLDERS) throw new Error(`Only ${rows.length} people`);
  await client.query(
    `INSERT INTO certificate (id, enrolment_id, person_id, revision_id, issuer_id, register_year, register_sequence,
       register_number, verification_code, snapshot, state, issued_on, created_at)
     SELECT gen_random_uuid(), e.id, e.person_id, e.revision_id, o.id, 2026, 1000000 + n, 'DO-2026-' || n, 'DO' || n, '{}',
            'valid', current_date - 1, now()
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM enrolment WHERE revision_id = $1) e,
            (SELECT id FROM organisation WHERE nlevel(path) = 1 LIMIT 1) o`,
    [rows[0].revision_id],
  );
  await client.query('ANALYZE');
}

/** From the officer's entry to the last flag, and from the new revision to the last holder. */
async function lawImpact({ officer, client, pid, settings, folder }) {
  const before = peakMemoryMb(pid);
  let from = performance.now();
  const { id } = await request(officer, `POST /law/articles/${ARTICLE}/versions`, {
    ...{ effectiveOn: dayAhead(0), amendedBy: 'Văn bản để đo tốc độ', source: 'Không có nguồn: số liệu đo' },
    ...{ reason: 'Đo tốc độ', summary: 'Nội dung mới, chỉ để đo tốc độ.' },
  });
  const recordSeconds = seconds(from);
  const flags = (table, rest) => `SELECT count(*)::int AS n FROM ${table} f ${rest}`;
  await until(
    ...[client, 'flags'],
    `SELECT (${flags(
      'lesson_flag',
      `JOIN lesson l ON l.id = f.lesson_id JOIN course_revision r ON r.id = l.revision_id
       JOIN course c ON c.id = r.course_id WHERE c.slug = '${COURSE}' AND f.amendment_id = '${id}'`,
    )})
          + (${flags(
            'question_flag',
            `JOIN question_version v ON v.id = f.question_version_id
       JOIN question q ON q.id = v.question_id JOIN course c ON c.id = q.course_id
      WHERE c.slug = '${COURSE}' AND f.amendment_id = '${id}'`,
          )}) AS n`,
    CITING,
  );
  const flagSeconds = seconds(from);
  step('the course is published anew, with the law of today');
  await command({ ...settings, CONTENT_DIR: await contentOf(folder, dayAhead(0)) }, 'content', 'import');
  from = performance.now();
  const informed = `SELECT count(*)::int AS n FROM refresher WHERE amendment_id = '${id}' AND revision_id =
    (SELECT r.id FROM course_revision r JOIN course c ON c.id = r.course_id WHERE c.slug = '${COURSE}' AND r.state = 'published')`;
  await until(client, 'refreshers', informed, HOLDERS);
  const holdersSeconds = seconds(from);
  const { rows } = await client.query(
    `SELECT extract(epoch FROM max(opened_at) - min(opened_at))::float AS s FROM refresher WHERE amendment_id = $1`,
    [id],
  );
  from = performance.now();
  await request(officer, `GET /law/amendments/${id}`);
  return {
    ...{ citingItems: CITING, recordSeconds, flagSeconds, holders: HOLDERS, holdersSeconds },
    ...{ firstToLastHolderSeconds: rows[0].s, deskSeconds: seconds(from), peakMbBefore: before },
    peakMb: peakMemoryMb(pid),
  };
}

async function run(folder) {
  const cluster = await startCluster(folder);
  const database = await cluster.createDatabase('bench_desk');
  const urls = { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl };
  const settings = { ...urls, DATA_DIR: join(folder, 'data'), CONTENT_DIR: await contentOf(folder, dayAhead(-1)) };
  const env = { ...settings, NODE_ENV: 'development', DEMO: 'yes', ROLE: 'all' };
  step(`content with a course that cites one article ${CITING} times`);
  await command(settings, 'content', 'import');
  step('the demonstration union');
  await (await startServer({ env })).stop();
  step('a federation of 60,000 people');
  await runDemo(settings);
  await withClient(database.superUrl, (client) => client.query('DELETE FROM outbox_entry'));
  const server = await startServer({ env });
  try {
    return await withClient(database.superUrl, async (client) => {
      const lecturer = { url: server.url, cookie: (await signInAs(client, ['lecturer'])).cookie };
      step(`${QUESTIONS} questions`);
      const bank = await questions(lecturer, server.pid);
      step(`${HOLDERS} certificates`);
      await certify(client);
      const officer = {
        url: server.url,
        cookie: (await signInAs(client, ['administrator', 'federation-officer'])).cookie,
      };
      step('an article is amended');
      const impact = await lawImpact({ officer, client, pid: server.pid, settings, folder });
      return { referenceCpuMs: referenceCpuMs(), questions: bank, lawImpact: impact };
    });
  } finally {
    await server.stop();
    await cluster.stop();
  }
}

const folder = await temporaryFolder('union-skills-bench-desk-');
try {
  process.stdout.write(`${JSON.stringify(await run(folder), null, 2)}\n`);
} finally {
  await removeFolder(folder);
}
