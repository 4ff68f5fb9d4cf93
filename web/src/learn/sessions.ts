import type { ScheduledSession } from '../api/types.js';

const MINUTE_MS = 60_000;
/** The door opens this long before the session; the server holds the same rule. */
const DOOR_OPENS_BEFORE_MS = 30 * MINUTE_MS;

type Times = Pick<ScheduledSession, 'startsAt' | 'endsAt'>;

export const isOver = ({ endsAt }: Times, now: number): boolean => Date.parse(endsAt) < now;

/** Whether one may check in, or enter the online room, at this moment. */
export function isOpen({ startsAt, endsAt }: Times, now: number): boolean {
  return now >= Date.parse(startsAt) - DOOR_OPENS_BEFORE_MS && now <= Date.parse(endsAt);
}

export const takesCode = ({ mode }: Pick<ScheduledSession, 'mode'>): boolean => mode !== 'online';
export const hasRoom = ({ mode }: Pick<ScheduledSession, 'mode'>): boolean => mode !== 'in-person';
