/**
 * Articles by number and folded words: `$1` number or null, `$2` words, `$3` a pattern for each word, `$4` document code
 * or null, `$5` offset, `$6` limit. All words, or with a typing error something near them (pg_trgm's threshold, 0.6).
 * First those whose title holds the words side by side, then those whose text does, then by nearness; law in force first.
 */
export const SEARCH_ARTICLES = `
SELECT a.code, a.number, a.title, d.code AS "documentCode", d.title AS "documentTitle", latest.summary
  FROM law_article a JOIN law_document d ON d.id = a.document_id
  JOIN LATERAL (SELECT v.summary FROM article_version v WHERE v.article_id = a.id ORDER BY v.valid_from DESC LIMIT 1) latest
    ON true
 WHERE ($1::text IS NULL OR lower(a.number) = $1)
   AND ($2::text = '' OR a.search_text LIKE ALL ($3::text[]) OR $2 <% a.search_text)
   AND ($4::text IS NULL OR d.code = $4)
 ORDER BY CASE WHEN $2 = '' OR strpos(a.search_text, $2) BETWEEN 1 AND length(a.title) + 10 THEN 0
               WHEN strpos(a.search_text, $2) > 0 THEN 1
               WHEN a.search_text LIKE ALL ($3) THEN 2 ELSE 3 END,
          CASE WHEN d.status IN ('in-force', 'partly-expired') THEN 0 ELSE 1 END,
          word_similarity($2, a.search_text) DESC, d.code, a.position
 OFFSET $5 LIMIT $6`;

export const DOCUMENTS = `
SELECT d.code, d.number, d.title, d.status, d.effective_from AS "effectiveFrom", d.effective_to AS "effectiveTo",
       count(a.id)::int AS "articleCount"
  FROM law_document d LEFT JOIN law_article a ON a.document_id = d.id
 GROUP BY d.id ORDER BY d.code`;

/** Only citers that can be reached: lessons of current revisions. A question may be drawn tomorrow, so it has no link. */
export const CITED_BY = `
SELECT c.citer_kind AS kind, c.title, c.link FROM law_citation c
  JOIN law_article a ON a.id = c.article_id
 WHERE a.code = $1 AND c.citer_kind = 'lesson' AND c.link IS NOT NULL
 ORDER BY c.title`;

/** Gives citers of a kind, `$1`, their links: `$2` citer ids, `$3` links or null. */
export const SET_LINKS = `
UPDATE law_citation c SET link = n.link
  FROM unnest($2::uuid[], $3::text[]) AS n (citer_id, link)
 WHERE c.citer_kind = $1 AND c.citer_id = n.citer_id AND c.link IS DISTINCT FROM n.link`;

/** The version in force on a day, of each article asked for; `$1` codes, `$2` day. */
export const VERSIONS_IN_FORCE = `
SELECT a.id AS "articleId", a.code, v.id AS "versionId"
  FROM law_article a JOIN article_version v ON v.article_id = a.id
 WHERE a.code = ANY ($1) AND v.valid_from <= $2 AND (v.valid_to IS NULL OR v.valid_to > $2)`;

export const CITED_ARTICLES = `
SELECT c.citer_id AS "citerId", a.code, a.number, a.title, d.title AS "documentTitle"
  FROM law_citation c JOIN law_article a ON a.id = c.article_id JOIN law_document d ON d.id = a.document_id
 WHERE c.citer_kind = $1 AND c.citer_id = ANY ($2)
 ORDER BY d.code, a.position`;
