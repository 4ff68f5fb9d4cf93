import type { Cadre } from './cadres.js';
import { openedOn, SCHOOL_CODE, type DemoScale, type DemoUnit } from './federation.js';
import { at, daysAfter, daysBetween, minutesAfter, Seeded } from './seeded.js';

export interface DemoSession {
  id: string;
  position: number;
  title: string;
  mode: 'in-person' | 'online';
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  meetingUrl: string | null;
  secret: Buffer;
}

export interface DemoClass {
  id: string;
  code: string;
  name: string;
  organiser: DemoUnit;
  capacity: number;
  state: 'open' | 'closed' | 'cancelled';
  createdAt: Date;
  lecturers: Cadre[];
  /** Who opened it. */
  officer: Cadre;
  sessions: DemoSession[];
  learners: Cadre[];
  waiting: Cadre[];
}

const CAPACITY = 45;
/** One class for so many people. */
const PEOPLE_PER_CLASS = 400;
const LEAST_LEARNERS = 8;
const TOPICS = ['Nhận diện tranh chấp lao động', 'Thủ tục và thời hạn', 'Thực hành hoà giải'];
const ROOMS = [
  'Hội trường A',
  'Phòng 201, nhà A',
  'Phòng 302, nhà B',
  'Hội trường Nhà văn hoá Lao động',
  'Phòng họp 1',
];

/** The officials who teach: one for every 1,200 people, two at least. */
export function lecturersOf({ people }: DemoScale, cadres: readonly Cadre[]): Cadre[] {
  const officials = cadres.filter(({ unit, account }) => account !== null && unit.tier === 'superior');
  const isSchool = ({ unit }: Cadre) => unit.code === SCHOOL_CODE;
  const ordered = [...officials.filter(isSchool).slice(2), ...officials.filter((cadre) => !isSchool(cadre)).slice(5)];
  return ordered.slice(0, Math.max(2, Math.round(people / 1200)));
}

/** Classes since the spring, most of them by the school, the others by superior unions for their own. */
export function buildClasses(scale: DemoScale, units: readonly DemoUnit[], cadres: readonly Cadre[]): DemoClass[] {
  const chance = new Seeded(scale.seed, 'classes');
  const school = units.find(({ code }) => code === SCHOOL_CODE) as DemoUnit;
  const lecturers = lecturersOf(scale, cadres);
  const superiors = units.filter(
    (unit) => unit.tier === 'superior' && unit.abolishedOn === null && /^LG-\d/.test(unit.code),
  );
  const isLearner = ({ account, unit }: Cadre) =>
    account !== null && !account.isSuspended && unit.tier === 'grassroots';
  const waiting = chance.shuffled(cadres.filter(isLearner));
  const taken = new Set<Cadre>();
  const count = Math.max(2, Math.round(scale.people / PEOPLE_PER_CLASS));
  const first = daysAfter(openedOn(scale), 75);
  const span = daysBetween(first, scale.asOf) + 15;
  const classes: DemoClass[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const organiser = nth % 5 < 3 || superiors.length === 0 ? school : chance.pick(superiors);
    const below = organiser === school ? waiting : waiting.filter(({ unit }) => unit.parentId === organiser.id);
    const wanted = chance.between(30, CAPACITY + 3);
    const people = firstOf(below, wanted, taken);
    if (people.length < LEAST_LEARNERS) continue;
    for (const person of people) taken.add(person);
    const day = daysAfter(first, Math.floor((span * nth) / count));
    classes.push(openClass(chance, { scale, organiser, people, nth, day, cadres, lecturers }));
  }
  return classes;
}

function firstOf(people: readonly Cadre[], wanted: number, taken: ReadonlySet<Cadre>): Cadre[] {
  const found: Cadre[] = [];
  for (const person of people) {
    if (found.length === wanted) break;
    if (!taken.has(person)) found.push(person);
  }
  return found;
}

interface Plan {
  scale: DemoScale;
  organiser: DemoUnit;
  people: Cadre[];
  nth: number;
  day: string;
  cadres: readonly Cadre[];
  lecturers: readonly Cadre[];
}

function openClass(chance: Seeded, { scale, organiser, people, nth, day, cadres, lecturers }: Plan): DemoClass {
  const createdAt = at(daysAfter(day, -chance.between(14, 30)), chance.between(8 * 60, 16 * 60));
  const number = String(nth + 1).padStart(3, '0');
  const code = `${organiser.code === SCHOOL_CODE ? SCHOOL_CODE : organiser.code}-${day.slice(0, 4)}-${number}`;
  const isCancelled = chance.chance(0.03);
  const sessions = planSessions(chance, code, day);
  const isOver = (sessions.at(-1)?.endsAt ?? createdAt) < at(scale.asOf, 24 * 60);
  const officer = cadres.find(({ unit }) => unit === organiser) as Cadre;
  return {
    id: chance.id(code, createdAt),
    ...{ code, name: `Lớp giải quyết tranh chấp lao động, khoá ${number}`, organiser, capacity: CAPACITY },
    state: isCancelled ? 'cancelled' : isOver ? 'closed' : 'open',
    ...{ createdAt, sessions, officer },
    lecturers: [...new Set([chance.pick(lecturers), chance.pick(lecturers)])],
    ...{ learners: people.slice(0, CAPACITY), waiting: people.slice(CAPACITY) },
  };
}

/** Two or three sessions in consecutive weeks; one class in three meets online first. */
function planSessions(chance: Seeded, code: string, day: string): DemoSession[] {
  const beginsOnline = chance.chance(0.33);
  return TOPICS.slice(0, chance.between(2, 3)).map((topic, index) => {
    const isOnline = beginsOnline && index === 0;
    const startsAt = at(daysAfter(day, index * 7), isOnline ? 19 * 60 : chance.pick([7 * 60 + 30, 13 * 60 + 30]));
    return {
      id: chance.id(`${code}:${index}`, startsAt),
      ...{
        position: index + 1,
        title: `Buổi ${index + 1}: ${topic}`,
        mode: isOnline ? 'online' : 'in-person',
        startsAt,
      },
      endsAt: minutesAfter(startsAt, isOnline ? 90 : 210),
      place: isOnline ? null : chance.pick(ROOMS),
      meetingUrl: isOnline ? `https://meet.example/${code.toLowerCase()}` : null,
      secret: chance.bytes(`${code}:${index}`),
    };
  });
}
