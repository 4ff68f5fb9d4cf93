/**
 * What current revisions still cite in an old wording, of the amendment `$1` or the course `$2` (null: any): courses and
 * amended articles, with who began the course's latest draft.
 */
export const GAPS = `
SELECT DISTINCT x.amendment_id AS "amendmentId", a.code, r.course_id AS "courseId",
       (SELECT d.started_by_id FROM course_draft d WHERE d.course_id = r.course_id
         ORDER BY d.started_at DESC LIMIT 1) AS "authorId"
  FROM amended_article x
  JOIN law_amendment m ON m.id = x.amendment_id AND m.announced_at IS NOT NULL
  JOIN law_article a ON a.id = x.article_id
  JOIN law_citation c ON c.article_id = x.article_id
  JOIN article_version v ON v.id = c.article_version_id AND v.valid_from < x.effective_on
  LEFT JOIN lesson l ON c.citer_kind IN ('lesson', 'scenario') AND l.id = c.citer_id
  LEFT JOIN quiz_question d ON c.citer_kind = 'question-version' AND d.question_version_id = c.citer_id
  LEFT JOIN quiz z ON z.id = d.quiz_id
  JOIN course_revision r ON r.id = coalesce(l.revision_id, z.revision_id) AND r.state = 'published'
 WHERE ($1::uuid IS NULL OR x.amendment_id = $1) AND ($2::uuid IS NULL OR r.course_id = $2)`;

/** Tasks of the amendment `$1` or the course `$2` that are none of the gaps `$4`–`$6` are done at `$3`. */
export const CLOSE_TASKS = `
UPDATE review_task t SET done_at = $3
 WHERE t.done_at IS NULL AND t.kind = 'law-change'
   AND ($1::uuid IS NULL OR t.amendment_id = $1) AND ($2::uuid IS NULL OR t.course_id = $2)
   AND NOT EXISTS (SELECT 1 FROM unnest($4::uuid[], $5::uuid[], $6::text[]) AS gap (amendment_id, course_id, code)
                    WHERE (gap.amendment_id, gap.course_id, gap.code) = (t.amendment_id, t.course_id, t.article_code))`;

/** Opens a task for each gap that has none, and again one that was done. */
export const OPEN_TASKS = `
INSERT INTO review_task AS t (id, kind, amendment_id, course_id, article_code, assigned_to_id, opened_at)
SELECT gap.id, 'law-change', gap.amendment_id, gap.course_id, gap.code, gap.author_id, $1
  FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[])
       AS gap (id, amendment_id, course_id, code, author_id)
ON CONFLICT (amendment_id, course_id, article_code) DO UPDATE SET done_at = NULL WHERE t.done_at IS NOT NULL`;

/** Courses with an open task of the amendment `$1` or the course `$2`, and who has written at their drafts. */
export const COURSES_WITH_TASKS = `
SELECT t.amendment_id AS "amendmentId", t.course_id AS "courseId", r.title,
       (SELECT coalesce(array_agg(DISTINCT p.person_id), '{}') FROM draft_contributor p
          JOIN course_draft d ON d.id = p.draft_id WHERE d.course_id = t.course_id) AS authors
  FROM review_task t JOIN course_revision r ON r.course_id = t.course_id AND r.state = 'published'
 WHERE t.done_at IS NULL AND ($1::uuid IS NULL OR t.amendment_id = $1) AND ($2::uuid IS NULL OR t.course_id = $2)
 GROUP BY t.amendment_id, t.course_id, r.id ORDER BY t.amendment_id, t.course_id`;
