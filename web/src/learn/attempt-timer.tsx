import { IconClock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useDuration } from '../i18n/formats.js';
import { useNow } from '../ui/use-now.js';
import styles from './attempt-frame.module.css';

const SECOND_MS = 1_000;
/** From here the time stands out, and at these marks (seconds) it is also read out. */
const SHORT = 120;
const READ_OUT = [300, 60];

/** The time left in words, by the server's clock. When it is over the attempt is handed in as it stands. */
export function AttemptTimer({ deadlineAt, onTimeUp }: { deadlineAt: string; onTimeUp(): void }) {
  const t = useTranslations('attempt');
  const duration = useDuration();
  const left = Math.floor((Date.parse(deadlineAt) - useNow(SECOND_MS)) / SECOND_MS);
  const told = useRef(false);
  const isUp = left <= 0;
  useEffect(() => {
    if (!isUp || told.current) return;
    told.current = true;
    onTimeUp();
  }, [isUp, onTimeUp]);
  const mark = READ_OUT.findLast((seconds) => left <= seconds && left > 0);
  return (
    <>
      <span className={styles.timer} data-short={left <= SHORT || undefined} role="timer">
        <IconClock size={20} aria-hidden />
        {isUp ? t('timeUp') : t('timeLeft', { time: duration(left) })}
      </span>
      <span className="visually-hidden" role="status">
        {mark !== undefined && t('timeLeft', { time: duration(mark) })}
      </span>
    </>
  );
}
