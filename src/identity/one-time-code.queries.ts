import { withinScope } from '../organisation/organisation.service.js';
import { unitFor } from './people.queries.js';

/**
 * People $1 who hold an office on day $2 in a unit within scope $3, with the unit for the record. Locked in one order, so that two officers issuing
 * for the same people take turns and each leaves one living code.
 */
export const PEOPLE_IN_SCOPE = `
SELECT p.id, ${unitFor('p.id', { day: 2, scope: 3 })} AS "organisationId"
  FROM person p
 WHERE p.id = ANY($1::uuid[])
   AND EXISTS (SELECT 1 FROM office_term t JOIN organisation o ON o.id = t.organisation_id
                WHERE t.person_id = p.id AND t.superseded_at IS NULL
                  AND t.valid_from <= $2::date AND (t.valid_to IS NULL OR t.valid_to > $2::date)
                  AND ${withinScope('o.path', 3)})
 ORDER BY p.id
   FOR NO KEY UPDATE OF p`;

/** Grants of people $1 in force on day $2 or later: a code may live to see them begin. */
export const GRANTS_FROM_DAY = `
SELECT g.role, o.path::text AS path
  FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
 WHERE g.person_id = ANY($1::uuid[]) AND o.path IS NOT NULL AND (g.valid_to IS NULL OR g.valid_to > $2::date)`;

/** Who may redeem the code with hash $1 at $2. A suspended account stays closed. */
export const LIVING_CODE = `
SELECT c.id, c.person_id AS "personId", u.id AS "userId"
  FROM one_time_code c LEFT JOIN user_account u ON u.person_id = c.person_id
 WHERE c.code_hash = $1 AND c.used_at IS NULL AND c.revoked_at IS NULL AND c.expires_at > $2
   AND (u.state IS NULL OR u.state = 'active')`;

/** Of parallel redemptions one finds the row still unused; the others waited for its lock and get nothing. */
export const USE_UP = `
UPDATE one_time_code SET used_at = $2
 WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2
RETURNING id`;

/** The officers nearest above the units in which person $1 holds an office on day $2. */
export const OFFICERS_ABOVE = `
WITH place AS (
  SELECT DISTINCT o.path
    FROM office_term t JOIN organisation o ON o.id = t.organisation_id
   WHERE t.person_id = $1 AND t.superseded_at IS NULL AND o.path IS NOT NULL
     AND t.valid_from <= $2::date AND (t.valid_to IS NULL OR t.valid_to > $2::date)),
officer AS (
  SELECT g.person_id, rank() OVER (PARTITION BY place.path ORDER BY nlevel(o.path) DESC) AS distance
    FROM place
    JOIN organisation o ON o.path @> place.path
    JOIN role_grant g ON g.organisation_id = o.id
   WHERE g.role IN ('unit-officer', 'federation-officer') AND g.person_id <> $1
     AND g.valid_from <= $2::date AND (g.valid_to IS NULL OR g.valid_to > $2::date))
SELECT DISTINCT person_id AS "personId" FROM officer WHERE distance = 1`;
