/** Entries of revisions that are not, or not any more, current ones. */
export const FORGET_RETIRED = `
DELETE FROM search_entry e
 WHERE e.revision_id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM course_revision r WHERE r.id = e.revision_id AND r.state = 'published')
RETURNING e.id`;

/** Current revisions of which nothing can be found yet. */
export const UNKNOWN_REVISIONS = `
SELECT r.id FROM course_revision r
 WHERE r.state = 'published' AND NOT EXISTS (SELECT 1 FROM search_entry e WHERE e.revision_id = r.id)`;

/** Lessons and questions of revisions, `$1`; a question once, in the first quiz that draws from it. */
export const SOURCES_OF_REVISIONS = `
SELECT l.id, 'lesson' AS kind, l.revision_id AS "revisionId", l.title->>'vi' AS title, r.title->>'vi' AS context,
       '/bai/' || l.id AS link, l.html, concat_ws(' ', l.title->>'en', r.title->>'en') AS more
  FROM lesson l JOIN course_revision r ON r.id = l.revision_id WHERE r.id = ANY ($1)
UNION ALL
SELECT * FROM (
  SELECT DISTINCT ON (w.id) w.id, 'question', z.revision_id, w.title, r.title->>'vi', '/kiem-tra/' || z.id,
         concat_ws('<br>', w.body->>'stem', options.html, prompts.html, items.html), concat_ws(' ', q.code, array_to_string(w.tags, ' '))
    FROM quiz z JOIN course_revision r ON r.id = z.revision_id JOIN quiz_question d ON d.quiz_id = z.id
    JOIN question_version w ON w.id = d.question_version_id JOIN question q ON q.id = w.question_id
    LEFT JOIN LATERAL (SELECT string_agg(o, '<br>') AS html FROM jsonb_array_elements_text(w.body->'options') o) options ON true
    LEFT JOIN LATERAL (SELECT string_agg(o, '<br>') AS html FROM jsonb_array_elements_text(w.body->'prompts') o) prompts ON true
    LEFT JOIN LATERAL (SELECT string_agg(o, '<br>') AS html FROM jsonb_array_elements_text(w.body->'items') o) items ON true
   WHERE r.id = ANY ($1) ORDER BY w.id, z.slug
) question`;

const ARTICLES = `
SELECT a.id, a.code, a.number, a.title, d.title AS "documentTitle", d.number AS "documentNumber", d.code AS "documentCode",
       CASE WHEN d.status IN ('in-force', 'partly-expired') THEN 0 ELSE 1 END AS weight, latest.summary,
       md5(concat_ws('|', a.code, a.number, a.title, d.title, d.number, d.status, latest.summary)) AS "sourceHash"
  FROM law_article a JOIN law_document d ON d.id = a.document_id
  JOIN LATERAL (SELECT v.summary FROM article_version v WHERE v.article_id = a.id ORDER BY v.valid_from DESC LIMIT 1) latest
    ON true`;

/** Articles of which something else, or nothing, can be found. */
export const CHANGED_ARTICLES = `
SELECT article.* FROM (${ARTICLES}) article LEFT JOIN search_entry e ON e.id = article.id
 WHERE e.source_hash IS DISTINCT FROM article."sourceHash"`;

export const COUNT_WORDS = `
INSERT INTO search_word (kind, word, entries)
SELECT kind, word, count(*)::int
  FROM (SELECT DISTINCT e.kind, e.id, w.word
          FROM search_entry e CROSS JOIN LATERAL string_to_table(e.search_text, ' ') AS w (word)
         WHERE length(w.word) BETWEEN 2 AND 30) occurrence
 GROUP BY kind, word`;

/** Punctuation leaves two spaces and hence an empty word, so that only words of one phrase are a pair. */
export const COUNT_PAIRS = `
INSERT INTO search_pair (kind, word, next, occurrences)
SELECT e.kind, p.word, p.next, count(*)::int
  FROM (SELECT kind, string_to_array(search_text, ' ') AS words FROM search_entry) e
  CROSS JOIN LATERAL unnest(e.words, e.words[2:]) AS p (word, next)
 WHERE length(p.word) BETWEEN 1 AND 30 AND length(p.next) BETWEEN 1 AND 30
 GROUP BY e.kind, p.word, p.next`;

/** What may be found of some kinds, `$1`: of current revisions only. */
const ALLOWED = `e.kind = ANY ($1)
   AND (e.revision_id IS NULL OR e.revision_id IN (SELECT r.id FROM course_revision r WHERE r.state = 'published'))`;

/**
 * The hits of a page, with a piece of text around what was found. `text_at` is where the body begins in the folded text,
 * a space before its first sign.
 */
const shown = (hits: string) => `
SELECT hit.id, hit.kind, hit.title, hit.context, hit.link, hit.rank, piece.text, piece.start = 1 AS "isStart",
       piece.start + 240 > length(hit.body) AS "isEnd"
  FROM (${hits}) hit
  CROSS JOIN LATERAL (SELECT substr(hit.search_text, length(hit.title_text)) AS folded) body
  CROSS JOIN LATERAL (
    SELECT greatest(1, coalesce(nullif(strpos(body.folded, hit.begun), 0), nullif(strpos(body.folded, hit.anchor), 0), 1) - 60)
           AS start) place
  CROSS JOIN LATERAL (SELECT place.start, substr(hit.body, place.start, 240) AS text) piece
 ORDER BY hit.nth`;

/** A long text is fetched and put together once, not for each look into it. */
const UNPACKED = `CROSS JOIN LATERAL (SELECT e.search_text || '' AS text OFFSET 0) unpacked`;

/** The index finds the longest word; the others are looked for with strpos, which costs half of LIKE. */
const holdsAll = (text: string) => `(SELECT bool_and(strpos(${text}, w.word) > 0) FROM unnest($4::text[]) AS w (word))`;

/**
 * Entries in which every word occurs, the last one as the beginning of a word: `$1` kinds, `$2` the words in one text after a space, `$3` the longest
 * of them after a space, `$4` each word between spaces, the last one after a space, `$5` offset, `$6` limit. First those with the words side by side in
 * the title, then with all of them in the title, then side by side in the text, then the others; whole words before their
 * beginnings; what comes early in the text before what comes late.
 */
export const FIND = shown(`
SELECT e.*, $2::text AS begun, $3::text AS anchor, rank.n AS rank, row_number() OVER (ORDER BY rank.n, e.weight, place.n, e.kind, e.title, e.id) AS nth
  FROM search_entry e
  ${UNPACKED}
  CROSS JOIN LATERAL (SELECT CASE
    WHEN strpos(e.title_text, $2 || ' ') > 0 THEN 0 WHEN strpos(e.title_text, $2) > 0 THEN 1
    WHEN ${holdsAll('e.title_text')} THEN 2
    WHEN strpos(unpacked.text, $2 || ' ') > 0 THEN 3 WHEN strpos(unpacked.text, $2) > 0 THEN 4 ELSE 5 END AS n) rank
  CROSS JOIN LATERAL (SELECT strpos(unpacked.text, $2) AS n) place
 WHERE ${ALLOWED} AND e.search_text LIKE '%' || $3 || '%' AND ${holdsAll('unpacked.text')}
 ORDER BY nth OFFSET $5 LIMIT $6`);

/** Entries that have most of the words: `$5` how many are enough, `$6` limit. Else as above. */
export const FIND_MOST = shown(`
SELECT e.*, $2::text AS begun, $3::text AS anchor,
       6 AS rank, row_number() OVER (ORDER BY have.n DESC, word_similarity($2, e.title_text) DESC, e.weight, e.title, e.id) AS nth
  FROM search_entry e
  ${UNPACKED}
  CROSS JOIN LATERAL (SELECT count(*) AS n FROM unnest($4::text[]) AS w (word) WHERE strpos(unpacked.text, w.word) > 0 OFFSET 0) have
 WHERE ${ALLOWED} AND have.n >= $5
 ORDER BY nth LIMIT $6`);

/** Words that occur in entries of some kinds, `$1`. */
export const KNOWN_WORDS = `SELECT word, sum(entries)::int AS entries FROM search_word WHERE kind = ANY ($1) GROUP BY word`;

/** Which of the words `$2` stand before which of `$3` in entries of some kinds, `$1`. */
export const KNOWN_PAIRS = `
SELECT p.word, p.next, sum(p.occurrences)::int AS occurrences FROM search_pair p
 WHERE p.kind = ANY ($1) AND p.word = ANY ($2) AND p.next = ANY ($3) GROUP BY p.word, p.next`;
