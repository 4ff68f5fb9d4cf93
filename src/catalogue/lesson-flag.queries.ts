/**
 * Brings the flags of lessons and scenarios to what citations say, of the amendment `$1` or the course `$2` (null: any), at
 * `$3`. Due: a lesson of a current revision whose citation is of a wording from before an announced amendment. What is
 * due and not flagged is flagged, what is flagged and no longer due is closed, all else stays: repeated, it writes nothing.
 */
export const RECONCILE_LESSON_FLAGS = `
WITH due AS MATERIALIZED (
  SELECT x.amendment_id, x.article_id, l.id AS lesson_id
    FROM amended_article x
    JOIN law_amendment m ON m.id = x.amendment_id AND m.announced_at IS NOT NULL
    JOIN law_citation c ON c.article_id = x.article_id AND c.citer_kind IN ('lesson', 'scenario')
    JOIN article_version v ON v.id = c.article_version_id AND v.valid_from < x.effective_on
    JOIN lesson l ON l.id = c.citer_id
    JOIN course_revision r ON r.id = l.revision_id AND r.state = 'published'
   WHERE ($1::uuid IS NULL OR x.amendment_id = $1) AND ($2::uuid IS NULL OR r.course_id = $2)
), closed AS (
  UPDATE lesson_flag f SET closed_at = $3
    FROM lesson l JOIN course_revision r ON r.id = l.revision_id
   WHERE l.id = f.lesson_id AND f.closed_at IS NULL
     AND ($1::uuid IS NULL OR f.amendment_id = $1) AND ($2::uuid IS NULL OR r.course_id = $2)
     AND NOT EXISTS (SELECT 1 FROM due d WHERE (d.amendment_id, d.article_id, d.lesson_id)
                                             = (f.amendment_id, f.article_id, f.lesson_id))
)
INSERT INTO lesson_flag AS f (amendment_id, article_id, lesson_id, raised_at)
SELECT amendment_id, article_id, lesson_id, $3 FROM due
ON CONFLICT (amendment_id, article_id, lesson_id) DO UPDATE SET closed_at = NULL WHERE f.closed_at IS NOT NULL`;

/** What the law changed about lessons of the revision `$1`: the wording each was written against, and the new one. */
export const LAW_CHANGES = `
SELECT f.lesson_id AS "lessonId", f.amendment_id AS "amendmentId", a.code, a.number, a.title,
       d.title AS "documentTitle", m.effective_on::text AS "effectiveOn", m.amended_by AS "amendedBy",
       old.summary AS "oldSummary", v.summary AS "newSummary",
       EXISTS (SELECT 1 FROM lesson_flag o JOIN lesson ol ON ol.id = o.lesson_id
                 JOIN course_revision orev ON orev.id = ol.revision_id
                WHERE o.amendment_id = f.amendment_id AND o.closed_at IS NULL AND orev.course_id = r.course_id)
         AS "isUpdating",
       (SELECT coalesce(json_agg(json_build_object('code', s.code, 'number', s.number, 'title', s.title,
                 'documentTitle', sd.title, 'summary', sv.summary) ORDER BY s.position), '[]')
          FROM law_article s JOIN law_document sd ON sd.id = s.document_id
          JOIN article_version sv ON sv.article_id = s.id AND sv.valid_from <= x.effective_on
           AND (sv.valid_to IS NULL OR sv.valid_to > x.effective_on)
         WHERE s.code = ANY (x.successors)) AS successors
  FROM lesson_flag f
  JOIN lesson l ON l.id = f.lesson_id
  JOIN course_revision r ON r.id = l.revision_id
  JOIN law_amendment m ON m.id = f.amendment_id
  JOIN amended_article x ON x.amendment_id = f.amendment_id AND x.article_id = f.article_id
  JOIN law_article a ON a.id = f.article_id
  JOIN law_document d ON d.id = a.document_id
  JOIN law_citation c ON c.citer_id = l.id AND c.article_id = f.article_id AND c.citer_kind IN ('lesson', 'scenario')
  JOIN article_version old ON old.id = c.article_version_id
  LEFT JOIN article_version v ON v.id = x.version_id
 WHERE l.revision_id = $1
 ORDER BY m.effective_on, d.code, a.position, f.lesson_id`;
