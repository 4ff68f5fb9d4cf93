import { inForce, knownAt } from './organisation.queries.js';

const NAME = (alias: string) => `${alias}.name COLLATE "vi-x-icu"`;

/**
 * The units directly below $2 or, when it is null, the units $1 themselves, by name, on day $3 as known at $4; $5 is
 * the last id of the previous page. The caller has looked at the scope.
 */
export const UNITS_OF_A_BRANCH = `
WITH unit AS (
  SELECT p.organisation_id AS id, p.name, p.tier, p.kind,
         CASE WHEN $2::uuid IS NULL THEN NULL ELSE p.parent_id END AS "parentId"
    FROM organisation_period p
   WHERE CASE WHEN $2::uuid IS NULL THEN p.organisation_id = ANY($1::uuid[]) ELSE p.parent_id = $2 END
     AND ${inForce('p', '$3::date')} AND ${knownAt('p', 4)}
)
SELECT unit.id, o.code, unit.name, unit.tier, unit.kind, unit."parentId"
  FROM unit JOIN organisation o ON o.id = unit.id
 WHERE $5::uuid IS NULL OR (${NAME('unit')}, unit.id) > (SELECT last.name, last.id FROM unit last WHERE last.id = $5)
 ORDER BY ${NAME('unit')}, unit.id
 LIMIT $6`;

/** What a list says of each of the units $1 besides their names, on day $2 as known at $3. */
export const FACTS_OF_UNITS = `
SELECT p.organisation_id AS id, p.sector,
       (SELECT up.name FROM organisation_period up
         WHERE up.organisation_id = p.parent_id AND ${inForce('up', '$2::date')} AND ${knownAt('up', 3)}) AS "parentName",
       (SELECT count(*) FROM organisation_period c
         WHERE c.parent_id = p.organisation_id AND ${inForce('c', '$2::date')} AND ${knownAt('c', 3)}) AS children,
       (SELECT json_build_object('countedOn', h.counted_on, 'members', h.members, 'workers', h.workers)
          FROM organisation_head_count h
         WHERE h.organisation_id = p.organisation_id AND h.counted_on <= $2::date AND ${knownAt('h', 3)}
         ORDER BY h.counted_on DESC LIMIT 1) AS "headCount"
  FROM organisation_period p
 WHERE p.organisation_id = ANY($1::uuid[]) AND ${inForce('p', '$2::date')} AND ${knownAt('p', 3)}`;
