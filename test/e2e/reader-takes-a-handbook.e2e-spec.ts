import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HandbookDto } from '../../src/catalogue/dto/handbook.dto.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildPerson, buildSession } from '../support/builders.js';
import type { HttpClient } from '../support/http-client.js';
import { waitUntil } from '../support/processes.js';
import { publishQuizCourse } from '../support/quiz-course.js';

describe('a reader takes a course along as a book', () => {
  let test: TestApp;
  let slug: string;
  const readers: HttpClient[] = [];

  beforeAll(async () => {
    test = await startTestApp({ role: 'all', seed: false });
    ({ slug } = await publishQuizCourse(test.database.dataSource));
    for (let i = 0; i < 6; i += 1) {
      const { id } = await buildPerson(test.database.dataSource);
      const { cookie } = await buildSession(test.database.dataSource, id);
      const client = test.client();
      client.keep('us_session', cookie);
      readers.push(client);
    }
  });

  afterAll(() => test.stop());

  it.each([
    ['epub', 'PK\u0003\u0004', '.epub'],
    ['pdf-a5', '%PDF-1.7', '-a5.pdf'],
  ])('%s: six ask at once, the queue makes one, everybody gets it', async (format, begins, ends) => {
    const address = `/api/v1/courses/${slug}/handbooks`;
    const asked = await Promise.all(readers.map((reader) => reader.post<HandbookDto>(address, { format })));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([201]));
    const ids = new Set(asked.map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    const reader = readers[0] as HttpClient;
    const state = () => reader.get<HandbookDto>(`/api/v1/handbooks/${id}`);
    await waitUntil('the handbook is made', async () => (await state()).body.state === 'ready');
    const { body } = await state();
    expect(body).toMatchObject({ progressPercent: 100, fileName: `${slug}${ends}` });
    const files = await Promise.all(readers.map((each) => each.get(`/api/v1/handbooks/${id}/file`)));
    for (const file of files) {
      expect(file.status).toBe(200);
      expect(file.text.startsWith(begins)).toBe(true);
    }
    const jobs = await test.database.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM outbox_entry WHERE job = 'catalogue.make-handbook' AND payload->>'handbookId' = $1`,
      [id],
    );
    expect(jobs).toEqual([{ count: 1 }]);
  });
});
