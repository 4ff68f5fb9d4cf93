import { useQuery } from '@tanstack/react-query';
import { IconArrowLeft, IconMaximize } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { classQuery, codeQuery } from '../api/classes.js';
import type { SessionCode } from '../api/types.js';
import { deviceNow } from '../offline/device.js';
import { QrCode } from '../ui/qr-code.js';
import { Failure, Loading } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import styles from './projector.module.css';
import { withStudioWords } from './studio-words.js';

/** Often enough for the number of those present to feel alive, seldom enough for a hall with bad reception. */
const ASK_EVERY_MS = 4_000;
const TICK_MS = 250;

/** Keeps the screen of the lecturer's computer on. */
function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const hold = (): void => {
      if (document.visibilityState !== 'visible') return;
      void navigator.wakeLock
        ?.request('screen')
        .then((held) => (lock = held))
        .catch(() => undefined);
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}

/** Asks again as soon as the shown code has changed on the server. */
function useCode(sessionId: string) {
  const query = useQuery({ ...codeQuery(sessionId), refetchInterval: ASK_EVERY_MS, refetchIntervalInBackground: true });
  const { data, refetch } = query;
  useEffect(() => {
    if (!data) return;
    const timer = setTimeout(() => void refetch(), data.refreshInSeconds * 1_000 + 150);
    return () => clearTimeout(timer);
  }, [data, refetch]);
  return query;
}

function Countdown({ code, shownAt }: { code: SessionCode; shownAt: number }) {
  const t = useTranslations('projector');
  const now = useNow(TICK_MS);
  // The answer tells how long its code holds; by whose clock does not matter then.
  const seconds = Math.max(0, Math.ceil(code.refreshInSeconds - (now - shownAt) / 1_000));
  return <p className={styles.countdown}>{seconds > 0 ? t('changesIn', { seconds }) : t('changing')}</p>;
}

function Code({ code, shownAt }: { code: SessionCode; shownAt: number }) {
  const t = useTranslations('projector');
  const [first, second] = [code.sixDigits.slice(0, 3), code.sixDigits.slice(3)];
  return (
    <div className={styles.stage}>
      <QrCode content={code.url} label={t('qrLabel')} className={styles.qr} />
      <div className={styles.side}>
        <p className={styles.how}>{t('how')}</p>
        <p className={styles.digits} aria-label={t('digitsLabel', { digits: code.sixDigits.split('').join(' ') })}>
          <span>{first}</span> <span>{second}</span>
        </p>
        <Countdown code={code} shownAt={shownAt} />
        <p className={styles.present}>
          <span className={styles.count}>
            {code.presentCount}/{code.registeredCount}
          </span>{' '}
          {t('present')}
        </p>
      </div>
    </div>
  );
}

/** The QR code for the wall: as large as the screen allows, the digits beneath for who cannot scan. */
function Projector({ classId, sessionId }: { classId: string; sessionId: string }) {
  const t = useTranslations('projector');
  const found = useQuery(classQuery(classId));
  const query = useCode(sessionId);
  useWakeLock();
  const session = found.data?.sessions.find(({ id }) => id === sessionId);
  // By this device's clock, as the countdown.
  const [clockOffset] = useState(() => deviceNow() - Date.now());
  const shownAt = query.dataUpdatedAt + clockOffset;
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className={styles.wall}>
      <header className={styles.head}>
        <Link href={`/day/${classId}`} className={styles.back}>
          <IconArrowLeft size={22} aria-hidden />
          {t('back')}
        </Link>
        <h1 className={styles.title}>{session ? `${session.title} – ${found.data?.name}` : t('title')}</h1>
        <button
          type="button"
          className={styles.full}
          onClick={() => void document.documentElement.requestFullscreen?.().catch(() => undefined)}
        >
          <IconMaximize size={22} aria-hidden />
          {t('fullScreen')}
        </button>
      </header>
      {query.data && !query.isError && <Code code={query.data} shownAt={shownAt} />}
      {query.isError && (
        <div className={styles.failure}>
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isPending && <Loading />}
    </div>
  );
}

export default withStudioWords(Projector);
