import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { importsQuery } from '../api/imports.js';
import type { Import } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { ImportState } from './import-state.js';
import styles from './import.module.css';

function ImportLine({ job }: { job: Import }) {
  const t = useTranslations('imports');
  const formats = useFormats();
  const { id, fileName, kind, createdAt, counts } = job;
  const facts = [
    t(`kinds.${kind}`),
    t('sentAt', { date: formats.date(createdAt), time: formats.time(createdAt) }),
    counts.total > 0 && t('rows', { count: counts.total }),
  ];
  return (
    <li className={styles.line}>
      <div>
        <Link href={`/ql/nhap/${id}`} className={styles.fileLink}>
          {fileName}
        </Link>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <ImportState job={job} />
    </li>
  );
}

/** One's own imports, newest first: what is under way is found again here. */
export function ImportList() {
  const t = useTranslations('imports');
  const words = useTranslations('words');
  const query = useInfiniteQuery(importsQuery);
  if (query.isPending) return <Loading lines={3} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const jobs = query.data.pages.flatMap(({ items }) => items);
  if (jobs.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <>
      <ul className={styles.list}>
        {jobs.map((job) => (
          <ImportLine key={job.id} job={job} />
        ))}
      </ul>
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
