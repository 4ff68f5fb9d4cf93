const ARTICLE_HIT = `
SELECT a.code, a.number, a.title, d.code AS "documentCode", d.title AS "documentTitle", latest.summary
  FROM law_article a JOIN law_document d ON d.id = a.document_id
  JOIN LATERAL (SELECT v.summary FROM article_version v WHERE v.article_id = a.id ORDER BY v.valid_from DESC LIMIT 1) latest
    ON true`;

/** "dieu 188 " and the title: the beginning of the stored text. Nearness to more than that costs 0.1 ms a row. */
const HEADING = 'left(a.search_text, length(a.title) + 10)';
const IN_FORCE_FIRST = `CASE WHEN d.status IN ('in-force', 'partly-expired') THEN 0 ELSE 1 END`;

/**
 * Articles by number and folded words, each of which occurs: `$1` number or null, `$2` words, `$3` a pattern for each
 * word, `$4` document code or null, `$5` offset, `$6` limit. First those with the words side by side in the title, then in
 * the text, then the others; law in force first.
 */
export const SEARCH_ARTICLES = `${ARTICLE_HIT}
 WHERE ($1::text IS NULL OR lower(a.number) = $1)
   AND a.search_text LIKE ALL ($3::text[])
   AND ($4::text IS NULL OR d.code = $4)
 ORDER BY CASE WHEN $2::text = '' OR strpos(${HEADING}, $2) > 0 THEN 0 WHEN strpos(a.search_text, $2) > 0 THEN 1 ELSE 2 END,
          ${IN_FORCE_FIRST}, word_similarity($2, ${HEADING}) DESC, d.code, a.position
 OFFSET $5 LIMIT $6`;

/** When that finds nothing, for typing errors: articles whose heading is near the words. Parameters as above, without offset. */
export const SEARCH_NEAR_HEADINGS = `${ARTICLE_HIT}
 WHERE ($1::text IS NULL OR lower(a.number) = $1)
   AND ($3::text IS NULL OR d.code = $3)
   AND word_similarity($2, ${HEADING}) >= 0.5
 ORDER BY word_similarity($2, ${HEADING}) DESC, ${IN_FORCE_FIRST}, d.code, a.position
 LIMIT $4`;

export const DOCUMENTS = `
SELECT d.code, d.number, d.title, d.status, d.effective_from AS "effectiveFrom", d.effective_to AS "effectiveTo",
       count(a.id)::int AS "articleCount"
  FROM law_document d LEFT JOIN law_article a ON a.document_id = d.id
 GROUP BY d.id ORDER BY d.code`;

/** Only citers that can be reached: lessons of current revisions. A question may be drawn tomorrow, so it has no link. */
export const CITED_BY = `
SELECT c.citer_kind AS kind, c.title, c.link FROM law_citation c
  JOIN law_article a ON a.id = c.article_id
 WHERE a.code = $1 AND c.citer_kind IN ('lesson', 'scenario') AND c.link IS NOT NULL
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

/**
 * Marks amendments in force on the day `$1` as announced at `$2`, each once. A document that gave way is from now on an
 * expired one.
 */
export const ANNOUNCE_DUE = `
WITH due AS (
  SELECT id FROM law_amendment WHERE announced_at IS NULL AND effective_on <= $1::date FOR UPDATE SKIP LOCKED
), expired AS (
  UPDATE law_document d SET status = 'expired'
    FROM law_amendment m JOIN due USING (id) WHERE d.id = m.document_id AND m.replaced_by_id IS NOT NULL
)
UPDATE law_amendment m SET announced_at = $2 FROM due WHERE m.id = due.id RETURNING m.id`;

/** What officers entered about the articles `$1`: the wording from a day on, or null where the article ends. */
export const ENTERED_CHANGES = `
SELECT x.article_id AS "articleId", x.effective_on::text AS "on",
       CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('validFrom', v.valid_from, 'validTo', v.valid_to,
         'summary', v.summary, 'amended', v.amended, 'note', v.note, 'confidence', v.confidence, 'sources', v.sources) END AS version
  FROM amended_article x JOIN law_amendment m ON m.id = x.amendment_id AND m.recorded_by_id IS NOT NULL
  LEFT JOIN article_version v ON v.id = x.version_id
 WHERE x.article_id = ANY ($1) ORDER BY x.effective_on`;
