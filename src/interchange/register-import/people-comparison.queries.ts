import { everybodyAnsweredFor } from '../../identity/identity.service.js';
import { withinScope } from '../../organisation/organisation.service.js';
import type { Step } from './comparison.js';

/** Adds a fault to the rows of an UPDATE; `params` is SQL that makes a JSON object, or nothing. */
const fault = (code: string, column: string, params = `'{}'::jsonb`) =>
  `faults = i.faults || jsonb_build_object('code', '${code}', 'column', '${column}', 'params', ${params})`;

/** Whom the officer answers for: nobody else can be meant by a row. */
const isWithinReach = (person: string) => `EXISTS (SELECT FROM import_reach reach WHERE reach.person_id = ${person})`;

/** The rows of import $1 that could be read, with room for what comparing finds out. Gone with the transaction. */
const STAGE = `
CREATE TEMPORARY TABLE import_person ON COMMIT DROP AS
SELECT r.number, v.*, t.exclusive, r.decision, r.decided_person_id, '[]'::jsonb AS faults, 'same'::text AS state,
       NULL::uuid AS unit_id, NULL::uuid AS matched_id, NULL::int AS leader, NULL::uuid AS subject_id,
       NULL::uuid[] AS candidate_ids, NULL::int AS candidate_row, NULL::uuid AS term_id, NULL::date AS term_to
  FROM import_row r
 CROSS JOIN LATERAL jsonb_to_record(r.value) AS v("personId" uuid, "memberCode" text, "fullName" text,
       "fullNameFolded" text, "sortName" text, "birthDate" date, gender text, phone text, "unitCode" text,
       "titleCode" text, "validFrom" date, "validTo" date)
  JOIN office_title t ON t.code = v."titleCode"
 WHERE r.import_id = $1 AND r.read_faults = '[]'`;

/** Who holds which member code, in the register or as a sign-in name. */
const CODES = `
CREATE TEMPORARY TABLE import_code ON COMMIT DROP AS
SELECT DISTINCT ON (code) code, person_id FROM (
  SELECT member_code AS code, person_id FROM member_record WHERE member_code IS NOT NULL
  UNION ALL
  SELECT l.value, u.person_id FROM login_name l JOIN user_account u ON u.id = l.user_id WHERE l.kind = 'member-code'
) held
 WHERE code IN (SELECT "memberCode" FROM import_person)
    OR person_id IN (SELECT "personId" FROM import_person)
    OR person_id IN (SELECT p.id FROM person p JOIN import_person i ON i."fullNameFolded" = p.full_name_folded)
 ORDER BY code, person_id`;

const REACH = `
CREATE TEMPORARY TABLE import_reach ON COMMIT DROP AS ${everybodyAnsweredFor({ day: 2, scope: 1 })}`;

const UNITS = `
UPDATE import_person i SET unit_id = o.id
  FROM organisation o WHERE o.code = i."unitCode" AND ${withinScope('o.path', 1)}`;

const UNIT_FAULTS = `UPDATE import_person i SET ${fault('unit-unknown', 'unitCode')} WHERE unit_id IS NULL`;

const BY_ID = `
UPDATE import_person i SET matched_id = p.id
  FROM person p WHERE p.id = i."personId" AND ${isWithinReach('p.id')}`;

const ID_FAULTS = `
UPDATE import_person i SET ${fault('person-unknown', 'personId')} WHERE "personId" IS NOT NULL AND matched_id IS NULL`;

const BY_CODE = `
UPDATE import_person i SET matched_id = c.person_id
  FROM import_code c
 WHERE c.code = i."memberCode" AND i."personId" IS NULL AND ${isWithinReach('c.person_id')}`;

const CODE_FAULTS = `
UPDATE import_person i SET ${fault('code-held-elsewhere', 'memberCode')}
  FROM import_code c
 WHERE c.code = i."memberCode" AND c.person_id IS DISTINCT FROM i.matched_id
   AND NOT ${isWithinReach('c.person_id')}`;

/** A slip in the code must not rename somebody else: of name and date of birth one has to agree. */
const CODE_OF_ANOTHER = `
UPDATE import_person i SET ${fault('code-of-another', 'memberCode')}
  FROM import_code c JOIN person p ON p.id = c.person_id
 WHERE c.code = i."memberCode" AND ${isWithinReach('c.person_id')}
   AND (i.matched_id IS DISTINCT FROM c.person_id
        OR (i."personId" IS NULL AND p.full_name_folded <> i."fullNameFolded"
            AND i."birthDate" IS DISTINCT FROM p.birth_date))`;

/** People of the unit with the name, unless dates of birth or member codes tell them apart. */
const CANDIDATES = `
CREATE TEMPORARY TABLE import_candidate ON COMMIT DROP AS
SELECT i.number, p.id AS person_id,
       p.full_name = i."fullName" AND p.birth_date IS NOT DISTINCT FROM i."birthDate"
       AND (i."memberCode" IS NULL OR held.code IS NOT NULL)
       AND EXISTS (SELECT FROM office_term e WHERE e.person_id = p.id AND e.organisation_id = i.unit_id
                      AND e.title_code = i."titleCode" AND e.valid_from = i."validFrom" AND e.superseded_at IS NULL
                  ) AS is_exact
  FROM import_person i
  JOIN (SELECT DISTINCT person_id, organisation_id FROM office_term
         WHERE superseded_at IS NULL AND organisation_id IN (SELECT unit_id FROM import_person)
       ) t ON t.organisation_id = i.unit_id
  JOIN person p ON p.id = t.person_id AND p.full_name_folded = i."fullNameFolded"
               AND (p.birth_date = i."birthDate" OR p.birth_date IS NULL OR i."birthDate" IS NULL)
  LEFT JOIN import_code held ON held.person_id = p.id AND held.code = i."memberCode"
 WHERE i.matched_id IS NULL AND i."personId" IS NULL AND i.faults = '[]'
   AND (i."memberCode" IS NULL OR NOT EXISTS (SELECT FROM import_code other WHERE other.person_id = p.id))`;

/**
 * The same person with the same office in the same unit since the same day: nothing to ask. Of rows that say the same
 * (two people whom somebody once told apart) the first is the first of them, and so on.
 */
const EXACT = `
UPDATE import_person i SET matched_id = c.person_id
  FROM (SELECT number, person_id, row_number() OVER (PARTITION BY number ORDER BY person_id) AS nth
          FROM import_candidate WHERE is_exact) c
  JOIN (SELECT number, row_number() OVER (PARTITION BY "fullName", "birthDate", "memberCode", unit_id, "titleCode", "validFrom"
                                          ORDER BY number) AS nth
          FROM import_person WHERE matched_id IS NULL) r ON r.number = c.number AND r.nth = c.nth
 WHERE i.number = c.number`;

const ASKED = `
UPDATE import_person i SET candidate_ids = c.ids
  FROM (SELECT number, array_agg(person_id ORDER BY person_id) AS ids FROM import_candidate GROUP BY number) c
 WHERE c.number = i.number AND i.matched_id IS NULL`;

const SAME_CODE = `
UPDATE import_person i SET matched_id = f.matched_id
  FROM (SELECT DISTINCT ON ("memberCode") "memberCode" AS code, matched_id FROM import_person
         WHERE matched_id IS NOT NULL AND "memberCode" IS NOT NULL ORDER BY "memberCode", number) f
 WHERE i."memberCode" = f.code AND i.matched_id IS NULL AND i."personId" IS NULL
   AND NOT EXISTS (SELECT FROM import_code c WHERE c.code = f.code AND c.person_id <> f.matched_id)`;

/** The first row with a code leads those with the same one; of rows that name nobody known. */
const LEADERS_BY_CODE = `
UPDATE import_person i SET leader = f.number
  FROM (SELECT "memberCode" AS code, min(number) AS number FROM import_person
         WHERE "memberCode" IS NOT NULL AND matched_id IS NULL GROUP BY "memberCode") f
 WHERE i."memberCode" = f.code AND i.matched_id IS NULL`;

/** A row above with the same name, date of birth and unit, of which not both have a code. */
const ASKED_IN_FILE = `
UPDATE import_person i SET candidate_row = f.number
  FROM (SELECT r.number AS asked, min(e.number) AS number
          FROM import_person r JOIN import_person e
            ON e."fullNameFolded" = r."fullNameFolded" AND e."birthDate" IS NOT DISTINCT FROM r."birthDate"
           AND e.unit_id = r.unit_id AND e.number < r.number
           AND (e."memberCode" IS NULL OR r."memberCode" IS NULL)
         WHERE r.matched_id IS NULL AND r.faults = '[]' AND r."personId" IS NULL
         GROUP BY r.number) f
 WHERE i.number = f.asked AND (i.leader IS NULL OR i.leader = i.number)`;

/** What somebody decided for one row of a member code holds for the others. */
const DECIDED_ONCE = `
UPDATE import_person i SET decision = f.decision, decided_person_id = f.decided_person_id
  FROM (SELECT DISTINCT ON ("memberCode") "memberCode" AS code, decision, decided_person_id FROM import_person
         WHERE decision IS NOT NULL AND "memberCode" IS NOT NULL ORDER BY "memberCode", number) f
 WHERE i."memberCode" = f.code AND i.decision IS NULL`;

const SAME_PERSON = `
UPDATE import_person SET matched_id = decided_person_id
 WHERE matched_id IS NULL AND decision = 'same-person' AND decided_person_id = ANY (candidate_ids)`;

/** Another row of the same code, or the row above that somebody says is the same person. */
const SAME_AS_ROW = `
UPDATE import_person i SET matched_id = e.matched_id, leader = coalesce(e.leader, e.number)
  FROM import_person e
 WHERE i.matched_id IS NULL AND i.decision = 'same-person' AND i.decided_person_id IS NULL AND e.number = i.candidate_row`;

const UNDECIDED = `
UPDATE import_person SET state = 'undecided'
 WHERE matched_id IS NULL AND (candidate_ids IS NOT NULL OR candidate_row IS NOT NULL)
   AND decision IS DISTINCT FROM 'new-person'
   AND NOT coalesce(decision = 'same-person' AND decided_person_id IS NULL AND candidate_row IS NOT NULL, false)`;

const LEAD = `
UPDATE import_person SET leader = number WHERE leader IS NULL AND matched_id IS NULL`;

/** Everybody in the file has one key: who they are, or the first row that is about them. */
const KEYS = `ALTER TABLE import_person ADD COLUMN who text GENERATED ALWAYS AS
  (coalesce(matched_id::text, leader::text)) STORED`;

const CODE_TWICE = `
UPDATE import_person i SET ${fault('code-twice', 'memberCode', `jsonb_build_object('row', f.number)`)}
  FROM (SELECT DISTINCT ON ("memberCode") "memberCode" AS code, number, who, "fullNameFolded" AS name, "birthDate" AS born
          FROM import_person WHERE "memberCode" IS NOT NULL ORDER BY "memberCode", number) f
 WHERE i."memberCode" = f.code AND i.number > f.number
   AND (i.who <> f.who OR (i."fullNameFolded" <> f.name AND i."birthDate" IS DISTINCT FROM f.born))`;

/** What the file says of a person it says once: other rows may repeat it or keep silent. */
const SAID_TWICE = `
UPDATE import_person i SET ${fault('differs-from-row', 'fullName', `jsonb_build_object('row', f.number)`)}
  FROM (SELECT DISTINCT ON (who) * FROM import_person ORDER BY who, number) f
 WHERE i.who = f.who AND i.number > f.number AND i.faults = '[]'
   AND (i."fullName" <> f."fullName" OR (i."birthDate" IS NOT NULL AND i."birthDate" IS DISTINCT FROM f."birthDate")
        OR (i.gender IS NOT NULL AND i.gender IS DISTINCT FROM f.gender)
        OR (i.phone IS NOT NULL AND i.phone IS DISTINCT FROM f.phone)
        OR (i."memberCode" IS NOT NULL AND i."memberCode" IS DISTINCT FROM f."memberCode"))`;

const TERMS = `
UPDATE import_person i SET term_id = e.id, term_to = e.valid_to
  FROM office_term e
 WHERE e.person_id = i.matched_id AND e.organisation_id = i.unit_id AND e.title_code = i."titleCode"
   AND e.valid_from = i."validFrom" AND e.superseded_at IS NULL`;

const days = (alias: string) => `daterange(${alias}."validFrom", coalesce(${alias}."validTo", ${alias}.term_to))`;

const OVERLAPS = `
UPDATE import_person i SET ${fault('office-overlaps', 'validFrom', `jsonb_build_object('day', to_char(e.valid_from, 'DD/MM/YYYY'))`)}
  FROM office_term e
 WHERE e.person_id = i.matched_id AND e.organisation_id = i.unit_id AND e.title_code = i."titleCode"
   AND e.superseded_at IS NULL AND e.id IS DISTINCT FROM i.term_id AND i.state <> 'undecided'
   AND NOT EXISTS (SELECT FROM import_person own WHERE own.term_id = e.id)
   AND daterange(e.valid_from, e.valid_to) && ${days('i')}`;

const ROW_TWICE = `
UPDATE import_person i
   SET faults = i.faults || jsonb_build_object('code', CASE WHEN f.same THEN 'row-twice' ELSE 'office-overlaps-row' END,
                                             'params', jsonb_build_object('row', f.number))
  FROM (SELECT r.number AS later, min(e.number) AS number, bool_or(e."validFrom" = r."validFrom") AS same
          FROM import_person r JOIN import_person e
            ON e.who = r.who AND e.unit_id = r.unit_id AND e."titleCode" = r."titleCode" AND e.number < r.number
           AND ${days('e')} && ${days('r')}
         GROUP BY r.number) f
 WHERE i.number = f.later`;

/** An exclusive office has one holder at a time, as the register will be after the file. */
const HELD = `
UPDATE import_person i SET ${fault('office-held', 'title')}
  FROM office_term e
 WHERE i.exclusive AND i.state <> 'undecided' AND e.organisation_id = i.unit_id AND e.title_code = i."titleCode" AND e.superseded_at IS NULL
   AND e.person_id IS DISTINCT FROM i.matched_id
   AND NOT EXISTS (SELECT FROM import_person own WHERE own.term_id = e.id)
   AND daterange(e.valid_from, e.valid_to) && ${days('i')}`;

const HELD_IN_FILE = `
UPDATE import_person i SET ${fault('office-held-row', 'title', `jsonb_build_object('row', f.number)`)}
  FROM (SELECT r.number AS later, min(e.number) AS number
          FROM import_person r JOIN import_person e
            ON e.unit_id = r.unit_id AND e."titleCode" = r."titleCode" AND e.number < r.number AND e.who <> r.who
           AND ${days('e')} && ${days('r')}
         WHERE r.exclusive AND 'undecided' NOT IN (r.state, e.state)
         GROUP BY r.number) f
 WHERE i.number = f.later`;

/** What a person's record says now, with what they sign in with where the register is silent. */
export const KNOWN_PERSON = `
SELECT p.id, p.full_name, p.birth_date, p.gender, coalesce(m.member_code, code.value) AS member_code,
       coalesce(m.phone, phone.value) AS phone
  FROM person p
  LEFT JOIN member_record m ON m.person_id = p.id
  LEFT JOIN user_account u ON u.person_id = p.id
  LEFT JOIN login_name code ON code.user_id = u.id AND code.kind = 'member-code'
  LEFT JOIN login_name phone ON phone.user_id = u.id AND phone.kind = 'phone'`;

const STATES = `
UPDATE import_person i
   SET state = CASE WHEN i.faults <> '[]' THEN 'faulty'
                    WHEN i.state = 'undecided' THEN 'undecided'
                    WHEN i.matched_id IS NULL OR i.term_id IS NULL THEN 'new'
                    WHEN i."validTo" IS NOT NULL AND i."validTo" IS DISTINCT FROM i.term_to THEN 'changed'
                    WHEN EXISTS (SELECT FROM (${KNOWN_PERSON} WHERE p.id = i.matched_id) k
                                  WHERE k.full_name <> i."fullName"
                                     OR (i."birthDate" IS NOT NULL AND k.birth_date IS DISTINCT FROM i."birthDate")
                                     OR (i.gender IS NOT NULL AND k.gender IS DISTINCT FROM i.gender)
                                     OR (i.phone IS NOT NULL AND k.phone IS DISTINCT FROM i.phone)
                                     OR (i."memberCode" IS NOT NULL AND k.member_code IS DISTINCT FROM i."memberCode")
                                 ) THEN 'changed'
                    ELSE 'same' END,
       subject_id = i.matched_id`;

const ANALYSE = 'ANALYZE import_person';

/** Compares the staged rows with the register. */
export const COMPARE_PEOPLE: Step[] = [
  { sql: STAGE, given: 'id' },
  { sql: 'CREATE UNIQUE INDEX ON import_person (number)' },
  { sql: 'CREATE INDEX ON import_person ("fullNameFolded")' },
  { sql: 'CREATE INDEX ON import_person ("memberCode")' },
  { sql: ANALYSE },
  { sql: CODES },
  { sql: 'CREATE INDEX ON import_code (code)' },
  { sql: 'CREATE INDEX ON import_code (person_id)' },
  { sql: 'ANALYZE import_code' },
  { sql: REACH, given: 'reach' },
  { sql: 'CREATE INDEX ON import_reach (person_id)' },
  { sql: 'ANALYZE import_reach' },
  { sql: UNITS, given: 'scope' },
  { sql: UNIT_FAULTS },
  { sql: BY_ID },
  { sql: ID_FAULTS },
  { sql: BY_CODE },
  { sql: CODE_FAULTS },
  { sql: CODE_OF_ANOTHER },
  { sql: ANALYSE },
  { sql: CANDIDATES },
  { sql: EXACT },
  { sql: ASKED },
  { sql: DECIDED_ONCE },
  { sql: SAME_PERSON },
  { sql: SAME_CODE },
  { sql: LEADERS_BY_CODE },
  { sql: ASKED_IN_FILE },
  { sql: SAME_AS_ROW },
  { sql: UNDECIDED },
  { sql: LEAD },
  { sql: KEYS },
  { sql: 'CREATE INDEX ON import_person (who)' },
  { sql: 'CREATE INDEX ON import_person (unit_id, "titleCode")' },
  { sql: ANALYSE },
  { sql: CODE_TWICE },
  { sql: SAID_TWICE },
  { sql: TERMS },
  { sql: 'CREATE INDEX ON import_person (term_id)' },
  { sql: ANALYSE },
  { sql: OVERLAPS },
  { sql: ROW_TWICE },
  { sql: HELD },
  { sql: HELD_IN_FILE },
  { sql: STATES },
];
