import { foldVietnamese, givenNameFirst } from '../../platform/text/vietnamese.js';
import { vietnamDate } from '../../platform/clock/clock.js';
import type { Cadre } from './cadres.js';
import type { Row } from './copy-rows.js';
import { FEDERATION_CODE, periodsOf, SCHOOL_CODE, type DemoScale, type DemoUnit } from './federation.js';
import { at, daysAfter, minutesAfter, Seeded } from './seeded.js';

/** Rows of one table, in the order in which tables refer to each other. */
export interface TableRows {
  table: string;
  rows: Iterable<Row>;
}

export function* unitTables(scale: DemoScale, units: readonly DemoUnit[]): Generator<TableRows> {
  const chance = new Seeded(scale.seed, 'unit-facts');
  yield {
    table: 'organisation',
    rows: units.map(({ id, code, path, foundedOn, abolishedOn, recordedAt }) => ({
      ...{ id, code, path: abolishedOn === null ? path : null, founded_on: foundedOn, abolished_on: abolishedOn },
      created_at: recordedAt,
    })),
  };
  yield {
    table: 'organisation_period',
    rows: units.flatMap((unit) =>
      periodsOf(unit).map(({ name, parentId, from, to }) => ({
        id: chance.id(`${unit.code}:${from}`, unit.recordedAt),
        ...{ organisation_id: unit.id, parent_id: parentId, name, name_folded: foldVietnamese(name), tier: unit.tier },
        ...{ kind: unit.kind, sector: unit.sector, valid_from: from, valid_to: to, recorded_at: unit.recordedAt },
      })),
    ),
  };
  yield { table: 'organisation_head_count', rows: headCounts(chance, scale, units) };
}

/** The figures reported at the end of the two years before and in the middle of this one; the last ones are today's. */
function headCounts(chance: Seeded, { asOf }: DemoScale, units: readonly DemoUnit[]): Row[] {
  const year = Number(asOf.slice(0, 4));
  const days = [`${year - 2}-12-31`, `${year - 1}-12-31`, `${year}-06-30`].filter((day) => day <= asOf);
  return units.flatMap((unit) =>
    days
      .filter((day) => unit.tier === 'grassroots' && day >= unit.foundedOn)
      .map((countedOn) => {
        const drift = countedOn === days.at(-1) ? 1 : 0.92 + 0.14 * chance.share();
        const recorded_at = new Date(Math.max(at(daysAfter(countedOn, 9), 600).getTime(), unit.recordedAt.getTime()));
        return {
          ...{
            id: chance.id(`${unit.code}:${countedOn}`, recorded_at),
            organisation_id: unit.id,
            counted_on: countedOn,
          },
          ...{ members: Math.round(unit.members * drift), workers: Math.round(unit.workers * drift), recorded_at },
        };
      }),
  );
}

export function* peopleTables(
  scale: DemoScale,
  { cadres, passwordHash, lecturers }: { cadres: readonly Cadre[]; passwordHash: string; lecturers: readonly Cadre[] },
): Generator<TableRows> {
  const chance = new Seeded(scale.seed, 'person-facts');
  const holders = cadres.flatMap((cadre) => (cadre.account ? [{ ...cadre, account: cadre.account }] : []));
  yield { table: 'person', rows: cadres.map(personRow) };
  yield {
    table: 'user_account',
    rows: holders.map(({ id, account, createdAt }) => ({
      ...{ id: account.id, person_id: id, password_hash: passwordHash, locale: 'vi' },
      ...{ state: account.isSuspended ? 'suspended' : 'active', created_at: minutesAfter(createdAt, 30) },
    })),
  };
  yield {
    table: 'login_name',
    rows: holders.flatMap(({ account: { id, phone, memberCode } }) => [
      { value: phone, kind: 'phone', user_id: id },
      { value: memberCode, kind: 'member-code', user_id: id },
    ]),
  };
  yield { table: 'office_term', rows: cadres.flatMap((cadre) => officeRows(chance, cadre)) };
  yield { table: 'role_grant', rows: roleRows(chance, { scale, cadres, lecturers }) };
}

const personRow = ({ id, fullName, birthDate, gender, createdAt }: Cadre): Row => ({
  ...{ id, full_name: fullName, full_name_folded: foldVietnamese(fullName), sort_name: givenNameFirst(fullName) },
  ...{ birth_date: birthDate, gender, created_at: createdAt },
});

const EXCLUSIVE = new Set(['chu-tich', 'chu-nhiem-ubkt', 'truong-ban-nu-cong']);

/** Facts from before the system are recorded when the person is, later ones some days after. */
function officeRows(chance: Seeded, { id, nth, offices, createdAt }: Cadre): Row[] {
  return offices.map(({ unit, title, from, to }) => {
    const recorded_at = new Date(Math.max(createdAt.getTime(), at(daysAfter(to ?? from, 3), 540).getTime()));
    return {
      ...{ id: chance.id(`office:${nth}:${unit.code}:${title}:${from}`, recorded_at), person_id: id, recorded_at },
      ...{
        organisation_id: unit.id,
        title_code: title,
        exclusive: EXCLUSIVE.has(title),
        valid_from: from,
        valid_to: to,
      },
    };
  });
}

interface Granting {
  scale: DemoScale;
  cadres: readonly Cadre[];
  lecturers: readonly Cadre[];
}

/** Everybody with an account learns; officers by unit and office; a few roles of the whole federation. */
function roleRows(chance: Seeded, { cadres, lecturers }: Granting): Row[] {
  const federationId = cadres.find(({ unit }) => unit.code === FEDERATION_CODE)?.unit.id ?? '';
  const teaching = new Set(lecturers);
  const seen = new Map<string, number>();
  return cadres.flatMap((cadre) => {
    if (!cadre.account) return [];
    const place = seen.get(cadre.unit.id) ?? 0;
    seen.set(cadre.unit.id, place + 1);
    const own = (role: string) => ({ role, organisation_id: cadre.unit.id });
    const whole = (role: string) => ({ role, organisation_id: federationId });
    const granted = [own('learner'), ...officerRoles(cadre, place).map(own)];
    if (cadre.unit.code === SCHOOL_CODE) granted.push(whole('school-officer'));
    if (teaching.has(cadre)) granted.push(whole('lecturer'));
    const since = vietnamDate(cadre.createdAt);
    return granted.map((grant) => ({
      ...{ id: chance.id(`role:${cadre.nth}:${grant.role}:${grant.organisation_id}`, cadre.createdAt) },
      ...{ person_id: cadre.id, ...grant, valid_from: since },
    }));
  });
}

/** @param place 0 for the first person of the unit with an account */
function officerRoles({ unit, offices }: Cadre, place: number): string[] {
  const holds = (title: string) =>
    offices.some((each) => each.title === title && each.unit === unit && each.to === null);
  if (unit.code === SCHOOL_CODE) return ['school-officer'];
  if (unit.code === FEDERATION_CODE) {
    if (holds('chu-nhiem-ubkt')) return ['auditor'];
    return [['federation-officer'], ['federation-officer'], ['administrator'], ['reviewer']][place] ?? [];
  }
  if (unit.tier === 'superior') return place < 2 ? ['unit-officer'] : [];
  return holds('chu-tich') && unit.members >= 300 ? ['unit-officer'] : [];
}
