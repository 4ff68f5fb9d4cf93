import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import styles from './units.module.css';

/** Says that this is not today's organisation, and leads back to it. */
export function AsOfStrip({ day, onToday }: { day: string; onToday(): void }) {
  const t = useTranslations('units');
  const formats = useFormats();
  return (
    <div className={styles.strip} role="status">
      <IconCalendarTime size={24} aria-hidden />
      <p>{t('showing', { date: formats.date(day) })}</p>
      <ActionButton look="quiet" onClick={onToday}>
        {t('toToday')}
      </ActionButton>
    </div>
  );
}
