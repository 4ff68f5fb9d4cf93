/**
 * Everything that cites an article: `$1` the article's id, `$2` first day of the version or null for any. A question cites
 * as long as a quiz draws from it, so its state is that of the best revision whose quiz does.
 */
const CITERS = `
WITH cited AS (
  SELECT c.citer_kind, c.citer_id, v.valid_from, v.valid_to
    FROM law_citation c JOIN article_version v ON v.id = c.article_version_id
   WHERE c.article_id = $1 AND ($2::text IS NULL OR v.valid_from::text = $2)
), citer AS (
  SELECT cited.citer_kind AS kind, l.id, l.title, NULL::text AS code, r.state, k.slug, r.title AS course_title,
         m.title AS module_title, NULL::jsonb AS quizzes, cited.valid_from, cited.valid_to,
         concat_ws(' ', CASE cited.citer_kind WHEN 'lesson' THEN 1 ELSE 2 END, k.slug,
                   to_char(m.position, 'FM0000'), to_char(l.position, 'FM0000'), l.id) AS place
    FROM cited JOIN lesson l ON l.id = cited.citer_id JOIN skill_module m ON m.id = l.skill_module_id
    JOIN course_revision r ON r.id = l.revision_id JOIN course k ON k.id = r.course_id
   WHERE cited.citer_kind IN ('lesson', 'scenario') AND r.state IN ('published', 'retired')
  UNION ALL
  SELECT 'question', w.id, jsonb_build_object('vi', w.title), q.code, drawn.state, k.slug, drawn.course_title,
         NULL, drawn.quizzes, cited.valid_from, cited.valid_to, concat_ws(' ', 3, k.slug, q.code, w.id)
    FROM cited JOIN question_version w ON w.id = cited.citer_id JOIN question q ON q.id = w.question_id
    JOIN course k ON k.id = q.course_id
    JOIN LATERAL (
      SELECT r.state, r.title AS course_title,
             jsonb_agg(jsonb_build_object('id', z.id, 'title', z.title) ORDER BY z.slug) AS quizzes
        FROM quiz_question d JOIN quiz z ON z.id = d.quiz_id JOIN course_revision r ON r.id = z.revision_id
       WHERE d.question_version_id = w.id AND r.state IN ('published', 'retired')
       GROUP BY r.id ORDER BY r.state = 'published' DESC, r.number DESC LIMIT 1
    ) drawn ON true
   WHERE cited.citer_kind = 'question-version'
)`;

/** Those of current revisions, lessons before scenarios before questions; `$3` place after which to begin, `$4` limit. */
export const LIVE_CITERS = `${CITERS}
SELECT kind, id, title, code, slug AS "courseSlug", course_title AS "courseTitle", module_title AS "moduleTitle", quizzes,
       valid_from::text AS "validFrom", valid_to::text AS "validTo", place
  FROM citer WHERE state = 'published' AND ($3::text IS NULL OR place COLLATE "C" > $3)
 ORDER BY place COLLATE "C" LIMIT $4`;

/** How many there are; `$3` today: a version that ended by then is no longer in force. */
export const COUNT_CITERS = `${CITERS}
SELECT count(*) FILTER (WHERE state = 'published' AND kind = 'lesson')::int AS lessons,
       count(*) FILTER (WHERE state = 'published' AND kind = 'scenario')::int AS scenarios,
       count(*) FILTER (WHERE state = 'published' AND kind = 'question')::int AS questions,
       count(*) FILTER (WHERE state = 'published' AND valid_to <= $3::date)::int AS outdated,
       count(*) FILTER (WHERE state = 'retired')::int AS retired
  FROM citer`;
