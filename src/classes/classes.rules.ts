import type { AttendanceEvent, EvidenceGrade } from './entities/attendance-event.entity.js';
import type { AttendanceRecord } from './entities/attendance-record.entity.js';
import type { ClassSession } from './entities/class-session.entity.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A half-open stretch of time. */
export interface Interval {
  from: Date;
  to: Date;
}

export type SessionTimes = Pick<ClassSession, 'mode' | 'startsAt' | 'endsAt' | 'minimumOnlinePercent'>;

/** The part of the evidence that a verdict is derived from. */
export type Evidence = Pick<AttendanceEvent, 'id' | 'kind' | 'receivedAt' | 'intervalFrom' | 'intervalTo' | 'mark'>;

export type Verdict = Pick<AttendanceRecord, 'verdict' | 'minutes' | 'basis'>;

/** The door opens this long before a session begins. */
export const DOOR_OPENS_BEFORE_MS = 30 * MINUTE_MS;
/** A check-in or heartbeat captured offline is taken until this long after the session. */
const SYNC_UNTIL_AFTER_MS = 24 * HOUR_MS;
/** One heartbeat speaks for ten minutes at most: longer silence is no proof of presence. */
export const HEARTBEAT_MAX_MS = 10 * MINUTE_MS;
/** A device clock may be a little ahead of ours. */
const CLOCK_SKEW_MS = 30_000;
/** A heartbeat that arrives later than this was stored on the device. */
const HEARTBEAT_LATE_AFTER_MS = 10 * MINUTE_MS;

/** When the session's code may be shown and scanned. */
export function doorOf(session: Pick<SessionTimes, 'startsAt' | 'endsAt'>): Interval {
  return { from: new Date(session.startsAt.getTime() - DOOR_OPENS_BEFORE_MS), to: session.endsAt };
}

/** Whether an instant lies in an interval, both ends included. */
export function isWithin({ from, to }: Interval, instant: Date): boolean {
  return instant >= from && instant <= to;
}

/** Whether evidence captured offline may still come in. */
export function mayStillSync(session: Pick<SessionTimes, 'endsAt'>, receivedAt: Date): boolean {
  return receivedAt.getTime() <= session.endsAt.getTime() + SYNC_UNTIL_AFTER_MS;
}

/** The stretch of a heartbeat that counts: inside the session and not in the future; null when nothing is left. */
export function clipHeartbeat(heartbeat: Interval, session: SessionTimes, receivedAt: Date): Interval | null {
  const from = Math.max(heartbeat.from.getTime(), session.startsAt.getTime());
  const to = Math.min(heartbeat.to.getTime(), session.endsAt.getTime(), receivedAt.getTime() + CLOCK_SKEW_MS);
  return from < to ? { from: new Date(from), to: new Date(to) } : null;
}

/** How much a heartbeat proves, by how long it took to arrive. */
export function gradeOfHeartbeat(to: Date, receivedAt: Date): EvidenceGrade {
  return receivedAt.getTime() - to.getTime() > HEARTBEAT_LATE_AFTER_MS ? 'late-sync' : 'on-time';
}

/** Minutes covered by at least one interval: two devices at once count once. The order does not matter. */
export function unionMinutes(intervals: Interval[]): number {
  const sorted = [...intervals].sort((a, b) => a.from.getTime() - b.from.getTime());
  let covered = 0;
  let reached = -Infinity;
  for (const { from, to } of sorted) {
    const begin = Math.max(from.getTime(), reached);
    if (to.getTime() <= begin) continue;
    covered += to.getTime() - begin;
    reached = to.getTime();
  }
  return covered / MINUTE_MS;
}

function onlineMinutes(session: SessionTimes, evidence: Evidence[]): number {
  const intervals = evidence.flatMap(({ kind, intervalFrom: from, intervalTo: to, receivedAt }) => {
    const clipped = kind === 'heartbeat' && from && to ? clipHeartbeat({ from, to }, session, receivedAt) : null;
    return clipped ? [clipped] : [];
  });
  return unionMinutes(intervals);
}

function latestMark(evidence: Evidence[]): Evidence['mark'] {
  const marks = evidence.filter(({ kind }) => kind === 'manual-mark');
  // Ids are UUIDv7: of two marks in one millisecond the later-made wins, in whatever order they are read.
  marks.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1));
  return marks.at(-1)?.mark ?? null;
}

/**
 * The verdict for one person in one session, from all of the evidence in any order. A lecturer's or officer's latest
 * mark decides, because it is given with a reason and audited; then a code shown at the door; then the minutes online.
 */
export function deriveVerdict(session: SessionTimes, evidence: Evidence[]): Verdict {
  const minutes = session.mode === 'in-person' ? 0 : onlineMinutes(session, evidence);
  const mark = latestMark(evidence);
  if (mark !== null) return { verdict: mark, minutes, basis: 'manual' };
  if (evidence.some(({ kind }) => kind === 'qr-check-in')) return { verdict: 'present', minutes, basis: 'qr' };
  if (evidence.some(({ kind }) => kind === 'code-check-in')) return { verdict: 'present', minutes, basis: 'code' };
  if (minutes === 0) return { verdict: 'absent', minutes, basis: 'none' };
  const planned = (session.endsAt.getTime() - session.startsAt.getTime()) / MINUTE_MS;
  const enough = (minutes / planned) * 100 >= session.minimumOnlinePercent;
  return { verdict: enough ? 'present' : 'partial', minutes, basis: 'online' };
}

/** Share (0–100, two decimals) of the planned sessions that were attended; leave counts as not attended. */
export function attendancePercent(attended: number, planned: number): number {
  return planned === 0 ? 0 : Math.round((attended / planned) * 10_000) / 100;
}

/** What to show of a verdict: nothing before there is any, absence once the session is over without evidence. */
export function shownVerdict(
  verdict: AttendanceRecord['verdict'] | null,
  endsAt: Date,
  now: Date,
): AttendanceRecord['verdict'] | null {
  return verdict ?? (endsAt < now ? 'absent' : null);
}
