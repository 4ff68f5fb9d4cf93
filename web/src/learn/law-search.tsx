import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearchParams } from 'wouter';
import { lawDocumentsQuery, lawSearchQuery } from '../api/library.js';
import type { LawDocument, LawHit } from '../api/types.js';
import { SelectField, TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import styles from './law.module.css';

const TYPING_PAUSE_MS = 300;

function Hits({ hits }: { hits: LawHit[] }) {
  const t = useTranslations('law');
  if (hits.length === 0) return <Empty title={t('nothingTitle')}>{t('nothingText')}</Empty>;
  return (
    <ul className={styles.hits} aria-label={t('results')}>
      {hits.map(({ code, number, title, documentTitle, summary }) => (
        <li key={code} lang="vi">
          <Link href={`/phap-luat/${code}`} className={styles.hit}>
            <span className={styles.hitTitle}>{t('articleTitle', { number, title })}</span>
            <span className={styles.soft}>{documentTitle}</span>
            <span>{summary}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Documents({ documents, onPick }: { documents: LawDocument[]; onPick(code: string): void }) {
  const t = useTranslations('law');
  return (
    <ul className={styles.hits} aria-label={t('documents')}>
      {documents.map(({ code, number, title, articleCount }) => (
        <li key={code}>
          <button type="button" className={styles.hit} onClick={() => onPick(code)}>
            <span className={styles.hitTitle} lang="vi">
              {title}
            </span>
            <span className={styles.soft}>{t('documentFacts', { number, count: articleCount })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export default function LawSearch() {
  const t = useTranslations('law');
  const [search, setSearch] = useSearchParams();
  const [, navigate] = useLocation();
  const [words, setWords] = useState(search.get('q') ?? '');
  const document = search.get('vb');
  const [asked] = useDebouncedValue(words.normalize('NFC').trim(), TYPING_PAUSE_MS);
  const isAsking = asked !== '' || document !== null;
  const documents = useQuery(lawDocumentsQuery);
  const hits = useQuery({ ...lawSearchQuery(asked, document), enabled: isAsking });
  const keep = (q: string, vb: string | null): void =>
    setSearch({ ...(q ? { q } : {}), ...(vb ? { vb } : {}) }, { replace: true });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <form
        className={styles.search}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const only = hits.data?.length === 1 ? hits.data[0] : undefined;
          if (only) navigate(`/phap-luat/${only.code}`);
        }}
      >
        <TextField
          label={t('words')}
          hint={t('wordsHint')}
          type="search"
          value={words}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setWords(event.target.value);
            keep(event.target.value, document);
          }}
        />
        <SelectField
          label={t('document')}
          value={document ?? ''}
          onChange={(event) => keep(words, event.target.value || null)}
          data={[
            { value: '', label: t('allDocuments') },
            ...(documents.data ?? []).map((one) => ({ value: one.code, label: `${one.title} (${one.number})` })),
          ]}
        />
      </form>
      <div aria-live="polite" aria-busy={hits.isFetching}>
        {isAsking ? (
          <QueryView query={hits}>{(found) => <Hits hits={found} />}</QueryView>
        ) : (
          <QueryView query={documents}>
            {(all) => <Documents documents={all} onPick={(code) => keep('', code)} />}
          </QueryView>
        )}
      </div>
    </Page>
  );
}
