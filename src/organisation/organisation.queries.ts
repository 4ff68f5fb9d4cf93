/**
 * The SQL condition of the scope: `withinScope('o.path', 3)` with `scopeOf(…)` as value 3. An empty scope matches no row.
 * @param pathColumn trusted SQL naming an ltree column
 */
export function withinScope(pathColumn: string, parameter: number): string {
  return `${pathColumn} <@ ANY($${parameter}::ltree[])`;
}

/** Units within scope, parents before children, as they are on day $2; $3 is the last id of the previous page. */
export const UNITS_IN_SCOPE = `
SELECT o.id, o.code, p.name, p.tier, p.kind,
       CASE WHEN o.path::text = ANY($1::text[]) THEN NULL ELSE p.parent_id END AS "parentId"
  FROM organisation o
  JOIN organisation_period p
    ON p.organisation_id = o.id AND p.superseded_at IS NULL
   AND p.valid_from <= $2::date AND (p.valid_to IS NULL OR p.valid_to > $2::date)
 WHERE ${withinScope('o.path', 1)}
   AND ($3::uuid IS NULL OR o.path > (SELECT last.path FROM organisation last
                                             WHERE last.id = $3::uuid AND ${withinScope('last.path', 1)}))
 ORDER BY o.path
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
