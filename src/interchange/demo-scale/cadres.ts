import { personName } from './person-names.js';
import { openedOn, type DemoScale, type DemoUnit } from './federation.js';
import { at, daysAfter, daysBetween, minutesAfter, Seeded } from './seeded.js';

export type OfficeCode =
  | 'chu-tich'
  | 'pho-chu-tich'
  | 'chu-nhiem-ubkt'
  | 'uy-vien-bch'
  | 'uy-ban-kiem-tra'
  | 'truong-ban-nu-cong'
  | 'uy-vien-ban-nu-cong'
  | 'chuyen-trach'
  | 'to-truong';

/** Order of precedence, as in the catalogue of titles. */
const RANK: OfficeCode[] = [
  'chu-tich',
  'pho-chu-tich',
  'chu-nhiem-ubkt',
  'truong-ban-nu-cong',
  'uy-vien-bch',
  'uy-ban-kiem-tra',
  'uy-vien-ban-nu-cong',
  'chuyen-trach',
  'to-truong',
];

export interface Office {
  unit: DemoUnit;
  title: OfficeCode;
  from: string;
  /** First day without it; null while it lasts. */
  to: string | null;
}

export interface Cadre {
  id: string;
  nth: number;
  fullName: string;
  gender: 'female' | 'male';
  birthDate: string;
  unit: DemoUnit;
  offices: Office[];
  createdAt: Date;
  account: { id: string; phone: string; memberCode: string; isSuspended: boolean } | null;
}

/** Congresses of this mandate were held in spring and summer of 2023, those of the last one five years before. */
const CONGRESS_YEAR = 2023;

/** Everybody who holds or held office, unit by unit. */
export function buildCadres(scale: DemoScale, units: readonly DemoUnit[]): Cadre[] {
  const chance = new Seeded(scale.seed, 'people');
  const offices = chance.for('offices');
  const accounts = chance.for('accounts');
  const opened = at(openedOn(scale), 9 * 60);
  const phones = phoneSeries(accounts);
  let nth = 0;
  const everybody = units.flatMap((unit) => {
    const cadres = Array.from({ length: unit.people }, (_, place) => {
      nth += 1;
      // All within 60 days: the units sent their lists one after the other.
      const createdAt = minutesAfter(opened, Math.floor((nth / scale.people) * 60 * 1440));
      const gender = chance.chance(unit.women) ? 'female' : 'male';
      const fullName = personName(chance, gender);
      // The committee and those before it come first: nobody was elected while at school.
      const age = chance.between(place < 3 + unit.people * 0.4 ? 33 : 23, 55) + (chance.chance(0.1) ? 3 : 0);
      const birthDate = daysAfter(scale.asOf, -Math.floor(age * 365.25) - chance.between(0, 364));
      const id = chance.id(nth, createdAt);
      return { id, nth, fullName, gender, birthDate, unit, offices: [], createdAt, account: null } satisfies Cadre;
    });
    if (cadres.length > 0) seat(offices, { unit, cadres, asOf: scale.asOf });
    for (const cadre of cadres) openAccount(accounts, cadre, phones);
    return cadres;
  });
  seatAbove(everybody, units);
  return everybody;
}

/** The committee of a superior union is made of the chairs of its largest unions as well. */
function seatAbove(everybody: readonly Cadre[], units: readonly DemoUnit[]): void {
  const chairs = everybody.filter(({ unit, offices }) => {
    return unit.tier === 'grassroots' && offices.some(({ title, to }) => title === 'chu-tich' && to === null);
  });
  for (const unit of units) {
    const below = chairs.filter((chair) => chair.unit.parentId === unit.id);
    below.sort((a, b) => b.unit.members - a.unit.members || a.nth - b.nth);
    for (const { offices } of below.slice(0, 9)) {
      const from = offices.find(({ title, to }) => title === 'chu-tich' && to === null)?.from ?? unit.foundedOn;
      offices.push({ unit, title: 'uy-vien-bch', from: from < unit.foundedOn ? unit.foundedOn : from, to: null });
    }
  }
}

/** The office that a person is known by on a day, or null. */
export function officeOn({ offices }: Pick<Cadre, 'offices'>, day: string): OfficeCode | null {
  const held = offices.filter(({ from, to }) => from <= day && (to === null || to > day)).map(({ title }) => title);
  return RANK.find((title) => held.includes(title)) ?? null;
}

interface Committee {
  unit: DemoUnit;
  cadres: Cadre[];
  asOf: string;
}

/** Elects the committee of a unit: one chair, deputies by size, inspection and women's committees, group leaders. */
function seat(chance: Seeded, committee: Committee): void {
  const { unit, cadres, asOf } = committee;
  const since = mandateOf(chance, unit);
  const [chair, ...others] = cadres as [Cadre, ...Cadre[]];
  const deputies = others.slice(0, Math.min(deputiesOf(unit), Math.max(0, others.length - 1)));
  const members = others.slice(0, Math.min(others.length, Math.max(2, Math.round(unit.people * 0.2), deputies.length)));
  const give = (cadre: Cadre, title: OfficeCode) => cadre.offices.push({ unit, title, from: since, to: null });
  for (const member of [chair, ...members.slice(0, 14)]) give(member, 'uy-vien-bch');
  for (const deputy of deputies) give(deputy, 'pho-chu-tich');
  const inspectors = others.slice(deputies.length, deputies.length + within(unit.members));
  inspectors.forEach((each, index) => give(each, index === 0 ? 'chu-nhiem-ubkt' : 'uy-ban-kiem-tra'));
  const women = members.filter(({ gender }) => gender === 'female').slice(0, within(unit.members));
  women.forEach((each, index) => give(each, index === 0 ? 'truong-ban-nu-cong' : 'uy-vien-ban-nu-cong'));
  if (unit.tier === 'superior') for (const each of cadres) give(each, 'chuyen-trach');
  chair.offices.push({ unit, title: 'chu-tich', from: since, to: null });
  const rest = others.filter(({ offices }) => offices.length === 0);
  const former = rest.splice(0, unit.people < 12 ? 0 : Math.ceil(unit.people * 0.04));
  for (const each of rest) give(each, 'to-truong');
  retire(chance, { former, chair, since, unit, asOf });
}

interface Change {
  former: Cadre[];
  chair: Cadre;
  since: string;
  unit: DemoUnit;
  asOf: string;
}

/** Those whose offices have ended: the first one as chair, replaced by the present chair between two congresses or at one. */
function retire(chance: Seeded, { former, chair, since, unit, asOf }: Change): void {
  const last = former[0];
  const earlier = unit.foundedOn < `${CONGRESS_YEAR - 6}` ? daysAfter(since, -5 * 365) : null;
  const current = chair.offices.find(({ title }) => title === 'chu-tich') as Office;
  if (last && chance.chance(0.4)) {
    const days = daysBetween(since, asOf);
    current.from = daysAfter(since, chance.between(Math.ceil(days / 4), days - 10));
    last.offices.push({ unit, title: 'chu-tich', from: earlier ?? since, to: current.from });
  } else if (earlier !== null) {
    (last ?? chair).offices.push({ unit, title: 'chu-tich', from: earlier, to: since });
  }
  for (const each of former) {
    if (each.offices.length > 0) continue;
    const from = earlier ?? since;
    const days = daysBetween(from, asOf);
    const to = daysAfter(from, chance.between(Math.ceil(days / 3), days - 5));
    each.offices.push({ unit, title: chance.chance(0.6) ? 'uy-vien-bch' : 'to-truong', from, to });
  }
}

/** The congress that elected the committee in office; a young unit's was its first. */
function mandateOf(chance: Seeded, { foundedOn }: DemoUnit): string {
  const congress = daysAfter(`${CONGRESS_YEAR}-03-01`, chance.between(0, 180));
  return foundedOn < congress ? congress : foundedOn;
}

function deputiesOf({ kind, tier, members }: DemoUnit): number {
  if (tier === 'superior') return kind === 'ldld-tinh' ? 3 : 2;
  return [150, 500, 1000].filter((least) => members >= least).length;
}

/** Seats of the inspection and of the women's committee. */
function within(members: number): number {
  if (members < 30) return 0;
  return members < 500 ? 3 : 5;
}

const ACCOUNT_SHARE: Partial<Record<OfficeCode, number>> = {
  'chu-tich': 0.8,
  'pho-chu-tich': 0.65,
  'chuyen-trach': 1,
  'to-truong': 0.27,
};

/** Officials of superior unions all have one, others by the weight of their office. */
function openAccount(chance: Seeded, cadre: Cadre, phoneOf: (nth: number) => string): void {
  const leading = cadre.offices.some(({ to }) => to === null) ? cadre.offices.map(({ title }) => title) : [];
  const share = leading.length === 0 ? 0.1 : Math.max(...leading.map((title) => ACCOUNT_SHARE[title] ?? 0.5));
  const isSuspended = chance.chance(0.01) && cadre.unit.tier === 'grassroots';
  if (!chance.chance(share)) return;
  const memberCode = `LG-${String(cadre.nth).padStart(6, '0')}`;
  cadre.account = {
    id: chance.id(cadre.nth, minutesAfter(cadre.createdAt, 30)),
    phone: phoneOf(cadre.nth),
    memberCode,
    isSuspended,
  };
}

/** Of a series that no operator has: nobody's telephone rings. Each person another number, not one after the other. */
function phoneSeries(chance: Seeded): (nth: number) => string {
  const [step, start] = [2 * chance.between(1_000_000, 4_000_000) + 1, chance.between(0, 9_999_999)];
  // Multiplying by a number without the factors 2 and 5 reaches each of ten million numbers once.
  const factor = step % 5 === 0 ? step + 2 : step;
  return (nth) => `053${String((nth * factor + start) % 10_000_000).padStart(7, '0')}`;
}
