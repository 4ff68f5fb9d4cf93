/**
 * Brings the flags of questions to what citations and quizzes say, of the amendment `$1` or the course `$2` (null: any), at
 * `$3`. Due: a question drawn by a quiz of a current revision that cites a wording from before an announced amendment.
 * A flag no longer due is closed: `confirmed` when the same question was released again with the law of a later day, else
 * `replaced`. Repeated, it writes nothing.
 */
export const RECONCILE_QUESTION_FLAGS = `
WITH outdated AS MATERIALIZED (
  SELECT x.amendment_id, x.article_id, c.citer_id AS question_version_id
    FROM amended_article x
    JOIN law_amendment m ON m.id = x.amendment_id AND m.announced_at IS NOT NULL
    JOIN law_citation c ON c.article_id = x.article_id AND c.citer_kind = 'question-version'
    JOIN article_version v ON v.id = c.article_version_id AND v.valid_from < x.effective_on
    JOIN question_version w ON w.id = c.citer_id JOIN question q ON q.id = w.question_id
   WHERE ($1::uuid IS NULL OR x.amendment_id = $1) AND ($2::uuid IS NULL OR q.course_id = $2)
), due AS MATERIALIZED (
  SELECT o.* FROM outdated o
   WHERE EXISTS (SELECT 1 FROM quiz_question d JOIN quiz z ON z.id = d.quiz_id
                   JOIN course_revision r ON r.id = z.revision_id AND r.state = 'published'
                  WHERE d.question_version_id = o.question_version_id)
), closed AS (
  UPDATE question_flag f
     SET closed_at = $3,
         outcome = CASE WHEN EXISTS (SELECT 1 FROM outdated o
                                      WHERE (o.amendment_id, o.article_id, o.question_version_id)
                                          = (f.amendment_id, f.article_id, f.question_version_id))
                        THEN 'replaced' ELSE 'confirmed' END
    FROM question_version w JOIN question q ON q.id = w.question_id
   WHERE w.id = f.question_version_id AND f.closed_at IS NULL
     AND ($1::uuid IS NULL OR f.amendment_id = $1) AND ($2::uuid IS NULL OR q.course_id = $2)
     AND NOT EXISTS (SELECT 1 FROM due d WHERE (d.amendment_id, d.article_id, d.question_version_id)
                                             = (f.amendment_id, f.article_id, f.question_version_id))
)
INSERT INTO question_flag AS f (amendment_id, article_id, question_version_id, raised_at)
SELECT amendment_id, article_id, question_version_id, $3 FROM due
ON CONFLICT (amendment_id, article_id, question_version_id) DO UPDATE SET closed_at = NULL, outcome = NULL
 WHERE f.closed_at IS NOT NULL`;

/** Which of the questions `$1` are not to be drawn. */
export const LEFT_OUT = `
SELECT DISTINCT question_version_id AS id FROM question_flag
 WHERE question_version_id = ANY ($1::uuid[]) AND outcome IS DISTINCT FROM 'confirmed'`;

/**
 * Quizzes of current revisions that lost a question to the amendment `$1`, with how many they may still draw; of those with
 * a blueprint also which.
 */
export const TOUCHED_QUIZZES = `
SELECT z.id, z.title, z.draw, z.blueprint, r.title AS "courseTitle", r.course_id AS "courseId", pool.left,
       CASE WHEN z.blueprint IS NOT NULL THEN pool.questions END AS questions
  FROM quiz z JOIN course_revision r ON r.id = z.revision_id AND r.state = 'published'
 CROSS JOIN LATERAL (
   SELECT count(*)::int AS left,
          json_agg(json_build_object('kind', w.kind, 'difficulty', w.difficulty, 'tags', w.tags,
                                     'citations', w.citations)) AS questions
     FROM quiz_question d JOIN question_version w ON w.id = d.question_version_id
    WHERE d.quiz_id = z.id AND NOT EXISTS (
      SELECT 1 FROM question_flag f
       WHERE f.question_version_id = d.question_version_id AND f.outcome IS DISTINCT FROM 'confirmed')) pool
 WHERE EXISTS (SELECT 1 FROM quiz_question d JOIN question_flag f ON f.question_version_id = d.question_version_id
                WHERE d.quiz_id = z.id AND f.closed_at IS NULL AND f.amendment_id = $1)
 ORDER BY z.id`;
