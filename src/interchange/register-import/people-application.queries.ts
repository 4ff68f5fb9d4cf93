import { NEW_ID, type Step } from './comparison.js';
import { KNOWN_PERSON } from './people-comparison.queries.js';

/** The row that speaks for each person. */
const FIRST = `(SELECT DISTINCT ON (who) * FROM import_person ORDER BY who, number)`;

const IDS = `
WITH fresh AS MATERIALIZED (
  SELECT leader, ${NEW_ID} AS id FROM (SELECT DISTINCT leader FROM import_person WHERE matched_id IS NULL) l)
UPDATE import_person i SET subject_id = fresh.id FROM fresh WHERE i.matched_id IS NULL AND i.leader = fresh.leader`;

const NEW_PEOPLE = `
INSERT INTO person (id, full_name, full_name_folded, sort_name, birth_date, gender, created_at)
SELECT f.subject_id, f."fullName", f."fullNameFolded", f."sortName", f."birthDate", f.gender, $1::timestamptz
  FROM ${FIRST} f WHERE f.matched_id IS NULL`;

const CORRECTED_PEOPLE = `
UPDATE person p
   SET full_name = f."fullName", full_name_folded = f."fullNameFolded", sort_name = f."sortName",
       birth_date = coalesce(f."birthDate", p.birth_date), gender = coalesce(f.gender, p.gender)
  FROM ${FIRST} f
 WHERE p.id = f.matched_id
   AND (p.full_name <> f."fullName" OR (f."birthDate" IS NOT NULL AND f."birthDate" IS DISTINCT FROM p.birth_date)
        OR (f.gender IS NOT NULL AND f.gender IS DISTINCT FROM p.gender))`;

/** Silence in the file leaves what is known; what somebody signs in with is not written down a second time. */
const RECORDS = `
INSERT INTO member_record AS m (person_id, member_code, phone, updated_at)
SELECT f.subject_id, CASE WHEN f."memberCode" IS DISTINCT FROM k.member_code THEN f."memberCode" END,
       CASE WHEN f.phone IS DISTINCT FROM k.phone THEN f.phone END, $1::timestamptz
  FROM ${FIRST} f JOIN (${KNOWN_PERSON}) k ON k.id = f.subject_id
 WHERE (f."memberCode" IS NOT NULL AND f."memberCode" IS DISTINCT FROM k.member_code)
    OR (f.phone IS NOT NULL AND f.phone IS DISTINCT FROM k.phone)
ON CONFLICT (person_id) DO UPDATE
   SET member_code = coalesce(EXCLUDED.member_code, m.member_code), phone = coalesce(EXCLUDED.phone, m.phone),
       updated_at = EXCLUDED.updated_at`;

const isOtherEnd = `(i."validTo" IS NOT NULL AND i."validTo" IS DISTINCT FROM i.term_to)`;

const SUPERSEDED_TERMS = `
UPDATE office_term e SET superseded_at = $1::timestamptz
  FROM import_person i WHERE e.id = i.term_id AND ${isOtherEnd}`;

const TERMS = `
INSERT INTO office_term (id, person_id, organisation_id, title_code, exclusive, valid_from, valid_to, recorded_at,
                         superseded_at, decision_id)
SELECT ${NEW_ID}, i.subject_id, i.unit_id, i."titleCode", i.exclusive, i."validFrom", i."validTo", $1::timestamptz, NULL,
       e.decision_id
  FROM import_person i LEFT JOIN office_term e ON e.id = i.term_id
 WHERE i.term_id IS NULL OR ${isOtherEnd}`;

/** Brings what was compared into the register: every row can be, or none is. */
export const APPLY_PEOPLE: Step[] = [
  { sql: IDS, given: 'now' },
  { sql: 'ANALYZE import_person' },
  { sql: NEW_PEOPLE, given: 'now' },
  { sql: CORRECTED_PEOPLE },
  { sql: RECORDS, given: 'now' },
  { sql: SUPERSEDED_TERMS, given: 'now' },
  { sql: TERMS, given: 'now' },
];

/** What the comparison found out, back to the rows of import $1. */
export const KEEP_PEOPLE = `
UPDATE import_row r
   SET state = i.state, check_faults = i.faults, subject_id = i.subject_id,
       candidates = CASE WHEN i.candidate_ids IS NULL AND i.candidate_row IS NULL THEN NULL
                         ELSE jsonb_build_object('personIds', coalesce(to_jsonb(i.candidate_ids), '[]'),
                                                 'row', i.candidate_row) END
  FROM import_person i
 WHERE r.import_id = $1 AND r.number = i.number`;
