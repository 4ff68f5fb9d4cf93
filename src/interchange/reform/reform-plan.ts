import { createHash } from 'node:crypto';
import type { OrganisationPeriod } from '../../organisation/entities/organisation-period.entity.js';

/** A plan as its file says it; units by code. content/schemas/reform-plan.schema.json describes every field. */
export interface Plan {
  title: string;
  /** First day of the new order, YYYY-MM-DD. */
  onDate: string;
  found?: PlannedUnit[];
  split?: PlannedSplit[];
  merge?: { units: string[]; into: string }[];
  abolish?: PlannedEnd[];
  move?: { unit: string; parent: string }[];
  rename?: { unit: string; name: string }[];
}

export interface PlannedUnit {
  code: string;
  name: string;
  kind: string;
  sector: OrganisationPeriod['sector'];
  parent: string;
}

export interface PlannedSplit {
  unit: string;
  /** Chia: the unit ends. Tách: it goes on with what no part was given. */
  ends: boolean;
  parts: PlannedPart[];
}

export interface PlannedPart {
  /** One that the plan founds. */
  unit: string;
  children?: string[];
  /** Member codes or phone numbers of people of the unit. */
  people?: string[];
  members: number;
  workers: number;
}

export interface PlannedEnd {
  /** One unit, or every unit of a tier. */
  unit?: string;
  tier?: string;
  /** A code, or `parent`. */
  into: string;
  /** A code, or `parent`; needed when the unit has people. */
  people?: string;
}

/** The unit above, instead of a code. */
export const PARENT = 'parent';

export type Path = (string | number)[];

/** Something in a plan that cannot be done, and where in its file it stands. */
export interface PlanFault {
  path: Path;
  /** In Vietnamese, for the officer who wrote the plan. */
  message: string;
}

/** A plan that cannot be carried out; nothing of it was. */
export class PlanRefused extends Error {
  constructor(readonly faults: PlanFault[]) {
    super(faults.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
}

/** What a plan says as SHA-256 (hex), whatever the order of its keys. */
export function contentHashOf(plan: Plan): string {
  const text = JSON.stringify(plan, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(text).digest('hex');
}

/** Every code that a plan names as one that is there already, or that it founds itself, with its place. */
export function codesNamed(plan: Plan): { code: string; path: Path }[] {
  const of = (list: Path, pairs: [string | undefined, string | number][]) =>
    pairs.flatMap(([code, key]) => (code === undefined || code === PARENT ? [] : [{ code, path: [...list, key] }]));
  return [
    ...(plan.found ?? []).flatMap(({ parent }, at) => of(['found', at], [[parent, 'parent']])),
    ...(plan.split ?? []).flatMap(({ unit, parts }, at) => [
      ...of(['split', at], [[unit, 'unit']]),
      ...parts.flatMap((part, index) => [
        ...of(['split', at, 'parts', index], [[part.unit, 'unit']]),
        ...(part.children ?? []).flatMap((code, child) =>
          of(['split', at, 'parts', index, 'children'], [[code, child]]),
        ),
      ]),
    ]),
    ...(plan.merge ?? []).flatMap(({ units, into }, at) => [
      ...units.flatMap((code, index) => of(['merge', at, 'units'], [[code, index]])),
      ...of(['merge', at], [[into, 'into']]),
    ]),
    ...(plan.abolish ?? []).flatMap((end, at) =>
      of(
        ['abolish', at],
        [
          [end.unit, 'unit'],
          [end.into, 'into'],
          [end.people, 'people'],
        ],
      ),
    ),
    ...(plan.move ?? []).flatMap(({ unit, parent }, at) =>
      of(
        ['move', at],
        [
          [unit, 'unit'],
          [parent, 'parent'],
        ],
      ),
    ),
    ...(plan.rename ?? []).flatMap(({ unit }, at) => of(['rename', at], [[unit, 'unit']])),
  ];
}

/** Codes founded twice, and units that end twice. */
export function namedTwice(plan: Plan): PlanFault[] {
  const founded = (plan.found ?? []).map(({ code }, at) => ({ code, path: ['found', at, 'code'] as Path }));
  const merged = (plan.merge ?? []).flatMap(({ units }, at) =>
    units.map((code, index) => ({ code, path: ['merge', at, 'units', index] as Path })),
  );
  const abolished = (plan.abolish ?? []).flatMap(({ unit }, at) =>
    unit === undefined ? [] : [{ code: unit, path: ['abolish', at, 'unit'] as Path }],
  );
  const split = (plan.split ?? []).flatMap(({ unit, ends }, at) =>
    ends ? [{ code: unit, path: ['split', at, 'unit'] as Path }] : [],
  );
  return [
    ...again(founded, 'được thành lập hai lần'),
    ...again([...split, ...merged, ...abolished], 'kết thúc hai lần'),
    ...again(partsOf(plan), 'được tách ra hai lần'),
  ];
}

const partsOf = (plan: Plan): { code: string; path: Path }[] =>
  (plan.split ?? []).flatMap(({ parts }, at) =>
    parts.map(({ unit }, index) => ({ code: unit, path: ['split', at, 'parts', index, 'unit'] })),
  );

/** Parts of splits that the plan does not found: one that is there already has people and counts of its own. */
export function partsNotFounded(plan: Plan): PlanFault[] {
  const founded = (plan.found ?? []).map(({ code }) => code.toUpperCase());
  return partsOf(plan)
    .filter(({ code }) => !founded.includes(code.toUpperCase()))
    .map(({ code, path }) => ({ path, message: `Đơn vị ${code} được tách ra, nên cần có trong mục found.` }));
}

function again(named: { code: string; path: Path }[], what: string): PlanFault[] {
  const codes = named.map(({ code }) => code.toUpperCase());
  return named
    .filter((_one, at) => codes.indexOf(codes[at] ?? '') < at)
    .map(({ code, path }) => ({ path, message: `Đơn vị ${code} ${what}.` }));
}
