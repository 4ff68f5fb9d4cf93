import { withinScope } from '../organisation/organisation.service.js';

const COLUMNS = `a.id, a.person_id AS "personId", a.topic, a.organisation_id AS "organisationId",
       a.granted_by_id AS "grantedById", a.valid_from AS "validFrom", a.valid_to AS "validTo", a.law_as_of AS "lawAsOf"`;

const WITH_DOCUMENT = `
SELECT ${COLUMNS},
       CASE WHEN d.id IS NOT NULL
            THEN json_build_object('number', d.number, 'issuedOn', d.signed_on, 'signer', d.signed_by) END AS document
  FROM teaching_authorisation a JOIN organisation o ON o.id = a.organisation_id
  LEFT JOIN official_document d ON d.id = a.official_document_id`;

const LATEST_FIRST = 'ORDER BY a.valid_to DESC NULLS FIRST, a.topic, a.id LIMIT 500';

/** Authorisations of person $2 for units within scope $1, those in force or to come first. */
export const AUTHORISATIONS_OF = `${WITH_DOCUMENT} WHERE a.person_id = $2 AND ${withinScope('o.path', 1)} ${LATEST_FIRST}`;

/** All of person $1, wherever. */
export const OWN_AUTHORISATIONS = `${WITH_DOCUMENT} WHERE a.person_id = $1 ${LATEST_FIRST}`;

/** Authorisation $2 for a unit within scope $1, locked. */
export const AUTHORISATION_FOR_CHANGE = `
SELECT ${COLUMNS}
  FROM teaching_authorisation a JOIN organisation o ON o.id = a.organisation_id
 WHERE a.id = $2 AND ${withinScope('o.path', 1)} FOR UPDATE OF a`;

/** Whether person $1 has topic $2 for unit $3 on a day from $4 until before $5 already. */
export const AUTHORISATION_OVERLAPS = `
SELECT 1 FROM teaching_authorisation a
 WHERE a.person_id = $1 AND a.topic = $2 AND a.organisation_id = $3
   AND daterange(a.valid_from, a.valid_to) && daterange($4::date, $5::date)`;

/** Topics that courses name. */
export const TOPICS = `SELECT DISTINCT unnest(r.topics) AS topic FROM course_revision r WHERE r.state <> 'withdrawn' ORDER BY 1`;

/** Whether person $1 is a lecturer, on day $3, of a unit within scope $2. */
export const LECTURER_IN_SCOPE = `
SELECT 1 FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
 WHERE g.person_id = $1 AND g.role = 'lecturer' AND ${withinScope('o.path', 2)}
   AND g.valid_from <= $3::date AND (g.valid_to IS NULL OR g.valid_to > $3::date)
 LIMIT 1`;

/**
 * What people $1 are authorised to teach of the topics of revision $2, for units $3 or those above one of them, on days
 * from $4 to $5, both included. `covers`: on all of these days. The law is that of the latest examination that counts.
 */
export const STANDING = `
SELECT a.person_id AS "personId", a.topic,
       range_agg(daterange(a.valid_from, a.valid_to)) @> daterange($4::date, $5::date, '[]') AS covers,
       min(a.valid_from) AS "validFrom",
       CASE WHEN bool_or(a.valid_to IS NULL) THEN NULL ELSE max(a.valid_to) END AS "validTo",
       max(a.law_as_of) AS "lawAsOf"
  FROM teaching_authorisation a
  JOIN organisation o ON o.id = a.organisation_id
  JOIN course_revision r ON r.id = $2 AND a.topic = ANY (r.topics)
 WHERE a.person_id = ANY ($1::uuid[])
   AND (a.valid_to IS NULL OR a.valid_to > $4::date)
   AND EXISTS (SELECT 1 FROM organisation u WHERE u.id = ANY ($3::uuid[]) AND u.path <@ o.path)
 GROUP BY a.person_id, a.topic ORDER BY a.topic`;

/** Articles that revision $1 cites and that changed, or came into force, after day $2, until day $3 at the latest. */
export const CHANGED_ARTICLES = `
SELECT DISTINCT a.code, a.number AS article, d.number AS document, x.day AS "on"
  FROM law_citation c
  JOIN law_article a ON a.id = c.article_id
  JOIN law_document d ON d.id = a.document_id
  JOIN LATERAL (SELECT v.valid_from AS day FROM article_version v WHERE v.article_id = a.id
                 UNION SELECT m.effective_on FROM amended_article m WHERE m.article_id = a.id) x
    ON x.day > $2::date AND x.day <= $3::date
  LEFT JOIN lesson l ON c.citer_kind IN ('lesson', 'scenario') AND l.id = c.citer_id
  LEFT JOIN quiz_question q ON c.citer_kind = 'question-version' AND q.question_version_id = c.citer_id
  LEFT JOIN quiz z ON z.id = q.quiz_id
 WHERE coalesce(l.revision_id, z.revision_id) = $1
 ORDER BY "on", a.code`;
