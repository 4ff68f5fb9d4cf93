/** The enrolment to certify, locked: of duplicate jobs one issues and the others find it done. */
export const LOCK_ENROLMENT = `
SELECT e.id, e.person_id AS "personId", e.revision_id AS "revisionId", e.state, e.completed_at AS "completedAt",
       co.slug, rev.number AS revision, rev.title AS "courseTitle", rev.content_hash AS "contentHash", rev.as_of AS "asOf",
       rev.estimated_minutes AS "estimatedMinutes", rev.certificate_rule AS "certificateRule",
       (SELECT max(r.percent)::float8 FROM enrolment_result r WHERE r.enrolment_id = e.id AND r.kind = 'quiz') AS "quizPercent"
  FROM enrolment e
  JOIN course co ON co.id = e.course_id
  JOIN course_revision rev ON rev.id = e.revision_id
 WHERE e.id = $1
   FOR NO KEY UPDATE OF e`;

/** The next number of a register. The row stays locked until the certificate is there: no gaps, also after a failure. */
export const NEXT_NUMBER = `
INSERT INTO certificate_register AS r (issuer_id, year, last_number) VALUES ($1, $2, 1)
ON CONFLICT (issuer_id, year) DO UPDATE SET last_number = r.last_number + 1
RETURNING last_number AS "number"`;

/** The confederation: issues what no class organiser does. */
export const TOP_ORGANISATION = `
SELECT id FROM organisation WHERE nlevel(path) = 1 AND abolished_on IS NULL ORDER BY founded_on, id LIMIT 1`;

const PRINTED = `
       c.id, c.person_id AS "personId", c.register_number AS "registerNumber", c.blank_serial AS "blankSerial", c.grade,
       c.verification_code AS "verificationCode", c.snapshot, c.state, c.issued_on AS "issuedOn",
       c.expires_on AS "expiresOn", c.pdf_key AS "pdfKey",
       EXISTS (SELECT 1 FROM refresher f WHERE f.certificate_id = c.id AND f.done_at IS NULL) AS "refreshDue",
       (SELECT max(f.done_at) FROM refresher f WHERE f.certificate_id = c.id) AS "refreshedAt"`;

export const OWN_CERTIFICATES = `
SELECT ${PRINTED} FROM certificate c WHERE c.person_id = $1 ORDER BY c.id DESC LIMIT 500`;

export const CERTIFICATE = `
SELECT ${PRINTED}, o.path::text AS "issuerPath"
  FROM certificate c JOIN organisation o ON o.id = c.issuer_id WHERE c.id = $1`;

/** The register within scope ($1), of one unit and below when $2 is given, newest first, after $3. */
export const REGISTER = `
SELECT ${PRINTED}
  FROM certificate c
  JOIN organisation o ON o.id = c.issuer_id
 WHERE o.path <@ ANY($1::ltree[])
   AND ($2::uuid IS NULL OR o.path <@ (SELECT unit.path FROM organisation unit WHERE unit.id = $2))
   AND ($3::uuid IS NULL OR c.id < $3)
 ORDER BY c.id DESC LIMIT $4`;

const VERIFIED = `
SELECT ${PRINTED}, c.revoked_at AS "revokedAt", next.register_number AS "supersededBy"
  FROM certificate c
  LEFT JOIN certificate next ON next.supersedes_id = c.id`;

export const VERIFY_BY_CODE = `${VERIFIED} WHERE c.verification_code = $1`;

/** By year and figures (an index), then by all letters and figures of the number. */
export const VERIFY_BY_NUMBER = `${VERIFIED}
 WHERE c.register_year = $1 AND c.register_sequence = $2
   AND regexp_replace(upper(c.register_number), '[^A-Z0-9]', '', 'g') = $3`;
