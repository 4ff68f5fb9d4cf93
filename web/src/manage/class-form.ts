import { useTranslations } from 'use-intl';
import type { NewClass, NewSession } from '../api/types.js';
import type { ClassToTeach } from '../api/teaching.js';
import { newId } from '../offline/uuid.js';
import { isDay, today } from './unit-days.js';

export interface SessionForm {
  key: string;
  title: string;
  mode: NewSession['mode'];
  /** YYYY-MM-DD */
  date: string;
  /** HH:mm, Vietnamese time */
  from: string;
  to: string;
  place: string;
  meetingUrl: string;
  minimumOnlinePercent: string;
}

export interface ClassForm {
  name: string;
  courseSlug: string;
  organiserId: string;
  capacity: string;
  code: string;
  /** Ids, in the order chosen. */
  lecturers: string[];
  sessions: SessionForm[];
}

const VIET_NAM = '+07:00';
const DAY_MS = 86_400_000;

/** A session like the one before, a day later: most classes keep their hours and their room. */
export function emptySession(former?: SessionForm): SessionForm {
  const blank = {
    title: '',
    date: '',
    from: '08:00',
    to: '11:00',
    place: '',
    meetingUrl: '',
    mode: 'in-person' as const,
  };
  if (!former) return { key: newId(), minimumOnlinePercent: '80', ...blank };
  const next = Date.parse(`${former.date}T00:00:00Z`) + DAY_MS;
  const date = Number.isNaN(next) ? '' : new Date(next).toISOString().slice(0, 10);
  return { ...former, key: newId(), title: '', date };
}

const instant = (date: string, time: string): string => `${date}T${time}:00${VIET_NAM}`;

function toSession(session: SessionForm): NewSession {
  const { title, mode, date, from, to, place, meetingUrl, minimumOnlinePercent } = session;
  const isInPerson = mode !== 'online';
  const isOnline = mode !== 'in-person';
  return {
    title: title.trim(),
    mode,
    startsAt: instant(date, from),
    endsAt: instant(date, to),
    ...(isInPerson && place.trim() ? { place: place.trim() } : {}),
    ...(isOnline && meetingUrl.trim() ? { meetingUrl: meetingUrl.trim() } : {}),
    ...(isOnline ? { minimumOnlinePercent: Number(minimumOnlinePercent) } : {}),
  };
}

/** The form as the server wants it. */
export function toPlan({ name, courseSlug, organiserId, capacity, code, lecturers, sessions }: ClassForm): NewClass {
  return {
    name: name.trim(),
    courseSlug,
    organiserId,
    capacity: Number(capacity),
    ...(code.trim() ? { code: code.trim() } : {}),
    lecturerIds: lecturers,
    sessions: sessions.map(toSession),
  };
}

/** What the class is to teach, and when: while no day is written, today. */
export function teachingOf({ courseSlug, organiserId, sessions }: ClassForm): ClassToTeach {
  const days = sessions
    .map(({ date }) => date)
    .filter(isDay)
    .sort();
  return { courseSlug, organiserId, from: days[0] ?? today(), to: days[days.length - 1] ?? today() };
}

const isWhole = (text: string, least: number, most: number): boolean => {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most;
};

/** Only what can be said before asking the server; it checks everything again. */
export function useClassChecks() {
  const t = useTranslations('openClass.errors');
  const needed = (value: string): string | null => (value.trim() ? null : t('needed'));
  return {
    name: needed,
    courseSlug: needed,
    organiserId: needed,
    capacity: (value: string) => (isWhole(value, 1, 2000) ? null : t('capacity')),
    sessions: {
      title: needed,
      date: needed,
      from: needed,
      to: (value: string, { sessions }: ClassForm, path: string) => {
        const session = sessions[Number(path.split('.')[1])];
        return session && value > session.from ? null : t('order');
      },
      meetingUrl: (value: string) => (value.trim() === '' || value.trim().startsWith('https://') ? null : t('link')),
      minimumOnlinePercent: (value: string) => (isWhole(value, 1, 100) ? null : t('percent')),
    },
  };
}
