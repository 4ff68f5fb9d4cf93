import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids/new-id.js';

type Row = Record<string, unknown>;

async function insert(dataSource: DataSource, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  await dataSource.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, Object.values(row));
}

let counter = 0;
const next = () => (counter += 1);

/** A person; with nothing given, a chair with a Vietnamese name. */
export async function buildPerson(dataSource: DataSource, given: { fullName?: string } = {}): Promise<{ id: string }> {
  const id = newId();
  const fullName = given.fullName ?? `Nguyễn Thị Bông ${next()}`;
  await insert(dataSource, 'person', {
    id,
    full_name: fullName,
    full_name_folded: fullName.toLowerCase(),
    sort_name: fullName,
    birth_date: '1980-03-08',
    gender: 'female',
    created_at: new Date(),
  });
  return { id };
}

/** An account with a session, whose cookie value is returned; its password can not be used. */
export async function buildSession(
  dataSource: DataSource,
  personId: string,
): Promise<{ userId: string; cookie: string }> {
  const userId = newId();
  await insert(dataSource, 'user_account', {
    id: userId,
    person_id: personId,
    password_hash: 'none',
    state: 'active',
    locale: 'vi',
    created_at: new Date(),
  });
  const cookie = randomBytes(32).toString('base64url');
  await insert(dataSource, 'user_session', {
    id: newId(),
    token_hash: createHash('sha256').update(cookie).digest(),
    user_id: userId,
    created_at: new Date(),
    last_seen_at: new Date(),
    expires_at: new Date(Date.now() + 86_400_000),
  });
  return { userId, cookie };
}

/** An enrolment in the current revision of a course, by default the shipped one; makes its person when none is given. */
export async function buildEnrolment(
  dataSource: DataSource,
  given: { personId?: string; slug?: string; completed?: boolean } = {},
): Promise<{ id: string; personId: string }> {
  const personId = given.personId ?? (await buildPerson(dataSource)).id;
  const rows = await dataSource.query<Row[]>(
    `SELECT c.id AS course_id, r.id AS revision_id FROM course c JOIN course_revision r ON r.course_id = c.id
      WHERE c.slug = $1 AND r.state = 'published'`,
    [given.slug ?? 'giai-quyet-tranh-chap-lao-dong'],
  );
  const course = rows[0];
  if (!course) throw new Error('Import the content before building enrolments');
  const id = newId();
  await insert(dataSource, 'enrolment', {
    id,
    person_id: personId,
    ...course,
    state: given.completed ? 'completed' : 'active',
    enrolled_at: new Date(),
    completed_at: given.completed ? new Date() : null,
  });
  return { id, personId };
}

/** As the outbox writes it when the event or the service asks for a job. */
export async function buildOutboxEntry(dataSource: DataSource, job: string, payload: object): Promise<{ id: string }> {
  const id = newId();
  await insert(dataSource, 'outbox_entry', {
    id,
    event: null,
    job,
    payload: JSON.stringify(payload),
    created_at: new Date(),
  });
  return { id };
}
