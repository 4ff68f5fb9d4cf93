/** Paths of the units on which person $1 holds one of the roles $2 on day $3; none for a suspended account. */
export const PATHS_OF_PERSON = `
SELECT o.path::text AS path
  FROM role_grant g
  JOIN organisation o ON o.id = g.organisation_id
  JOIN user_account u ON u.person_id = g.person_id AND u.state = 'active'
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
                                                   'memberCode', m.member_code) ORDER BY p.id), '[]')
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

/** Values of imports that ended before $1: personal data that has served its purpose. */
export const EMPTY_OLD_ROWS = `
UPDATE import_row r SET value = NULL, read_faults = '[]', check_faults = '[]', candidates = NULL
  FROM import_job j
 WHERE j.id = r.import_id AND j.finished_at < $1 AND r.value IS NOT NULL`;

/** After a bulk change, so that the next plans know the size of the register. */
export const ANALYSE_REGISTER = 'SELECT analyse_register()';
