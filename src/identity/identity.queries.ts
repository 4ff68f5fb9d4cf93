import { recordPlaces, withinScope } from '../organisation/organisation.service.js';

/**
 * Session, account and today's grants of a token hash in one row: runs on every request. $2 is the instant, $3 the day in
 * Asia/Ho_Chi_Minh. Grants on abolished units are gone with the unit's path.
 */
export const ACTOR_BY_TOKEN = `
SELECT s.id AS "sessionId", s.user_id AS "userId", s.last_seen_at AS "lastSeenAt", u.person_id AS "personId", u.locale,
       (SELECT json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id, 'path', o.path::text)
                        ORDER BY g.id)
          FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
         WHERE g.person_id = u.person_id AND o.path IS NOT NULL
           AND g.valid_from <= $3::date AND (g.valid_to IS NULL OR g.valid_to > $3::date)) AS grants
  FROM user_session s JOIN user_account u ON u.id = s.user_id
 WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.state = 'active'`;

/** Parallel requests of one browser all see a stale session; one of them writes. */
export const TOUCH_SESSION = `
UPDATE user_session SET last_seen_at = $2, expires_at = $3
 WHERE id = $1 AND last_seen_at = $4 AND revoked_at IS NULL`;

/** The sessions of account $1 that live at $2. Bounded: what a person with more of them needs is to end all others. */
export const LIVING_SESSIONS = `
SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", user_agent AS "userAgent"
  FROM user_session
 WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2
 ORDER BY last_seen_at DESC, id DESC
 LIMIT 200`;

export const ACCOUNT_BY_LOGIN = `
SELECT u.id, u.password_hash AS "passwordHash", u.state
  FROM login_name l JOIN user_account u ON u.id = l.user_id
 WHERE l.value = $1`;

/** People with the office they are known by on day $2: the highest in precedence, then the longest held. */
export const PEOPLE_WITH_OFFICE = `
SELECT p.id, p.full_name AS "fullName", p.sort_name AS "sortName", p.birth_date AS "birthDate", p.gender,
       held.organisation_id AS "organisationId", held.title_code AS "titleCode",
       held.name_vi AS "titleVi", held.name_en AS "titleEn"
  FROM person p
  LEFT JOIN LATERAL (
       SELECT t.organisation_id, t.title_code, title.name_vi, title.name_en
         FROM office_term t JOIN office_title title ON title.code = t.title_code
        WHERE t.person_id = p.id AND t.superseded_at IS NULL
          AND t.valid_from <= $2::date AND (t.valid_to IS NULL OR t.valid_to > $2::date)
        ORDER BY title.rank, t.valid_from, t.id
        LIMIT 1) held ON true
 WHERE p.id = ANY($1::uuid[])`;

/**
 * Acts in the units within scope ($1), newest first; $2 a unit (with those below it), $3 action, $4 subject, $5 and $6 the
 * instants from and to, $7 the last id of the page before, $8 how many, $9 today. Each unit gives its own newest from the index on
 * (organisation_id, occurred_at), so that a page costs the same however long the record grows. A cursor outside the scope
 * is one that does not exist. The seal is looked up row by row (EXISTS could be planned as a hash of the whole chain).
 */
export const AUDIT_IN_SCOPE = `
${recordPlaces('$9::date')}, last AS MATERIALIZED (
  SELECT l.occurred_at, l.id
    FROM audit_entry l JOIN record_place lo ON lo.id = l.organisation_id
   WHERE l.id = $7::uuid AND ${withinScope('lo.path', 1)})
SELECT a.id, a.action, a.actor_id AS "actorId", a.subject_kind AS "subjectKind", a.subject_id AS "subjectId",
       a.organisation_id AS "organisationId", a.details, a.reason, a.occurred_at AS "occurredAt",
       coalesce((SELECT true FROM audit_seal s WHERE s.stream = 'audit_entry' AND s.row_id = a.id LIMIT 1), false) AS sealed
  FROM record_place o
 CROSS JOIN LATERAL (
       SELECT e.*
         FROM audit_entry e
        WHERE e.organisation_id = o.id
          AND ($3::text IS NULL OR e.action = $3)
          AND ($4::uuid IS NULL OR e.subject_id = $4)
          AND ($5::timestamptz IS NULL OR e.occurred_at >= $5)
          AND ($6::timestamptz IS NULL OR e.occurred_at < $6)
          AND ($7::uuid IS NULL OR e.occurred_at <= (SELECT last.occurred_at FROM last)
                               AND (e.occurred_at, e.id) < (SELECT last.occurred_at, last.id FROM last))
        ORDER BY e.occurred_at DESC, e.id DESC
        LIMIT $8) a
 WHERE ${withinScope('o.path', 1)}
   AND ($2::uuid IS NULL OR o.path <@ (SELECT unit.path FROM record_place unit WHERE unit.id = $2))
 ORDER BY a.occurred_at DESC, a.id DESC
 LIMIT $8`;

/** A row when the record of unit $1 is read within scope $2 on day $3. */
export const READABLE_UNIT = `
${recordPlaces('$3::date')}
SELECT 1 FROM record_place o WHERE o.id = $1 AND ${withinScope('o.path', 2)}`;

/**
 * Names of those of the ids $1 that somebody with scope $2 may know: units whose record it holds, and people who ever held an office
 * or a role in it; $3, the reader, knows the own name.
 */
export const NAMES_IN_SCOPE = `
${recordPlaces('$4::date')}
SELECT p.id, p.full_name AS name
  FROM person p
 WHERE p.id = ANY($1::uuid[])
   AND (p.id = $3
        OR EXISTS (SELECT 1 FROM office_term t JOIN organisation o ON o.id = t.organisation_id
                    WHERE t.person_id = p.id AND ${withinScope('o.path', 2)})
        OR EXISTS (SELECT 1 FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
                    WHERE g.person_id = p.id AND ${withinScope('o.path', 2)}))
 UNION ALL
SELECT o.id, latest.name
  FROM record_place o
 CROSS JOIN LATERAL (
       SELECT period.name FROM organisation_period period
        WHERE period.organisation_id = o.id AND period.superseded_at IS NULL
        ORDER BY period.valid_from <= $4::date DESC, abs(period.valid_from - $4::date)
        LIMIT 1) latest
 WHERE o.id = ANY($1::uuid[]) AND ${withinScope('o.path', 2)}`;
