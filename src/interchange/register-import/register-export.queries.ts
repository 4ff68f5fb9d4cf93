import { withinScope } from '../../organisation/organisation.service.js';
import { KNOWN_PERSON } from './people-comparison.queries.js';

/** Units within scope $1, at or below $2 when it is given. */
const REACHED = `${withinScope('o.path', 1)}
   AND ($2::uuid IS NULL OR o.path <@ (SELECT top.path FROM organisation top WHERE top.id = $2))`;

/** Every term known now of units in reach, ended ones too; $4 the last term of the page before, $5 how many. */
export const EXPORT_PEOPLE = `
SELECT t.id AS cursor, k.member_code AS "memberCode", k.full_name AS "fullName", k.birth_date AS "birthDate", k.gender,
       k.phone, o.code AS "unitCode", title.name_vi AS title, t.valid_from AS "validFrom", t.valid_to - 1 AS "validTo",
       k.id AS "personId"
  FROM (SELECT t.* FROM office_term t JOIN organisation o ON o.id = t.organisation_id
         WHERE t.superseded_at IS NULL AND ${REACHED} AND ($4::uuid IS NULL OR t.id > $4) AND $3::date IS NOT NULL
         ORDER BY t.id LIMIT $5) t
  JOIN organisation o ON o.id = t.organisation_id
  JOIN office_title title ON title.code = t.title_code
 CROSS JOIN LATERAL (${KNOWN_PERSON} WHERE p.id = t.person_id) k
 ORDER BY t.id`;

/** Units in reach on day $3, parents first, with their latest count. What is above the reach is not named. */
export const EXPORT_UNITS = `
SELECT o.id AS cursor, o.code, p.name, above.code AS "parentCode", p.tier, p.kind, p.sector, o.founded_on AS "foundedOn",
       h.members, h.workers, h.counted_on AS "countedOn"
  FROM organisation o
  JOIN organisation_period p ON p.organisation_id = o.id AND p.superseded_at IS NULL AND p.valid_from <= $3::date
   AND (p.valid_to IS NULL OR p.valid_to > $3::date)
  LEFT JOIN organisation above ON above.id = p.parent_id AND ${withinScope('above.path', 1)}
  LEFT JOIN LATERAL (SELECT c.* FROM organisation_head_count c
                      WHERE c.organisation_id = o.id AND c.superseded_at IS NULL
                      ORDER BY c.counted_on DESC LIMIT 1) h ON true
 WHERE ${REACHED} AND ($4::uuid IS NULL OR o.path > (SELECT last.path FROM organisation last WHERE last.id = $4))
 ORDER BY o.path
 LIMIT $5`;
