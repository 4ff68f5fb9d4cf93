import { useInfiniteQuery } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { waitingEssaysQuery, type WaitingAttempt } from '../api/essays.js';
import { useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import styles from './essays.module.css';

function Line({ attempt }: { attempt: WaitingAttempt }) {
  const t = useTranslations('grading');
  const text = useContentText();
  const formats = useFormats();
  return (
    <li>
      <Link href={`/cham-bai/${attempt.attemptId}`} className={styles.line}>
        <span>
          <strong>{attempt.learner}</strong>
          <span className={styles.fact}>
            {text(attempt.quizTitle)} – {text(attempt.courseTitle)}
          </span>
          <span className={styles.fact}>{t('since', { date: formats.date(attempt.awaitingSince) })}</span>
        </span>
        <IconChevronRight size={22} aria-hidden />
      </Link>
    </li>
  );
}

/** Essays that wait for this lecturer; who has waited longest stands first. */
function EssayQueue() {
  const t = useTranslations('grading');
  const query = useInfiniteQuery(waitingEssaysQuery);
  const attempts = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={t('title')} lead={t('lead')}>
      {query.isPending && <Loading lines={5} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && attempts.length === 0 && <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>}
      {attempts.length > 0 && (
        <ul className={styles.lines} aria-label={t('title')}>
          {attempts.map((attempt) => (
            <Line key={attempt.attemptId} attempt={attempt} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </ActionButton>
        </div>
      )}
    </Page>
  );
}

export default EssayQueue;
