import { withinScope } from '../organisation/organisation.service.js';

const DRAFT = `
SELECT d.id, d.course_id AS "courseId", c.slug, d.organisation_id AS "organisationId", o.path::text AS "unitPath",
       d.version, d.base_revision_id AS "baseRevisionId", d.closed_at AS "closedAt", d.started_at AS "startedAt",
       (SELECT w.state FROM review w WHERE w.draft_id = d.id ORDER BY w.submitted_at DESC, w.id DESC LIMIT 1) AS review,
       EXISTS (SELECT 1 FROM draft_contributor b WHERE b.draft_id = d.id AND b.person_id = $2) AS "isContributor"
  FROM course_draft d JOIN course c ON c.id = d.course_id JOIN organisation o ON o.id = d.organisation_id`;

/** Draft $1 within scope $3, seen by person $2. */
export const DRAFT_IN_SCOPE = `${DRAFT} WHERE d.id = $1 AND ${withinScope('o.path', 3)}`;

/** Drafts within scope $3 but those given up, the newest first; $1 the last id of the page before, $4 how many. */
export const DRAFTS_IN_SCOPE = `
SELECT draft.*, unit.name AS "unitName",
       (SELECT f.text FROM draft_file f WHERE f.draft_id = draft.id AND f.path = 'course.yaml') AS "courseYaml",
       (SELECT max(f.changed_at) FROM draft_file f WHERE f.draft_id = draft.id) AS "changedAt"
  FROM (${DRAFT} WHERE ${withinScope('o.path', 3)} AND ($1::uuid IS NULL OR d.id < $1)) draft
  LEFT JOIN LATERAL (SELECT p.name FROM organisation_period p WHERE p.organisation_id = draft."organisationId"
                      ORDER BY p.valid_from DESC LIMIT 1) unit ON true
 WHERE draft."closedAt" IS NULL OR draft.review = 'approved'
 ORDER BY draft.id DESC LIMIT $4`;

/** The course named $1 when nothing was ever published of it and no draft of it is open: all were given up. */
export const COURSE_GIVEN_UP = `
SELECT c.id FROM course c
 WHERE c.slug = $1
   AND EXISTS (SELECT 1 FROM course_draft d WHERE d.course_id = c.id)
   AND NOT EXISTS (SELECT 1 FROM course_draft d WHERE d.course_id = c.id AND d.closed_at IS NULL)
   AND NOT EXISTS (SELECT 1 FROM course_revision r WHERE r.course_id = c.id AND r.state IN ('published', 'retired'))
 FOR NO KEY UPDATE OF c`;

/** The id of the unit that answers for a course: the one whose desk began it; the top one for what came with a release. */
const answeringUnit = (courseId: string) => `coalesce(
   (SELECT d.organisation_id FROM course_draft d
     WHERE d.course_id = ${courseId} AND d.base_revision_id IS NULL ORDER BY d.started_at LIMIT 1),
   (SELECT top.id FROM organisation top WHERE nlevel(top.path) = 1 ORDER BY top.id LIMIT 1))`;

/** The unit that answers for a course, $1. */
export const ANSWERING_UNIT = `
SELECT o.id, o.path::text AS path FROM organisation o WHERE o.id = ${answeringUnit('$1')}`;

/** Courses for which units within scope $1 answer, by the title of their current revision, or of the latest one. */
export const COURSES_IN_SCOPE = `
SELECT c.id, c.slug, r.title, o.path::text AS "unitPath"
  FROM course c
  JOIN LATERAL (SELECT v.title FROM course_revision v WHERE v.course_id = c.id
                 ORDER BY v.state = 'published' DESC, v.number DESC LIMIT 1) r ON true
  JOIN organisation o ON o.id = ${answeringUnit('c.id')}
 WHERE ${withinScope('o.path', 1)} ORDER BY c.slug`;

/** Images of a draft with their sizes in pixels, and its attachments with theirs in bytes, $1. */
export const DRAFT_BLOBS = `
SELECT f.path, b.hash, b.width, b.height, length(b.bytes) AS size FROM draft_file f JOIN content_blob b ON b.hash = f.hash WHERE f.draft_id = $1`;

/** Every file of a draft as bytes, $1. */
export const DRAFT_BYTES = `
SELECT f.path, coalesce(b.bytes, convert_to(f.text, 'UTF8')) AS bytes
  FROM draft_file f LEFT JOIN content_blob b ON b.hash = f.hash WHERE f.draft_id = $1 ORDER BY f.path COLLATE "C"`;

/** Files of a draft that reviewers remarked on, $1: all threads, and those that nobody has settled. */
export const DRAFT_THREADS = `
SELECT path, count(*)::int AS threads, (count(*) FILTER (WHERE resolved_at IS NULL))::int AS "openThreads"
  FROM review_comment WHERE draft_id = $1 AND parent_id IS NULL GROUP BY path`;

/** Who changed files of a draft, $1. */
export const DRAFT_CONTRIBUTORS = `
SELECT p.id, p.full_name AS "fullName" FROM draft_contributor c JOIN person p ON p.id = c.person_id
 WHERE c.draft_id = $1 ORDER BY p.sort_name, p.id`;
