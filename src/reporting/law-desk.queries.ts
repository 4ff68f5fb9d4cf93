/** Amendments with what they set in motion, the latest day first: `$1` one alone, or null for all; `$2` limit. */
export const AMENDMENTS = `
SELECT m.id, m.kind, m.effective_on::text AS "effectiveOn", m.amended_by AS "amendedBy", m.announced_at AS "announcedAt",
       m.recorded_by_id IS NOT NULL AS "byOfficer", d.number AS "documentNumber", d.title AS "documentTitle",
       by.number AS "replacedByNumber", by.title AS "replacedByTitle",
       (SELECT json_agg(json_build_object('code', a.code, 'number', a.number, 'title', a.title) ORDER BY a.position)
          FROM amended_article x JOIN law_article a ON a.id = x.article_id WHERE x.amendment_id = m.id) AS articles,
       EXISTS (SELECT 1 FROM outbox_entry e WHERE e.finished_at IS NULL AND e.dead_at IS NULL
                  AND e.payload->>'amendmentId' = m.id::text) AS "isUnderWay",
       lessons.*, questions.*, tasks.*, holders.*
  FROM law_amendment m
  JOIN law_document d ON d.id = m.document_id
  LEFT JOIN law_document by ON by.id = m.replaced_by_id
 CROSS JOIN LATERAL (
   SELECT count(DISTINCT l.id) FILTER (WHERE l.kind <> 'scenario')::int AS lessons,
          count(DISTINCT l.id) FILTER (WHERE l.kind <> 'scenario' AND f.closed_at IS NULL)::int AS "lessonsOpen",
          count(DISTINCT l.id) FILTER (WHERE l.kind = 'scenario')::int AS scenarios,
          count(DISTINCT l.id) FILTER (WHERE l.kind = 'scenario' AND f.closed_at IS NULL)::int AS "scenariosOpen"
     FROM lesson_flag f JOIN lesson l ON l.id = f.lesson_id WHERE f.amendment_id = m.id) lessons
 CROSS JOIN LATERAL (
   SELECT count(DISTINCT question_version_id)::int AS questions,
          count(DISTINCT question_version_id) FILTER (WHERE closed_at IS NULL)::int AS "questionsOpen"
     FROM question_flag WHERE amendment_id = m.id) questions
 CROSS JOIN LATERAL (
   SELECT count(*) FILTER (WHERE done_at IS NULL)::int AS "tasksOpen", count(*) FILTER (WHERE done_at IS NOT NULL)::int AS "tasksDone"
     FROM review_task WHERE amendment_id = m.id) tasks
 CROSS JOIN LATERAL (
   SELECT count(*)::int AS "holdersInformed", count(*) FILTER (WHERE done_at IS NOT NULL)::int AS "holdersRefreshed"
     FROM refresher WHERE amendment_id = m.id) holders
 WHERE $1::uuid IS NULL OR m.id = $1
 ORDER BY m.effective_on DESC, m.id DESC LIMIT $2`;

/** The wordings of the articles of the amendment `$1`, before and after. */
export const AMENDED_ARTICLES = `
SELECT a.code, a.number, a.title, old.summary AS "oldSummary", v.summary AS "newSummary", x.successors
  FROM amended_article x JOIN law_article a ON a.id = x.article_id
  LEFT JOIN LATERAL (SELECT o.summary FROM article_version o WHERE o.article_id = a.id AND o.valid_from < x.effective_on
                      ORDER BY o.valid_from DESC LIMIT 1) old ON true
  LEFT JOIN article_version v ON v.id = x.version_id
 WHERE x.amendment_id = $1 ORDER BY a.position`;

/** What the amendment `$1` flagged: lessons and scenarios, then questions; what is open first; `$2` limit. */
export const FLAGGED = `
SELECT * FROM (
  SELECT CASE WHEN l.kind = 'scenario' THEN 'scenario' ELSE 'lesson' END AS kind, l.id, l.title, NULL::text AS code,
         r.title AS "courseTitle", '/bai/' || l.id AS link, array_agg(a.number ORDER BY a.position) AS articles,
         bool_or(f.closed_at IS NULL) AS "isOpen"
    FROM lesson_flag f JOIN lesson l ON l.id = f.lesson_id JOIN course_revision r ON r.id = l.revision_id
    JOIN law_article a ON a.id = f.article_id
   WHERE f.amendment_id = $1 GROUP BY l.id, r.id
   UNION ALL
  SELECT 'question', w.id, jsonb_build_object('vi', w.title), q.code, r.title, NULL,
         array_agg(a.number ORDER BY a.position), bool_or(f.closed_at IS NULL)
    FROM question_flag f JOIN question_version w ON w.id = f.question_version_id JOIN question q ON q.id = w.question_id
    JOIN course_revision r ON r.course_id = q.course_id AND r.state = 'published'
    JOIN law_article a ON a.id = f.article_id
   WHERE f.amendment_id = $1 GROUP BY w.id, q.id, r.id
) flagged
 ORDER BY NOT "isOpen", kind, "courseTitle"->>'vi', title->>'vi', id LIMIT $2`;

/** Who has what to do because of the amendment `$1`. */
export const TASKS = `
SELECT t.id, r.title AS "courseTitle", c.slug AS "courseSlug", t.article_code AS "articleCode", a.number AS "articleNumber",
       p.full_name AS "assignedTo", t.opened_at AS "openedAt", t.done_at AS "doneAt"
  FROM review_task t JOIN course c ON c.id = t.course_id
  JOIN course_revision r ON r.course_id = c.id AND r.state = 'published'
  JOIN law_article a ON a.code = t.article_code
  LEFT JOIN person p ON p.id = t.assigned_to_id
 WHERE t.amendment_id = $1 ORDER BY t.done_at IS NOT NULL, c.slug, a.position`;
