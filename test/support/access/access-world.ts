import { createHash, randomBytes } from 'node:crypto';
import { DraftStructureService } from '../../../src/authoring/draft-structure.service.js';
import { TeachingAuthorisation } from '../../../src/authoring/entities/teaching-authorisation.entity.js';
import { ReviewCommentService } from '../../../src/authoring/review-comment.service.js';
import { DraftService } from '../../../src/authoring/draft.service.js';
import { ClassRegistrationService } from '../../../src/classes/class-registration.service.js';
import { AttendanceMarkService } from '../../../src/classes/attendance-mark.service.js';
import { ClassRegistration } from '../../../src/classes/entities/class-registration.entity.js';
import { ClassSession } from '../../../src/classes/entities/class-session.entity.js';
import { TrainingClass } from '../../../src/classes/entities/training-class.entity.js';
import { TrainingClassService } from '../../../src/classes/training-class.service.js';
import { QuizAttemptService } from '../../../src/assessment/quiz-attempt.service.js';
import { Certificate } from '../../../src/credentials/entities/certificate.entity.js';
import { newVerificationCode } from '../../../src/credentials/credentials.rules.js';
import { ImportJob } from '../../../src/interchange/entities/import-job.entity.js';
import { CorrectionRequest } from '../../../src/identity/entities/correction-request.entity.js';
import { IdentityService } from '../../../src/identity/identity.service.js';
import { Notification } from '../../../src/notification/entities/notification.entity.js';
import { NotificationService } from '../../../src/notification/notification.service.js';
import { OrganisationService } from '../../../src/organisation/organisation.service.js';
import type { Organisation } from '../../../src/organisation/entities/organisation.entity.js';
import { AuditEntry } from '../../../src/platform/audit/entities/audit-entry.entity.js';
import { ROLE_NAMES, type Actor, type RoleName } from '../../../src/platform/auth/actor.js';
import { newId } from '../../../src/platform/ids/new-id.js';
import { startTestApp, type TestApp } from '../app.js';
import type { HttpClient } from '../http-client.js';
import { ReviewDesk } from '../review-desk.js';
import { publishQuizCourse, type QuizCourse } from '../quiz-course.js';

/** Where the subject of a request stands to the unit that the asker's role is granted on; `self` is the asker. */
export const RELATIONS = ['self', 'own', 'ancestor', 'sibling', 'child', 'foreign'] as const;
export type Relation = (typeof RELATIONS)[number];

export const ASKERS = ['anonymous', ...ROLE_NAMES] as const;
export type Asker = (typeof ASKERS)[number];

/** What a request can be about: a unit, a person of it, and what that person has. */
export interface Subject {
  unitId: string;
  personId: string;
  /** Signs in with it; nobody else does. */
  login: string;
  /** Signed in on some device. */
  loginSessionId: string;
  classId: string;
  sessionId: string;
  enrolmentId: string;
  attemptId: string;
  questionId: string;
  notificationId: string;
  certificateId: string;
  verificationCode: string;
  /** An act in the unit. */
  auditEntryId: string;
  /** A register file that the person sent, read and waiting for a decision. */
  importId: string;
  /** Of the person in the unit. */
  officeTermId: string;
  /** The person is a learner there, by name. */
  roleGrantId: string;
  /** What the person asks to be set right. */
  correctionRequestId: string;
  /** A course that the unit's lecturer writes. */
  draftId: string;
  /** A course that the person submitted, with a remark of theirs. */
  reviewId: string;
  commentId: string;
  /** What the person may teach for the unit. */
  authorisationId: string;
}

/** Somebody who can sign in, and has. */
type Account = Pick<Subject, 'personId' | 'login' | 'loginSessionId'>;

/** In every name of what belongs to a relation, and in no other text of the world. */
export const markOf = (relation: Relation): string => `MARK-${relation}-`;

const HOUR_MS = 3_600_000;

/**
 * A confederation (an installation has one) with two branches; the other branch is the foreign tree:
 *
 *     root ─┬─ ancestor ─┬─ sibling
 *           │            └─ own ── child       every asker's role is granted on `own`
 *           └─ other branch ── foreign
 */
export class AccessWorld {
  /** One subject for each relation but `self`, alike for all askers. */
  readonly subjects = new Map<Relation, Subject>();
  private readonly selves = new Map<Asker, Subject & { userId: string }>();

  private constructor(
    readonly test: TestApp,
    readonly course: QuizCourse,
    private readonly passwordHash: string,
  ) {}

  static async build(): Promise<AccessWorld> {
    const test = await startTestApp({ seed: false });
    const course = await publishQuizCourse(test.database.dataSource);
    const world = new AccessWorld(test, course, '$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA');
    const root = await world.found('GOC', 'Gốc', null);
    const ancestor = await world.found('TREN', `${markOf('ancestor')}unit`, root.id);
    const sibling = await world.found('NGANG', `${markOf('sibling')}unit`, ancestor.id);
    const branch = await world.found('NHANH', `${markOf('foreign')}branch`, root.id);
    const foreign = await world.found('XA', `${markOf('foreign')}unit`, branch.id);
    // Everybody asks from here: its name and id are no secret to anybody.
    const own = await world.found('MINH', 'Công đoàn của người hỏi', ancestor.id);
    const child = await world.found('DUOI', `${markOf('child')}unit`, own.id);
    for (const [relation, unit] of Object.entries({ own, ancestor, sibling, child, foreign })) {
      world.subjects.set(relation as Relation, await world.furnish(relation as Relation, unit));
    }
    await world.admitAskers(own);
    return world;
  }

  /** The subject of a relation, seen from an asker. Somebody not signed in has no self: that of the learner stands in. */
  subject(asker: Asker, relation: Relation): Subject {
    const found =
      relation === 'self' ? this.selves.get(asker === 'anonymous' ? 'learner' : asker) : this.subjects.get(relation);
    if (!found) throw new Error(`No ${relation} of ${asker}`);
    return found;
  }

  /** A browser with a new session of the asker. */
  async browser(asker: Asker): Promise<HttpClient> {
    const client = this.test.client();
    const self = this.selves.get(asker);
    if (!self) return client;
    const { token } = await this.signIn(self.userId);
    client.keep('us_session', token);
    return client;
  }

  private async signIn(userId: string): Promise<{ id: string; token: string }> {
    const id = newId();
    const token = randomBytes(32).toString('base64url');
    const now = this.test.clock.now();
    await this.test.database.dataSource.query(
      `INSERT INTO user_session (id, token_hash, user_id, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $4, $5)`,
      [id, createHash('sha256').update(token).digest(), userId, now, new Date(now.getTime() + 24 * HOUR_MS)],
    );
    return { id, token };
  }

  /** Classes that a test opened do not stay open for everybody. */
  async tidy(): Promise<void> {
    const self = this.subject('learner', 'self').classId;
    await this.test.database.dataSource.query(
      `UPDATE training_class SET state = 'closed' WHERE state = 'open' AND id <> $1`,
      [self],
    );
    // A draft that was given up goes on: other requests are made about it.
    await this.test.database.dataSource.query('UPDATE course_draft SET closed_at = NULL WHERE closed_at IS NOT NULL');
  }

  private found(code: string, name: string, parentId: string | null): Promise<Organisation> {
    const kind = { tier: 'superior', kind: 'ldld-tinh', sector: 'state' as const, foundedOn: '2020-01-01' };
    return this.test.database.dataSource.transaction((tx) =>
      this.test.app.get(OrganisationService).found(tx, { code, name, parentId, ...kind }),
    );
  }

  /** A person of a unit with a class, an enrolment, an attempt, evidence, a certificate and a line in the inbox. */
  private async furnish(relation: Relation, unit: Organisation): Promise<Subject> {
    const mark = markOf(relation);
    const lecturer = await this.admit(`${mark}lecturer`, `GV-${relation}`);
    const person = await this.admit(`${mark}person`, `TV-${relation}`);
    const officeTermId = await this.test.database.dataSource.transaction((tx) =>
      this.test.app.get(IdentityService).giveOffice(tx, {
        personId: person.personId,
        organisationId: unit.id,
        titleCode: 'uy-vien-bch',
        validFrom: '2026-01-01',
        actorId: lecturer.personId,
      }),
    );
    const roleGrantId = await this.test.database.dataSource.transaction((tx) =>
      this.test.app.get(IdentityService).grantRole(tx, {
        ...{ personId: person.personId, role: 'learner', organisationId: unit.id, validFrom: '2026-01-01' },
      }),
    );
    const room = await this.open(mark, unit.id, [lecturer.personId]);
    const seated = await this.seat(mark, unit.id, { ...person, ...room });
    const marking = { personId: person.personId, mark: 'present' as const, reason: `${mark}reason` };
    const teacher = this.actor(lecturer.personId);
    await this.test.app.get(AttendanceMarkService).mark(teacher, room.sessionId, marking);
    const { manager } = this.test.database.dataSource;
    const correctionRequestId = newId();
    await manager.insert(CorrectionRequest, {
      ...{ id: correctionRequestId, personId: person.personId, field: 'other', note: `${mark}note`, state: 'open' },
      ...{ wishedValue: null, createdAt: this.test.clock.now(), decidedAt: null, decidedById: null, reason: null },
    });
    const act = await manager.findOneByOrFail(AuditEntry, { subjectId: room.sessionId });
    // An open class is everybody's to see, as one registers for it.
    await manager.update(TrainingClass, { id: room.classId }, { state: 'closed' });
    return {
      ...seated,
      auditEntryId: act.id,
      officeTermId,
      roleGrantId,
      correctionRequestId,
      draftId: await this.write(mark, unit, lecturer.personId),
      ...(await this.submit(mark, unit, lecturer.personId)),
    };
  }

  /** One person for each role, all in one class, in which the lecturer teaches. */
  private async admitAskers(own: Organisation): Promise<void> {
    const people = new Map<RoleName, Awaited<ReturnType<AccessWorld['admit']>>>();
    for (const role of ROLE_NAMES) {
      const person = await this.admit(`Người hỏi ${role}`, `HOI-${role}`);
      people.set(role, person);
      await this.test.database.dataSource.transaction((tx) =>
        this.test.app.get(IdentityService).grantRole(tx, {
          ...{ personId: person.personId, role, organisationId: own.id, validFrom: '2026-01-01' },
        }),
      );
    }
    const room = await this.open('', own.id, [people.get('lecturer')!.personId]);
    for (const [role, person] of people) {
      this.selves.set(role, { ...(await this.seat('', own.id, { ...person, ...room })), userId: person.userId });
    }
  }

  private async admit(fullName: string, login: string): Promise<Account & { userId: string }> {
    const identity = this.test.app.get(IdentityService);
    const account = await this.test.database.dataSource.transaction(async (tx) => {
      const { id: personId } = await identity.createPerson(tx, { fullName, birthDate: '1985-02-17' });
      const account = { personId, password: { hash: this.passwordHash }, logins: [login] };
      return { personId, login, userId: await identity.openAccount(tx, account) };
    });
    return { ...account, loginSessionId: (await this.signIn(account.userId)).id };
  }

  private async open(mark: string, organiserId: string, lecturerIds: string[]) {
    const now = this.test.clock.now().getTime();
    const session = { title: `${mark}session`, mode: 'hybrid' as const, meetingUrl: 'https://hop.example.vn/x' };
    const times = { startsAt: new Date(now - HOUR_MS), endsAt: new Date(now + 4 * HOUR_MS) };
    const { dataSource } = this.test.database;
    const { id: classId } = await dataSource.transaction((tx) =>
      this.test.app.get(TrainingClassService).create(
        tx,
        {
          ...{ name: `${mark}class`, courseSlug: this.course.slug, organiserId, capacity: 50, lecturerIds },
          sessions: [{ ...session, ...times }],
        },
        this.course.revisionId,
      ),
    );
    const { id: sessionId } = await dataSource.manager.findOneByOrFail(ClassSession, { trainingClassId: classId });
    return { classId, sessionId };
  }

  private async submit(mark: string, unit: Organisation, authorId: string) {
    const { app, clock, database } = this.test;
    const { dataSource } = database;
    const desk = new ReviewDesk({ dataSource, clock, get: (service) => app.get(service) });
    const course = { slug: `gui-${unit.id.slice(-12)}`, unitId: unit.id, authorId };
    const { reviewId } = await desk.submit(course, { bai: `${mark}text` });
    const remark = { lesson: 'bai', paragraph: 0, text: `${mark}remark` };
    const { id: commentId } = await app.get(ReviewCommentService).comment(this.actor(authorId), reviewId, remark);
    const authorisationId = newId();
    const teaching = { id: authorisationId, personId: authorId, organisationId: unit.id, grantedById: authorId };
    const days = { validFrom: '2026-01-01', validTo: null, lawAsOf: '2026-01-01' };
    const row = { ...teaching, ...days, topic: 'quan-he', officialDocumentId: null };
    await dataSource.manager.insert(TeachingAuthorisation, row);
    return { reviewId, commentId, authorisationId };
  }

  private async seat(
    mark: string,
    unitId: string,
    who: Account & Pick<Subject, 'classId' | 'sessionId'>,
  ): Promise<Subject> {
    const { personId, classId, sessionId } = who;
    const { app, database } = this.test;
    await database.dataSource.transaction((tx) =>
      app.get(ClassRegistrationService).takeSeat(tx, { classId, personId, mayBeOver: false }),
    );
    const { manager } = database.dataSource;
    const { enrolmentId } = await manager.findOneByOrFail(ClassRegistration, { trainingClassId: classId, personId });
    const { view } = await app
      .get(QuizAttemptService)
      .start(this.actor(personId), { quizId: this.course.practiceId, enrolmentId });
    await database.dataSource.transaction((tx) =>
      app.get(NotificationService).tell(tx, {
        ...{ personId, dedupeKey: 'x', kind: 'certificate-issued', link: '/chung-chi' },
        params: { title: `${mark}notification` },
      }),
    );
    const line = await manager.findOneByOrFail(Notification, { personId });
    const certificate = await this.certify(mark, unitId, { personId, enrolmentId });
    const questionId = view.attempt.answers[0]!.questionVersionId;
    const { login, loginSessionId } = who;
    const ids = { unitId, personId, login, loginSessionId, classId, sessionId, enrolmentId, questionId };
    const importId = await this.sendFile(mark, unitId, personId);
    return {
      ...ids,
      attemptId: view.attempt.id,
      notificationId: line.id,
      ...certificate,
      ...{ auditEntryId: newId(), officeTermId: newId(), roleGrantId: newId(), correctionRequestId: newId(), importId },
      ...{ draftId: newId(), reviewId: newId(), commentId: newId(), authorisationId: newId() },
    };
  }

  private async certify(mark: string, issuerId: string, holder: Pick<Subject, 'personId' | 'enrolmentId'>) {
    const certificateId = newId();
    const verificationCode = newVerificationCode();
    const registerSequence = (this.certificates += 1);
    await this.test.database.dataSource.manager.insert(Certificate, {
      ...{ id: certificateId, ...holder, issuerId, revisionId: this.course.revisionId, verificationCode },
      ...{ registerYear: 2026, registerSequence, registerNumber: `${mark}2026-${registerSequence}` },
      snapshot: {
        kind: 'giay-chung-nhan',
        title: { vi: 'Giấy chứng nhận' },
        holder: { fullName: `${mark}holder`, birthDate: null, unit: `${mark}unit`, office: null },
        course: {
          ...{ slug: this.course.slug, title: { vi: 'Khoá' }, revision: 1, contentHash: 'x', asOf: '2026-11-01' },
          hours: 1,
        },
        issuer: { code: 'X', name: `${mark}issuer`, parentName: null },
        results: { quizPercent: 100, attendancePercent: 100 },
        completedOn: '2026-11-20',
        classPeriod: null,
      },
      ...{ state: 'valid', issuedOn: '2026-11-20', expiresOn: null, createdAt: this.test.clock.now(), pdfKey: null },
    });
    return { certificateId, verificationCode };
  }

  private async sendFile(mark: string, unitId: string, personId: string): Promise<string> {
    const id = newId();
    await this.test.database.dataSource.manager.insert(ImportJob, {
      ...{ id, kind: 'people', state: 'checked', fileName: `${mark}list.csv`, fileKey: '0'.repeat(64), bytes: 1 },
      ...{ format: 'csv', createdById: personId, organisationId: unitId, undecidedRows: 1, rows: 1, fault: null },
      ...{ createdAt: this.test.clock.now(), finishedAt: null },
    });
    return id;
  }

  private async write(mark: string, unit: Organisation, personId: string): Promise<string> {
    const { app } = this.test;
    const grants = [{ role: 'lecturer' as const, organisationId: unit.id, path: unit.path ?? '' }];
    const actor = { ...this.actor(personId), grants };
    const course = { title: `${mark}draft`, slug: `nhap-${unit.id.slice(-12)}`, organisationId: unit.id };
    const draftId = await app.get(DraftService).startNew(actor, course);
    const structure = app.get(DraftStructureService);
    for (const title of ['Phần', 'Phần bỏ']) await structure.addModule(actor, draftId, { title });
    for (const title of ['Bài', 'Bài bỏ']) {
      await structure.addLesson(actor, draftId, { module: 'phan', kind: 'reading', title });
    }
    await structure.addLesson(actor, draftId, { module: 'phan', kind: 'quiz', title: 'Luyện' });
    return draftId;
  }

  private certificates = 0;

  private actor(personId: string): Actor {
    return { userId: newId(), personId, sessionId: newId(), locale: 'vi', grants: [] };
  }
}

/** The same subject with ids that nothing has, each next to a real one: page limits that compare ids fall alike. */
export function unknownTwin(subject: Subject): Subject {
  const other = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');
  const twin = Object.entries(subject).map(([key, value]: [string, string]) => [key, other(value)]);
  return Object.fromEntries(twin);
}
