import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids/new-id.js';
import { buildOutboxEntry } from '../support/builders.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { headerOf, MailServer } from '../support/mail-server.js';
import { removeDataDir, startServer, waitUntil, type ServerProcess } from '../support/processes.js';

const MAILS = 5;

let database: TestDatabase;
let mail: MailServer;
const workers: ServerProcess[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  mail = await MailServer.start();
}, 60_000);
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  await Promise.all(workers.map(removeDataDir));
  await mail.stop();
  await database.drop();
}, 60_000);

const startWorker = async () => {
  const worker = await startServer({
    env: {
      ...{ ROLE: 'worker', DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl },
      ...{ MAIL_URL: mail.url, MAIL_FROM: 'khong-tra-loi@kynang.example.vn' },
    },
  });
  workers.push(worker);
  return worker;
};

/** Somebody with an address, and a line on its way there. */
async function queueMail(at: number): Promise<void> {
  const [personId, notificationId, batchId] = [newId(), newId(), newId()];
  const run = (sql: string, values: unknown[]) => database.dataSource.query(sql, values);
  await run(
    `INSERT INTO person (id, full_name, full_name_folded, sort_name, created_at) VALUES ($1, $2, $2, $2, now())`,
    [personId, `nguoi ${at}`],
  );
  await run(
    `INSERT INTO user_account (id, person_id, password_hash, state, locale, created_at)
     VALUES ($1, $2, 'x', 'active', 'vi', now())`,
    [newId(), personId],
  );
  await run(
    `INSERT INTO contact (id, person_id, channel, address, rhythm, rhythm_since, confirmed_at, code_tries, codes_sent)
     VALUES ($1, $2, 'mail', $3, 'at-once', now(), now(), 0, 0)`,
    [newId(), personId, `nguoi.${at}@congdoan.example.vn`],
  );
  await run(
    `INSERT INTO notification (id, person_id, dedupe_key, kind, params, link, created_at)
     VALUES ($1, $2, 'x', 'certificate-issued', '{}', '/chung-chi', now())`,
    [notificationId, personId],
  );
  await run(
    `INSERT INTO notification_delivery (id, notification_id, channel, batch_id, state, attempts, created_at)
     VALUES ($1, $2, 'mail', $1, 'queued', 0, now())`,
    [batchId, notificationId],
  );
  await buildOutboxEntry(database.dataSource, 'notification.deliver-message', { batchId });
}

const states = async () => {
  const rows = await database.dataSource.query<{ state: string }[]>('SELECT state FROM notification_delivery');
  return rows.map(({ state }) => state);
};

it('a worker killed after the mail server took a mail: it goes out again with the same id, and none is lost', async () => {
  // The server keeps what it took, and its answer waits: the worker dies without ever hearing of it.
  mail.answers = 'never';
  for (let at = 0; at < MAILS; at += 1) await queueMail(at);
  const first = await startWorker();
  await waitUntil('a mail is taken', async () => mail.mails.length > 0, 120_000);
  await first.end('SIGKILL');
  expect(await states()).toEqual(Array(MAILS).fill('queued'));
  const taken = mail.mails.length;

  mail.answers = 'at-once';
  // A dead worker's claim holds for two minutes; nobody waits for it here.
  await database.dataSource.query('UPDATE notification_delivery SET claimed_until = now()');
  await startWorker();
  await waitUntil('all are sent', async () => (await states()).every((state) => state === 'sent'), 240_000);

  const addresses = mail.mails.flatMap(({ to }) => to);
  expect(new Set(addresses).size).toBe(MAILS);
  // One mail again for each that was taken unheard, and no other.
  expect(addresses).toHaveLength(MAILS + taken);
  const again = mail.mails.slice(taken).filter(({ to }) => addresses.slice(0, taken).includes(to[0] ?? ''));
  expect(again).toHaveLength(taken);
  for (const one of again) {
    const before = mail.mails.find(({ to }) => to[0] === one.to[0]);
    expect(before && headerOf(before, 'Message-ID')).toBe(headerOf(one, 'Message-ID'));
  }
}, 400_000);
