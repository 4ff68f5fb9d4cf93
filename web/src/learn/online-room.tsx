import { useQuery } from '@tanstack/react-query';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { scheduleQuery } from '../api/classes.js';
import type { ScheduledSession } from '../api/types.js';
import { useDuration, useFormats } from '../i18n/formats.js';
import { FileLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import styles from './online-room.module.css';
import { isOver } from './sessions.js';
import { useHeartbeats } from './use-heartbeats.js';

const SECOND_MS = 1_000;

/** Counts the time while the session is on, and says so: nobody should wonder whether they are being counted. */
function Counting({ session }: { session: ScheduledSession }) {
  const t = useTranslations('room');
  const duration = useDuration();
  const { countedMs, unsent } = useHeartbeats(session);
  return (
    <div className={styles.counting} role="status">
      <span className={styles.dot} aria-hidden />
      <div>
        <p className={styles.strong}>{t('counting')}</p>
        <p>{t('counted', { time: duration(countedMs / SECOND_MS) })}</p>
        <p className={styles.soft}>{unsent > 0 ? t('onDevice') : t('onServer')}</p>
      </div>
    </div>
  );
}

function Room({ session }: { session: ScheduledSession }) {
  const t = useTranslations('room');
  const duration = useDuration();
  const now = useNow(10 * SECOND_MS);
  const start = Date.parse(session.startsAt);
  return (
    <>
      {session.meetingUrl && (
        <div>
          <FileLink
            href={session.meetingUrl}
            target="_blank"
            rel="noopener noreferrer"
            icon={<IconExternalLink size={22} aria-hidden />}
          >
            {t('openMeeting')}
          </FileLink>
        </div>
      )}
      {isOver(session, now) && <Empty title={t('overTitle')}>{t('overText')}</Empty>}
      {now < start && (
        <Empty title={t('soonTitle', { time: duration((start - now) / SECOND_MS) })}>{t('soonText')}</Empty>
      )}
      {now >= start && !isOver(session, now) && <Counting session={session} />}
      <p className={styles.soft}>{t('keepOpen')}</p>
    </>
  );
}

export default function OnlineRoom({ id }: { id: string }) {
  const t = useTranslations('room');
  const formats = useFormats();
  const query = useQuery(scheduleQuery);
  const session = query.data?.find(({ sessionId, mode }) => sessionId === id && mode !== 'in-person');
  const lead = session && (
    <>
      {session.className}
      <br />
      {formats.time(session.startsAt)}–{formats.time(session.endsAt)}, {formats.date(session.startsAt)}
    </>
  );
  return (
    <Page title={session?.title ?? t('title')} back={{ href: '/lich', label: t('back') }} lead={lead} width="reading">
      <QueryView query={query}>
        {() => (session ? <Room session={session} /> : <Empty title={t('unknownTitle')}>{t('unknownText')}</Empty>)}
      </QueryView>
    </Page>
  );
}
