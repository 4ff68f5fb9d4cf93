import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { RevisionOrigin, RevisionState } from './entities/course-revision.entity.js';
import { REVISION_STEPS, isRevisionStep } from './revision-state.rules.js';

const STATES = Object.keys(REVISION_STEPS.desk) as RevisionState[];
const STEPS = (['release', 'desk'] as RevisionOrigin[]).flatMap((origin) =>
  STATES.flatMap((from) => STATES.map((to) => [origin, from, to] as const)),
);

let database: TestDatabase;
let owner: pg.Client;
let courseId: string;
let number = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  courseId = newId();
  await database.dataSource.query(`INSERT INTO course (id, slug, created_at) VALUES ($1, 'khoa', now())`, [courseId]);
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** A revision in any state, whatever way leads there: the owner lays the trigger aside. */
async function revisionIn(origin: RevisionOrigin, state: RevisionState): Promise<string> {
  const id = newId();
  number += 1;
  const isPublic = state === 'published' || state === 'retired';
  await owner.query(`
    ALTER TABLE course_revision DISABLE TRIGGER tr_course_revision_states;
    INSERT INTO course_revision (id, course_id, number, state, origin, content_hash, title, summary, as_of, topics,
        estimated_minutes, completion_rule, created_at, published_at)
      VALUES ('${id}', '${courseId}', ${number}, '${state}', '${origin}', 'h', '{}', '{}', '2026-01-01', '{}', 1, '{}', now(),
        ${isPublic ? 'now()' : 'NULL'});
    ALTER TABLE course_revision ENABLE TRIGGER tr_course_revision_states`);
  return id;
}

async function isTaken(origin: RevisionOrigin, from: RevisionState, to: RevisionState): Promise<boolean> {
  const id = await revisionIn(origin, from);
  const publishedAt = to === 'published' ? ', published_at = coalesce(published_at, now())' : '';
  try {
    await database.dataSource.query(`UPDATE course_revision SET state = $2${publishedAt} WHERE id = $1`, [id, to]);
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/cannot go|approved by no review/);
    return String(error).includes('approved by no review');
  } finally {
    // One revision of a course is current at most.
    await owner.query(
      `ALTER TABLE course_revision DISABLE TRIGGER USER; DELETE FROM course_revision; ALTER TABLE course_revision ENABLE TRIGGER USER`,
    );
  }
}

describe('the states of a revision', () => {
  it('are the same in the table of steps and in the trigger', async () => {
    for (const [origin, from, to] of STEPS.filter(([, from, to]) => from !== to)) {
      const step = `${origin}: ${from} → ${to}`;
      expect([step, await isTaken(origin, from, to)]).toEqual([step, isRevisionStep(origin, from, to)]);
    }
  });

  it('begin with a draft', async () => {
    await expect(
      database.dataSource.query(
        `INSERT INTO course_revision (id, course_id, number, state, content_hash, title, summary, as_of, topics, estimated_minutes, completion_rule, created_at, published_at)
         VALUES ($1, $2, 999, 'published', 'h', '{}', '{}', '2026-01-01', '{}', 1, '{}', now(), now())`,
        [newId(), courseId],
      ),
    ).rejects.toThrow('begins as a draft');
  });
});
