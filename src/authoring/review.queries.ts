import { withinScope } from '../organisation/organisation.service.js';

/** Reviews as person $1 stands to them: who wrote for the draft or submitted it is one of its authors. */
const REVIEW = `
SELECT w.id, w.draft_id AS "draftId", w.revision_id AS "revisionId", w.state, w.submitted_by_id AS "submittedById",
       w.submitted_at AS "submittedAt", w.due_on AS "dueOn", w.decided_by_id AS "decidedById", w.decided_at AS "decidedAt",
       w.note, w.official_document_id AS "officialDocumentId", d.course_id AS "courseId",
       d.organisation_id AS "organisationId", d.base_revision_id AS "baseRevisionId", d.closed_at IS NOT NULL AS "isClosed", o.path::text AS "unitPath",
       r.number, r.title, r.summary, c.slug,
       w.submitted_by_id = $1
         OR EXISTS (SELECT 1 FROM draft_contributor b WHERE b.draft_id = d.id AND b.person_id = $1) AS "isContributor",
       NOT EXISTS (SELECT 1 FROM review later WHERE later.draft_id = w.draft_id
                    AND (later.submitted_at, later.id) > (w.submitted_at, w.id)) AS "isLatest",
       (SELECT count(*)::int FROM review_comment m
         WHERE m.draft_id = w.draft_id AND m.parent_id IS NULL AND m.resolved_at IS NULL) AS "openThreads"
  FROM review w
  JOIN course_draft d ON d.id = w.draft_id
  JOIN organisation o ON o.id = d.organisation_id
  JOIN course_revision r ON r.id = w.revision_id
  JOIN course c ON c.id = d.course_id`;

/** Review $3, for reviewers of scope $2 and for its authors. */
export const REVIEW_SEEN = `SELECT * FROM (${REVIEW} WHERE w.id = $3 AND (${withinScope('o.path', 2)} OR w.submitted_by_id = $1
  OR EXISTS (SELECT 1 FROM draft_contributor b WHERE b.draft_id = d.id AND b.person_id = $1))) seen`;

/** Open reviews within scope $2, the most urgent first. */
export const REVIEWS_WAITING = `${REVIEW}
 WHERE w.state = 'open' AND ${withinScope('o.path', 2)} ORDER BY w.due_on, w.submitted_at, w.id LIMIT 200`;

/** Reviews within scope $2 that were decided, the latest first. */
export const REVIEWS_DECIDED = `${REVIEW}
 WHERE w.decided_at IS NOT NULL AND ${withinScope('o.path', 2)} ORDER BY w.decided_at DESC, w.id DESC LIMIT 30`;

/** The latest review of each draft that person $1 wrote for, the latest first. */
export const REVIEWS_OWN = `
SELECT * FROM (${REVIEW}) own WHERE own."isContributor" AND own."isLatest" ORDER BY own."submittedAt" DESC, own.id DESC LIMIT 50`;

/** What was submitted last of the same draft before review $1. */
export const SUBMITTED_BEFORE = `
SELECT earlier.revision_id AS "revisionId", r.number, earlier.submitted_at AS "at"
  FROM review w
  JOIN review earlier ON earlier.draft_id = w.draft_id AND (earlier.submitted_at, earlier.id) < (w.submitted_at, w.id)
  JOIN course_revision r ON r.id = earlier.revision_id
 WHERE w.id = $1 ORDER BY earlier.submitted_at DESC, earlier.id DESC LIMIT 1`;

/** What was published of the course of review $1 when it was submitted. */
export const PUBLISHED_BEFORE = `
SELECT r.id AS "revisionId", r.number, r.published_at AS "at"
  FROM review w JOIN course_draft d ON d.id = w.draft_id
  JOIN course_revision r ON r.course_id = d.course_id AND r.id <> w.revision_id AND r.published_at IS NOT NULL
 WHERE w.id = $1 AND (r.number < (SELECT own.number FROM course_revision own WHERE own.id = w.revision_id))
 ORDER BY r.state = 'published' DESC, r.published_at DESC LIMIT 1`;

/** Remarks on a draft, the first of a thread before its answers. */
export const COMMENTS_OF_DRAFT = `
SELECT m.id, m.revision_id AS "revisionId", m.path, m.paragraph, m.quote, m.parent_id AS "parentId",
       m.author_id AS "authorId", m.text, m.created_at AS "createdAt", m.resolved_at AS "resolvedAt",
       m.resolved_by_id AS "resolvedById"
  FROM review_comment m
 WHERE m.draft_id = $1
 ORDER BY m.created_at, m.id
 LIMIT 2000`;

/** Reviewers ($2: roles) at or above the unit of each open review on day $1, but for its authors. */
const JUDGES = `
SELECT DISTINCT w.id, g.person_id
  FROM review w
  JOIN course_draft d ON d.id = w.draft_id
  JOIN organisation unit ON unit.id = d.organisation_id
  JOIN organisation o ON o.path @> unit.path
  JOIN role_grant g ON g.organisation_id = o.id AND g.role = ANY ($2::text[]) AND g.valid_from <= $1::date
   AND (g.valid_to IS NULL OR g.valid_to > $1::date)
 WHERE w.state = 'open' AND g.person_id <> w.submitted_by_id
   AND NOT EXISTS (SELECT 1 FROM draft_contributor b WHERE b.draft_id = d.id AND b.person_id = g.person_id)`;

/**
 * Whom to tell what about open reviews on day $1 ($2: roles of reviewers) and who was not told yet: reviewers of what
 * waits (`review-asked`) and of what is due (`review-due`); who submitted it, of what is due (`review-late`) and of what
 * nobody may judge (`review-unjudged`).
 */
export const REVIEW_TIDINGS = `
WITH judge AS (${JUDGES}),
tiding AS (
  SELECT 'review-asked' AS kind, judge.id, judge.person_id FROM judge
   UNION ALL SELECT 'review-due', judge.id, judge.person_id FROM judge JOIN review w ON w.id = judge.id AND w.due_on <= $1::date
   UNION ALL SELECT 'review-late', w.id, w.submitted_by_id FROM review w WHERE w.state = 'open' AND w.due_on <= $1::date
   UNION ALL SELECT 'review-unjudged', w.id, w.submitted_by_id FROM review w
              WHERE w.state = 'open' AND NOT EXISTS (SELECT 1 FROM judge WHERE judge.id = w.id))
SELECT t.kind, t.id, t.person_id AS "personId", r.title ->> 'vi' AS title
  FROM tiding t JOIN review w ON w.id = t.id JOIN course_revision r ON r.id = w.revision_id
 WHERE NOT EXISTS (SELECT 1 FROM notification n WHERE n.person_id = t.person_id AND n.dedupe_key = t.kind || ':' || t.id)
 ORDER BY t.id, t.kind, t.person_id
 LIMIT 1000`;

/** Who wrote for the draft of review $1, and who submitted it. */
export const AUTHORS_OF_REVIEW = `
SELECT b.person_id AS "personId" FROM review w JOIN draft_contributor b ON b.draft_id = w.draft_id WHERE w.id = $1
 UNION SELECT w.submitted_by_id FROM review w WHERE w.id = $1`;

/** Who takes part in the thread of comment $1: its writers and the draft's authors, but for who wrote this one. */
export const CONCERNED_BY_COMMENT = `
WITH said AS (SELECT m.*, coalesce(m.parent_id, m.id) AS thread FROM review_comment m WHERE m.id = $1)
SELECT b.person_id AS "personId" FROM said JOIN draft_contributor b ON b.draft_id = said.draft_id WHERE b.person_id <> said.author_id
 UNION SELECT m.author_id FROM said JOIN review_comment m ON m.id = said.thread OR m.parent_id = said.thread
        WHERE m.author_id <> said.author_id`;

/** What was submitted last of draft $1. */
export const LATEST_REVIEW = `
SELECT w.id FROM review w WHERE w.draft_id = $1 ORDER BY w.submitted_at DESC, w.id DESC LIMIT 1`;
