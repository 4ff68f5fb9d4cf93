import { withinScope } from '../identity/identity.service.js';

/**
 * The seat of a person in the class of a session, locked: evidence of one person in one class is taken one after the
 * other, so that each verdict is derived from all of it.
 */
export const LOCK_SEAT = `
SELECT s.id AS "sessionId", s.training_class_id AS "classId", s.title, s.mode, s.starts_at AS "startsAt",
       s.ends_at AS "endsAt", s.minimum_online_percent AS "minimumOnlinePercent", s.check_in_secret AS "checkInSecret",
       c.name AS "className", c.state AS "classState", r.enrolment_id AS "enrolmentId", r.state AS "registrationState"
  FROM class_session s
  JOIN training_class c ON c.id = s.training_class_id
  JOIN class_registration r ON r.training_class_id = s.training_class_id AND r.person_id = $2
 WHERE s.id = $1
   FOR NO KEY UPDATE OF r`;

/** What is known of one person: the evidence of one session, and how many other planned sessions were attended. */
export const EVIDENCE = `
SELECT (SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'occurredAt', e.occurred_at,
                 'receivedAt', e.received_at, 'intervalFrom', e.interval_from, 'intervalTo', e.interval_to, 'mark', e.mark)), '[]')
          FROM attendance_event e WHERE e.class_session_id = $1 AND e.person_id = $2) AS evidence,
       count(*)::int AS planned,
       (count(*) FILTER (WHERE a.verdict = 'present' AND s.id <> $1))::int AS "attendedElsewhere",
       coalesce(bool_or(a.verdict = 'present') FILTER (WHERE s.id = $1), false) AS "wasPresent"
  FROM class_session s
  LEFT JOIN attendance_record a ON a.class_session_id = s.id AND a.person_id = $2
 WHERE s.training_class_id = $3`;

/**
 * Appends evidence and writes the verdict derived from all of it. An id that is taken adds nothing and leaves the
 * verdict alone; the number added tells.
 */
export const ADD_EVIDENCE = `
WITH added AS (
  INSERT INTO attendance_event (id, class_session_id, person_id, kind, occurred_at, received_at, grade, device_id, slot,
                                interval_from, interval_to, mark, reason, recorded_by_id)
  SELECT e.id, $1, $2, e.kind, e.occurred_at, e.received_at, e.grade, e.device_id, e.slot,
         e.interval_from, e.interval_to, e.mark, e.reason, e.recorded_by_id
    FROM jsonb_to_recordset($3) AS e(id uuid, kind text, occurred_at timestamptz, received_at timestamptz, grade text,
         device_id text, slot bigint, interval_from timestamptz, interval_to timestamptz, mark text, reason text,
         recorded_by_id uuid)
  ON CONFLICT (id) DO NOTHING
  RETURNING id
), derived AS (
  INSERT INTO attendance_record (class_session_id, person_id, verdict, minutes, basis, derived_at)
  SELECT $1, $2, $4, $5, $6, $7 WHERE EXISTS (SELECT FROM added)
  ON CONFLICT (class_session_id, person_id) DO UPDATE
     SET verdict = EXCLUDED.verdict, minutes = EXCLUDED.minutes, basis = EXCLUDED.basis, derived_at = EXCLUDED.derived_at
)
SELECT count(*)::int AS added FROM added`;

/** A session's secret, to tell a wrong code from a person who is not registered. */
export const SESSION_SECRET = `
SELECT s.id, s.title, c.name AS "className", s.check_in_secret AS "checkInSecret"
  FROM class_session s JOIN training_class c ON c.id = s.training_class_id WHERE s.id = $1`;

/** Sessions with an open door ($2 and $3: the instant, and half an hour later) in which the person has a seat. */
export const OPEN_SESSIONS = `
SELECT s.id, s.check_in_secret AS "checkInSecret"
  FROM class_registration r
  JOIN class_session s ON s.training_class_id = r.training_class_id
 WHERE r.person_id = $1 AND r.state = 'registered' AND s.mode <> 'online' AND s.starts_at <= $3 AND s.ends_at >= $2
 ORDER BY s.starts_at`;

/** Who the actor ($2) is to the class with id $1. */
export const CLASS_STANDING = `
SELECT c.id AS "classId", c.state, o.path::text AS "organiserPath", h.path::text AS "hostPath",
       EXISTS (SELECT FROM class_lecturer l WHERE l.training_class_id = c.id AND l.person_id = $2) AS "isLecturer",
       (SELECT r.state FROM class_registration r WHERE r.training_class_id = c.id AND r.person_id = $2) AS registration
  FROM training_class c
  JOIN organisation o ON o.id = c.organiser_id
  LEFT JOIN organisation h ON h.id = c.host_id
 WHERE c.id = $1`;

/** A row when person $2 has, or had, anything to do with class $1 as a learner. */
export const HAS_REGISTRATION = `
SELECT 1 FROM class_registration WHERE training_class_id = $1 AND person_id = $2`;

/** A row when person $1 is a lecturer, on day $3, of a unit within scope $2. */
export const TEACHES_IN_SCOPE = `
SELECT 1 FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
 WHERE g.person_id = $1 AND g.role = 'lecturer' AND ${withinScope('o.path', 2)}
   AND g.valid_from <= $3::date AND (g.valid_to IS NULL OR g.valid_to > $3::date)
 LIMIT 1`;

/** A row when unit $1 lies within scope $2. */
export const UNIT_IN_SCOPE = `SELECT 1 FROM organisation o WHERE o.id = $1 AND ${withinScope('o.path', 2)}`;

/** A row when unit $1 lies within scope $2, or is a school on day $3. */
export const POSSIBLE_HOST = `
SELECT 1 FROM organisation o
 WHERE o.id = $1
   AND (${withinScope('o.path', 2)}
        OR EXISTS (SELECT FROM organisation_period p
                    WHERE p.organisation_id = o.id AND p.kind = 'truong' AND p.superseded_at IS NULL
                      AND p.valid_from <= $3::date AND (p.valid_to IS NULL OR p.valid_to > $3::date)))`;

const SUMMARY = `
SELECT c.id, c.code, c.name, c.state, c.capacity, co.id AS "courseId", co.slug, rev.title AS "courseTitle",
       rev.completion_rule->'attendance'->>'minimumPercent' AS "minimumPercent",
       c.organiser_id AS "organiserId", t.first_at AS "firstSessionAt", t.last_at AS "lastSessionAt",
       (SELECT count(*)::int FROM class_registration r
         WHERE r.training_class_id = c.id AND r.state = 'registered') AS registered,
       mine.id AS "registrationId", mine.state AS "registrationState"
  FROM training_class c
  JOIN course_revision rev ON rev.id = c.revision_id
  JOIN course co ON co.id = rev.course_id
  JOIN organisation o ON o.id = c.organiser_id
  LEFT JOIN organisation h ON h.id = c.host_id
  LEFT JOIN LATERAL (SELECT min(s.starts_at) AS first_at, max(s.ends_at) AS last_at FROM class_session s
                      WHERE s.training_class_id = c.id) t ON true
  LEFT JOIN class_registration mine
    ON mine.training_class_id = c.id AND mine.person_id = $1 AND mine.state <> 'cancelled'`;

const NEWEST_FIRST = `ORDER BY t.first_at DESC NULLS LAST, c.id LIMIT 200`;

/** One class ($2) as the person ($1) sees it. */
export const CLASS_SUMMARY = `${SUMMARY} WHERE c.id = $2`;

/** The person's own classes, and those that still take registrations at $2. */
export const CLASSES_TO_ATTEND = `${SUMMARY}
 WHERE mine.id IS NOT NULL OR (c.state = 'open' AND t.last_at > $2) ${NEWEST_FIRST}`;

export const CLASSES_TAUGHT = `${SUMMARY}
 WHERE EXISTS (SELECT FROM class_lecturer l WHERE l.training_class_id = c.id AND l.person_id = $1) ${NEWEST_FIRST}`;

/** Classes organised or hosted within the scope ($2). */
export const CLASSES_IN_SCOPE = `${SUMMARY}
 WHERE o.path <@ ANY($2::ltree[]) OR h.path <@ ANY($2::ltree[]) ${NEWEST_FIRST}`;

/** Sessions of a class with the verdict on one person. */
export const SESSIONS_OF_CLASS = `
SELECT s.id, s.position, s.title, s.mode, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place,
       s.meeting_url AS "meetingUrl", a.verdict
  FROM class_session s
  LEFT JOIN attendance_record a ON a.class_session_id = s.id AND a.person_id = $2
 WHERE s.training_class_id = $1
 ORDER BY s.position`;

/** Sessions of the person's ($1) classes that end after $2. */
export const SCHEDULE = `
SELECT s.id AS "sessionId", c.id AS "classId", c.name AS "className", s.title, s.mode, s.starts_at AS "startsAt",
       s.ends_at AS "endsAt", s.place, s.meeting_url AS "meetingUrl", a.verdict
  FROM class_registration r
  JOIN training_class c ON c.id = r.training_class_id AND c.state <> 'cancelled'
  JOIN class_session s ON s.training_class_id = c.id
  LEFT JOIN attendance_record a ON a.class_session_id = s.id AND a.person_id = r.person_id
 WHERE r.person_id = $1 AND r.state = 'registered' AND s.ends_at >= $2
 ORDER BY s.starts_at, s.id LIMIT 300`;

/** The roster: seats by given name, then the waiting list in its order; one person only when $2 is given. */
export const ROSTER = `
SELECT r.person_id AS "personId", p.full_name AS "fullName", r.state AS "registrationState", e.state AS "enrolmentState",
       (SELECT coalesce(json_agg(json_build_object('sessionId', s.id, 'endsAt', s.ends_at, 'verdict', a.verdict,
                'basis', a.basis, 'minutes', a.minutes) ORDER BY s.position), '[]')
          FROM class_session s
          LEFT JOIN attendance_record a ON a.class_session_id = s.id AND a.person_id = r.person_id
         WHERE s.training_class_id = r.training_class_id) AS sessions
  FROM class_registration r
  JOIN person p ON p.id = r.person_id
  JOIN enrolment e ON e.id = r.enrolment_id
 WHERE r.training_class_id = $1 AND r.state <> 'cancelled' AND ($2::uuid IS NULL OR r.person_id = $2)
 ORDER BY (r.state = 'waitlisted'), CASE WHEN r.state = 'waitlisted' THEN r.registered_at END,
          CASE WHEN r.state = 'waitlisted' THEN r.id END,
          -- The given name by itself first: compared as a whole, tones would count only after all other words.
          split_part(p.sort_name, ' ', 1) COLLATE "vi-x-icu", p.sort_name COLLATE "vi-x-icu", p.id`;

/** Present and registered people of a session, for the counter beneath the code. */
export const SESSION_COUNTS = `
SELECT (SELECT count(*)::int FROM attendance_record a JOIN class_registration r
           ON r.training_class_id = s.training_class_id AND r.person_id = a.person_id AND r.state = 'registered'
         WHERE a.class_session_id = s.id AND a.verdict = 'present') AS "presentCount",
       (SELECT count(*)::int FROM class_registration r
         WHERE r.training_class_id = s.training_class_id AND r.state = 'registered') AS "registeredCount"
  FROM class_session s WHERE s.id = $1`;

/** The class of an enrolment that counts: most attended, then first registered. */
export const CLASS_OF_ENROLMENT = `
SELECT c.organiser_id AS "organiserId", c.code,
       min(s.starts_at) AS "startsAt", max(s.ends_at) AS "endsAt",
       max(res.percent)::float8 AS percent
  FROM class_registration r
  JOIN training_class c ON c.id = r.training_class_id
  JOIN class_session s ON s.training_class_id = c.id
  LEFT JOIN enrolment_result res
    ON res.enrolment_id = r.enrolment_id AND res.kind = 'attendance' AND res.subject_key = c.id::text
 WHERE r.enrolment_id = $1 AND r.state = 'registered'
 GROUP BY c.id, r.registered_at
 ORDER BY coalesce(max(res.percent), -1) DESC, r.registered_at, c.id
 LIMIT 1`;
