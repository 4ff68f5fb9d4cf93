import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { decideImport, importQuery, importRowsQuery } from '../api/imports.js';
import type { Import, ImportDecision } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { Failure, Loading } from '../ui/states.js';
import { DecisionCard } from './import-decision.js';
import styles from './import.module.css';

/** As many as the server takes at once. */
const MOST = 500;

/** Sends answers; the file is compared again with them. */
export function useDeciding(job: Import, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decisions: ImportDecision[]) => decideImport(queries, job.id, decisions),
    onSuccess: onDone,
    onError: () => void queries.invalidateQueries({ queryKey: importQuery(job.id).queryKey }),
  });
}

/** Rows that may be about somebody known: only a person can say whether they are. */
export function ImportDecisions({ job }: { job: Import }) {
  const t = useTranslations('imports.decide');
  const words = useTranslations('words');
  const [answers, setAnswers] = useState<ReadonlyMap<number, ImportDecision>>(new Map());
  const query = useInfiniteQuery(importRowsQuery(job, 'undecided'));
  const deciding = useDeciding(job);
  if (query.isPending) return <Loading lines={5} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  const answer = (decision: ImportDecision): void => setAnswers(new Map(answers).set(decision.row, decision));
  return (
    <Section title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <ul className={styles.cards}>
        {rows.map((row) => (
          <li key={row.number}>
            <DecisionCard row={row} value={answers.get(row.number)} onChange={answer} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words('more')}
          </ActionButton>
        </div>
      )}
      {deciding.isError && <Failure error={deciding.error} />}
      <div className={styles.foot} data-chosen={answers.size > 0}>
        <p role="status">{t('chosen', { count: answers.size, total: job.counts.undecided })}</p>
        <ActionButton
          busy={deciding.isPending}
          disabled={answers.size === 0}
          onClick={() => deciding.mutate([...answers.values()].slice(0, MOST))}
        >
          {t('save')}
        </ActionButton>
      </div>
    </Section>
  );
}
