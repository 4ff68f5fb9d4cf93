import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { articleQuery, lawSearchQuery } from '../../api/library.js';
import { TextField } from '../../ui/fields.js';
import styles from './form.module.css';

const MOST = 6;
const PAUSE_MS = 200;

/** An article that is cited, by its number and title as soon as they are known. */
function Cited({ code, onRemove }: { code: string; onRemove(): void }) {
  const t = useTranslations('quiz.form');
  const { data } = useQuery({ ...articleQuery(code), retry: false });
  const name = data ? t('article', { number: data.number, title: data.title }) : code;
  return (
    <li className={styles.chip}>
      <span lang="vi">
        {name}
        {data && <span className={styles.soft}> {data.document.title}</span>}
      </span>
      <button
        type="button"
        aria-label={t('removeArticle', { name })}
        title={t('removeArticle', { name })}
        onClick={onRemove}
      >
        <IconX size={20} aria-hidden />
      </button>
    </li>
  );
}

interface CitationFieldProps {
  codes: string[];
  onAdd(code: string): void;
  onRemove(code: string): void;
}

/** The articles that a question stands on, found in the law library by number or words. */
export function CitationField({ codes, onAdd, onRemove }: CitationFieldProps) {
  const t = useTranslations('quiz.form');
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), PAUSE_MS);
  const { data, isFetching } = useQuery({ ...lawSearchQuery(asked, null), enabled: asked !== '' });
  const isCurrent = asked === words.trim() && !isFetching;
  const found = asked === '' || words.trim() === '' ? [] : (data ?? []).filter(({ code }) => !codes.includes(code));
  const pick = (code: string): void => {
    onAdd(code);
    setWords('');
  };
  return (
    <div className={styles.citations}>
      <TextField
        label={t('citations')}
        hint={t('citationsHint')}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          // The question itself is not meant yet.
          event.preventDefault();
          const [first] = found;
          if (isCurrent && first) pick(first.code);
        }}
      />
      <p role="status" className={found.length > 0 ? 'visually-hidden' : styles.soft}>
        {asked !== '' && isCurrent && t('articlesFound', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul className={styles.found} aria-label={t('foundArticles')}>
          {found.slice(0, MOST).map(({ code, number, title, documentTitle }) => (
            <li key={code}>
              <button type="button" lang="vi" onClick={() => pick(code)}>
                <strong>{t('article', { number, title })}</strong>
                <span className={styles.soft}>{documentTitle}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {codes.length > 0 && (
        <ul className={styles.chips} aria-label={t('cited')}>
          {codes.map((code) => (
            <Cited key={code} code={code} onRemove={() => onRemove(code)} />
          ))}
        </ul>
      )}
    </div>
  );
}
