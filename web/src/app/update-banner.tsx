import { useTranslations } from 'use-intl';
import { ActionButton } from '../ui/button.js';
import { takeNewVersion, useNewVersion } from './service-worker.js';
import styles from './strip.module.css';

/** Offers a new version. Not shown on the screens without a frame: a quiz is never interrupted. */
export function UpdateBanner() {
  const t = useTranslations('app');
  if (!useNewVersion()) return null;
  return (
    <div className={`${styles.strip} ${styles.news}`} role="status">
      <span>{t('newVersion')}</span>
      <ActionButton look="quiet" onClick={takeNewVersion}>
        {t('takeNewVersion')}
      </ActionButton>
    </div>
  );
}
