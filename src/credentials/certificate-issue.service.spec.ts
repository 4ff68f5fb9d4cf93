import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { ClassRoom } from '../../test/support/training-class.js';
import { AttendanceMarkService } from '../classes/attendance-mark.service.js';
import type { ClassSession } from '../classes/entities/class-session.entity.js';
import { Enrolment } from '../enrolment/entities/enrolment.entity.js';
import { Notification } from '../notification/entities/notification.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { OutboxEntry } from '../platform/jobs/entities/outbox-entry.entity.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { CertificateDrawingService } from './certificate-drawing.service.js';
import { CertificateIssueService } from './certificate-issue.service.js';
import type { CertificateDrawing } from './certificate-pdf/certificate-drawing.js';
import { draw } from './certificate-pdf/certificate-template.js';
import { CertificateService } from './certificate.service.js';
import { CredentialsModule } from './credentials.module.js';
import { CertificateRegister } from './entities/certificate-register.entity.js';
import { Certificate } from './entities/certificate.entity.js';
import { VerificationService } from './verification.service.js';

class InThreadRenderer extends PdfRenderer {
  async render(_template: URL, data: object): Promise<Buffer> {
    return draw(data as CertificateDrawing);
  }
}

const NAME = 'Nguyễn Thị Hồng Ẩn';
const TITLE = { vi: 'Đối thoại tại nơi làm việc', en: 'Workplace dialogue' };

let world: FeatureWorld;
let room: ClassRoom;
let issuing: CertificateIssueService;
let verification: VerificationService;

beforeAll(async () => {
  world = await FeatureWorld.start([CredentialsModule], { pdf: new InThreadRenderer() });
  room = await ClassRoom.furnish(world);
  issuing = world.get(CertificateIssueService);
  verification = world.get(VerificationService);
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.clock.set('2026-11-25T02:00:00Z'));

/** A person who has completed a course without a class. */
async function complete(given: { fullName?: string; certificate?: boolean; validMonths?: number | null } = {}) {
  const { fullName = NAME, certificate = true, validMonths = 36 } = given;
  const certificateRule = certificate
    ? {
        kind: 'giay-chung-nhan' as const,
        title: { vi: 'Giấy chứng nhận hoàn thành khoá học' },
        validMonths: validMonths ?? undefined,
      }
    : null;
  const course = await world.publishCourse({ title: TITLE, completionRule: {}, certificateRule });
  const personId = await world.admit(fullName, room.school.id);
  const id = newId();
  const { courseId, revisionId } = course;
  const at = world.clock.now();
  const enrolment = {
    id,
    personId,
    courseId,
    revisionId,
    state: 'completed' as const,
    enrolledAt: at,
    completedAt: at,
  };
  await world.dataSource.manager.insert(Enrolment, enrolment);
  return { enrolmentId: id, personId };
}

const certificateOf = (enrolmentId: string) => world.dataSource.manager.findOneByOrFail(Certificate, { enrolmentId });
const verify = (typed: string) => verification.verify(typed, '203.0.113.9');

describe('issuing', () => {
  it('200 times at once gives one certificate, one number, one message, one drawing', async () => {
    const { enrolmentId, personId } = await complete();
    const before = (await world.dataSource.manager.find(CertificateRegister)).reduce((sum, r) => sum + r.lastNumber, 0);
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => issuing.issue(enrolmentId)));
    expect(outcomes.filter((id) => id !== null)).toHaveLength(1);
    const { id } = await certificateOf(enrolmentId);
    const { manager } = world.dataSource;
    expect(await manager.countBy(Certificate, { enrolmentId })).toBe(1);
    expect(await manager.countBy(Notification, { personId, dedupeKey: `certificate-issued:${id}` })).toBe(1);
    expect(await manager.countBy(AuditEntry, { subjectId: id, action: 'credentials.issue-certificate' })).toBe(1);
    const drawings = await manager.findBy(OutboxEntry, { job: 'credentials.draw-certificate' });
    expect(drawings.filter(({ payload }) => (payload as { certificateId?: string }).certificateId === id)).toHaveLength(
      1,
    );
    const after = (await manager.find(CertificateRegister)).reduce((sum, r) => sum + r.lastNumber, 0);
    expect(after - before).toBe(1);
  }, 60_000);

  it('numbers without gaps, also when some fail midway and all run at once', async () => {
    world.clock.set('2028-03-01T02:00:00Z');
    const owner = new pg.Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    try {
      // The last statement of an issue fails for these: number and snapshot were taken by then.
      await owner.query(`CREATE FUNCTION refuse_some() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT FROM certificate c WHERE c.id = NEW.subject_id
           AND c.snapshot->'holder'->>'fullName' = 'Gây Lỗi') THEN RAISE EXCEPTION 'refused by the test'; END IF;
        RETURN NEW; END $$`);
      await owner.query(
        'CREATE TRIGGER tr_refuse_some BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_some()',
      );
      const people = await Promise.all(
        Array.from({ length: 40 }, (_, n) => complete({ fullName: n % 4 === 0 ? 'Gây Lỗi' : `Người Thứ ${n}` })),
      );
      const jobs = people.flatMap(({ enrolmentId }) => [enrolmentId, enrolmentId]);
      const outcomes = await Promise.allSettled(jobs.map((enrolmentId) => issuing.issue(enrolmentId)));
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20);
    } finally {
      await owner.query('DROP TRIGGER IF EXISTS tr_refuse_some ON audit_entry');
      await owner.query('DROP FUNCTION IF EXISTS refuse_some');
      await owner.end();
    }
    const issued = await world.dataSource.manager.findBy(Certificate, { registerYear: 2028 });
    const numbers = issued.map(({ registerNumber }) => registerNumber).sort();
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => `TLD-2028-${String(n + 1).padStart(6, '0')}`));
  }, 60_000);

  it('does nothing for a course without a certificate, an enrolment under way, or one that is not there', async () => {
    const { enrolmentId } = await complete({ certificate: false });
    expect(await issuing.issue(enrolmentId)).toBeNull();
    const active = await complete();
    await world.dataSource.manager.update(Enrolment, active.enrolmentId, { state: 'active', completedAt: null });
    expect(await issuing.issue(active.enrolmentId)).toBeNull();
    expect(await issuing.issue(newId())).toBeNull();
  });

  it('dates and numbers by the day in Vietnam, and sets the end by the course’s months', async () => {
    world.clock.set('2026-12-31T18:00:00Z');
    const { enrolmentId } = await complete();
    await issuing.issue(enrolmentId);
    expect(await certificateOf(enrolmentId)).toMatchObject({
      issuedOn: '2027-01-01',
      expiresOn: '2030-01-01',
      registerYear: 2027,
      registerNumber: 'TLD-2027-000001',
    });
    const endless = await complete({ validMonths: null });
    await issuing.issue(endless.enrolmentId);
    expect((await certificateOf(endless.enrolmentId)).expiresOn).toBeNull();
  });

  it('is by the organiser of the class that was attended, with its days and results', async () => {
    const opened = await room.open([room.session('in-person', -10, 60), room.session('in-person', 1500, 1560)]);
    const learner = await room.seat(opened.id, NAME);
    const marks = world.get(AttendanceMarkService);
    for (const session of opened.sessions as [ClassSession, ClassSession]) {
      world.clock.set(session.startsAt);
      await marks.mark(room.lecturer, session.id, { personId: learner.personId, mark: 'present', reason: 'Có mặt' });
    }
    const enrolment = await world.dataSource.manager.findOneByOrFail(Enrolment, { personId: learner.personId });
    expect(enrolment.state).toBe('completed');
    await issuing.issue(enrolment.id);
    const { snapshot, registerNumber } = await certificateOf(enrolment.id);
    expect(registerNumber).toMatch(/^TCD-2026-\d{6}$/);
    expect(snapshot).toMatchObject({
      issuer: {
        code: 'TCD',
        name: 'Trường Trung cấp Công đoàn Phương Nam',
        parentName: 'Tổng Liên đoàn Lao động Việt Nam',
      },
      results: { quizPercent: null, attendancePercent: 100 },
      classPeriod: { code: 'TCD-2026-01', from: '2026-11-25', to: '2026-11-26' },
    });
  });
});

describe('the snapshot', () => {
  it('keeps the name in composed form, whatever form it was stored in', async () => {
    const { enrolmentId, personId } = await complete();
    await world.dataSource.query('UPDATE person SET full_name = $2 WHERE id = $1', [personId, NAME.normalize('NFD')]);
    await issuing.issue(enrolmentId);
    const { fullName } = (await certificateOf(enrolmentId)).snapshot.holder;
    expect(fullName).toBe(NAME.normalize('NFC'));
    expect(fullName).not.toBe(NAME.normalize('NFD'));
  });

  it('stays as it was when person, unit and course are renamed later', async () => {
    const { enrolmentId, personId } = await complete();
    await issuing.issue(enrolmentId);
    const { verificationCode, snapshot } = await certificateOf(enrolmentId);
    await world.dataSource.query('UPDATE person SET full_name = $2 WHERE id = $1', [personId, 'Tên Mới']);
    await world.dataSource.query(`UPDATE organisation_period SET name = 'Trường đổi tên' WHERE organisation_id = $1`, [
      room.school.id,
    ]);
    try {
      const { certificate } = await verify(verificationCode);
      expect(certificate.snapshot).toEqual(snapshot);
      expect(certificate.snapshot.holder).toMatchObject({
        fullName: NAME,
        unit: 'Trường Trung cấp Công đoàn Phương Nam',
        office: 'Ủy viên Ban Chấp hành',
      });
    } finally {
      await world.dataSource.query('UPDATE organisation_period SET name = $2 WHERE organisation_id = $1', [
        room.school.id,
        'Trường Trung cấp Công đoàn Phương Nam',
      ]);
    }
  });

  it('cannot be changed in the database', async () => {
    const { enrolmentId } = await complete();
    await issuing.issue(enrolmentId);
    const { id } = await certificateOf(enrolmentId);
    const change = `UPDATE certificate SET snapshot = jsonb_set(snapshot, '{holder,fullName}', '"Kẻ gian"') WHERE id = $1`;
    await expect(world.dataSource.query(change, [id])).rejects.toThrow();
    await expect(world.dataSource.query('DELETE FROM certificate WHERE id = $1', [id])).rejects.toThrow();
  });
});

describe('the PDF', () => {
  let certificateId: string;
  let holder: Actor;
  const pdf = (actor: Actor) => world.get(CertificateService).pdf(actor, certificateId);

  beforeEach(async () => {
    const { enrolmentId, personId } = await complete();
    certificateId = (await issuing.issue(enrolmentId)) ?? '';
    holder = world.actor(personId);
  });

  it('is being made until the job has drawn it, once', async () => {
    await expect(pdf(holder)).rejects.toMatchObject({
      code: 'certificate-being-made',
      extras: { retryAfterSeconds: 3 },
    });
    const drawing = world.get(CertificateDrawingService);
    await Promise.all([drawing.draw(certificateId), drawing.draw(certificateId)]);
    const first = await pdf(holder);
    expect(first.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(first.fileName).toMatch(/^TLD-2026-\d{6}\.pdf$/);
    await drawing.draw(certificateId);
    expect((await pdf(holder)).bytes.equals(first.bytes)).toBe(true);
  });

  it('is for its holder and for who answers for the issuer', async () => {
    await world.get(CertificateDrawingService).draw(certificateId);
    expect(await refusalOf(pdf(world.actor(await world.admit('Người khác'))))).toBe('not-found');
    // Issued by the confederation: the school's officer answers for the school only.
    expect(await refusalOf(pdf(room.officer))).toBe('not-found');
    const [top] = await world.dataSource.query<{ id: string; path: string }[]>(
      `SELECT id, path FROM organisation WHERE code = 'TLD'`,
    );
    const auditor = world.actor(await world.admit('Kiểm tra'), 'auditor', top);
    expect(await refusalOf(pdf(auditor))).toBeNull();
  });
});

describe('the register', () => {
  it('shows issuers within scope only, and one unit when asked', async () => {
    const { enrolmentId } = await complete();
    await issuing.issue(enrolmentId);
    const certificates = world.get(CertificateService);
    const [top] = await world.dataSource.query<{ id: string; path: string }[]>(
      `SELECT id, path FROM organisation WHERE code = 'TLD'`,
    );
    const confederation = world.actor(await world.admit('Cán bộ Tổng Liên đoàn'), 'administrator', top);
    const all = await certificates.register(confederation, {});
    expect(all.items[0]?.snapshot.holder.fullName).toBe(NAME);
    const ofSchool = await certificates.register(room.officer, {});
    expect(ofSchool.items.every(({ registerNumber }) => registerNumber.startsWith('TCD-'))).toBe(true);
    const narrowed = await certificates.register(confederation, { organisationId: room.school.id });
    expect(narrowed.items.map(({ id }) => id)).toEqual(ofSchool.items.map(({ id }) => id));
    expect(await refusalOf(certificates.register(room.officer, { organisationId: top?.id ?? '' }))).toBe('not-found');
    const nobody = world.actor(await world.admit('Học viên'));
    expect((await certificates.register(nobody, {})).items).toEqual([]);
  });

  it('pages through everything once', async () => {
    world.clock.set('2031-01-01T02:00:00Z');
    const people = await Promise.all(Array.from({ length: 60 }, () => complete()));
    for (const { enrolmentId } of people) await issuing.issue(enrolmentId);
    const [top] = await world.dataSource.query<{ id: string; path: string }[]>(
      `SELECT id, path FROM organisation WHERE code = 'TLD'`,
    );
    const reader = world.actor(await world.admit('Kiểm tra'), 'auditor', top);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await world.get(CertificateService).register(reader, cursor === null ? {} : { cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await world.dataSource.manager.count(Certificate));
  }, 60_000);
});

describe('verification', () => {
  let enrolmentId: string;
  let certificate: Certificate;

  beforeEach(async () => {
    ({ enrolmentId } = await complete());
    await issuing.issue(enrolmentId);
    certificate = await certificateOf(enrolmentId);
  });

  it('finds by code and by register number, however typed', async () => {
    const { verificationCode: code, registerNumber } = certificate;
    const confused = code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
    for (const typed of [
      code,
      code.replace(/(.{4})/g, '$1 '),
      confused,
      registerNumber,
      registerNumber.toLowerCase(),
    ]) {
      expect((await verify(typed)).certificate.registerNumber).toBe(registerNumber);
    }
    for (const typed of ['0'.repeat(16), 'TLD-2026-999999', 'XYZ-2026-000001', 'gì đó', '']) {
      expect(await refusalOf(verify(typed))).toBe('certificate-unknown');
    }
  });

  it('expires at midnight in Vietnam', async () => {
    expect((await verify(certificate.verificationCode)).state).toBe('valid');
    world.clock.set('2029-11-24T16:59:59Z');
    expect((await verify(certificate.verificationCode)).state).toBe('valid');
    world.clock.set('2029-11-24T17:00:00Z');
    expect(await verify(certificate.verificationCode)).toMatchObject({ state: 'expired', checkedOn: '2029-11-25' });
  });

  it('tells revoked and superseded apart, expired or not', async () => {
    const { manager } = world.dataSource;
    const revocation = { state: 'revoked' as const, revokedAt: world.clock.now(), revocationReason: 'Cấp nhầm' };
    await manager.update(Certificate, certificate.id, revocation);
    expect(await verify(certificate.verificationCode)).toMatchObject({ state: 'revoked', revokedOn: '2026-11-25' });
    const renewed = await complete();
    await issuing.issue(renewed.enrolmentId);
    const old = await certificateOf(renewed.enrolmentId);
    await manager.update(Certificate, old.id, { state: 'superseded' });
    const next = {
      ...old,
      id: newId(),
      supersedesId: old.id,
      state: 'valid' as const,
      registerSequence: 900_000,
      registerNumber: 'TLD-2026-900000',
      verificationCode: 'Z'.repeat(16),
    };
    await manager.insert(Certificate, { ...next, snapshot: next.snapshot as object });
    world.clock.set('2035-01-01T00:00:00Z');
    expect(await verify(old.verificationCode)).toMatchObject({ state: 'superseded', supersededBy: 'TLD-2026-900000' });
    expect((await verify(certificate.verificationCode)).state).toBe('revoked');
  });

  it('slows down one network without touching the others, and lets a whole school check at once', async () => {
    const from = (address: string) => refusalOf(verification.verify(certificate.verificationCode, address));
    const school = await Promise.all(Array.from({ length: 240 }, () => from('2001:db8:1:2::7')));
    expect(school.every((refusal) => refusal === null)).toBe(true);
    expect(await from('2001:db8:1:2::8')).toBe('too-many-verifications');
    expect(await from('2001:db8:1:3::8')).toBeNull();
    world.clock.advance({ seconds: 1 });
    expect(await from('2001:db8:1:2::9')).toBeNull();
  });
});
