import { withinScope } from '../organisation/organisation.service.js';

/** Terms of alias `t` held on the day of that parameter, as known now. */
export const heldOn = (day: number): string =>
  `t.superseded_at IS NULL AND t.valid_from <= $${day}::date AND (t.valid_to IS NULL OR t.valid_to > $${day}::date)`;

/**
 * Whom officers with scope `$scope` answer for on `$day`: who holds an office in their units that has not ended, and who
 * held their last one there, so that leaving an office leaves nobody without somebody who answers. Who never held one in
 * a unit that exists belongs to the root of the tree.
 * @param person trusted SQL of the person's id
 */
export function answersFor(person: string, { day, scope }: { day: number; scope: number }): string {
  const ofPerson = (term: string, unit: string) => `
    FROM office_term ${term} JOIN organisation ${unit} ON ${unit}.id = ${term}.organisation_id
   WHERE ${term}.person_id = ${person} AND ${term}.superseded_at IS NULL AND ${unit}.path IS NOT NULL`;
  return `(
  EXISTS (SELECT 1 ${ofPerson('t', 'o')} AND ${withinScope('o.path', scope)}
     AND (t.valid_to IS NULL OR t.valid_to > $${day}::date
          OR NOT EXISTS (SELECT 1 ${ofPerson('later', 'lo')}
               AND (later.valid_to IS NULL OR later.valid_to > t.valid_to))))
  OR (EXISTS (SELECT 1 FROM unnest($${scope}::ltree[]) root WHERE nlevel(root) = 1)
      AND NOT EXISTS (SELECT 1 ${ofPerson('ever', 'eo')})))`;
}

/**
 * The ids of all whom `answersFor` would name, found at once: a register file asks about a hundred thousand people, and
 * the planner takes every subtree for a single unit.
 */
export function everybodyAnsweredFor({ day, scope }: { day: number; scope: number }): string {
  return `
SELECT person_id
  FROM (SELECT t.person_id, max(coalesce(t.valid_to, 'infinity')) AS last_end,
               max(coalesce(t.valid_to, 'infinity')) FILTER (WHERE ${withinScope('o.path', scope)}) AS own_end
          FROM office_term t JOIN organisation o ON o.id = t.organisation_id
         WHERE t.superseded_at IS NULL AND o.path IS NOT NULL
         GROUP BY t.person_id) ends
 WHERE own_end > $${day}::date OR own_end = last_end
 UNION ALL
SELECT p.id FROM person p
 WHERE EXISTS (SELECT 1 FROM unnest($${scope}::ltree[]) root WHERE nlevel(root) = 1)
   AND NOT EXISTS (SELECT 1 FROM office_term t JOIN organisation o ON o.id = t.organisation_id
                    WHERE t.person_id = p.id AND t.superseded_at IS NULL AND o.path IS NOT NULL)`;
}

/**
 * The unit for which an act on person `p` is recorded, among those within scope: where they hold the highest office, else
 * where they held one; for people without any, the root.
 */
export function unitFor(person: string, { day, scope }: { day: number; scope: number }): string {
  return `coalesce(
  (SELECT t.organisation_id
     FROM office_term t JOIN organisation o ON o.id = t.organisation_id JOIN office_title title ON title.code = t.title_code
    WHERE t.person_id = ${person} AND t.superseded_at IS NULL AND ${withinScope('o.path', scope)}
    ORDER BY (t.valid_to IS NULL OR t.valid_to > $${day}::date) DESC, title.rank, t.valid_from, t.id
    LIMIT 1),
  (SELECT root.id FROM organisation root WHERE root.path = ANY($${scope}::ltree[]) AND nlevel(root.path) = 1 LIMIT 1))`;
}

/** Those of the people $1 whom scope $3 answers for on day $2, each with the unit for the record. */
export const ANSWERED_FOR = `
SELECT p.id, p.erased_at AS "erasedAt", ${unitFor('p.id', { day: 2, scope: 3 })} AS "organisationId"
  FROM person p
 WHERE p.id = ANY($1::uuid[]) AND ${answersFor('p.id', { day: 2, scope: 3 })}`;

/** The path of unit $1 when it lies within scope $2. */
export const PATH_IN_SCOPE = `
SELECT o.path::text AS path FROM organisation o WHERE o.id = $1 AND ${withinScope('o.path', 2)}`;

const HELD = `${heldOn(1)} AND ${withinScope('o.path', 2)}`;
const HELD_IN_SCOPE = `${HELD} AND ($3::text IS NULL OR t.title_code = $3)`;

/** Beyond this many candidates it is cheaper to walk the index in the order of names than to sort them. */
export const CANDIDATES_MAX = 2000;

/**
 * How many terms on day $1 in scope $2 of title $3, and how many names like $4, counted no further than it matters. What
 * a planner would have to know to choose the way through PEOPLE_PAGE, and cannot: it knows nothing of subtrees.
 */
export const COUNT_CANDIDATES = `
SELECT (SELECT count(*) FROM (SELECT 1 FROM office_term t JOIN organisation o ON o.id = t.organisation_id
                               WHERE ${HELD_IN_SCOPE} LIMIT ${CANDIDATES_MAX + 1}) term)::int AS terms,
       (SELECT count(*) FROM (SELECT 1 FROM person WHERE full_name_folded LIKE $4
                               LIMIT ${CANDIDATES_MAX + 1}) name)::int AS names`;

/** Where person $1 stands in lists, for those who answer for them on day $2 in scope $3, or did on the day asked for, $4. */
export const PLACE_IN_LIST = `
SELECT split_part(p.sort_name, ' ', 1) AS given, p.sort_name AS "sortName", p.id
  FROM person p
 WHERE p.id = $1
   AND (${answersFor('p.id', { day: 2, scope: 3 })}
        OR EXISTS (SELECT 1 FROM office_term t JOIN organisation o ON o.id = t.organisation_id
                    WHERE t.person_id = p.id AND ${heldOn(4)} AND ${withinScope('o.path', 3)}))`;

const ORDER = (person: string) =>
  `split_part(${person}.sort_name, ' ', 1) COLLATE "vi-x-icu", ${person}.sort_name COLLATE "vi-x-icu", ${person}.id`;

/** Ways to the same page of people: from the few terms, from the few names, or along the index of names. */
export type WayToPage = 'terms' | 'names' | 'order';

const CANDIDATES: Record<WayToPage, { with: string; from: string; held: string }> = {
  terms: {
    with: `candidate AS MATERIALIZED (
  SELECT DISTINCT t.person_id AS id FROM office_term t JOIN organisation o ON o.id = t.organisation_id WHERE ${HELD_IN_SCOPE}),`,
    from: 'candidate JOIN person p ON p.id = candidate.id',
    held: 'true',
  },
  names: {
    with: `candidate AS MATERIALIZED (SELECT id FROM person WHERE full_name_folded LIKE $4),`,
    from: 'candidate JOIN person p ON p.id = candidate.id',
    held: `(SELECT true FROM office_term t JOIN organisation o ON o.id = t.organisation_id
             WHERE t.person_id = p.id AND ${HELD_IN_SCOPE} LIMIT 1)`,
  },
  order: {
    with: '',
    from: 'person p',
    // Not EXISTS: as a semi-join it would be hashed, and all names sorted.
    held: `(SELECT true FROM office_term t JOIN organisation o ON o.id = t.organisation_id
             WHERE t.person_id = p.id AND ${HELD_IN_SCOPE} LIMIT 1)`,
  },
};

/**
 * People holding an office on day $1 in scope $2, of title $3, named like $4, after the place ($5 given name, $6 sort
 * name, $7 id), $8 at most, in the Vietnamese order of given names.
 */
export const PEOPLE_PAGE = (way: WayToPage): string => `
WITH ${CANDIDATES[way].with} page AS MATERIALIZED (
  SELECT p.*
    FROM ${CANDIDATES[way].from}
   WHERE ($4::text IS NULL OR p.full_name_folded LIKE $4)
     AND ($7::uuid IS NULL OR (${ORDER('p')}) > ($5::text, $6::text, $7::uuid))
     AND ${CANDIDATES[way].held}
   ORDER BY ${ORDER('p')}
   LIMIT $8)
SELECT p.id, p.full_name AS "fullName", p.birth_date AS "birthDate", p.gender,
       EXISTS (SELECT 1 FROM user_account u WHERE u.person_id = p.id) AS "hasAccount",
       ${officesOf('p.id', HELD)} AS offices
  FROM page p
 ORDER BY ${ORDER('p')}`;

/** One person $1 for officers with scope $3 on day $2; offices in other units are not theirs to see. */
export const PERSON_FOR_OFFICER = `
SELECT p.id, p.full_name AS "fullName", p.birth_date AS "birthDate", p.gender, p.erased_at AS "erasedAt",
       EXISTS (SELECT 1 FROM user_account u WHERE u.person_id = p.id) AS "hasAccount",
       (SELECT coalesce(json_agg(l.value ORDER BY l.value), '[]')
          FROM user_account u JOIN login_name l ON l.user_id = u.id
         WHERE u.person_id = p.id AND l.kind = 'phone') AS phones,
       ${officesOf('p.id', `t.superseded_at IS NULL AND ${withinScope('o.path', 3)}`)} AS offices
  FROM person p
 WHERE p.id = $1 AND ${answersFor('p.id', { day: 2, scope: 3 })}`;

/** Living terms of a person under a condition on `t` and `o`, as JSON: the highest office first. */
function officesOf(person: string, condition: string): string {
  return `(SELECT coalesce(json_agg(json_build_object(
              'id', t.id, 'organisationId', t.organisation_id,
              'title', json_build_object('code', title.code, 'name', json_build_object('vi', title.name_vi, 'en', title.name_en)),
              'fullTime', t.full_time, 'validFrom', t.valid_from, 'validTo', t.valid_to, 'decisionId', t.decision_id)
            ORDER BY title.rank, t.valid_from DESC, t.id), '[]')
          FROM office_term t JOIN organisation o ON o.id = t.organisation_id JOIN office_title title ON title.code = t.title_code
         WHERE t.person_id = ${person} AND ${condition})`;
}

/** Living namesakes (folded name $1) with birth date $2 who hold an office in unit $3 that has not ended by $4. */
export const NAMESAKE_IN_UNIT = `
SELECT 1
  FROM person p JOIN office_term t ON t.person_id = p.id
 WHERE p.full_name_folded = $1 AND p.birth_date IS NOT DISTINCT FROM $2::date
   AND t.organisation_id = $3 AND t.superseded_at IS NULL AND (t.valid_to IS NULL OR t.valid_to > $4::date)
 LIMIT 1`;

/** Whether person $1 holds an office on day $2 or is to hold one. */
export const OFFICES_NOT_ENDED = `
SELECT 1 FROM office_term t
 WHERE t.person_id = $1 AND t.superseded_at IS NULL AND (t.valid_to IS NULL OR t.valid_to > $2::date) LIMIT 1`;

/** Answers remembered for retries may hold anything that was shown. */
export const ERASE_REMEMBERED = `
DELETE FROM idempotency_record r USING user_account u WHERE u.person_id = $1 AND r.user_id = u.id`;

/** With the account go its sign-in names and sessions, by their foreign keys. */
export const ERASE_ACCOUNT = 'DELETE FROM user_account WHERE person_id = $1';

export const ERASE_CODES = 'DELETE FROM one_time_code WHERE person_id = $1';

export const ERASE_REQUESTS = 'DELETE FROM correction_request WHERE person_id = $1';
