// The people of the benchmark: cadres of the demonstration union with open sessions, enrolled and registered, inserted
// as rows. What the server makes of them is measured, not how they came to be.
import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

export const COURSE = 'giai-quyet-tranh-chap-lao-dong';
const DEMO_PASSWORD = 'congdoan2026';
const LECTURER = '0901000002';
const MINUTE_MS = 60_000;

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Hoàng',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const MIDDLE = ['Thị Mỹ', 'Văn', 'Ngọc', 'Thị Thu', 'Minh', 'Quốc', 'Hồng', 'Thị Kim', 'Thành', 'Thị Ánh', 'Đức'];
const GIVEN = ['Duyên', 'Hậu', 'Phượng', 'Tuấn', 'Ấn', 'Được', 'Thủy', 'Nguyệt', 'Oanh', 'Yến', 'Ân', 'Lựu', 'Quý'];

/** Lessons and final quiz of the course, and the demonstration class, whose session in a room is being held now. */
async function findSchool(client) {
  const { rows } = await client.query(
    `SELECT r.course_id AS "courseId", r.id AS "revisionId", c.id AS "classId", s.id AS "classSessionId",
            (SELECT o.id FROM class_session o WHERE o.training_class_id = c.id AND o.mode = 'online') AS "onlineSessionId",
            (SELECT q.id FROM quiz q WHERE q.revision_id = r.id AND q.kind = 'final') AS "quizId",
            practice.id AS "practiceId",
            (SELECT json_agg(qq.question_version_id) FROM quiz_question qq
              WHERE qq.quiz_id = practice.id AND qq.position <= 8) AS "practised",
            (SELECT json_agg(l.id) FROM lesson l WHERE l.revision_id = r.id AND l.kind NOT IN ('quiz', 'scenario')) AS "lessonIds",
            (SELECT json_agg(o.id) FROM organisation o WHERE o.code LIKE 'CDCS-%') AS "unitIds"
       FROM training_class c
       JOIN course_revision r ON r.id = c.revision_id
       JOIN class_session s ON s.training_class_id = c.id AND s.mode = 'in-person'
      CROSS JOIN LATERAL (SELECT q.id FROM quiz q WHERE q.revision_id = r.id AND q.kind = 'practice'
                           ORDER BY q.slug LIMIT 1) practice
      WHERE c.code LIKE 'DEMO-%'`,
  );
  if (rows.length !== 1) throw new Error(`The demonstration has ${rows.length} sessions in a room, not one`);
  return rows[0];
}

/** The demonstration's lecturer, signed in. @returns the token of the session's cookie */
async function signInLecturer(client, now) {
  const { rows } = await client.query(`SELECT user_id AS "userId" FROM login_name WHERE value = $1`, [LECTURER]);
  const token = newToken();
  await insertRows(client, 'user_session', [sessionRow({ userId: rows[0].userId, token }, now)]);
  return token;
}

const newToken = () => randomBytes(32).toString('base64url');

const sessionRow = ({ userId, token }, now) => ({
  ...{ id: uuidv7(), user_id: userId, token_hash: `\\x${createHash('sha256').update(token).digest('hex')}` },
  ...{ created_at: now, last_seen_at: now, expires_at: new Date(Date.parse(now) + 86_400_000).toISOString() },
});

/** Row by row as objects of column and value. */
async function insertRows(client, table, rows) {
  const columns = Object.keys(rows[0]).join(', ');
  const records = `jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
  await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${records}`, [JSON.stringify(rows)]);
}

function makePerson(index) {
  const pick = (list, step) => list[Math.floor(index / step) % list.length];
  const [family, middle, given] = [pick(FAMILY, 1), pick(MIDDLE, 3), pick(GIVEN, 7)];
  return {
    personId: uuidv7(),
    userId: uuidv7(),
    enrolmentId: uuidv7(),
    fullName: `${family} ${middle} ${given}`,
    sortName: `${given} ${family} ${middle}`,
    token: newToken(),
    login: `0987${String(index).padStart(6, '0')}`,
  };
}

async function insertAccounts(client, people, { now, school }) {
  const { foldVietnamese } = await import('../dist/platform/text/vietnamese.js');
  const { rows: known } = await client.query(
    `SELECT u.password_hash FROM user_account u JOIN login_name l ON l.user_id = u.id WHERE l.value = $1`,
    [LECTURER],
  );
  const unitOf = (index) => school.unitIds[index % school.unitIds.length];
  const person = ({ personId, fullName, sortName }) => ({
    ...{ id: personId, full_name: fullName, full_name_folded: foldVietnamese(fullName), sort_name: sortName },
    ...{ birth_date: '1985-02-17', gender: 'female', created_at: now },
  });
  const account = ({ userId, personId }) => ({
    ...{ id: userId, person_id: personId, password_hash: known[0].password_hash },
    ...{ state: 'active', locale: 'vi', created_at: now },
  });
  const office = ({ personId }, index) => ({
    ...{ id: uuidv7(), person_id: personId, organisation_id: unitOf(index), title_code: 'uy-vien-bch' },
    ...{ exclusive: false, valid_from: '2023-04-18', recorded_at: now },
  });
  const grant = ({ personId }, index) => ({
    ...{ id: uuidv7(), person_id: personId, organisation_id: unitOf(index), role: 'learner', valid_from: '2023-04-18' },
  });
  await insertRows(client, 'person', people.map(person));
  await insertRows(client, 'user_account', people.map(account));
  await insertRows(
    client,
    'user_session',
    people.map((person) => sessionRow(person, now)),
  );
  const login = ({ login: value, userId }) => ({ value, kind: 'phone', user_id: userId });
  await insertRows(client, 'login_name', people.map(login));
  await insertRows(client, 'office_term', people.map(office));
  await insertRows(client, 'role_grant', people.map(grant));
}

/** Everybody is enrolled, has read two lessons and has a seat in the class. */
async function insertStudies(client, people, { now, school }) {
  const { courseId, revisionId } = school;
  const enrolment = ({ enrolmentId, personId, isCompleted }) => ({
    ...{ id: enrolmentId, person_id: personId, course_id: courseId, revision_id: revisionId },
    ...{ enrolled_at: now },
    ...{ state: isCompleted ? 'completed' : 'active', completed_at: isCompleted ? now : null },
  });
  const read = ({ enrolmentId }) =>
    school.lessonIds.slice(0, 2).map((lessonId) => ({
      ...{ enrolment_id: enrolmentId, lesson_id: lessonId, position: 1, seen_at: now, done_at: now },
    }));
  const seat = ({ enrolmentId, personId }) => ({
    ...{ id: uuidv7(), training_class_id: school.classId, person_id: personId, enrolment_id: enrolmentId },
    ...{ state: 'registered', registered_at: now },
  });
  await insertRows(client, 'enrolment', people.map(enrolment));
  await insertRows(client, 'lesson_progress', people.flatMap(read));
  await insertRows(client, 'class_registration', people.map(seat));
}

/** Everybody has practised once, and evidence of yesterday exists: the planner meets tables that are in use. */
async function insertPast(client, people, { now, school }) {
  const attempts = people.map(({ enrolmentId, personId }) => ({
    ...{ id: uuidv7(), quiz_id: school.practiceId, enrolment_id: enrolmentId, person_id: personId, number: 1, seed: 1 },
    ...{ state: 'graded', started_at: now, submitted_at: now, graded_at: now, points: 6, max_points: 8, passed: true },
  }));
  const responses = ({ id }) =>
    school.practised.map((questionId, index) => ({
      ...{ attempt_id: id, question_version_id: questionId, position: index + 1, option_order: [0, 1, 2, 3] },
      ...{ response: { kind: 'single', option: 1 }, answered_at: now, points: 1 },
    }));
  const heartbeat = ({ personId }) => ({
    ...{ id: uuidv7(), class_session_id: school.onlineSessionId, person_id: personId, kind: 'heartbeat' },
    ...{ occurred_at: now, received_at: now, grade: 'on-time', device_id: 'phone' },
    ...{ interval_from: new Date(Date.parse(now) - MINUTE_MS).toISOString(), interval_to: now },
  });
  await insertRows(client, 'quiz_attempt', attempts);
  await insertRows(client, 'quiz_response', attempts.flatMap(responses));
  await insertRows(client, 'attendance_event', people.map(heartbeat));
}

/** What the completion of a course leaves behind: results, attendance, and the outbox row that asks for the certificate. */
async function insertCompletions(client, people, { now, school }) {
  const result = (kind, subjectKey, percent) => (person) => ({
    ...{ enrolment_id: person.enrolmentId, kind, subject_key: subjectKey, percent, recorded_at: now },
  });
  const attendance = ({ personId }) => ({
    ...{ class_session_id: school.classSessionId, person_id: personId, verdict: 'present' },
    ...{ minutes: 0, basis: 'qr', derived_at: now },
  });
  const job = ({ enrolmentId }) => ({
    ...{ id: uuidv7(), event: 'enrolment.completed', job: 'credentials.issue-certificate' },
    ...{ payload: { enrolmentId }, created_at: new Date(Date.parse(now) - MINUTE_MS).toISOString() },
  });
  await insertRows(client, 'enrolment_result', people.map(result('quiz', 'kiem-tra-cuoi-khoa', 90)));
  await insertRows(client, 'enrolment_result', people.map(result('scenario', 'tranh-chap-va-dinh-cong', 90)));
  await insertRows(client, 'enrolment_result', people.map(result('attendance', school.classId, 100)));
  await insertRows(client, 'attendance_record', people.map(attendance));
  await insertRows(client, 'outbox_entry', people.map(job));
}

/**
 * Fills a database that a server has migrated and seeded.
 * @param client a connection of the superuser
 * @param learners how many cadres to make; `graduates`: how many more who have completed the course
 */
export async function populate(client, { learners, graduates }) {
  const school = await findSchool(client);
  const now = new Date().toISOString();
  const people = Array.from({ length: learners + graduates }, (_, index) => ({
    ...makePerson(index),
    isCompleted: index >= learners,
  }));
  const lecturer = await signInLecturer(client, now);
  await insertAccounts(client, people, { now, school });
  await insertStudies(client, people, { now, school });
  await insertPast(client, people, { now, school });
  await insertCompletions(client, people.slice(learners), { now, school });
  return { ...school, lecturer, password: DEMO_PASSWORD, people: people.slice(0, learners) };
}
