/**
 * Certificates that need a refresher and have none, the next `$5`: earned on a revision that taught a wording from before
 * an amendment, while the course's current revision no longer does. Of the amendment `$1`, the course `$2` or the
 * certificate `$3` (null: any), in force on the day `$4`.
 */
export const WANTING_REFRESHER = `
WITH gap AS MATERIALIZED (
  SELECT x.amendment_id, l.revision_id
    FROM amended_article x JOIN law_amendment m ON m.id = x.amendment_id AND m.announced_at IS NOT NULL
    JOIN law_citation c ON c.article_id = x.article_id AND c.citer_kind IN ('lesson', 'scenario')
    JOIN article_version v ON v.id = c.article_version_id AND v.valid_from < x.effective_on
    JOIN lesson l ON l.id = c.citer_id
   WHERE $1::uuid IS NULL OR x.amendment_id = $1
   UNION
  SELECT x.amendment_id, z.revision_id
    FROM amended_article x JOIN law_amendment m ON m.id = x.amendment_id AND m.announced_at IS NOT NULL
    JOIN law_citation c ON c.article_id = x.article_id AND c.citer_kind = 'question-version'
    JOIN article_version v ON v.id = c.article_version_id AND v.valid_from < x.effective_on
    JOIN quiz_question d ON d.question_version_id = c.citer_id JOIN quiz z ON z.id = d.quiz_id
   WHERE $1::uuid IS NULL OR x.amendment_id = $1
), settled AS MATERIALIZED (
  SELECT g.amendment_id, g.revision_id, now.id AS current_id
    FROM gap g
    JOIN course_revision old ON old.id = g.revision_id AND old.state = 'retired'
    JOIN course_revision now ON now.course_id = old.course_id AND now.state = 'published'
   WHERE ($2::uuid IS NULL OR old.course_id = $2)
     AND NOT EXISTS (SELECT 1 FROM gap h WHERE h.amendment_id = g.amendment_id AND h.revision_id = now.id)
)
SELECT c.id AS "certificateId", c.person_id AS "personId", s.amendment_id AS "amendmentId", s.current_id AS "revisionId"
  FROM settled s JOIN certificate c ON c.revision_id = s.revision_id
 WHERE c.state = 'valid' AND (c.expires_on IS NULL OR c.expires_on > $4::date) AND ($3::uuid IS NULL OR c.id = $3)
   AND NOT EXISTS (SELECT 1 FROM refresher f WHERE f.certificate_id = c.id AND f.amendment_id = s.amendment_id)
 ORDER BY c.id, s.amendment_id LIMIT $5`;

export const ADD_REFRESHERS = `
INSERT INTO refresher (id, certificate_id, person_id, amendment_id, revision_id, opened_at)
SELECT n.*, $6 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) AS n
ON CONFLICT (certificate_id, amendment_id) DO NOTHING`;

/** The refreshers of the person `$1`, by amendment; of the amendment `$2` alone when given. Open ones first. */
export const OWN_REFRESHERS = `
SELECT m.id AS "amendmentId", m.effective_on::text AS "effectiveOn", m.amended_by AS "amendedBy",
       d.title AS "documentTitle", min(f.opened_at) AS "openedAt",
       CASE WHEN bool_and(f.done_at IS NOT NULL) THEN max(f.done_at) END AS "doneAt",
       json_agg(json_build_object('certificateId', f.certificate_id, 'courseTitle', r.title) ORDER BY f.id) AS certificates
  FROM refresher f JOIN law_amendment m ON m.id = f.amendment_id JOIN law_document d ON d.id = m.document_id
  JOIN course_revision r ON r.id = f.revision_id
 WHERE f.person_id = $1 AND ($2::uuid IS NULL OR f.amendment_id = $2)
 GROUP BY m.id, d.id ORDER BY bool_and(f.done_at IS NOT NULL), m.effective_on DESC, m.id`;

/** What the amendment `$2` changed in what the person `$1` learned: wordings before and after. */
export const CHANGES_TO_READ = `
SELECT a.code, a.number, a.title, d.title AS "documentTitle", old.summary AS "oldSummary", v.summary AS "newSummary",
       (SELECT coalesce(json_agg(json_build_object('code', s.code, 'number', s.number, 'title', s.title,
                 'documentTitle', sd.title, 'summary', sv.summary) ORDER BY s.position), '[]')
          FROM law_article s JOIN law_document sd ON sd.id = s.document_id
          JOIN article_version sv ON sv.article_id = s.id AND sv.valid_from <= x.effective_on
           AND (sv.valid_to IS NULL OR sv.valid_to > x.effective_on)
         WHERE s.code = ANY (x.successors)) AS successors
  FROM amended_article x JOIN law_article a ON a.id = x.article_id JOIN law_document d ON d.id = a.document_id
  JOIN LATERAL (SELECT o.summary FROM article_version o WHERE o.article_id = a.id AND o.valid_from < x.effective_on
                 ORDER BY o.valid_from DESC LIMIT 1) old ON true
  LEFT JOIN article_version v ON v.id = x.version_id
 WHERE x.amendment_id = $2 AND EXISTS (
   SELECT 1 FROM refresher f JOIN certificate k ON k.id = f.certificate_id
     JOIN law_citation c ON c.article_id = x.article_id
     JOIN article_version w ON w.id = c.article_version_id AND w.valid_from < x.effective_on
    WHERE f.person_id = $1 AND f.amendment_id = $2
      AND (EXISTS (SELECT 1 FROM lesson l WHERE l.id = c.citer_id AND l.revision_id = k.revision_id)
           OR EXISTS (SELECT 1 FROM quiz_question q JOIN quiz z ON z.id = q.quiz_id
                       WHERE q.question_version_id = c.citer_id AND z.revision_id = k.revision_id)))
 ORDER BY d.code, a.position`;

/** The lessons that were rewritten for the amendment `$2`, in the revisions that teach the new law to the person `$1`. */
export const LESSONS_TO_READ = `
SELECT DISTINCT n.id, n.title, r.title AS "courseTitle", n.position
  FROM refresher f JOIN certificate k ON k.id = f.certificate_id
  JOIN lesson o ON o.revision_id = k.revision_id
  JOIN law_citation c ON c.citer_id = o.id AND c.citer_kind IN ('lesson', 'scenario')
  JOIN amended_article x ON x.amendment_id = f.amendment_id AND x.article_id = c.article_id
  JOIN article_version w ON w.id = c.article_version_id AND w.valid_from < x.effective_on
  JOIN lesson n ON n.revision_id = f.revision_id AND n.slug = o.slug
  JOIN course_revision r ON r.id = n.revision_id
 WHERE f.person_id = $1 AND f.amendment_id = $2
 ORDER BY n.position, n.id`;

/**
 * Questions of the revisions that teach the new law to the person `$1`, about what the amendment `$2` changed: they cite
 * the article in its new wording, or what took its place, and a machine grades them. Those for practice first, each person
 * a few of them, always the same; `$3` limit.
 */
export const QUESTIONS_TO_ANSWER = `
SELECT w.id
  FROM refresher f
  JOIN quiz z ON z.revision_id = f.revision_id
  JOIN quiz_question d ON d.quiz_id = z.id
  JOIN question_version w ON w.id = d.question_version_id AND w.kind <> 'essay'
  JOIN law_citation c ON c.citer_id = w.id AND c.citer_kind = 'question-version'
  JOIN law_article a ON a.id = c.article_id
  JOIN article_version v ON v.id = c.article_version_id
  JOIN amended_article x ON x.amendment_id = f.amendment_id
   AND ((x.article_id = a.id AND v.valid_from >= x.effective_on) OR a.code = ANY (x.successors))
 WHERE f.person_id = $1 AND f.amendment_id = $2
   AND NOT EXISTS (SELECT 1 FROM question_flag g
                    WHERE g.question_version_id = w.id AND g.outcome IS DISTINCT FROM 'confirmed')
 GROUP BY w.id
 ORDER BY bool_and(z.kind = 'final'), md5(w.id::text || $1::text), w.id LIMIT $3`;

/** What the person `$1` answered in the refresher about the amendment `$2`, in the order asked. */
export const ANSWERS_GIVEN = `
SELECT g.question_version_id AS "questionVersionId", g.response, g.points::float8 AS points
  FROM refresher_answer g JOIN refresher f ON f.id = g.refresher_id
 WHERE f.person_id = $1 AND f.amendment_id = $2
 ORDER BY md5(g.question_version_id::text || $1::text), g.question_version_id`;

/** The refreshers of the person `$1` about the amendment `$2`, held until they are written. */
export const LOCKED_REFRESHERS = `
SELECT id, done_at AS "doneAt" FROM refresher WHERE person_id = $1 AND amendment_id = $2 ORDER BY id FOR UPDATE`;

export const COMPLETE_REFRESHERS = `
UPDATE refresher SET done_at = coalesce(done_at, $3) WHERE person_id = $1 AND amendment_id = $2`;
