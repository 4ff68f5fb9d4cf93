/**
 * The SQL condition of the scope: `withinScope('o.path', 3)` with `scopeOf(…)` as value 3. An empty scope matches no row.
 * @param pathColumn trusted SQL naming an ltree column
 */
export function withinScope(pathColumn: string, parameter: number): string {
  return `${pathColumn} <@ ANY($${parameter}::ltree[])`;
}

/** Rows of `alias` in force on the day of that SQL expression. */
export const inForce = (alias: string, day: string) =>
  `${alias}.valid_from <= ${day} AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${day})`;

/** Rows of `alias` as known at the instant $parameter, as known now when it is null. */
export const knownAt = (alias: string, parameter: number) =>
  `CASE WHEN $${parameter}::timestamptz IS NULL THEN ${alias}.superseded_at IS NULL
        ELSE ${alias}.recorded_at <= $${parameter}
             AND (${alias}.superseded_at IS NULL OR ${alias}.superseded_at > $${parameter}) END`;

const label = (column: string) => `replace(${column}::text, '-', '')::ltree`;

/**
 * Units within scope, parents before children, as they are on day $2; $3 is the last id of the previous page, $5 a
 * LIKE pattern of folded text or null, $6 a parent or null.
 */
export const UNITS_IN_SCOPE = `
WITH unit AS (
  SELECT o.id, o.code, o.path, p.name, p.name_folded, p.tier, p.kind,
         CASE WHEN o.path::text = ANY($1::text[]) THEN NULL ELSE p.parent_id END AS "parentId"
    FROM organisation o
    JOIN organisation_period p ON p.organisation_id = o.id AND p.superseded_at IS NULL AND ${inForce('p', '$2::date')}
   WHERE ${withinScope('o.path', 1)}
     AND ($3::uuid IS NULL OR o.path > (SELECT last.path FROM organisation last
                                               WHERE last.id = $3::uuid AND ${withinScope('last.path', 1)}))
)
SELECT id, code, name, tier, kind, "parentId" FROM unit
 WHERE ($5::text IS NULL OR name_folded LIKE $5 OR lower(code) LIKE $5)
   AND ($6::uuid IS NULL OR "parentId" = $6)
 ORDER BY path
 LIMIT $4`;

/**
 * The same for any day and as known at any instant ($7): the subtrees that day of the units $1. Recorded instants come
 * from the clocks of several machines, hence the bound on the depth.
 */
export const UNITS_ON_A_DAY = `
WITH RECURSIVE tree AS (
  SELECT p.id AS period_id, p.organisation_id, ${label('p.organisation_id')} AS path, NULL::uuid AS "parentId"
    FROM organisation_period p
   WHERE p.organisation_id = ANY($1::uuid[]) AND ${inForce('p', '$2::date')} AND ${knownAt('p', 7)}
  UNION ALL
  SELECT p.id, p.organisation_id, tree.path || ${label('p.organisation_id')}, p.parent_id
    FROM tree JOIN organisation_period p ON p.parent_id = tree.organisation_id
   WHERE ${inForce('p', '$2::date')} AND ${knownAt('p', 7)} AND nlevel(tree.path) < 30
), unit AS (
  SELECT DISTINCT ON (organisation_id) * FROM tree ORDER BY organisation_id, nlevel(path) DESC
)
SELECT o.id, o.code, p.name, p.tier, p.kind, unit."parentId"
  FROM unit
  JOIN organisation o ON o.id = unit.organisation_id
  JOIN organisation_period p ON p.id = unit.period_id
 WHERE ($3::uuid IS NULL OR unit.path > (SELECT last.path FROM unit last WHERE last.organisation_id = $3))
   AND ($5::text IS NULL OR p.name_folded LIKE $5 OR lower(o.code) LIKE $5)
   AND ($6::uuid IS NULL OR unit."parentId" = $6)
 ORDER BY unit.path
 LIMIT $4`;

/**
 * What units were on day $2, as known now. A unit outside its life (a paper dated before the founding was recorded)
 * is described by its nearest period: the last one begun by then, else the first one.
 */
export const UNITS_ON_DATE = `
SELECT DISTINCT ON (o.id) o.id, o.code, p.name, p.tier, p.kind, p.parent_id AS "parentId"
  FROM organisation o
  JOIN organisation_period p ON p.organisation_id = o.id AND p.superseded_at IS NULL
 WHERE o.id = ANY($1::uuid[])
 ORDER BY o.id, (p.valid_from <= $2::date) DESC, abs(p.valid_from - $2::date)`;

/**
 * The chain of ids from the root to each of the units $1 on day $2 as known at $3. A unit that is not founded yet, or
 * abolished, has the place of its first or last day.
 */
export const CHAINS_ON_A_DAY = `
WITH RECURSIVE up AS (
  SELECT o.id AS unit, o.id AS at, ARRAY[o.id] AS chain,
         greatest(o.founded_on, least($2::date, o.abolished_on - 1)) AS day
    FROM organisation o WHERE o.id = ANY($1::uuid[])
  UNION ALL
  SELECT up.unit, p.parent_id, p.parent_id || up.chain, up.day
    FROM up JOIN organisation_period p ON p.organisation_id = up.at
   WHERE p.parent_id <> ALL (up.chain) AND ${inForce('p', 'up.day')} AND ${knownAt('p', 3)}
)
SELECT DISTINCT ON (unit) unit AS id, chain FROM up ORDER BY unit, cardinality(chain) DESC`;

/** One unit on day $2 as known at $3, with the head count in force that day; no row when it did not exist. */
export const UNIT_ON_A_DAY = `
SELECT o.id, o.code, p.name, p.tier, p.kind, p.sector, p.parent_id AS "parentId", p.valid_from AS "validFrom",
       p.valid_to AS "validTo",
       (SELECT count(*) FROM organisation_period c
         WHERE c.parent_id = o.id AND ${inForce('c', '$2::date')} AND ${knownAt('c', 3)}) AS children,
       (SELECT json_build_object('countedOn', h.counted_on, 'members', h.members, 'workers', h.workers)
          FROM organisation_head_count h
         WHERE h.organisation_id = o.id AND h.counted_on <= $2::date AND ${knownAt('h', 3)}
         ORDER BY h.counted_on DESC LIMIT 1) AS "headCount"
  FROM organisation o
  JOIN organisation_period p ON p.organisation_id = o.id AND ${inForce('p', '$2::date')} AND ${knownAt('p', 3)}
 WHERE o.id = $1`;

/**
 * Brings every unit's path to its place in the tree of day $1. What ended and has an heir hangs below it, so that its
 * register and its record of acts stay somebody's; null for what does not exist that day and has no heir.
 */
export const REFRESH_PATHS = `
WITH RECURSIVE hanging AS MATERIALIZED (
  SELECT p.organisation_id AS id, p.parent_id AS above
    FROM organisation_period p WHERE p.superseded_at IS NULL AND ${inForce('p', '$1::date')}
  UNION ALL
  SELECT s.predecessor_id, s.successor_id
    FROM organisation_succession s
   WHERE s.is_heir AND s.on_date <= $1::date
     AND NOT EXISTS (SELECT FROM organisation_period p WHERE p.organisation_id = s.predecessor_id
                        AND p.superseded_at IS NULL AND ${inForce('p', '$1::date')})
), tree AS (
  SELECT id, ${label('id')} AS path FROM hanging WHERE above IS NULL
  UNION ALL
  SELECT hanging.id, tree.path || ${label('hanging.id')} FROM tree JOIN hanging ON hanging.above = tree.id
)
UPDATE organisation o SET path = t.path
  FROM organisation u LEFT JOIN tree t ON t.id = u.id
 WHERE o.id = u.id AND o.path IS DISTINCT FROM t.path`;

/**
 * The head of a query (`WITH RECURSIVE …`) with `record_place`: where the record of acts of every unit is read from on the
 * day of that SQL expression. A unit with a place today has that one. A unit that ended without an heir, or is still to
 * be founded, has none, and nobody works in it: its record is read where it hung last, or will hang first, wherever that
 * superior stands today.
 */
export const recordPlaces = (day: string) => `
WITH RECURSIVE placeless AS MATERIALIZED (
  SELECT o.id, nearest.parent_id AS above
    FROM organisation o
   CROSS JOIN LATERAL (
         SELECT p.parent_id FROM organisation_period p
          WHERE p.organisation_id = o.id
          ORDER BY p.superseded_at IS NULL DESC, (p.valid_from <= ${day}) DESC, abs(p.valid_from - ${day}),
                   p.recorded_at DESC
          LIMIT 1) nearest
   WHERE o.path IS NULL
), remembered AS (
  SELECT placeless.id, o.path || ${label('placeless.id')} AS path
    FROM placeless JOIN organisation o ON o.id = placeless.above
   WHERE o.path IS NOT NULL
  UNION ALL
  SELECT placeless.id, remembered.path || ${label('placeless.id')}
    FROM remembered JOIN placeless ON placeless.above = remembered.id
), record_place AS NOT MATERIALIZED (
  SELECT id, path FROM organisation WHERE path IS NOT NULL
  UNION ALL
  SELECT id, path FROM remembered
)`;

/** Whether a unit was merged into, or split, on that day already: its count of the day is what came out of it. */
const reformedOn = (unit: string, day: string) =>
  `EXISTS (SELECT FROM organisation_succession s WHERE s.on_date = ${day} AND ${unit} IN (s.successor_id, s.predecessor_id))`;

/** What the units $1 bring into a merger or split of day $2: their last living counts from before. */
export const COUNTS_BROUGHT = `
SELECT DISTINCT ON (h.organisation_id) h.organisation_id AS "unitId", h.members, h.workers
  FROM organisation_head_count h
 WHERE h.organisation_id = ANY($1::uuid[]) AND h.superseded_at IS NULL
   AND (h.counted_on < $2::date OR (h.counted_on = $2::date AND ${reformedOn('h.organisation_id', '$2::date')}))
 ORDER BY h.organisation_id, h.counted_on DESC`;

/** A row when somebody counted unit $1 on day $2 itself. */
export const COUNTED_BY_HAND = `
SELECT h.id FROM organisation_head_count h
 WHERE h.organisation_id = $1 AND h.counted_on = $2::date AND h.superseded_at IS NULL
   AND NOT ${reformedOn('h.organisation_id', '$2::date')}`;

/** The tier of kind $1, and whether units of it are founded on day $2. */
export const KIND_ON_A_DAY = `
SELECT k.tier_code AS tier,
       $2::date >= greatest(k.valid_from, t.valid_from, '-infinity'::date)
         AND $2::date < least(k.valid_to, t.valid_to, 'infinity'::date) AS "inForce"
  FROM organisation_kind k JOIN organisation_tier t ON t.code = k.tier_code
 WHERE k.code = $1`;
