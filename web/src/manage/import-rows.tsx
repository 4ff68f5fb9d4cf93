import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { importRowsQuery } from '../api/imports.js';
import type { Import, ImportRow } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { Failure, Loading } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';
import { Redecide } from './import-redecide.js';
import { useRowWords } from './import-row-words.js';
import table from './manage.module.css';
import styles from './import.module.css';

const COUNTED = ['faulty', 'undecided', 'new', 'changed', 'same'] as const;
type Counted = (typeof COUNTED)[number];

const TONES: Record<ImportRow['state'], Tone> = {
  unchecked: 'neutral',
  new: 'blue',
  changed: 'gold',
  same: 'neutral',
  undecided: 'gold',
  faulty: 'bad',
};

interface CountsProps {
  job: Import;
  only: Counted | null;
  onPick(only: Counted | null): void;
}

/** How many rows of each kind; each figure shows its rows. */
function Counts({ job: { counts }, only, onPick }: CountsProps) {
  const t = useTranslations('imports');
  const formats = useFormats();
  const figures: [Counted | null, number][] = [
    [null, counts.total],
    ...COUNTED.filter((state) => counts[state] > 0).map((state): [Counted, number] => [state, counts[state]]),
  ];
  return (
    <div className={styles.counts} role="group" aria-label={t('countsLabel')}>
      {figures.map(([state, count]) => (
        <button
          key={state ?? 'all'}
          type="button"
          className={styles.count}
          aria-pressed={only === state}
          data-state={state}
          onClick={() => onPick(state)}
        >
          <span className={styles.number}>{formats.number(count)}</span>
          <span>{state === null ? t('all') : t(`rowStates.${state}`)}</span>
        </button>
      ))}
    </div>
  );
}

function Row({ job, row }: { job: Import; row: ImportRow }) {
  const t = useTranslations('imports');
  const words = useRowWords(job.kind);
  const { number, state, value, faults, decision } = row;
  return (
    <tr>
      <th scope="row">{t('row', { number })}</th>
      <td>
        {value === null ? (
          t('valuesGone')
        ) : (
          <span className={styles.subject}>
            <strong>{words.name(value)}</strong>
            <span className={styles.facts}>{words.facts(value)}</span>
          </span>
        )}
      </td>
      <td>
        {value !== null && (
          <>
            {words.place(value)}
            <span className={styles.facts}>{words.placeFacts(value)}</span>
          </>
        )}
      </td>
      <td>
        <Tag tone={TONES[state]}>{t(`rowStates.${state}`)}</Tag>
        {faults.length > 0 && (
          <ul className={styles.faults}>
            {faults.map(({ code, column, text }) => (
              <li key={`${code} ${column ?? ''} ${text}`}>{text}</li>
            ))}
          </ul>
        )}
        {decision !== null && state !== 'undecided' && (
          <div className={styles.decided}>
            <p className={styles.facts}>{t(`decided.${decision}`)}</p>
            {job.can.decide && value !== null && <Redecide job={job} row={row} />}
          </div>
        )}
      </td>
    </tr>
  );
}

function Rows({ job, only }: { job: Import; only: Counted | null }) {
  const t = useTranslations('imports');
  const words = useTranslations('words');
  const query = useInfiniteQuery(importRowsQuery(job, only));
  if (query.isPending) return <Loading lines={5} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <p>{t('noRows')}</p>;
  return (
    <>
      <div className={table.box}>
        <table className={`${table.table} ${styles.rows}`}>
          <thead>
            <tr>
              <th scope="col">{t('head.row')}</th>
              <th scope="col">{t(`head.${job.kind}`)}</th>
              <th scope="col">{t(`head.${job.kind}Place`)}</th>
              <th scope="col">{t('head.result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.number} job={job} row={row} />
            ))}
          </tbody>
        </table>
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

/** What each row means; first those with which something is wrong. */
export function ImportRows({ job }: { job: Import }) {
  const t = useTranslations('imports');
  const [picked, setPicked] = useState<Counted | null>();
  const first = job.state === 'checked' && job.counts.faulty > 0 ? 'faulty' : null;
  const only = picked === undefined || (picked !== null && job.counts[picked] === 0) ? first : picked;
  return (
    <Section title={t('rowsTitle')}>
      <Counts job={job} only={only} onPick={setPicked} />
      <Rows job={job} only={only} />
    </Section>
  );
}
