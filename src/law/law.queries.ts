/** Articles by number and folded words; `$1` number or null, `$2` words, `$3` document code or null, `$4` offset, `$5` limit. */
export const SEARCH_ARTICLES = `
SELECT a.code, a.number, a.title, d.code AS "documentCode", d.title AS "documentTitle",
       (SELECT v.summary FROM article_version v WHERE v.article_id = a.id ORDER BY v.valid_from DESC LIMIT 1) AS summary
  FROM law_article a JOIN law_document d ON d.id = a.document_id
 WHERE ($1::text IS NULL OR lower(a.number) = $1)
   AND ($2::text = '' OR a.search_text LIKE '%' || $2 || '%' OR word_similarity($2, a.search_text) >= 0.6)
   AND ($3::text IS NULL OR d.code = $3)
 ORDER BY CASE WHEN $2::text <> '' AND a.search_text LIKE '%' || $2 || '%' THEN 0 ELSE 1 END,
          CASE WHEN $2::text = '' THEN 0 ELSE -word_similarity($2, a.search_text) END,
          CASE WHEN d.status IN ('in-force', 'partly-expired') THEN 0 ELSE 1 END, d.code, a.position
 OFFSET $4 LIMIT $5`;

export const DOCUMENTS = `
SELECT d.code, d.number, d.title, d.status, d.effective_from AS "effectiveFrom", d.effective_to AS "effectiveTo",
       count(a.id)::int AS "articleCount"
  FROM law_document d LEFT JOIN law_article a ON a.document_id = d.id
 GROUP BY d.id ORDER BY d.code`;

/** Published lessons only: a question may be drawn tomorrow. */
export const CITED_BY = `
SELECT c.citer_kind AS kind, c.title, c.link FROM law_citation c
  JOIN law_article a ON a.id = c.article_id
 WHERE a.code = $1 AND c.citer_kind = 'lesson' AND c.link IS NOT NULL
 ORDER BY c.title`;

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
