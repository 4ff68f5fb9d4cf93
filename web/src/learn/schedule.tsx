import { useQuery } from '@tanstack/react-query';
import { IconMapPin, IconVideo } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { scheduleQuery } from '../api/classes.js';
import type { ScheduledSession } from '../api/types.js';
import { useFormats, vietnamDay } from '../i18n/formats.js';
import { LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { VerdictTag } from '../ui/verdict.js';
import { OpenClasses } from './open-classes.js';
import styles from './schedule.module.css';
import { isOver } from './sessions.js';
import { SessionAction } from './soon-session.js';

const MINUTE_MS = 60_000;

function Place({ session }: { session: ScheduledSession }) {
  const t = useTranslations('schedule');
  const isOnline = session.mode === 'online';
  return (
    <p className={styles.place}>
      {isOnline ? <IconVideo size={20} aria-hidden /> : <IconMapPin size={20} aria-hidden />}
      {isOnline ? t('online') : (session.place ?? t('placeOpen'))}
      {session.mode === 'hybrid' && ` ${t('orOnline')}`}
    </p>
  );
}

function SessionRow({ session, now }: { session: ScheduledSession; now: number }) {
  const formats = useFormats();
  const showsVerdict = session.verdict !== null || isOver(session, now);
  return (
    <li className={styles.session}>
      <p className={styles.time}>
        {formats.time(session.startsAt)}–{formats.time(session.endsAt)}
      </p>
      <div className={styles.words}>
        <h3>{session.title}</h3>
        <p className={styles.class}>{session.className}</p>
        <Place session={session} />
        <div className={styles.actions}>
          {showsVerdict && <VerdictTag verdict={session.verdict} />}
          <SessionAction session={session} now={now} />
        </div>
      </div>
    </li>
  );
}

function Days({ sessions, now, title }: { sessions: ScheduledSession[]; now: number; title: string }) {
  const t = useTranslations('schedule');
  const formats = useFormats();
  const today = vietnamDay(now);
  const days = [...new Set(sessions.map(({ startsAt }) => vietnamDay(startsAt)))];
  return (
    <Section title={title}>
      {days.map((day) => (
        <div key={day} className={styles.day}>
          <p className={styles.date}>
            {day === today && <strong>{t('today')} · </strong>}
            {formats.weekday(day)}, {formats.date(day)}
          </p>
          <ul className={styles.sessions}>
            {sessions
              .filter(({ startsAt }) => vietnamDay(startsAt) === day)
              .map((session) => (
                <SessionRow key={session.sessionId} session={session} now={now} />
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Calendar({ sessions }: { sessions: ScheduledSession[] }) {
  const t = useTranslations('schedule');
  const now = useNow(MINUTE_MS);
  const sorted = [...sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const coming = sorted.filter((session) => !isOver(session, now));
  const past = sorted.filter((session) => isOver(session, now)).reverse();
  return (
    <>
      {coming.length > 0 ? (
        <Days sessions={coming} now={now} title={t('coming')} />
      ) : (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      )}
      <OpenClasses />
      {past.length > 0 && <Days sessions={past} now={now} title={t('past')} />}
    </>
  );
}

/** One's own sessions by day, and the classes that still take registrations. */
export default function Schedule() {
  const t = useTranslations('schedule');
  const query = useQuery(scheduleQuery);
  const actions = (
    <LinkButton href="/diem-danh" look="quiet">
      {t('toCheckIn')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} actions={actions}>
      <QueryView query={query} lines={6}>
        {(sessions) => <Calendar sessions={sessions} />}
      </QueryView>
    </Page>
  );
}
