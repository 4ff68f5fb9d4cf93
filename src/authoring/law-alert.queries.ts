import { withinScope } from '../organisation/organisation.service.js';

/**
 * Open tasks because of the law of the courses whose answering unit (as in `ANSWERING_UNIT`) lies within the scope `$1`,
 * with what of the course still cites the old wording and the draft that is open for it; the longest open first; `$2` limit.
 */
export const LAW_ALERTS = `
SELECT t.id, t.amendment_id AS "amendmentId", c.slug AS "courseSlug", r.title AS "courseTitle", draft.id AS "draftId",
       a.code AS "articleCode", a.number AS "articleNumber", d.title AS "documentTitle",
       m.effective_on::text AS "effectiveOn", m.amended_by AS "amendedBy", t.opened_at AS "openedAt",
       (SELECT coalesce(json_agg(json_build_object('slug', l.slug, 'title', l.title) ORDER BY l.position, l.id), '[]')
          FROM lesson l JOIN lesson_flag f ON f.lesson_id = l.id AND f.closed_at IS NULL
         WHERE l.revision_id = r.id AND f.amendment_id = t.amendment_id AND f.article_id = a.id) AS lessons,
       (SELECT coalesce(json_agg(json_build_object('code', q.code, 'title', w.title) ORDER BY q.code), '[]')
          FROM question_flag f JOIN question_version w ON w.id = f.question_version_id
          JOIN question q ON q.id = w.question_id
         WHERE q.course_id = c.id AND f.amendment_id = t.amendment_id AND f.article_id = a.id
           AND f.closed_at IS NULL) AS questions
  FROM review_task t JOIN course c ON c.id = t.course_id
  JOIN course_revision r ON r.course_id = c.id AND r.state = 'published'
  JOIN law_article a ON a.code = t.article_code JOIN law_document d ON d.id = a.document_id
  JOIN law_amendment m ON m.id = t.amendment_id
  LEFT JOIN course_draft draft ON draft.course_id = c.id AND draft.closed_at IS NULL
  JOIN organisation o ON o.id = coalesce(
    (SELECT b.organisation_id FROM course_draft b WHERE b.course_id = c.id AND b.base_revision_id IS NULL
      ORDER BY b.started_at LIMIT 1),
    (SELECT top.id FROM organisation top WHERE nlevel(top.path) = 1 ORDER BY top.id LIMIT 1))
 WHERE t.done_at IS NULL AND ${withinScope('o.path', 1)}
 ORDER BY t.opened_at, c.slug, a.position LIMIT $2`;
