import { useInfiniteQuery } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { openCorrectionsQuery } from '../api/corrections.js';
import type { OpenCorrection } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { useWishedValue } from '../ui/correction-words.js';
import { Page } from '../ui/page.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { CorrectionAnswer } from './correction-answer.js';
import { withDeskWords } from './desk-words.js';
import styles from './units.module.css';

function Request({ request, onOpen }: { request: OpenCorrection; onOpen(): void }) {
  const t = useTranslations('requests');
  const words = useTranslations('corrections');
  const formats = useFormats();
  const wished = useWishedValue()(request);
  return (
    <li>
      <button type="button" className={styles.act} aria-haspopup="dialog" onClick={onOpen}>
        <span>
          <strong>{request.person.fullName}</strong>
          <span className={styles.block}>
            {words(`fields.${request.field}`)}
            {wished !== null && `: ${wished}`}
          </span>
          <span className={styles.facts}>{t('askedOn', { date: formats.date(request.createdAt) })}</span>
        </span>
        <IconChevronRight size={22} aria-hidden />
      </button>
    </li>
  );
}

function List({ onOpen }: { onOpen(request: OpenCorrection): void }) {
  const t = useTranslations('requests');
  const words = useTranslations('words');
  const query = useInfiniteQuery(openCorrectionsQuery);
  if (query.isPending) return <Loading lines={5} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const requests = query.data.pages.flatMap(({ items }) => items);
  if (requests.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <>
      <div className={styles.box}>
        <ul className={styles.plain} aria-label={t('title')}>
          {requests.map((request) => (
            <Request key={request.id} request={request} onOpen={() => onOpen(request)} />
          ))}
        </ul>
      </div>
      {query.hasNextPage && (
        <div>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words('more')}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** What people ask about their own data, for the officers who answer for them. */
function CorrectionRequests() {
  const t = useTranslations('requests');
  const [opened, setOpened] = useState<OpenCorrection | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div role="status" className={done === null ? 'visually-hidden' : styles.done}>
        {done}
      </div>
      <List
        onOpen={(request) => {
          setDone(null);
          setOpened(request);
        }}
      />
      <CorrectionAnswer
        key={opened?.id}
        request={opened}
        onClose={() => setOpened(null)}
        onDone={(message) => {
          setOpened(null);
          setDone(message);
        }}
      />
    </Page>
  );
}

export default withDeskWords(CorrectionRequests);
