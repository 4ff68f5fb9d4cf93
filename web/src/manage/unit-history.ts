import type { AuditLine, UnitHistory } from '../api/types.js';

type Period = UnitHistory['periods'][number];

export type UnitEventKind = 'founded' | 'renamed' | 'moved' | 'reclassified' | 'abolished' | 'counted';

/** Something that became so on a day, and since when that is known. */
export interface UnitEvent {
  key: string;
  kind: UnitEventKind;
  /** YYYY-MM-DD */
  onDate: string;
  /** What was and what is: names of the unit or of its parent, or null where they are not the reader's to see. */
  before: string | null;
  after: string | null;
  counts: { members: number; workers: number } | null;
  recordedAt: string;
  /** When something else was recorded in its place; null while it stands. */
  replacedAt: string | null;
  actor: { id: string; name: string | null } | null;
  reason: string | null;
}

type Fact = Pick<UnitEvent, 'key' | 'kind' | 'onDate' | 'before' | 'after'>;

/** How soon after a fact its act is written into the record: both are of one transaction. */
const SAME_ACT_MS = 10_000;

const ACTIONS: Partial<Record<UnitEventKind, string>> = {
  founded: 'organisation.found-unit',
  renamed: 'organisation.rename-unit',
  moved: 'organisation.move-unit',
  abolished: 'organisation.abolish-unit',
  counted: 'organisation.record-head-count',
};

function changesBetween(old: Period, next: Period): Fact[] {
  const { validFrom: onDate } = next;
  const facts: Fact[] = [];
  if (old.name !== next.name)
    facts.push({ key: `renamed ${onDate} ${next.name}`, kind: 'renamed', onDate, before: old.name, after: next.name });
  if (old.parentId !== next.parentId) {
    const places = { before: old.parentName, after: next.parentName };
    facts.push({ key: `moved ${onDate} ${next.parentId}`, kind: 'moved', onDate, ...places });
  }
  const classOf = ({ tier, kind, sector }: Period) => `${tier} ${kind} ${sector}`;
  if (classOf(old) !== classOf(next)) {
    const key = `reclassified ${onDate} ${classOf(next)}`;
    facts.push({ key, kind: 'reclassified', onDate, before: null, after: null });
  }
  return facts;
}

/** What happened to the unit, as far as these periods tell, which follow each other. */
function factsOf(periods: Period[]): Fact[] {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return [];
  const { validFrom } = first;
  const founding: Fact = {
    key: `founded ${validFrom}`,
    kind: 'founded',
    onDate: validFrom,
    before: null,
    after: first.name,
  };
  const changes = periods.slice(1).flatMap((period, at) => changesBetween(periods[at] as Period, period));
  const end = last.validTo;
  const ending: Fact[] =
    end === null ? [] : [{ key: `abolished ${end}`, kind: 'abolished', onDate: end, before: null, after: null }];
  return [founding, ...changes, ...ending];
}

/** What was known after each act: the periods recorded by then and not yet replaced. */
function versionsOf(periods: Period[]): { at: string; facts: Fact[] }[] {
  const instants = [...new Set(periods.map(({ recordedAt }) => recordedAt))].sort();
  return instants.map((at) => {
    const known = periods.filter((one) => one.recordedAt <= at && (one.supersededAt === null || one.supersededAt > at));
    return { at, facts: factsOf(known.sort((a, b) => a.validFrom.localeCompare(b.validFrom))) };
  });
}

type Recorded = Omit<UnitEvent, 'actor' | 'reason'>;

function placesAndNames(periods: Period[]): Recorded[] {
  const events = new Map<string, Recorded>();
  for (const { at, facts } of versionsOf(periods)) {
    const keys = new Set(facts.map(({ key }) => key));
    for (const event of events.values()) {
      if (!keys.has(event.key)) event.replacedAt ??= at;
    }
    for (const fact of facts) {
      const recordedAt = events.get(fact.key)?.recordedAt ?? at;
      events.set(fact.key, { ...fact, counts: null, recordedAt, replacedAt: null });
    }
  }
  return [...events.values()];
}

function countsOf({ headCounts }: UnitHistory): Recorded[] {
  return headCounts.map(({ countedOn, members, workers, recordedAt, supersededAt }) => ({
    ...{ key: `counted ${countedOn} ${recordedAt}`, kind: 'counted' as const, onDate: countedOn },
    ...{ before: null, after: null, counts: { members, workers }, recordedAt, replacedAt: supersededAt },
  }));
}

function actOf({ kind, onDate, recordedAt }: Recorded, lines: readonly AuditLine[]): AuditLine | undefined {
  const distance = (line: AuditLine) => Math.abs(Date.parse(line.occurredAt) - Date.parse(recordedAt));
  const dayOf = (line: AuditLine) =>
    (line.details as Record<string, unknown>)[kind === 'founded' ? 'foundedOn' : 'onDate'];
  return lines
    .filter((line) => line.action === ACTIONS[kind] && dayOf(line) === onDate && distance(line) < SAME_ACT_MS)
    .sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * The story of a unit, the latest day first; on one day, the latest record first.
 * @param lines the acts on the unit, as far as the reader may read the record
 */
export function eventsOf(history: UnitHistory, lines: readonly AuditLine[]): UnitEvent[] {
  return [...placesAndNames(history.periods), ...countsOf(history)]
    .map((event) => {
      const act = actOf(event, lines);
      const actor = act?.actorId ? { id: act.actorId, name: act.names[act.actorId] ?? null } : null;
      return { ...event, actor, reason: act?.reason ?? null };
    })
    .sort((a, b) => b.onDate.localeCompare(a.onDate) || b.recordedAt.localeCompare(a.recordedAt));
}

/** First and last day of the unit as known now; null when nothing is known. */
export function lifeOf({ periods }: UnitHistory): { name: string; from: string; to: string | null } | null {
  const living = periods.filter((one) => one.supersededAt === null);
  const [first] = living;
  const last = living.at(-1);
  return first && last ? { name: last.name, from: first.validFrom, to: last.validTo } : null;
}
