import { IconAlertTriangle, IconCircleCheck, IconCloudUpload } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useReachable } from '../api/connection.js';
import { sendNow, useSyncState } from '../api/sync.js';
import type { OutboxItem } from '../offline/database.js';
import { outbox } from '../offline/device-store.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { useOutbox } from '../ui/use-outbox.js';
import styles from './pending.module.css';
import { usePhotosLeft } from './photos/use-photos.js';

function What({ item }: { item: OutboxItem }) {
  const t = useTranslations('sync');
  const formats = useFormats();
  return (
    <>
      <p className={styles.kind}>{t(`kinds.${item.kind}`)}</p>
      <p>{item.about}</p>
      <p className={styles.soft}>
        {formats.time(item.occurredAt)}, {formats.date(item.occurredAt)}
      </p>
    </>
  );
}

function Refused({ items }: { items: OutboxItem[] }) {
  const t = useTranslations('sync');
  return (
    <Section title={t('refusedTitle')}>
      <p>{t('refusedText')}</p>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id} className={styles.item} data-refused>
            <IconAlertTriangle size={24} aria-hidden />
            <div className={styles.words}>
              <What item={item} />
              <p className={styles.reason}>
                {item.problem ? `${item.problem.title}. ${item.problem.detail}` : t('noReason')}
              </p>
              <div>
                <ActionButton look="quiet" onClick={() => void outbox.dismiss(item.id)}>
                  {t('dismiss')}
                </ActionButton>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the loop is doing, in a sentence. */
function Doing() {
  const t = useTranslations('sync');
  const state = useSyncState();
  const reachable = useReachable();
  if (state === 'sign-in-needed') {
    return (
      <div className={styles.doing}>
        <p>{t('signInNeeded')}</p>
        <LinkButton href="/dang-nhap?tiep=/dong-bo">{t('signIn')}</LinkButton>
      </div>
    );
  }
  return (
    <div className={styles.doing}>
      <p role="status">{state === 'sending' ? t('sending') : reachable ? t('willSend') : t('waitsForNetwork')}</p>
      <ActionButton busy={state === 'sending'} onClick={() => void sendNow()}>
        {t('sendNow')}
      </ActionButton>
    </div>
  );
}

/** Everything that is on this device only. */
export default function Pending() {
  const t = useTranslations('sync');
  usePhotosLeft();
  const { pending, refused, foreign } = useOutbox();
  return (
    <Page title={t('title')} lead={t('lead')} width="reading">
      {pending.length === 0 && (
        <p className={styles.all} role="status">
          <IconCircleCheck size={28} aria-hidden />
          {t('allSent')}
        </p>
      )}
      {pending.length > 0 && (
        <Section title={t('pendingTitle', { count: pending.length })}>
          <Doing />
          <ul className={styles.items}>
            {pending.map((item) => (
              <li key={item.id} className={styles.item}>
                <IconCloudUpload size={24} aria-hidden />
                <div className={styles.words}>
                  <What item={item} />
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {refused.length > 0 && <Refused items={refused} />}
      {foreign > 0 && <p className={styles.foreign}>{t('foreign', { count: foreign })}</p>}
    </Page>
  );
}
