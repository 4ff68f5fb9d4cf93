import { at, daysAfter, minutesAfter, Seeded } from './seeded.js';
import { SUPERIORS, type NamedUnit, type Sector, type Superior } from './unit-names.js';

/** What the invented federation is made from. The same gives the same rows. */
export interface DemoScale {
  /** Federation, superior unions, school and grassroots unions together. */
  units: number;
  people: number;
  seed: number;
  /** The day on which the story ends, YYYY-MM-DD. */
  asOf: string;
}

export interface DemoUnit {
  id: string;
  code: string;
  name: string;
  tier: 'superior' | 'district' | 'grassroots';
  kind: string;
  sector: Sector;
  parentId: string;
  /** ltree of ids, as organisation.path. */
  path: string;
  foundedOn: string;
  recordedAt: Date;
  abolishedOn: string | null;
  /** What it was called before, and the day of the new name. */
  renamed: { from: string; on: string } | null;
  /** The district union above it until the reform. */
  formerParentId: string | null;
  workers: number;
  /** Union members, never more than workers. */
  members: number;
  /** How many of the people hold or held office here. */
  people: number;
  /** Share of women. */
  women: number;
}

/** The confederation above, which may have been there before. */
export interface Root {
  id: string;
  path: string;
}

export const FEDERATION_CODE = 'LDLD-LG';
export const SCHOOL_CODE = 'TCD-LG';
const PROVINCE_SINCE = '1997-01-01';
/** Unions of wards and communes took the place of those of districts; the school was founded the same day. */
export const REFORM = '2025-07-01';
const DISTRICTS = ['huyện Vĩnh Kim', 'thị xã Tân Lập', 'huyện Xuân Lộc Thượng'];
const LEAST_PEOPLE = 3;

/** When people began to enter all this: 300 days before the story ends. */
export const openedOn = ({ asOf }: Pick<DemoScale, 'asOf'>) => daysAfter(asOf, -300);

export const treePath = (above: string, id: string) => `${above}.${id.replaceAll('-', '')}`;

type Draft = Omit<DemoUnit, 'id' | 'path' | 'parentId' | 'recordedAt' | 'renamed' | 'members' | Ended>;
type Ended = 'abolishedOn' | 'formerParentId';
type Above = Pick<DemoUnit, 'id' | 'path'>;

/**
 * The units, parents before children, and beyond their number the district unions that the reform abolished. Heads of
 * grassroots unions are drawn as enterprises are: many small, few large.
 */
export function buildUnits(scale: DemoScale, root: Root): DemoUnit[] {
  const chance = new Seeded(scale.seed, 'units');
  const superiors = SUPERIORS.slice(0, Math.min(SUPERIORS.length, Math.max(1, Math.floor((scale.units - 2) / 6))));
  const staff = staffOf(scale.people);
  const place = placing(chance, scale);
  const federation = place(federationDraft(staff.federation), root);
  const school = place(schoolDraft(staff.school), federation);
  const middle = superiors.map((superior, index) => place(superiorDraft(superior, index, staff.superior), federation));
  const districts = DISTRICTS.map((name, index) => ({
    ...place(districtDraft(name, index), federation),
    abolishedOn: REFORM,
  }));
  const count = scale.units - 2 - middle.length;
  const people = scale.people - staff.federation - staff.school - middle.length * staff.superior;
  const drafts = grassrootsDrafts(chance.for('grassroots'), { count, people, superiors });
  const below = drafts.map(({ superior, draft }, nth) => {
    const above = middle[superior] ?? federation;
    const unit = renamed(chance, place(draft, above));
    const wasInDistrict = above.foundedOn === REFORM && unit.foundedOn < REFORM;
    return wasInDistrict ? { ...unit, formerParentId: districts[nth % districts.length]?.id ?? null } : unit;
  });
  return [federation, school, ...middle, ...districts, ...below];
}

/** Gives units their ids and places, two minutes after each other. */
function placing(chance: Seeded, scale: DemoScale): (draft: Draft, above: Above) => DemoUnit {
  let recordedAt = at(openedOn(scale), 8 * 60);
  return (draft, above) => {
    recordedAt = minutesAfter(recordedAt, 2);
    const id = chance.id(draft.code, recordedAt);
    const members = Math.max(draft.people, Math.floor(draft.workers * (0.72 + 0.27 * chance.share())));
    const since = { recordedAt, abolishedOn: null, renamed: null, formerParentId: null };
    return { ...draft, id, path: treePath(above.path, id), parentId: above.id, members, ...since };
  };
}

/** What a unit was in each stretch of its life. */
export function periodsOf(unit: DemoUnit): { name: string; parentId: string; from: string; to: string | null }[] {
  const { renamed, formerParentId, foundedOn, abolishedOn } = unit;
  const turns = [renamed?.on, formerParentId === null ? undefined : REFORM].filter((day) => day !== undefined).sort();
  const days = [foundedOn, ...turns.filter((day) => day > foundedOn)];
  return days.map((from, index) => ({
    name: renamed && from < renamed.on ? renamed.from : unit.name,
    parentId: formerParentId !== null && from < REFORM ? formerParentId : unit.parentId,
    from,
    to: days[index + 1] ?? abolishedOn,
  }));
}

const staffOf = (people: number) => ({
  federation: within(people / 800, 8, 60),
  school: within(people / 2000, 6, 30),
  superior: within(people / 2500, 6, 24),
});

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}

const federationDraft = (people: number): Draft => ({
  ...{ code: FEDERATION_CODE, name: 'Liên đoàn Lao động tỉnh Lam Giang', tier: 'superior', kind: 'ldld-tinh' },
  ...{ sector: 'mixed', foundedOn: PROVINCE_SINCE, workers: people, people, women: 0.45 },
});

const schoolDraft = (people: number): Draft => ({
  ...{ code: SCHOOL_CODE, name: 'Trường Trung cấp Công đoàn Lam Giang', tier: 'superior', kind: 'truong' },
  ...{ sector: 'state', foundedOn: REFORM, workers: people + 8, people, women: 0.5 },
});

function superiorDraft({ name, kind, sector, women }: Superior, index: number, people: number): Draft {
  const foundedOn = kind === 'xa-phuong' ? REFORM : '1998-05-15';
  return { code: codeOf(index), name, tier: 'superior', kind, sector, foundedOn, workers: people, people, women };
}

const districtDraft = (name: string, index: number): Draft => ({
  ...{ code: `LG-H${index + 1}`, name: `Liên đoàn Lao động ${name}`, tier: 'district', kind: 'ldld-huyen' },
  ...{ sector: 'mixed', foundedOn: '1998-05-15', workers: 0, people: 0, women: 0 },
});

const codeOf = (superior: number) => `LG-${String(superior + 1).padStart(2, '0')}`;

interface Asked {
  count: number;
  people: number;
  superiors: readonly Superior[];
}

function grassrootsDrafts(chance: Seeded, { count, people, superiors }: Asked): { superior: number; draft: Draft }[] {
  const shares = superiors.map((superior, index) => [index, superior.weight] as const);
  const taken = new Set<string>();
  const numbers = superiors.map(() => 0);
  const found = Array.from({ length: count }, (_, nth) => {
    // The first ones one below each superior: none is left without.
    const index = nth < superiors.length ? nth : chance.weighted(shares);
    const superior = superiors[index] as Superior;
    const named = unusedName(() => superior.below(chance), taken);
    const number = (numbers[index] = (numbers[index] ?? 0) + 1);
    const code = `${codeOf(index)}.${String(number).padStart(4, '0')}`;
    return { index, superior, named, code, workers: Math.max(8, Math.round(superior.workers * chance.size())) };
  });
  const cadres = allot(
    people,
    found.map(({ workers }) => workers ** 0.7),
  );
  return found.map(({ index, superior, named, code, workers: drawn }, nth) => {
    const { name, kind = 'cdcs', sector } = named;
    const own = cadres[nth] ?? LEAST_PEOPLE;
    const workers = Math.max(drawn, Math.ceil(own * (1.4 + chance.share())));
    const foundedOn = daysAfter(`${chance.between(1999, 2025)}-01-05`, chance.between(0, 170));
    const fullName = kind === 'nghiep-doan' ? name : `Công đoàn cơ sở ${name}`;
    const women = Math.min(0.95, Math.max(0.05, superior.women + 0.3 * (chance.share() - 0.5)));
    const size = { workers, people: own, women };
    return { superior: index, draft: { code, name: fullName, tier: 'grassroots', kind, sector, foundedOn, ...size } };
  });
}

/** Two units of one name would be told apart by their number. */
function unusedName(draw: () => NamedUnit, taken: Set<string>): NamedUnit {
  for (let tries = 0; ; tries += 1) {
    const named = draw();
    const name = tries < 8 ? named.name : `${named.name} ${tries - 6}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return { ...named, name };
  }
}

/** Splits a number by weights, nobody getting less than three; the parts sum up exactly. */
function allot(total: number, weights: number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const free = total - weights.length * LEAST_PEOPLE;
  let reached = 0;
  let given = 0;
  return weights.map((weight) => {
    reached += weight;
    const upTo = Math.round((free * reached) / sum);
    const part = upTo - given;
    given = upTo;
    return LEAST_PEOPLE + part;
  });
}

/** One company in thirty has become a joint-stock company since, and its union has changed its name with it. */
function renamed(chance: Seeded, unit: DemoUnit): DemoUnit {
  const isCompany = unit.name.includes('Công ty Cổ phần') && unit.foundedOn < '2020';
  if (!isCompany || !chance.chance(0.12)) return unit;
  const from = unit.name.replace('Công ty Cổ phần', 'Công ty TNHH');
  return { ...unit, renamed: { from, on: `${chance.between(2021, 2025)}-0${chance.between(1, 6)}-01` } };
}
