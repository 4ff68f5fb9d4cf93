import { withinScope } from '../organisation/organisation.service.js';

const GRANT = `
SELECT g.id, g.person_id AS "personId", p.full_name AS "fullName", g.role, g.organisation_id AS "organisationId",
       o.path::text AS path, g.valid_from AS "validFrom", g.valid_to AS "validTo"
  FROM role_grant g
  JOIN person p ON p.id = g.person_id
  JOIN organisation o ON o.id = g.organisation_id`;

/**
 * Grants on units in scope $1 that have not ended by day $2, of person $3 or of all, the newest first; $4 the last id of
 * the page before, $5 how many. A cursor only says where ids go on, so one from elsewhere tells nothing.
 */
export const GRANTS_IN_SCOPE = `${GRANT}
 WHERE ${withinScope('o.path', 1)} AND (g.valid_to IS NULL OR g.valid_to > $2::date)
   AND ($3::uuid IS NULL OR g.person_id = $3)
   AND ($4::uuid IS NULL OR g.id < $4)
 ORDER BY g.id DESC
 LIMIT $5`;

/** Grant $1 on a unit in scope $2. */
export const GRANT_IN_SCOPE = `${GRANT}
 WHERE g.id = $1 AND ${withinScope('o.path', 2)}
   FOR UPDATE OF g`;

/**
 * Administrators of the root who can sign in on day $1, but for the grants $2, until they end: `until` is null when the
 * last of them has no end.
 */
export const OTHER_ADMINISTRATORS = `
SELECT g.valid_to AS until
  FROM role_grant g
  JOIN organisation o ON o.id = g.organisation_id AND nlevel(o.path) = 1
  JOIN user_account u ON u.person_id = g.person_id AND u.state = 'active'
 WHERE g.role = 'administrator' AND g.valid_from <= $1::date AND (g.valid_to IS NULL OR g.valid_to > $1::date)
   AND g.id <> ALL ($2::uuid[])
 ORDER BY g.valid_to DESC NULLS FIRST
 LIMIT 1`;
