/**
 * The questions of courses $1, each in one version: the one that learners get, or the latest while no published quiz draws any.
 */
const SHOWN = `
WITH drawn AS MATERIALIZED (
  SELECT DISTINCT d.question_version_id AS id
    FROM course_revision r JOIN quiz z ON z.revision_id = r.id JOIN quiz_question d ON d.quiz_id = z.id
   WHERE r.state = 'published' AND r.course_id = ANY ($1::uuid[])
), shown AS MATERIALIZED (
  SELECT DISTINCT ON (w.question_id) w.id, w.question_id, q.code, q.course_id, w.kind, w.difficulty, w.tags, w.citations
    FROM question q JOIN question_version w ON w.question_id = q.id LEFT JOIN drawn ON drawn.id = w.id
   WHERE q.course_id = ANY ($1::uuid[])
   ORDER BY w.question_id, drawn.id IS NOT NULL DESC, w.number DESC
)`;

const IS_FLAGGED = `EXISTS (SELECT 1 FROM question_flag f WHERE f.question_version_id = shown.id AND f.closed_at IS NULL)`;

/** Quizzes of published revisions that draw a version; from the version, of which there is one, to its few quizzes. */
const placesOf = (versionId: string) => `
SELECT coalesce(jsonb_agg(jsonb_build_object('lessonId', l.id, 'slug', l.slug, 'title', l.title, 'kind', z.kind)
                          ORDER BY l.position), '[]') AS places
  FROM (SELECT q.quiz_id FROM quiz_question q WHERE q.question_version_id = ${versionId} OFFSET 0) d
  JOIN quiz z ON z.id = d.quiz_id JOIN lesson l ON l.id = z.lesson_id
  JOIN course_revision r ON r.id = z.revision_id AND r.state = 'published'`;

/**
 * A page of them. `$2` article, `$3` difficulty, `$4` kind, `$5` tag, `$6` patterns of words, all of which must be there, or `$7` the
 * code; `$8` only flagged; `$9` order by what is missed, else the newest first; `$10` to `$12` the last of the page before,
 * `$13` limit. A share of few answers says nothing: below `$14` answers a question comes after all others.
 */
export const QUESTIONS = `${SHOWN}, found AS (
  SELECT shown.*, coalesce(t.answered, 0) AS answered, coalesce(t.missed, 0) AS missed, ${IS_FLAGGED} AS "isFlagged",
         place.share, place.weight
    FROM shown LEFT JOIN question_tally t ON t.question_version_id = shown.id
   CROSS JOIN LATERAL (
     SELECT CASE WHEN NOT $9 THEN 0 WHEN t.answered >= $14::int THEN (t.missed::bigint * 1000000 / t.answered)::int ELSE -1 END AS share,
            CASE WHEN $9 THEN coalesce(t.answered, 0) ELSE 0 END AS weight) place
   WHERE ($2::text IS NULL OR $2 = ANY (shown.citations)) AND ($3::int IS NULL OR shown.difficulty = $3)
     AND ($4::text IS NULL OR shown.kind = $4) AND ($5::text IS NULL OR $5 = ANY (shown.tags))
     AND ($6::text[] IS NULL OR lower(shown.code) = $7
          OR shown.id IN (SELECT w.id FROM question_version w WHERE w.search_text LIKE ALL ($6)))
     AND (NOT $8::boolean OR ${IS_FLAGGED})
     AND ($12::uuid IS NULL OR (place.share, place.weight, shown.id) < ($10::int, $11::int, $12))
   ORDER BY place.share DESC, place.weight DESC, shown.id DESC LIMIT $13
)
SELECT found.id AS "versionId", found.question_id AS id, found.code, found.course_id AS "courseId", found.kind, found.difficulty,
       found.tags, found.citations, found.answered, found.missed, found."isFlagged", found.share, found.weight,
       w.title, w.body->>'stem' AS stem, w.created_at AS "createdAt", used.places,
       (SELECT count(*)::int FROM question_version v WHERE v.question_id = found.question_id) AS versions
  FROM found JOIN question_version w ON w.id = found.id
 CROSS JOIN LATERAL (${placesOf('found.id')}) used
 ORDER BY found.share DESC, found.weight DESC, found.id DESC`;

/** By what the questions of courses $1 can be told apart: their tags and the articles that they cite, the most frequent first. */
export const QUESTION_FILTERS = `${SHOWN}, told AS (
  SELECT 'tag' AS kind, t.value FROM shown CROSS JOIN unnest(shown.tags) AS t (value)
  UNION ALL SELECT 'article', c.value FROM shown CROSS JOIN unnest(shown.citations) AS c (value)
  UNION ALL SELECT 'course', shown.course_id::text FROM shown
)
SELECT kind, value, count(*)::int AS count FROM told GROUP BY kind, value ORDER BY kind, count DESC, value`;

/** The question $2 of courses $1. */
export const QUESTION = `SELECT q.id, q.code, q.course_id AS "courseId" FROM question q WHERE q.course_id = ANY ($1::uuid[]) AND q.id = $2`;

/** Every version of the question $1, the latest first. */
export const QUESTION_VERSIONS = `
SELECT w.id, w.number, w.kind, w.title, w.body, w.answer_key AS "answerKey", w.difficulty, w.tags, w.citations,
       w.created_at AS "createdAt", coalesce(t.answered, 0) AS answered, coalesce(t.missed, 0) AS missed, t.chosen,
       t.counted_at AS "countedAt", used.places
  FROM question_version w LEFT JOIN question_tally t ON t.question_version_id = w.id
 CROSS JOIN LATERAL (${placesOf('w.id')}) used
 WHERE w.question_id = $1 ORDER BY w.number DESC`;

/** Changes of the law that the version $1 does not know yet. */
export const OPEN_FLAGS = `
SELECT m.id AS "amendmentId", m.effective_on::text AS "effectiveOn", m.amended_by AS "amendedBy", a.code AS "articleCode"
  FROM question_flag f JOIN law_amendment m ON m.id = f.amendment_id JOIN law_article a ON a.id = f.article_id
 WHERE f.question_version_id = $1 AND f.closed_at IS NULL ORDER BY m.effective_on, a.position`;
