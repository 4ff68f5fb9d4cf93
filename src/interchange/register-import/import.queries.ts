/**
 * Paths of the units on which person $1 holds one of the roles $2 on day $3, as far as they lie in unit $4 or below it: a
 * role above it reaches the whole of it. None for a suspended account, none in a unit that was abolished.
 */
export const PATHS_OF_PERSON = `
SELECT (CASE WHEN w.path <@ o.path THEN w.path ELSE o.path END)::text AS path
  FROM role_grant g
  JOIN organisation o ON o.id = g.organisation_id
  JOIN user_account u ON u.person_id = g.person_id AND u.state = 'active'
  JOIN organisation w ON w.id = $4 AND (w.path <@ o.path OR o.path <@ w.path)
 WHERE g.person_id = $1 AND g.role = ANY($2::text[]) AND o.path IS NOT NULL
   AND g.valid_from <= $3::date AND (g.valid_to IS NULL OR g.valid_to > $3::date)`;

/** Rows read, as they come: a batch as one JSON document. */
export const KEEP_READ_ROWS = `
INSERT INTO import_row (import_id, number, state, value, read_faults)
SELECT $1, x.number, CASE WHEN x.faults = '[]' THEN 'unchecked' ELSE 'faulty' END, x.value, x.faults
  FROM jsonb_to_recordset($2::jsonb) AS x(number int, value jsonb, faults jsonb)`;

export const COUNT_ROWS = `
SELECT count(*)::int AS rows,
       count(*) FILTER (WHERE state = 'new')::int AS "newRows",
       count(*) FILTER (WHERE state = 'changed')::int AS "changedRows",
       count(*) FILTER (WHERE state = 'same')::int AS "sameRows",
       count(*) FILTER (WHERE state = 'undecided')::int AS "undecidedRows",
       count(*) FILTER (WHERE state = 'faulty')::int AS "faultyRows"
  FROM import_row WHERE import_id = $1`;

/**
 * Rows of import $1 after row $2, $3 at most, of the states $4 or all; with those they may be about. Faults come last in
 * one list. What a candidate's officer may know is what the row itself says, and the offices in its unit.
 */
export const ROWS = `
SELECT r.number, r.state, r.value, r.read_faults || r.check_faults AS faults, r.decision,
       r.decided_person_id AS "decidedPersonId", r.subject_id AS "subjectId",
       (r.candidates->>'row')::int AS "candidateRow",
       (SELECT coalesce(json_agg(json_build_object('personId', p.id, 'fullName', p.full_name, 'birthDate', p.birth_date,
                                                   'memberCode', m.member_code, 'offices', (
                 SELECT coalesce(json_agg(json_build_object('title', json_build_object('vi', t.name_vi, 'en', t.name_en),
                                                            'validFrom', e.valid_from, 'validTo', e.valid_to)
                                          ORDER BY e.valid_from DESC), '[]')
                   FROM office_term e
                   JOIN organisation o ON o.id = e.organisation_id AND o.code = r.value->>'unitCode'
                   JOIN office_title t ON t.code = e.title_code
                  WHERE e.person_id = p.id AND e.superseded_at IS NULL)) ORDER BY p.id), '[]')
          FROM person p LEFT JOIN member_record m ON m.person_id = p.id
         WHERE p.id IN (SELECT jsonb_array_elements_text(r.candidates->'personIds')::uuid)) AS candidates
  FROM import_row r
 WHERE r.import_id = $1 AND r.number > $2 AND ($4::text[] IS NULL OR r.state = ANY($4::text[]))
 ORDER BY r.number
 LIMIT $3`;

/** Faults of the rows from $2 to $3. */
export const FAULTS_BETWEEN = `
SELECT number, read_faults || check_faults AS faults, state
  FROM import_row
 WHERE import_id = $1 AND number BETWEEN $2 AND $3 AND (state IN ('faulty', 'undecided'))`;

/** Imports that ended before $1 and still hold personal data; cancelled ones at any time, whose job may have been lost. */
export const ENDED_WITH_DATA = `
SELECT id FROM import_job
 WHERE file_deleted_at IS NULL AND (finished_at < $1 OR state = 'cancelled')
 ORDER BY id`;

/** What the rows of import $1 say of people. */
export const EMPTY_ROWS = `
UPDATE import_row SET value = NULL, read_faults = '[]', check_faults = '[]', candidates = NULL
 WHERE import_id = $1 AND value IS NOT NULL`;

/** After a bulk change, so that the next plans know the size of the register. */
export const ANALYSE_REGISTER = 'SELECT analyse_register()';
