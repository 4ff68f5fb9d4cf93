/**
 * Enrolments in the middle of another revision than `$1`, the current one of its course, without an attempt running: the
 * next `$3` after `$2`, or only `$4` when given.
 */
export const WITHOUT_ATTEMPT = `
SELECT e.id FROM enrolment e JOIN course_revision r ON r.id = $1 AND r.state = 'published' AND r.course_id = e.course_id
 WHERE e.state = 'active' AND e.revision_id <> $1
   AND ($2::uuid IS NULL OR e.id > $2) AND ($4::uuid IS NULL OR e.id = $4)
   AND NOT EXISTS (SELECT 1 FROM quiz_attempt a WHERE a.enrolment_id = e.id AND a.state = 'in-progress')
 ORDER BY e.id LIMIT $3`;

/** The current revision of the course of the enrolment `$1`, if it is on another one. */
export const NEWER_REVISION = `
SELECT r.id FROM enrolment e JOIN course_revision r ON r.course_id = e.course_id AND r.state = 'published'
 WHERE e.id = $1 AND e.revision_id <> r.id`;
