import { useDebouncedValue } from '@mantine/hooks';
import { IconBook2, IconHelpCircle, IconScale } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useSearchParams } from 'wouter';
import { searchQuery } from '../api/library.js';
import { mayAuthor, useSession } from '../api/session.js';
import type { SearchHit } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { SelectField, TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import styles from './search.module.css';

/** Longer than people pause between two keys of a phone: each question costs a slow connection a second. */
const TYPING_PAUSE_MS = 400;
const SHORTEST = 2;

const ICONS = { lesson: IconBook2, law: IconScale, question: IconHelpCircle };
type Kind = SearchHit['kind'];

function Marked({ text }: { text: SearchHit['title'] }) {
  return (
    <>
      {text.map((stretch, place) =>
        stretch.marked ? <mark key={place}>{stretch.text}</mark> : <span key={place}>{stretch.text}</span>,
      )}
    </>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const t = useTranslations('search');
  const Icon = ICONS[hit.kind];
  return (
    <li className={styles.row}>
      <Link href={hit.link} className={styles.hit}>
        <span className={styles.facts}>
          <Icon size={18} aria-hidden />
          <span className={styles.context}>
            {t(`kinds.${hit.kind}`)} · <span lang="vi">{hit.context}</span>
          </span>
        </span>
        <span className={styles.title} lang="vi">
          <Marked text={hit.title} />
        </span>
        {hit.passage.length > 0 && (
          <span lang="vi">
            <Marked text={hit.passage} />
          </span>
        )}
      </Link>
    </li>
  );
}

function Hits({ asked, kind }: { asked: string; kind: Kind | null }) {
  const t = useTranslations('search');
  const query = useInfiniteQuery(searchQuery(asked, kind));
  if (query.isPending) return <Loading lines={6} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const hits = query.data.pages.flatMap((page) => page.items);
  if (hits.length === 0) return <Empty title={t('nothingTitle')}>{t('nothingText')}</Empty>;
  return (
    <div className={styles.found} aria-busy={query.isFetching}>
      {query.data.pages[0]?.approximate && <p>{t('approximate')}</p>}
      <ul className={styles.hits} aria-label={t('results')}>
        {hits.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

/** Finds what one has read or should read: lessons, articles of law, and for those who write them questions. */
export default function Search() {
  const t = useTranslations('search');
  const kinds: Kind[] = mayAuthor(useSession()) ? ['lesson', 'law', 'question'] : ['lesson', 'law'];
  const [params, setParams] = useSearchParams();
  const [words, setWords] = useState(params.get('q') ?? '');
  const kind = kinds.find((each) => each === params.get('loai')) ?? null;
  const [asked] = useDebouncedValue(words.normalize('NFC').trim(), TYPING_PAUSE_MS);
  const keep = (q: string, loai: string | null): void =>
    setParams({ ...(q ? { q } : {}), ...(loai ? { loai } : {}) }, { replace: true });
  return (
    <Page title={t('title')}>
      <form className={styles.fields} role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('words')}
          hint={t('hint')}
          type="search"
          enterKeyHint="search"
          maxLength={200}
          value={words}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setWords(event.target.value);
            keep(event.target.value, kind);
          }}
        />
        <SelectField
          label={t('where')}
          value={kind ?? ''}
          onChange={(event) => keep(words, event.target.value || null)}
          data={[{ value: '', label: t('everywhere') }, ...kinds.map((value) => ({ value, label: t(`in.${value}`) }))]}
        />
      </form>
      <div aria-live="polite">
        {asked.length >= SHORTEST ? (
          <Hits asked={asked} kind={kind} />
        ) : (
          <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
        )}
      </div>
    </Page>
  );
}
