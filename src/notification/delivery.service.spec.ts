import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { headerOf, MailServer, plainOf, type ReceivedMail } from '../../test/support/mail-server.js';
import { IdentityService } from '../identity/identity.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Config } from '../platform/config/config.js';
import { OutboxEntry } from '../platform/jobs/entities/outbox-entry.entity.js';
import { MailChannel } from './channels/mail-channel.service.js';
import { ContactService } from './contact.service.js';
import { Contact, type Rhythm } from './entities/contact.entity.js';
import { NotificationDelivery } from './entities/notification-delivery.entity.js';
import { NotificationDigest } from './entities/notification-digest.entity.js';
import { Notification } from './entities/notification.entity.js';
import { WORDED_KINDS } from './message.rules.js';
import { NotificationJobs } from './notification.jobs.js';
import { NotificationModule } from './notification.module.js';
import { NotificationService, type Tiding } from './notification.service.js';

let world: FeatureWorld;
let server: MailServer;
let jobs: NotificationJobs;
let contacts: ContactService;

/** 10:00 in Viet Nam. */
const MORNING = '2026-11-21T03:00:00Z';

beforeAll(async () => {
  world = await FeatureWorld.start([NotificationModule]);
  server = await MailServer.start();
  jobs = world.get(NotificationJobs);
  contacts = world.get(ContactService);
});
afterAll(async () => {
  await world.stop();
  await server.stop();
});
beforeEach(() => {
  world.clock.set(MORNING);
  Object.assign(world.config, { MAIL_URL: server.url, MAIL_FROM: 'khong-tra-loi@kynang.example.vn' });
});
afterEach(async () => {
  server.refuse = {};
  server.mails.length = 0;
  await world.dataSource.query(
    'DELETE FROM contact; DELETE FROM notification; DELETE FROM notification_digest; DELETE FROM outbox_entry',
  );
});

let people = 0;

/** Does what the worker does with everything asked for; @returns the errors that would make it try again */
async function work(): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (;;) {
    const entries = await world.dataSource.manager.find(OutboxEntry, { order: { createdAt: 'ASC' } });
    if (entries.length === 0) return errors;
    for (const { id, job, payload } of entries) {
      await world.dataSource.manager.delete(OutboxEntry, { id });
      const run =
        job === 'notification.send-contact-code'
          ? jobs.sendContactCode(payload as never)
          : jobs.deliverMessage(payload as never);
      await run.catch((error: unknown) => errors.push(error));
    }
  }
}

async function reader(rhythm: Rhythm, locale: 'vi' | 'en' = 'vi'): Promise<Actor & { address: string }> {
  people += 1;
  const personId = await world.admit(`Người đọc ${people}`);
  await world.dataSource.transaction((tx) =>
    world.get(IdentityService).openAccount(tx, { personId, password: { hash: 'x' }, logins: [`ND-${people}`], locale }),
  );
  const actor = world.actor(personId);
  const address = `nguoi.doc.${people}@congdoan.example.vn`;
  await contacts.change(actor, { address, rhythm });
  await work();
  const code = codeIn(server.mails.pop());
  await contacts.confirm(actor, code);
  return { ...actor, address };
}

const codeIn = (mail: ReceivedMail | undefined): string =>
  /(?:anh\/chị là|code is) (\d{6})/.exec(mail ? plainOf(mail) : '')?.[1] ?? '';

let facts = 0;
const tell = (to: Actor, more: Partial<Tiding> = {}) =>
  world.dataSource.transaction((tx) =>
    world.get(NotificationService).tell(tx, {
      ...{ personId: to.personId, dedupeKey: `fact:${(facts += 1)}`, kind: 'certificate-issued', params: {} },
      ...{ link: '/chung-chi/1', ...more },
    }),
  );

const deliveries = () =>
  world.dataSource.manager.find(NotificationDelivery, { order: { createdAt: 'ASC', id: 'ASC' } });

describe('mail at once', () => {
  it('carries the sentence of the inbox in the reader’s language, as text and as HTML', async () => {
    const [thao, anne] = [await reader('at-once'), await reader('at-once', 'en')];
    // One after the other: jobs that wait together may go in any order.
    await tell(thao, { kind: 'password-reset-asked', params: { person: 'Đỗ Thị Ổi' } });
    expect(await work()).toEqual([]);
    await tell(anne);
    expect(await work()).toEqual([]);
    await tell(thao, { kind: 'of-a-newer-release' });
    expect(await work()).toEqual([]);
    expect(server.mails.map(({ to }) => to)).toEqual([[thao.address], [anne.address], [thao.address]]);
    const [first, second, third] = server.mails.map(plainOf);
    expect(first).toContain('Subject: Đỗ Thị Ổi nhờ anh/chị đặt lại mật khẩu.');
    expect(first).toContain('https://kynang.example.vn/chung-chi/1');
    expect(first).toMatch(/text\/plain[^]*text\/html[^]*lang="vi"/);
    expect(second).toContain('Subject: You have been issued a certificate.');
    expect(third).toContain('Anh/chị có một thông báo mới.');
    expect(headerOf(server.mails[0]!, 'Auto-Submitted')).toBe('auto-generated');
    expect((await deliveries()).map(({ state, attempts }) => [state, attempts])).toEqual(Array(3).fill(['sent', 1]));
  });

  it('goes to nobody without a confirmed address, with another rhythm, or where no server is set up', async () => {
    const [none, daily, unconfirmed] = [await reader('none'), await reader('daily'), await reader('at-once')];
    await contacts.change(unconfirmed, { address: 'khac@congdoan.example.vn', rhythm: 'at-once' });
    await work();
    server.mails.length = 0;
    for (const one of [none, daily, unconfirmed]) await tell(one);
    const reached = await reader('at-once');
    delete world.config.MAIL_URL;
    await tell(reached);
    await jobs.releaseHeld();
    await jobs.sendDigests();
    expect(await world.dataSource.manager.count(OutboxEntry)).toBe(0);
    expect([await deliveries(), server.mails]).toEqual([[], []]);
  });

  it('sends a fact once, however often it is told and its job runs', async () => {
    const one = await reader('at-once');
    await Promise.all(Array.from({ length: 20 }, () => tell(one, { dedupeKey: 'same' })));
    const [delivery] = await deliveries();
    const batchId = delivery?.batchId ?? '';
    await Promise.allSettled(Array.from({ length: 10 }, () => jobs.deliverMessage({ batchId })));
    await work();
    expect(server.mails).toHaveLength(1);
  });

  it('sends nothing that was read before, and nothing to who does not want it any more', async () => {
    const [quick, changed] = [await reader('at-once'), await reader('at-once')];
    await tell(quick);
    await tell(changed);
    await world.dataSource.manager.update(Notification, { personId: quick.personId }, { readAt: world.clock.now() });
    await contacts.change(changed, { address: changed.address, rhythm: 'none' });
    await work();
    expect(server.mails).toEqual([]);
    expect((await deliveries()).map(({ state, outcome }) => [state, outcome])).toEqual([
      ['given-up', 'read'],
      ['given-up', 'not-wanted'],
    ]);
  });
});

describe('at night', () => {
  it('waits for the morning, unless it is urgent', async () => {
    const one = await reader('at-once');
    world.clock.set('2026-11-21T14:00:00Z');
    await tell(one);
    await tell(one, { isUrgent: true, kind: 'password-reset-asked', params: { person: 'An' } });
    await work();
    expect(server.mails).toHaveLength(1);
    expect(plainOf(server.mails[0]!)).toContain('An nhờ anh/chị');
    world.clock.set('2026-11-21T22:59:59Z');
    await jobs.releaseHeld();
    await work();
    expect(server.mails).toHaveLength(1);
    world.clock.set('2026-11-21T23:00:00Z');
    await jobs.releaseHeld();
    await jobs.releaseHeld();
    await work();
    expect(server.mails).toHaveLength(2);
  });
});

describe('the daily digest', () => {
  const nextDay = (hour: string) => world.clock.set(`2026-11-22T${hour}:00Z`);

  it('gathers what is unread, once a day, with nothing twice', async () => {
    const [one, other] = [await reader('daily'), await reader('daily', 'en')];
    for (let i = 0; i < 3; i++) await tell(one);
    await tell(other);
    await tell(one);
    await world.dataSource.query(`UPDATE notification SET read_at = now() WHERE dedupe_key = 'fact:${facts}'`);
    await jobs.sendDigests();
    expect(server.mails).toEqual([]);
    nextDay('00:00');
    await Promise.all([jobs.sendDigests(), jobs.sendDigests()]);
    await tell(one);
    await jobs.sendDigests();
    expect(await work()).toEqual([]);
    const subjects = server.mails.map((mail) => [mail.to[0], /Subject: (.*)/.exec(plainOf(mail))?.[1]]).sort();
    expect(subjects).toEqual(
      [
        [one.address, expect.stringContaining('Anh/chị có 3 thông báo mới')],
        [other.address, expect.stringContaining('You have been issued a certificate.')],
      ].sort(([a], [b]) => String(a).localeCompare(String(b))),
    );
    expect(await world.dataSource.manager.count(NotificationDigest)).toBe(2);
    world.clock.advance({ days: 1 });
    await jobs.sendDigests();
    await work();
    expect(server.mails).toHaveLength(3);
    await jobs.sendDigests();
    expect(await work()).toEqual([]);
    expect(server.mails).toHaveLength(3);
  });

  it('has no line older than the wish, and none in the evening', async () => {
    const one = await reader('none');
    await tell(one);
    world.clock.advance({ minutes: 1 });
    await contacts.change(one, { address: one.address, rhythm: 'daily' });
    nextDay('02:00');
    await jobs.sendDigests();
    await tell(one);
    world.clock.set('2026-11-23T14:00:00Z');
    await jobs.sendDigests();
    expect(await work()).toEqual([]);
    expect(server.mails).toEqual([]);
    world.clock.set('2026-11-24T00:00:00Z');
    await jobs.sendDigests();
    await work();
    expect(server.mails).toHaveLength(1);
  });
});

describe('failures', () => {
  it('a server that cannot take it now is asked again, by the queue and by the hour, for two days', async () => {
    const one = await reader('at-once');
    server.refuse = { recipient: 451 };
    await tell(one);
    expect(await work()).toEqual([expect.objectContaining({ reason: 'EENVELOPE RCPT 451' })]);
    expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 1, outcome: 'EENVELOPE RCPT 451' }]);
    world.clock.advance({ minutes: 59 });
    await jobs.releaseHeld();
    expect(await work()).toEqual([]);
    world.clock.advance({ minutes: 1 });
    await jobs.releaseHeld();
    expect(await work()).toHaveLength(1);
    server.refuse = {};
    world.clock.advance({ hours: 1 });
    await jobs.releaseHeld();
    expect(await work()).toEqual([]);
    expect(server.mails).toHaveLength(1);
    await tell(one);
    server.refuse = { content: 452 };
    world.clock.advance({ days: 2 });
    expect(await work()).toEqual([]);
    expect((await deliveries()).at(-1)).toMatchObject({
      state: 'given-up',
      outcome: 'EMESSAGE DATA 452',
      heldUntil: null,
    });
  });

  it('an address that its server does not know is given up, told in the inbox, and not used again', async () => {
    const one = await reader('at-once');
    server.refuse = { recipient: 550 };
    await tell(one);
    await tell(one);
    expect(await work()).toEqual([]);
    expect((await deliveries()).map(({ state, outcome }) => [state, outcome]).sort()).toEqual([
      ['given-up', 'EENVELOPE RCPT 550'],
      ['given-up', 'not-wanted'],
    ]);
    const { items } = await world.get(NotificationService).list(one);
    expect(items.filter(({ kind }) => kind === 'mail-refused')).toMatchObject([{ link: '/toi', params: {} }]);
    expect(await contacts.read(one)).toMatchObject({ address: one.address, isConfirmed: false });
    server.refuse = {};
    await tell(one);
    expect(await work()).toEqual([]);
    expect(server.mails).toEqual([]);
  });

  it('content that is refused is given up and told; the address stays', async () => {
    const one = await reader('at-once');
    server.refuse = { content: 554 };
    await tell(one);
    expect(await work()).toEqual([]);
    expect(await deliveries()).toMatchObject([{ state: 'given-up', outcome: 'EMESSAGE DATA 554' }]);
    expect((await contacts.read(one)).isConfirmed).toBe(true);
    expect(await world.dataSource.manager.countBy(Notification, { kind: 'mail-refused' })).toBe(1);
  });

  it('a process that died before it could mark the mail sends that one again, recognisably, and no other', async () => {
    const one = await reader('at-once');
    await tell(one);
    await work();
    const [{ batchId } = { batchId: '' }] = await deliveries();
    // As kill -9 leaves it: in hand, the mail gone.
    const claimedUntil = new Date(world.clock.now().getTime() + 120_000);
    await world.dataSource.manager.update(
      NotificationDelivery,
      { batchId },
      { state: 'queued', sentAt: null, claimedUntil },
    );
    await expect(jobs.deliverMessage({ batchId })).rejects.toMatchObject({ reason: 'in-hand' });
    world.clock.advance({ minutes: 2 });
    await jobs.deliverMessage({ batchId });
    await jobs.deliverMessage({ batchId });
    expect(server.mails.map((mail) => headerOf(mail, 'Message-ID'))).toEqual(
      Array(2).fill(`<${batchId}@kynang.example.vn>`),
    );
  });

  it('no error names the address, not even when there is no server', async () => {
    const message = {
      id: '1',
      to: 'ai-do@congdoan.example.vn',
      locale: 'vi' as const,
      subject: 'x',
      text: 'x',
      html: 'x',
    };
    const faults: unknown[] = [];
    for (const url of ['smtp://127.0.0.1:9', server.url]) {
      const channel = new MailChannel(Object.assign(new Config(), { MAIL_URL: url, MAIL_FROM: 'a@b.vn' }));
      server.refuse = { recipient: 550 };
      await channel.send(message).catch((error: unknown) => faults.push(error));
      channel.onApplicationShutdown();
    }
    expect(faults).toMatchObject([{ reason: expect.stringMatching(/^ESOCKET|^ECONN/) }, { ofAddress: true }]);
    expect(inspect(faults, { depth: 9, showHidden: true })).not.toContain('ai-do');
  });
});

describe('what people write into names and titles', () => {
  const evil = 'Thắm\r\nBcc: ke-gian@example.com\r\n\r\n<script>alert(1)</script>\u202e\u2028{person}"';

  it('makes no header, no markup and no turned text', async () => {
    const one = await reader('at-once');
    await tell(one, { kind: 'password-reset-asked', params: { person: evil } });
    expect(await work()).toEqual([]);
    const [mail] = server.mails;
    expect(mail?.to).toEqual([one.address]);
    expect(mail?.headers.map(([name]) => name.toLowerCase())).not.toContain('bcc');
    expect(headerOf(mail!, 'Subject')).not.toBeNull();
    const plain = plainOf(mail!);
    expect(plain).toContain('Subject: Thắm Bcc: ke-gian@example.com');
    expect(plain.slice(plain.indexOf('text/html'))).toContain('&lt;script&gt;');
    expect(plain.slice(plain.indexOf('text/html'))).not.toMatch(/<script/);
    expect(plain).not.toMatch(/[\u202e\u2028]/);
  });
});

describe('confirming an address', () => {
  it('takes the code of the mail; five wrong ones end it, and a day has five codes', async () => {
    const one = await reader('at-once');
    const address = 'Moi.Toanh@CongDoan.Example.VN ';
    expect(await contacts.change(one, { address, rhythm: 'daily' })).toEqual({
      ...{ isOffered: true, isConfirmed: false, rhythm: 'daily', address: 'Moi.Toanh@congdoan.example.vn' },
    });
    await work();
    const code = codeIn(server.mails.pop());
    const wrong = code === '000000' ? '000001' : '000000';
    const refused = (typed: string) => refusalOf(contacts.confirm(one, typed));
    for (let i = 0; i < 5; i++) expect(await refused(wrong)).toBe('contact-code-refused');
    expect(await refused(code)).toBe('contact-code-refused');
    world.clock.advance({ seconds: 1 });
    for (let i = 0; i < 3; i++) await contacts.sendCode(one);
    expect(await refusalOf(contacts.sendCode(one))).toBe('too-many-codes');
    expect(await refusalOf(contacts.change(one, { address: 'x@y.vn', rhythm: 'none' }))).toBe('too-many-codes');
    await contacts.change(one, { address: null, rhythm: 'at-once' });
    expect(await refusalOf(contacts.change(one, { address, rhythm: 'none' }))).toBe('too-many-codes');
    world.clock.advance({ days: 1 });
    await contacts.change(one, { address, rhythm: 'daily' });
    world.clock.advance({ seconds: 1 });
    await contacts.sendCode(one);
    server.mails.length = 0;
    await work();
    expect(server.mails).toHaveLength(1);
    const last = codeIn(server.mails[0]);
    world.clock.advance({ hours: 24 });
    expect(await refused(last)).toBe('contact-code-refused');
    world.clock.advance({ seconds: -1 });
    expect(await contacts.confirm(one, ` ${last.slice(0, 3)} ${last.slice(3)}`)).toMatchObject({ isConfirmed: true });
  });

  it('tells in the inbox when the address is refused for good', async () => {
    const one = await reader('at-once');
    server.refuse = { recipient: 553 };
    await contacts.change(one, { address: 'sai@congdoan.example.vn', rhythm: 'daily' });
    expect(await work()).toEqual([]);
    expect(await world.dataSource.manager.countBy(Notification, { kind: 'mail-refused' })).toBe(1);
  });

  it('is not offered where no server is set up; an address that is none is refused by the database too', async () => {
    const one = await reader('none');
    delete world.config.MAIL_URL;
    expect(await contacts.read(one)).toMatchObject({ isOffered: false });
    expect(await refusalOf(contacts.change(one, { address: 'a@b.vn', rhythm: 'none' }))).toBe('mail-not-offered');
    expect(await contacts.change(one, { address: null, rhythm: 'daily' })).toMatchObject({
      address: null,
      rhythm: 'none',
    });
    const injected = world.dataSource.manager.update(
      Contact,
      { personId: one.personId },
      { address: 'a@b.vn\r\nRCPT TO:<c@d.vn>' },
    );
    await expect(injected).rejects.toThrow('ck_contact_address');
  });
});

it('erasing a person takes address, digests and what was on its way', async () => {
  const [one, other] = [await reader('at-once'), await reader('daily')];
  for (const each of [one, other]) await tell(each);
  world.clock.set('2026-11-22T00:00:00Z');
  await jobs.sendDigests();
  for (const { personId } of [one, other]) await jobs.erasePerson({ personId });
  expect(await work()).toEqual([]);
  expect(server.mails).toEqual([]);
  for (const table of [Contact, NotificationDigest, NotificationDelivery])
    expect(await world.dataSource.manager.count(table)).toBe(0);
});

it('words every kind that the inbox of the web client words', () => {
  const catalogue = JSON.parse(readFileSync('web/src/i18n/vi.json', 'utf8')) as {
    inbox: { kinds: Record<string, string> };
  };
  const kinds = Object.keys(catalogue.inbox.kinds).filter((kind) => !['other', 'mail-refused'].includes(kind));
  expect(kinds.sort()).toEqual([...WORDED_KINDS].sort());
});
