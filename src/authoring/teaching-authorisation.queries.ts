import { withinScope } from '../organisation/organisation.service.js';

/** Authorisations of person $2 for units within scope $1, those in force or to come first. */
export const AUTHORISATIONS_OF = `
SELECT a.id, a.person_id AS "personId", a.topic, a.organisation_id AS "organisationId", a.granted_by_id AS "grantedById",
       a.valid_from AS "validFrom", a.valid_to AS "validTo", a.law_as_of AS "lawAsOf"
  FROM teaching_authorisation a JOIN organisation o ON o.id = a.organisation_id
 WHERE a.person_id = $2 AND ${withinScope('o.path', 1)}
 ORDER BY a.valid_to DESC NULLS FIRST, a.topic, a.id LIMIT 500`;

/** Authorisation $2 for a unit within scope $1, locked. */
export const AUTHORISATION_FOR_CHANGE = `
SELECT a.id, a.person_id AS "personId", a.topic, a.organisation_id AS "organisationId", a.granted_by_id AS "grantedById",
       a.valid_from AS "validFrom", a.valid_to AS "validTo", a.law_as_of AS "lawAsOf"
  FROM teaching_authorisation a JOIN organisation o ON o.id = a.organisation_id
 WHERE a.id = $2 AND ${withinScope('o.path', 1)} FOR UPDATE OF a`;

/** Whether person $1 has topic $2 for unit $3 on a day from $4 until before $5 already. */
export const AUTHORISATION_OVERLAPS = `
SELECT 1 FROM teaching_authorisation a
 WHERE a.person_id = $1 AND a.topic = $2 AND a.organisation_id = $3
   AND daterange(a.valid_from, a.valid_to) && daterange($4::date, $5::date)`;

/** Topics that courses name. */
export const TOPICS = `SELECT DISTINCT unnest(r.topics) AS topic FROM course_revision r WHERE r.state <> 'withdrawn' ORDER BY 1`;
