import { useTranslations } from 'use-intl';
import { useFormats } from '../../i18n/formats.js';
import styles from './bank.module.css';

/** Below it a share of wrong answers says nothing; the server orders by the same number. */
const ENOUGH = 5;

/** How often a question is missed, in words; a share only once there is something to share. */
export function MissedLine({ answered, missed }: { answered: number; missed: number }) {
  const t = useTranslations('bank.missed');
  const formats = useFormats();
  if (answered < ENOUGH) return <span className={styles.soft}>{t('few', { count: answered })}</span>;
  const percent = formats.percent(Math.round((missed * 100) / answered));
  return (
    <span>
      <strong>{t('share', { percent })}</strong> {t('of', { count: answered })}
    </span>
  );
}
