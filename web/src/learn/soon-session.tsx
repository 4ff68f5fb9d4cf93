import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { scheduleQuery } from '../api/classes.js';
import type { ScheduledSession } from '../api/types.js';
import { useFormats, vietnamDay } from '../i18n/formats.js';
import { LinkButton } from '../ui/button.js';
import { VerdictTag } from '../ui/verdict.js';
import { useNow } from '../ui/use-now.js';
import { hasRoom, isOpen, isOver, takesCode } from './sessions.js';
import styles from './soon-session.module.css';

const MINUTE_MS = 60_000;

/** Enter the room or check in, while that is possible. */
export function SessionAction({ session, now }: { session: ScheduledSession; now: number }) {
  const t = useTranslations('schedule');
  if (!isOpen(session, now) || session.verdict === 'present') return null;
  return (
    <>
      {takesCode(session) && <LinkButton href="/diem-danh">{t('checkIn')}</LinkButton>}
      {hasRoom(session) && (
        <LinkButton href={`/buoi/${session.sessionId}`} look={takesCode(session) ? 'quiet' : 'primary'}>
          {t('enterRoom')}
        </LinkButton>
      )}
    </>
  );
}

/** Today's next session, so that nobody searches for it at the door. */
export function SoonSession() {
  const t = useTranslations('schedule');
  const formats = useFormats();
  const { data } = useQuery(scheduleQuery);
  const now = useNow(MINUTE_MS);
  const today = vietnamDay(now);
  const next = data
    ?.filter((session) => vietnamDay(session.startsAt) === today && !isOver(session, now))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
  if (!next) return null;
  return (
    <section className={styles.soon} aria-label={t('today')}>
      <div className={styles.words}>
        <p className={styles.when}>
          {t('todayAt', { from: formats.time(next.startsAt), to: formats.time(next.endsAt) })}
        </p>
        <p>{next.title}</p>
        <p className={styles.where}>{next.mode === 'online' ? t('online') : next.place}</p>
      </div>
      <div className={styles.actions}>
        {next.verdict && <VerdictTag verdict={next.verdict} />}
        <SessionAction session={next} now={now} />
      </div>
    </section>
  );
}
