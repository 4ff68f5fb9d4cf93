import { IconCloudOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useReachable } from '../api/connection.js';
import styles from './strip.module.css';

/** A calm grey line while there is no network: nothing is lost, and what was opened before can be read. */
export function ConnectionStrip() {
  const t = useTranslations('states');
  const reachable = useReachable();
  return (
    <div role="status">
      {!reachable && (
        <p className={styles.strip}>
          <IconCloudOff size={22} aria-hidden />
          <span>{t('offlineStrip')}</span>
        </p>
      )}
    </div>
  );
}
