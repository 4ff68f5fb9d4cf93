import { answerRows } from './answers.js';
import type { DemoCertificate } from './certificates.js';
import type { DemoClass } from './classes.js';
import type { Row } from './copy-rows.js';
import type { DemoScale } from './federation.js';
import type { CourseFacts, Evidence, Study } from './learning.js';
import { minutesAfter, Seeded } from './seeded.js';
import type { TableRows } from './tables.js';

const SLOT_MS = 20_000;

export function* studyTables(scale: DemoScale, course: CourseFacts, studies: readonly Study[]): Generator<TableRows> {
  const chance = new Seeded(scale.seed, 'attempts');
  yield {
    table: 'enrolment',
    rows: studies.map(({ id, cadre, state, enrolledAt, completedAt }) => ({
      ...{ id, person_id: cadre.id, course_id: course.courseId, revision_id: course.revisionId, state },
      ...{ enrolled_at: enrolledAt, completed_at: completedAt },
    })),
  };
  yield { table: 'lesson_progress', rows: studies.flatMap(progressRows) };
  yield { table: 'enrolment_result', rows: studies.flatMap((study) => resultRows(course, study)) };
  yield { table: 'scenario_attempt', rows: studies.flatMap(playRows) };
  yield { table: 'quiz_attempt', rows: studies.flatMap((study) => attemptRows(chance, course, study)) };
  const attempts = studies.flatMap((study) => study.attempts);
  yield { table: 'quiz_response', rows: attempts.flatMap((attempt) => answerRows(chance, course, attempt)) };
}

const progressRows = ({ id, lessons, plays }: Study): Row[] => [
  ...lessons.map(({ lessonId, position, seenAt, isDone }) => ({
    ...{ enrolment_id: id, lesson_id: lessonId, position, seen_at: seenAt, done_at: isDone ? seenAt : null },
  })),
  ...plays.map(({ scenario: { lessonId }, playedAt }) => ({
    ...{ enrolment_id: id, lesson_id: lessonId, position: 1, seen_at: playedAt, done_at: playedAt },
  })),
];

const playRows = ({ id, cadre, plays }: Study): Row[] =>
  plays.map(({ id: playId, scenario: { lessonId, choices, result }, playedAt }) => ({
    ...{ id: playId, enrolment_id: id, person_id: cadre.id, lesson_id: lessonId, played_at: playedAt },
    ...{ choices: `{${choices.join(',')}}`, percent: result.percent, ending: result.ending, violations: '{}' },
  }));

function resultRows({ quiz }: CourseFacts, { id, taught, plays, attempts, attendance, ...study }: Study): Row[] {
  const { attendancePercent } = study;
  const best = attempts.toSorted((a, b) => b.percent - a.percent || a.number - b.number)[0];
  const rows: Row[] = plays.map(({ scenario: { slug, result }, playedAt }) => ({
    ...{ enrolment_id: id, kind: 'scenario', subject_key: slug, percent: result.percent, recorded_at: playedAt },
  }));
  if (best) {
    const recorded_at = best.submittedAt;
    rows.push({ enrolment_id: id, kind: 'quiz', subject_key: quiz.slug, percent: best.percent, recorded_at });
  }
  const last = attendance.at(-1)?.evidence.at(-1);
  if (taught && last && attendancePercent !== null) {
    const recorded_at = last.receivedAt;
    const percent = attendancePercent;
    rows.push({ enrolment_id: id, kind: 'attendance', subject_key: taught.id, percent, recorded_at });
  }
  return rows;
}

const attemptRows = (chance: Seeded, { quiz }: CourseFacts, { id, cadre, attempts }: Study): Row[] =>
  attempts.map(({ id: attemptId, number, startedAt, submittedAt, points, passed }) => ({
    ...{ id: attemptId, quiz_id: quiz.id, enrolment_id: id, person_id: cadre.id, number, state: 'graded' },
    ...{ seed: chance.between(1, 2_000_000_000), started_at: startedAt, submitted_at: submittedAt },
    deadline_at: quiz.timeLimitSeconds === null ? null : minutesAfter(startedAt, quiz.timeLimitSeconds / 60),
    ...{ graded_at: submittedAt, points, max_points: quiz.draw, passed },
  }));

interface Taught {
  course: CourseFacts;
  classes: readonly DemoClass[];
  studies: readonly Study[];
}

export function* classTables(scale: DemoScale, { course, classes, studies }: Taught): Generator<TableRows> {
  const chance = new Seeded(scale.seed, 'registrations');
  yield {
    table: 'training_class',
    rows: classes.map(({ id, code, name, organiser, capacity, state, createdAt }) => ({
      ...{ id, code, name, revision_id: course.revisionId, organiser_id: organiser.id, capacity, state },
      created_at: createdAt,
    })),
  };
  yield {
    table: 'class_lecturer',
    rows: classes.flatMap(({ id, lecturers }) =>
      lecturers.map((lecturer) => ({ training_class_id: id, person_id: lecturer.id })),
    ),
  };
  yield { table: 'class_session', rows: classes.flatMap(sessionRows) };
  const studyOf = new Map(studies.map((study) => [study.cadre, study]));
  const seatRows = ({ id, learners, waiting }: DemoClass) =>
    [...learners, ...waiting].flatMap((cadre, index) => {
      const study = studyOf.get(cadre);
      if (!study) return [];
      const state = index < learners.length ? 'registered' : 'waitlisted';
      const seat = { training_class_id: id, person_id: cadre.id, enrolment_id: study.id, state };
      return [{ id: chance.id(cadre.nth, study.enrolledAt), ...seat, registered_at: study.enrolledAt }];
    });
  yield { table: 'class_registration', rows: classes.flatMap(seatRows) };
  yield { table: 'attendance_event', rows: studies.flatMap(eventRows) };
  yield { table: 'attendance_record', rows: studies.flatMap(recordRows) };
}

const sessionRows = ({ id, sessions }: DemoClass): Row[] =>
  sessions.map(({ secret, startsAt, endsAt, place, meetingUrl, ...session }) => ({
    ...{ id: session.id, training_class_id: id, position: session.position, title: session.title, mode: session.mode },
    ...{ starts_at: startsAt, ends_at: endsAt, place, meeting_url: meetingUrl, minimum_online_percent: 80 },
    check_in_secret: secret,
  }));

function eventRows({ cadre, taught, attendance }: Study): Row[] {
  const officerId = taught?.lecturers[0]?.id ?? null;
  return attendance.flatMap(({ session, evidence }) =>
    evidence.map((each) => ({
      ...{ id: each.id, class_session_id: session.id, person_id: cadre.id, kind: each.kind, grade: each.grade },
      ...{ received_at: each.receivedAt, mark: each.mark, ...evidenceOf(each) },
      device_id: each.mark === null ? `demo-${cadre.nth}` : null,
      reason:
        each.mark === null ? null : each.mark === 'excused' ? 'Có đơn xin phép' : 'Điện thoại hết pin, đã ký danh sách',
      recorded_by_id: each.mark === null ? null : officerId,
    })),
  );
}

function evidenceOf({ kind, occurredAt, until }: Evidence): Row {
  const isCode = kind === 'qr-check-in' || kind === 'code-check-in';
  return {
    ...{ occurred_at: until ?? occurredAt, slot: isCode ? Math.floor(occurredAt.getTime() / SLOT_MS) : null },
    ...{ interval_from: until ? occurredAt : null, interval_to: until },
  };
}

const recordRows = ({ cadre, attendance }: Study): Row[] =>
  attendance.map(({ session, verdict, basis, minutes, evidence }) => ({
    ...{ class_session_id: session.id, person_id: cadre.id, verdict, basis, minutes },
    derived_at: evidence.at(-1)?.receivedAt ?? session.endsAt,
  }));

/** Certificates with what the application leaves beside each: message, request to draw it, and record of the act. */
export function* certificateTables(
  scale: DemoScale,
  { revisionId }: CourseFacts,
  certificates: readonly DemoCertificate[],
): Generator<TableRows> {
  const chance = new Seeded(scale.seed, 'papers');
  const registers = new Map<string, Row>();
  for (const { issuer, year, sequence } of certificates) {
    registers.set(`${issuer.id}:${year}`, { issuer_id: issuer.id, year, last_number: sequence });
  }
  yield { table: 'certificate_register', rows: registers.values() };
  yield { table: 'certificate', rows: certificates.map((each) => certificateRow(each, revisionId)) };
  yield {
    table: 'notification',
    rows: certificates.map(({ id, study, snapshot, registerNumber, createdAt }) => ({
      ...{ id: chance.id(`message:${id}`, createdAt), person_id: study.cadre.id, kind: 'certificate-issued' },
      ...{ dedupe_key: `certificate-issued:${id}`, params: { course: snapshot.course.title.vi, registerNumber } },
      ...{ link: `/chung-chi/${id}`, created_at: createdAt },
      read_at: chance.chance(0.8) ? minutesAfter(createdAt, chance.between(1, 60)) : null,
    })),
  };
  yield {
    table: 'outbox_entry',
    rows: certificates.map(({ id, createdAt }) => ({
      ...{
        id: chance.id(`draw:${id}`, createdAt),
        job: 'credentials.draw-certificate',
        payload: { certificateId: id },
      },
      created_at: createdAt,
    })),
  };
}

const certificateRow = ({ study, issuer, revoked, ...certificate }: DemoCertificate, revisionId: string): Row => ({
  revision_id: revisionId,
  ...{ id: certificate.id, enrolment_id: study.id, person_id: study.cadre.id, issuer_id: issuer.id },
  ...{ register_year: certificate.year, register_sequence: certificate.sequence },
  ...{ register_number: certificate.registerNumber, verification_code: certificate.verificationCode },
  ...{ snapshot: certificate.snapshot, state: revoked ? 'revoked' : 'valid', issued_on: certificate.issuedOn },
  ...{ expires_on: certificate.expiresOn, created_at: certificate.createdAt },
  ...{ revoked_at: revoked?.at ?? null, revocation_reason: revoked?.reason ?? null },
});

/** The acts of officers and of the system itself, as the application records them. */
export function* auditTables(
  scale: DemoScale,
  { classes, certificates }: { classes: readonly DemoClass[]; certificates: readonly DemoCertificate[] },
): Generator<TableRows> {
  const chance = new Seeded(scale.seed, 'acts');
  const opened = classes.map(({ id, code, capacity, organiser, officer, sessions, createdAt }) => ({
    ...{ id: chance.id(`open:${id}`, createdAt), action: 'classes.open-class', actor_id: officer.id, reason: null },
    ...{ subject_kind: 'training-class', subject_id: id, organisation_id: organiser.id, occurred_at: createdAt },
    details: { code, capacity, sessions: sessions.length },
  }));
  const issued = certificates.map(({ id, issuer, registerNumber, study, createdAt }) => ({
    ...{
      id: chance.id(`issue:${id}`, createdAt),
      action: 'credentials.issue-certificate',
      actor_id: null,
      reason: null,
    },
    ...{ subject_kind: 'certificate', subject_id: id, organisation_id: issuer.id, occurred_at: createdAt },
    details: { registerNumber, enrolmentId: study.id },
  }));
  const revocations = certificates.flatMap(({ id, issuer, registerNumber, revoked }) =>
    revoked
      ? [
          {
            ...{ id: chance.id(`revoke:${id}`, revoked.at), action: 'credentials.revoke-certificate' },
            ...{ actor_id: revoked.by.id, reason: revoked.reason, subject_kind: 'certificate', subject_id: id },
            ...{ organisation_id: issuer.id, occurred_at: revoked.at, details: { registerNumber } },
          },
        ]
      : [],
  );
  yield { table: 'audit_entry', rows: [...opened, ...issued, ...revocations] };
}
