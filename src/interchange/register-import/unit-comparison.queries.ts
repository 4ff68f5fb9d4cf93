import { withinScope } from '../../organisation/organisation.service.js';
import { NEW_ID, type Step } from './comparison.js';

const fault = (code: string, column: string, params = `'{}'::jsonb`) =>
  `faults = i.faults || jsonb_build_object('code', '${code}', 'column', '${column}', 'params', ${params})`;

const label = (column: string) => `replace(${column}::text, '-', '')::ltree`;

const STAGE = `
CREATE TEMPORARY TABLE import_unit ON COMMIT DROP AS
SELECT r.number, v.*, '[]'::jsonb AS faults, 'same'::text AS state, NULL::uuid AS unit_id, NULL::uuid AS parent_id,
       NULL::int AS parent_row, NULL::uuid AS subject_id, NULL::ltree AS path, NULL::int AS depth, NULL::uuid AS count_id
  FROM import_row r
 CROSS JOIN LATERAL jsonb_to_record(r.value) AS v(code text, name text, "nameFolded" text, "parentCode" text, tier text,
       kind text, sector text, "foundedOn" date, members int, workers int, "countedOn" date)
 WHERE r.import_id = $1 AND r.read_faults = '[]'`;

const CODE_TWICE = `
UPDATE import_unit i SET ${fault('unit-code-twice', 'code', `jsonb_build_object('row', f.number)`)}
  FROM (SELECT code, min(number) AS number FROM import_unit GROUP BY code) f
 WHERE i.code = f.code AND i.number > f.number`;

/** Units within the scope $1; those that are founded later have a place only through their parent. */
const REACH = `
CREATE TEMPORARY TABLE import_reach ON COMMIT DROP AS
SELECT o.id, o.code, o.path, o.founded_on FROM organisation o WHERE ${withinScope('o.path', 1)}
UNION ALL
SELECT o.id, o.code, o.path, o.founded_on
  FROM organisation o
  JOIN organisation_period p ON p.organisation_id = o.id AND p.superseded_at IS NULL AND p.valid_from = o.founded_on
  JOIN organisation above ON above.id = p.parent_id
 WHERE o.path IS NULL AND o.abolished_on IS NULL AND ${withinScope('above.path', 1)}`;

const KNOWN = `UPDATE import_unit i SET unit_id = r.id FROM import_reach r WHERE r.code = i.code`;

const PARENTS = `UPDATE import_unit i SET parent_id = r.id FROM import_reach r WHERE r.code = i."parentCode"`;

const PARENT_ROWS = `
UPDATE import_unit i SET parent_row = f.number
  FROM (SELECT code, min(number) AS number FROM import_unit WHERE unit_id IS NULL GROUP BY code) f
 WHERE f.code = i."parentCode" AND i.parent_id IS NULL`;

const PARENT_FAULTS = `
UPDATE import_unit i
   SET faults = i.faults || jsonb_build_object('code', CASE WHEN i."parentCode" IS NULL THEN 'required' ELSE 'unit-unknown' END,
                                               'column', 'parentCode')
 WHERE i.parent_id IS NULL AND i.parent_row IS NULL AND (i.unit_id IS NULL OR i."parentCode" IS NOT NULL)`;

const REQUIRED = (column: string) => `
UPDATE import_unit i SET ${fault('required', column)} WHERE i.unit_id IS NULL AND i."${column}" IS NULL`;

const CODE_TAKEN = `
UPDATE import_unit i SET ${fault('unit-code-taken', 'code')}
  FROM organisation o WHERE o.code = i.code AND i.unit_id IS NULL AND i.faults = '[]'`;

/** From units that exist down to those that the file founds below them; what is not reached hangs on itself. */
const DEPTHS = `
WITH RECURSIVE down AS (
  SELECT number, 1 AS depth FROM import_unit WHERE unit_id IS NULL AND parent_id IS NOT NULL
  UNION ALL
  SELECT c.number, down.depth + 1 FROM down JOIN import_unit c ON c.parent_row = down.number AND c.unit_id IS NULL
)
UPDATE import_unit i SET depth = down.depth FROM down WHERE down.number = i.number`;

const CIRCLES = `
WITH RECURSIVE up AS (
  SELECT number AS start, parent_row AS at, ARRAY[number] AS seen FROM import_unit
   WHERE unit_id IS NULL AND depth IS NULL AND parent_row IS NOT NULL
  UNION ALL
  SELECT up.start, i.parent_row, up.seen || up.at FROM up JOIN import_unit i ON i.number = up.at
   WHERE up.at <> ALL (up.seen)
)
UPDATE import_unit i SET ${fault('unit-in-circle', 'parentCode')}
 WHERE i.number IN (SELECT start FROM up WHERE at = start)`;

const PARENT_FAULTY = `
WITH RECURSIVE bad AS (
  SELECT number FROM import_unit WHERE faults <> '[]'
  UNION
  SELECT c.number FROM bad JOIN import_unit c ON c.parent_row = bad.number
)
UPDATE import_unit i SET ${fault('parent-faulty', 'parentCode', `jsonb_build_object('row', i.parent_row)`)}
 WHERE i.faults = '[]' AND i.parent_row IN (SELECT number FROM bad)`;

const LIFE = `
UPDATE import_unit i SET ${fault('founded-before-parent', 'foundedOn')}
 WHERE i.unit_id IS NULL AND i.faults = '[]'
   AND (EXISTS (SELECT FROM import_unit above WHERE above.number = i.parent_row AND above."foundedOn" > i."foundedOn")
        OR (i.parent_id IS NOT NULL AND NOT daterange(i."foundedOn", NULL) <@ coalesce(
             (SELECT range_agg(daterange(p.valid_from, p.valid_to)) FROM organisation_period p
               WHERE p.organisation_id = i.parent_id AND p.superseded_at IS NULL), '{}'::datemultirange)))`;

const differs = (column: string, known: string) =>
  `CASE WHEN i."${column}" IS NOT NULL AND i."${column}" IS DISTINCT FROM ${known} THEN '["${column}"]'::jsonb ELSE '[]' END`;

/** A register file founds; it does not rename, move or redate what exists: such acts have a day and a decision. */
const DIFFERENT = `
UPDATE import_unit i SET ${fault('unit-differs', 'code', `jsonb_build_object('columns', d.columns)`)}
  FROM (SELECT i.number, ${differs('name', 'p.name')} || ${differs('tier', 'p.tier')} || ${differs('kind', 'p.kind')}
            || ${differs('sector', 'p.sector')} || ${differs('foundedOn', 'o.founded_on')}
            || CASE WHEN i."parentCode" IS NOT NULL AND i.parent_id IS DISTINCT FROM p.parent_id
                    THEN '["parentCode"]'::jsonb ELSE '[]' END AS columns
          FROM import_unit i
          JOIN organisation o ON o.id = i.unit_id
          JOIN organisation_period p ON p.organisation_id = o.id AND p.superseded_at IS NULL
           AND p.valid_from <= greatest($1::date, o.founded_on)
           AND (p.valid_to IS NULL OR p.valid_to > greatest($1::date, o.founded_on))
         WHERE i.faults = '[]') d
 WHERE d.number = i.number AND d.columns <> '[]'`;

const COUNTED_TOO_EARLY = `
UPDATE import_unit i SET ${fault('count-before-founding', 'countedOn')}
 WHERE i."countedOn" < coalesce((SELECT o.founded_on FROM organisation o WHERE o.id = i.unit_id), i."foundedOn")`;

const COUNTS = `
UPDATE import_unit i SET count_id = h.id
  FROM organisation_head_count h
 WHERE h.organisation_id = i.unit_id AND h.counted_on = i."countedOn" AND h.superseded_at IS NULL`;

const isOtherCount = `(i."countedOn" IS NOT NULL AND NOT EXISTS (
  SELECT FROM organisation_head_count h WHERE h.id = i.count_id AND h.members = i.members AND h.workers = i.workers))`;

const STATES = `
UPDATE import_unit i
   SET state = CASE WHEN i.faults <> '[]' THEN 'faulty' WHEN i.unit_id IS NULL THEN 'new'
                    WHEN ${isOtherCount} THEN 'changed' ELSE 'same' END,
       subject_id = i.unit_id`;

export const COMPARE_UNITS: Step[] = [
  { sql: STAGE, given: 'id' },
  { sql: 'CREATE UNIQUE INDEX ON import_unit (number)' },
  { sql: 'CREATE INDEX ON import_unit (code)' },
  { sql: 'ANALYZE import_unit' },
  { sql: REACH, given: 'scope' },
  { sql: CODE_TWICE },
  { sql: KNOWN },
  { sql: PARENTS },
  { sql: PARENT_ROWS },
  { sql: 'CREATE INDEX ON import_unit (parent_row)' },
  { sql: PARENT_FAULTS },
  ...['tier', 'kind', 'sector', 'foundedOn'].map((column) => ({ sql: REQUIRED(column) })),
  { sql: CODE_TAKEN },
  { sql: DEPTHS },
  { sql: CIRCLES },
  { sql: LIFE },
  { sql: PARENT_FAULTY },
  { sql: DIFFERENT, given: 'today' },
  { sql: COUNTED_TOO_EARLY },
  { sql: COUNTS },
  { sql: STATES },
];

const IDS = `UPDATE import_unit SET subject_id = ${NEW_ID} WHERE unit_id IS NULL`;

/** Places from the top down: a unit has one from its first day on, when the unit above has one. */
const PATHS = `
WITH RECURSIVE down AS (
  SELECT i.number, o.path || ${label('i.subject_id')} AS path, o.id AS parent_id
    FROM import_unit i JOIN organisation o ON o.id = i.parent_id WHERE i.depth = 1
  UNION ALL
  SELECT i.number, CASE WHEN above."foundedOn" <= $1::date THEN down.path || ${label('i.subject_id')} END, above.subject_id
    FROM down JOIN import_unit above ON above.number = down.number
    JOIN import_unit i ON i.parent_row = down.number AND i.unit_id IS NULL
)
UPDATE import_unit i
   SET path = CASE WHEN i."foundedOn" <= $1::date THEN down.path END, parent_id = down.parent_id
  FROM down WHERE down.number = i.number`;

const UNITS = `
INSERT INTO organisation (id, code, path, founded_on, created_at)
SELECT subject_id, code, path, "foundedOn", $1::timestamptz FROM import_unit WHERE unit_id IS NULL ORDER BY depth`;

const PERIODS = `
INSERT INTO organisation_period (id, organisation_id, parent_id, name, name_folded, tier, kind, sector, valid_from,
                                 valid_to, decision_id, recorded_at, superseded_at)
SELECT ${NEW_ID}, subject_id, parent_id, name, "nameFolded", tier, kind, sector, "foundedOn", NULL, NULL, $1::timestamptz,
       NULL
  FROM import_unit WHERE unit_id IS NULL ORDER BY depth`;

const SUPERSEDED_COUNTS = `
UPDATE organisation_head_count h SET superseded_at = $1::timestamptz
  FROM import_unit i
 WHERE h.id = i.count_id AND (h.members <> i.members OR h.workers <> i.workers)`;

const NEW_COUNTS = `
INSERT INTO organisation_head_count (id, organisation_id, counted_on, members, workers, decision_id, recorded_at, superseded_at)
SELECT ${NEW_ID}, i.subject_id, i."countedOn", i.members, i.workers, NULL, $1::timestamptz, NULL
  FROM import_unit i
 WHERE i."countedOn" IS NOT NULL AND NOT EXISTS (SELECT FROM organisation_head_count h WHERE h.organisation_id = i.unit_id
   AND h.counted_on = i."countedOn" AND h.superseded_at IS NULL)`;

export const APPLY_UNITS: Step[] = [
  { sql: IDS, given: 'now' },
  { sql: PATHS, given: 'today' },
  { sql: UNITS, given: 'now' },
  { sql: PERIODS, given: 'now' },
  { sql: SUPERSEDED_COUNTS, given: 'now' },
  { sql: NEW_COUNTS, given: 'now' },
];

export const KEEP_UNITS = `
UPDATE import_row r SET state = i.state, check_faults = i.faults, subject_id = i.subject_id
  FROM import_unit i
 WHERE r.import_id = $1 AND r.number = i.number`;
