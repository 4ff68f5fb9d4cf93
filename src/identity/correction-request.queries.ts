import { answersFor } from './people.queries.js';

/** Open requests of people whom scope $2 answers for on day $1, the oldest first; $3 the last id of the page before. */
export const OPEN_REQUESTS = `
SELECT r.id, r.person_id AS "personId", p.full_name AS "fullName", r.field, r.wished_value AS "wishedValue", r.note, r.state,
       r.created_at AS "createdAt", r.decided_at AS "decidedAt", r.reason
  FROM correction_request r JOIN person p ON p.id = r.person_id
 WHERE r.state = 'open' AND ($3::uuid IS NULL OR r.id > $3) AND ${answersFor('r.person_id', { day: 1, scope: 2 })}
 ORDER BY r.id
 LIMIT $4`;

/** Asks once: a second request of the kind changes nothing. */
export const ASK = `
INSERT INTO correction_request (id, person_id, field, wished_value, note, state, created_at)
VALUES ($1, $2, $3, $4, $5, 'open', $6)
ON CONFLICT (person_id, field) WHERE state = 'open' DO NOTHING
RETURNING id`;
