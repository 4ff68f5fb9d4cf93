import { useTranslations } from 'use-intl';
import { useFormats } from '../i18n/formats.js';
import { dayBefore } from './unit-days.js';
import styles from './units.module.css';

/** From when to when, both days included as people say it. */
export function TermDays({ from, to }: { from: string; to: string | null }) {
  const t = useTranslations('offices');
  const formats = useFormats();
  const days = { from: formats.date(from), to: to === null ? '' : formats.date(dayBefore(to)) };
  return <p className={styles.facts}>{to === null ? t('since', { from: days.from }) : t('period', days)}</p>;
}
