import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids/new-id.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';
import type { ViewportName } from '../support/browser.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const LECTURER = '0901000002';
const SCHOOL = '0901000003';
const COURSE = 'giai-quyet-tranh-chap-lao-dong';
const JOB_WITHIN_MS = 60_000;

const bank = (...keys: string[]) => t('bank', ...keys);

/** Somebody who has learned the course answered its practice: `wrong` of `all` took the second answer of one question. */
const ANSWERS = `
WITH question AS (
  SELECT z.id AS quiz_id, w.id AS version_id, q.id, q.code, w.title
    FROM course c JOIN course_revision r ON r.course_id = c.id AND r.state = 'published'
    JOIN quiz z ON z.revision_id = r.id JOIN quiz_question d ON d.quiz_id = z.id
    JOIN question_version w ON w.id = d.question_version_id AND w.kind = 'single'
    JOIN question q ON q.id = w.question_id
   WHERE c.slug = $1 AND w.answer_key->'weights'->>1 = '0' ORDER BY z.slug, d.position LIMIT 1
), enrolled AS (
  SELECT e.id, e.person_id FROM enrolment e JOIN quiz z ON z.revision_id = e.revision_id
    JOIN question ON question.quiz_id = z.id WHERE e.state <> 'withdrawn' ORDER BY e.id LIMIT 1
), attempt AS (
  INSERT INTO quiz_attempt (id, quiz_id, enrolment_id, person_id, number, seed, state, started_at, submitted_at, graded_at,
                            points, max_points, passed)
  SELECT gen_random_uuid(), question.quiz_id, enrolled.id, enrolled.person_id, 1000 + g, 1, 'graded', now(), now(), now(), 0, 1, false
    FROM question, enrolled, generate_series(1, $2::int) g
  RETURNING id, number
), given AS (
  INSERT INTO quiz_response (attempt_id, question_version_id, position, option_order, response, answered_at, points)
  SELECT attempt.id, question.version_id, 1, '{0,1,2,3}',
         jsonb_build_object('kind', 'single', 'option', CASE WHEN attempt.number <= 1000 + $3::int THEN 1 ELSE key.at END), now(),
         CASE WHEN attempt.number <= 1000 + $3::int THEN 0 ELSE 1 END
    FROM attempt, question
   CROSS JOIN LATERAL (SELECT w.n - 1 AS at FROM question_version v
                        CROSS JOIN LATERAL jsonb_array_elements(v.answer_key->'weights') WITH ORDINALITY AS w (value, n)
                       WHERE v.id = question.version_id AND w.value = '1') key
)
SELECT id, code, title FROM question`;

/** The courses that ship are the top unit's: whoever works for the demonstration's federation now works for it, too. */
const GRANTS = `
INSERT INTO role_grant (id, person_id, role, organisation_id, valid_from)
SELECT gen_random_uuid(), g.person_id, g.role, top.id, min(g.valid_from)
  FROM role_grant g CROSS JOIN (SELECT id FROM organisation WHERE nlevel(path) = 1) top
 WHERE g.role IN ('lecturer', 'school-officer') GROUP BY g.person_id, g.role, top.id`;

interface Missed {
  id: string;
  code: string;
  title: string;
}

let desk: Desk;
let missed: Missed;

async function onDatabase<T>(act: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await new DataSource({ type: 'postgres', url: desk.databaseUrl }).initialize();
  try {
    return await act(database);
  } finally {
    await database.destroy();
  }
}

/** Answers, and the counting of them by the server's own worker. */
async function answerAndCount(database: DataSource): Promise<Missed> {
  const [found] = await database.query<Missed[]>(ANSWERS, [COURSE, 120, 50]);
  if (!found) throw new Error('The course has no such question');
  await database.query(
    `INSERT INTO outbox_entry (id, event, job, payload, created_at) VALUES ($1, NULL, 'assessment.tally-answers', '{}', now())`,
    [newId()],
  );
  const until = Date.now() + JOB_WITHIN_MS;
  while ((await database.query<object[]>('SELECT 1 FROM question_tally')).length === 0) {
    if (Date.now() > until) throw new Error('Nobody counted the answers');
  }
  return found;
}

describeInChromium(`a lecturer searches the bank in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
    missed = await onDatabase(answerAndCount);
  }, 300_000);

  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  it('says in words that a unit without courses has no questions', async () => {
    const seat = await takeSeat(desk, 'phone', LECTURER);
    await seat.go('/ngan-hang');
    await seat.page.getByText(bank('list', 'emptyTitle')).waitFor();
    await seat.see('bank-empty');
    await seat.context.close();
    await onDatabase((database) => database.query(GRANTS));
  }, 60_000);

  describe.each<{ viewport: ViewportName }>([{ viewport: 'phone' }, { viewport: 'desktop' }])(
    'on $viewport',
    ({ viewport }) => {
      let seat: Seat;
      const row = () => seat.page.getByRole('link', { name: missed.title });

      beforeAll(async () => {
        seat = await takeSeat(desk, viewport, LECTURER);
      }, 60_000);

      afterAll(async () => {
        await seat?.context.close();
      });

      it('finds what is missed most first, with its share in words', async () => {
        const { page } = seat;
        await seat.go('/soan');
        await page
          .getByRole('main')
          .getByRole('link', { name: t('studio', 'list', 'bank') })
          .click();
        await seat.heading(bank('list', 'title'));
        await page.getByRole('main').getByRole('listitem').first().waitFor();
        await seat.see('bank-list');
        await page.getByText(bank('filters', 'missed'), { exact: true }).click();
        await page.getByRole('main').getByRole('listitem').first().filter({ hasText: missed.title }).waitFor();
        await row().filter({ hasText: 'Sai 42%' }).waitFor();
        await seat.see('bank-missed');
      }, 60_000);

      it('narrows by type and difficulty, and is told in words when nothing is left', async () => {
        const { page } = seat;
        const isPhone = viewport === 'phone';
        if (isPhone) await page.getByRole('button', { name: bank('filters', 'title') }).click();
        const fields = isPhone ? page.getByRole('dialog') : page.getByRole('main');
        await fields.getByLabel(bank('filters', 'kind')).selectOption('single');
        if (isPhone) {
          await seat.see('bank-filters');
          await fields.getByRole('button', { name: bank('filters', 'show') }).click();
        }
        await row().waitFor();
        const words = page.getByLabel(bank('filters', 'find'));
        await words.fill('khong co cau nao nhu vay');
        await page.getByText(bank('list', 'noneTitle')).waitFor();
        await seat.see('bank-none');
        await seat.press(bank('list', 'clear'));
        await words.fill(missed.code);
        await row().waitFor();
        expect(await page.getByRole('main').getByRole('listitem').count()).toBe(1);
      }, 60_000);

      it('opens the question with its key and who chose what', async () => {
        const { page } = seat;
        await row().click();
        await seat.heading(missed.title);
        await page.getByText('50 lượt chọn (42%)').waitFor();
        await page.getByText('70 lượt chọn (58%)').waitFor();
        await seat.see('bank-question');
        await page.getByText(bank('history', 'first')).waitFor();
      }, 60_000);

      it('asks for which quiz a new question is', async () => {
        const { page } = seat;
        await seat.go('/ngan-hang');
        await seat.press(bank('list', 'add'));
        await page.getByRole('dialog').waitFor();
        await seat.see('bank-add');
      }, 60_000);

      it('reads it in English', async () => {
        const { page } = seat;
        await page.evaluate(`localStorage.setItem('us.locale', 'en')`);
        await seat.go('/ngan-hang?xep=sai');
        await page.getByRole('main').getByRole('listitem').first().waitFor();
        await seat.see('bank-list-en');
        await row().click();
        await seat.heading(missed.title);
        await seat.see('bank-question-en');
        expect(seat.faults).toEqual([]);
      }, 60_000);
    },
  );

  it('and edits a question in a draft begun from what learners have', async () => {
    const seat = await takeSeat(desk, 'phone', LECTURER);
    await seat.go(`/ngan-hang/${missed.id}`);
    await seat.press(bank('edit', 'edit'));
    await seat.page.getByText(bank('edit', 'startTitle')).waitFor();
    await seat.see('bank-start');
    await seat.press(bank('edit', 'start'));
    await seat.page.waitForURL(new RegExp(`/soan/[0-9a-f-]+/bai/[a-z0-9-]+\\?cau=${missed.code}$`));
    await seat.go(`/ngan-hang/${missed.id}`);
    const edit = seat.page.getByRole('link', { name: bank('edit', 'edit') });
    await edit.waitFor();
    expect(await edit.getAttribute('href')).toContain(`?cau=${missed.code}`);
    await seat.context.close();
  }, 90_000);

  it('a school officer reads it and is told who may edit', async () => {
    const seat = await takeSeat(desk, 'desktop', SCHOOL);
    await seat.go(`/ngan-hang/${missed.id}`);
    await seat.heading(missed.title);
    await seat.page.getByText(bank('edit', 'notYours')).waitFor();
    await seat.see('bank-question-read');
    expect(await seat.page.getByRole('link', { name: bank('edit', 'edit') }).count()).toBe(0);
    await seat.context.close();
  }, 60_000);
});
