import { heldOn } from './people.queries.js';

const ORDER = `title.rank, split_part(p.sort_name, ' ', 1) COLLATE "vi-x-icu", p.sort_name COLLATE "vi-x-icu", t.id`;

const TERM = `
SELECT t.id, p.id AS "personId", p.full_name AS "fullName", t.organisation_id AS "organisationId", t.title_code AS "titleCode",
       title.name_vi AS "titleVi", title.name_en AS "titleEn", t.full_time AS "fullTime", t.valid_from AS "validFrom",
       t.valid_to AS "validTo", t.decision_id AS "decisionId"
  FROM office_term t
  JOIN person p ON p.id = t.person_id
  JOIN office_title title ON title.code = t.title_code`;

/**
 * Who holds which office of unit $1 on day $2, in order of precedence; $3 the last id of the page before, $4 how many. A
 * term that has been ended meanwhile still says where it stood.
 */
export const OFFICES_OF_UNIT = `
WITH term AS (
  SELECT t.*, row_number() OVER (ORDER BY ${ORDER}) AS place
    FROM office_term t
    JOIN person p ON p.id = t.person_id
    JOIN office_title title ON title.code = t.title_code
   WHERE t.organisation_id = $1 AND ((${heldOn(2)}) OR t.id = $3::uuid))
${TERM.replace('FROM office_term t', 'FROM term t')}
 WHERE ($3::uuid IS NULL OR t.place > (SELECT last.place FROM term last WHERE last.id = $3)) AND t.id IS DISTINCT FROM $3::uuid
 ORDER BY t.place
 LIMIT $4`;

export const TERM_BY_ID = `${TERM} WHERE t.id = $1`;
