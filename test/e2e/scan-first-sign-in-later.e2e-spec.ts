import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClassRegistrationService } from '../../src/classes/class-registration.service.js';
import { ClassesModule } from '../../src/classes/classes.module.js';
import { AttendanceEvent } from '../../src/classes/entities/attendance-event.entity.js';
import type { ClassSession } from '../../src/classes/entities/class-session.entity.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import { FeatureWorld } from '../support/feature-world.js';
import type { Answer, HttpClient } from '../support/http-client.js';
import { ClassRoom } from '../support/training-class.js';

const PASSWORD = 'mật khẩu của tôi';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const NAME = 'Nguyễn Thị <b>Hồng</b> & "Nhung"';

describe('scan first, sign in later', () => {
  let world: FeatureWorld;
  let room: ClassRoom;
  let session: ClassSession;
  let personId: string;
  let phone: HttpClient;
  let login: string;
  let sequence = 0;

  const path = () => `/d/${room.shown(session).token}`;
  const submit = (url: string, fields: Record<string, string>): Promise<Answer<string>> =>
    phone.send('POST', url, new URLSearchParams(fields).toString(), FORM);
  const receiptOf = (answer: Answer<string>) => /name="receipt" value="([^"]*)"/.exec(answer.text)?.[1] ?? '';
  const events = () => world.dataSource.manager.findBy(AttendanceEvent, { personId });

  async function register(fullName: string, classId: string): Promise<{ id: string; login: string }> {
    sequence += 1;
    const phoneNumber = `09080000${String(sequence).padStart(2, '0')}`;
    const id = await world.admit(fullName);
    await world.dataSource.transaction((tx) =>
      world.get(IdentityService).openAccount(tx, { personId: id, password: PASSWORD, logins: [phoneNumber] }),
    );
    await world.get(ClassRegistrationService).register(world.actor(id), classId);
    return { id, login: phoneNumber };
  }

  beforeAll(async () => {
    world = await FeatureWorld.start([ClassesModule], { http: true });
    room = await ClassRoom.furnish(world);
  }, 60_000);
  afterAll(() => world.stop());

  beforeEach(async () => {
    world.clock.set('2026-11-24T00:58:00Z');
    const title = 'Buổi <script>alert(1)</script>';
    const opened = await room.open([{ ...room.session('in-person', 2, 120), title }]);
    session = opened.sessions[0] as ClassSession;
    ({ id: personId, login } = await register(NAME, opened.id));
    phone = world.browser();
  });

  it('a page with the sign-in fields, without a script, that writes nothing when opened', async () => {
    const page = await phone.get<string>(path());
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).toContain('name="password"');
    expect(page.text).not.toContain('<script');
    expect(page.headers['content-security-policy']).toContain(`script-src 'none'`);
    expect(page.text).toContain('Buổi &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(await world.dataSource.query('SELECT count(*)::int AS n FROM attendance_event')).toEqual([{ n: 0 }]);
  });

  it('who signs in twenty minutes later was there when the code was scanned', async () => {
    const url = path();
    const page = await phone.get<string>(url);
    const scannedAt = world.clock.now();
    world.clock.advance({ minutes: 20 });
    const done = await submit(url, { receipt: receiptOf(page), name: login, password: PASSWORD });
    expect(done.status).toBe(200);
    expect(done.text).toContain('Đã điểm danh, 07:58');
    expect(done.text).toContain('Nguyễn Thị &lt;b&gt;Hồng&lt;/b&gt; &amp; &quot;Nhung&quot;');
    expect(await events()).toMatchObject([{ kind: 'qr-check-in', grade: 'on-time', occurredAt: scannedAt }]);
    expect((await phone.get('/api/v1/session')).status).toBe(200);
  });

  it('after a wrong password the same form comes back with the receipt, and the scan still counts', async () => {
    const url = path();
    const page = await phone.get<string>(url);
    world.clock.advance({ minutes: 5 });
    const refused = await submit(url, { receipt: receiptOf(page), name: login, password: 'sai' });
    expect(refused.status).toBe(401);
    expect(refused.text).toContain('mật khẩu chưa đúng');
    expect(receiptOf(refused)).toBe(receiptOf(page));
    expect(refused.text).toContain(`value="${login}"`);
    const done = await submit(url, { receipt: receiptOf(refused), name: login, password: PASSWORD });
    expect(done.text).toContain('Đã điểm danh, 07:58');
  });

  it('a receipt helps nobody else: not in another browser, not after half an hour', async () => {
    const url = path();
    const receipt = receiptOf(await phone.get<string>(url));
    world.clock.advance({ minutes: 5 });
    phone = world.browser();
    const forwarded = await submit(url, { receipt, name: login, password: PASSWORD });
    expect(forwarded.status).toBe(409);
    expect(forwarded.text).toContain('Mã điểm danh đã đổi');
    expect(await events()).toEqual([]);
  });

  it('a receipt older than half an hour is worth nothing', async () => {
    const url = path();
    const receipt = receiptOf(await phone.get<string>(url));
    world.clock.advance({ minutes: 30, seconds: 1 });
    expect((await submit(url, { receipt, name: login, password: PASSWORD })).status).toBe(409);
  });

  it('who is signed in presses one button, or lets the page’s own script press it', async () => {
    await phone.signIn(login, PASSWORD);
    const url = path();
    const page = await phone.get<string>(url);
    expect(page.text).toContain('Điểm danh cho');
    expect(page.text).not.toContain('name="password"');
    expect(page.text).toContain('src="/pages/auto-submit.js"');
    expect((await phone.get<string>('/pages/auto-submit.js')).text).toContain('requestSubmit');
    const done = await submit(url, { receipt: receiptOf(page) });
    expect(done.text).toContain('Đã điểm danh, 07:58');
    const again = await submit(url, { receipt: receiptOf(page) });
    expect(again.text).toContain('đã điểm danh từ trước');
    expect(await events()).toHaveLength(1);
  });

  it('a shared phone: the next person signs in on the answer page and gets their own mark', async () => {
    const url = path();
    const first = await submit(url, {
      receipt: receiptOf(await phone.get<string>(url)),
      name: login,
      password: PASSWORD,
    });
    const colleague = await register('Lê Văn Đồng Nghiệp', session.trainingClassId);
    world.clock.advance({ minutes: 3 });
    const second = await submit(url, { receipt: receiptOf(first), name: colleague.login, password: PASSWORD });
    expect(second.text).toContain('Lê Văn Đồng Nghiệp');
    expect(await world.dataSource.manager.countBy(AttendanceEvent, { personId: colleague.id })).toBe(1);
    const now = await phone.get<{ person: { id: string } }>('/api/v1/session');
    expect(now.body.person.id).toBe(colleague.id);
  });

  it('says in the reader’s language what is wrong with a code', async () => {
    const { token } = room.shown(session);
    world.clock.advance({ minutes: 2 });
    const old = await phone.get<string>(`/d/${token}`);
    expect([old.status, old.text.includes('Mã điểm danh đã đổi')]).toEqual([409, true]);
    const english = await phone.get<string>(`/d/${token}?lang=en`);
    expect(english.text).toContain('The check-in code has changed');
    expect(english.text).toContain('<html lang="en">');
    const forged = await phone.get<string>(`/d/${token.slice(0, -3)}AAA`);
    expect(forged.status).toBe(422);
    // The language that was asked for is kept.
    expect(forged.text).toContain('The check-in code is not right');
  });

  it('refuses a form of another site', async () => {
    await phone.signIn(login, PASSWORD);
    const answer = await phone.send<string>('POST', path(), '', { ...FORM, origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(await events()).toEqual([]);
  });
});
