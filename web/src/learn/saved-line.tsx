import { IconAlertTriangle, IconCircleCheck, IconDeviceMobileCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from '../ui/question/question.module.css';
import type { Whereabouts } from './use-attempt.js';

/** Where the answer is: on the device, or with the server. Always says so, because that is what people fear for. */
export function SavedLine({ whereabouts }: { whereabouts: Whereabouts }) {
  const t = useTranslations('attempt');
  const { at } = whereabouts;
  return (
    <p className={styles.saved} data-at={at} role="status">
      {at === 'device' && (
        <>
          <IconDeviceMobileCheck size={22} aria-hidden /> {t('onDevice')}
        </>
      )}
      {at === 'server' && (
        <>
          <IconCircleCheck size={22} aria-hidden /> {t('onServer')}
        </>
      )}
      {at === 'refused' && (
        <>
          <IconAlertTriangle size={22} aria-hidden /> {whereabouts.problem?.detail ?? t('refused')}
        </>
      )}
      {at === 'lost' && (
        <>
          <IconAlertTriangle size={22} aria-hidden /> {t('lost')}
        </>
      )}
    </p>
  );
}
