import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { lawSearchQuery } from '../../api/library.js';
import { citationAt, type CitationMatch } from './citation-match.js';
import styles from './editor.module.css';
import type { KeyListener } from './writing-desk.js';

interface CitationPickerProps {
  editor: Editor;
  /** Told who hears the editor's keys first; null for nobody. */
  onKeys(listener: KeyListener | null): void;
}

const MOST = 8;
const PAUSE_MS = 200;
const LIST_WIDTH_PX = 420;

interface Article {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
}

function useArticles(match: CitationMatch | null) {
  const query = match?.query ?? '';
  const [asked] = useDebouncedValue(query, PAUSE_MS);
  const { data, isFetching } = useQuery({ ...lawSearchQuery(asked, null), enabled: match !== null && asked !== '' });
  const isCurrent = asked === query && !isFetching;
  return { articles: query === '' ? [] : (data ?? []).slice(0, MOST), isCurrent };
}

/** Under the line that is being written, within the window. */
function placeOf(editor: Editor, from: number): { left: number; top: number } {
  const { left, bottom } = editor.view.coordsAtPos(from);
  const width = Math.min(LIST_WIDTH_PX, window.innerWidth - 16);
  return { left: Math.max(8, Math.min(left, window.innerWidth - width - 8)), top: bottom + 4 };
}

function insert(editor: Editor, { from, to }: CitationMatch, article: Article, words: string): void {
  const marks = [{ type: 'link', attrs: { href: `law:${article.code}`, title: null } }];
  editor.chain().focus().insertContentAt({ from, to }, { type: 'text', text: words, marks }).run();
}

/** The focus stays in the text: the field tells a screen reader which article of the list is chosen. */
function useFieldSemantics(editor: Editor, list: string, active: string | null, isOpen: boolean): void {
  useEffect(() => {
    const field = editor.view.dom;
    const set = (name: string, value: string | null): void => {
      if (value === null) field.removeAttribute(name);
      else field.setAttribute(name, value);
    };
    set('aria-controls', isOpen ? list : null);
    set('aria-activedescendant', active);
    return () => ['aria-controls', 'aria-activedescendant'].forEach((name) => field.removeAttribute(name));
  }, [editor, list, active, isOpen]);
}

/** The list's own keys; a number that may stay words takes none before the arrow was pressed. */
function listKeys(count: number, active: number, act: { move(to: number): void; pick(): void; close(): void }) {
  return (event: KeyboardEvent): boolean => {
    if (event.isComposing) return false;
    if (event.key === 'Escape') act.close();
    else if (event.key === 'ArrowDown' && count > 0) act.move((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) act.move((Math.max(active, 0) + count - 1) % count);
    else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0 && count > 0) act.pick();
    else return false;
    event.preventDefault();
    return true;
  };
}

interface Offer {
  match: CitationMatch;
  articles: Article[];
  isCurrent: boolean;
}

/** What is offered for what stands before the caret; nothing once it was sent away by Escape. */
function useOffer(editor: Editor) {
  const match = useEditorState({
    editor,
    selector: ({ editor: { state, isFocused } }) => (isFocused ? citationAt(state) : null),
  });
  const [closed, setClosed] = useState<{ from: number; query: string } | null>(null);
  // Other words at the same place may be asked again.
  const isClosed = closed !== null && match?.from === closed.from && match.query.startsWith(closed.query);
  const open = isClosed ? null : match;
  const { articles, isCurrent } = useArticles(open);
  // Several words that no article has are a sentence with a sign in it.
  const isHopeless = isCurrent && articles.length === 0 && /\s/.test(open?.query ?? '');
  const isShown = open !== null && !isHopeless && (open.isAsked || articles.length > 0);
  const offer: Offer | null = isShown ? { match: open, articles, isCurrent } : null;
  return { offer, close: () => setClosed(match && { from: match.from, query: match.query }) };
}

function useWords({ match, articles, isCurrent }: Offer): string {
  const t = useTranslations('editor');
  if (match.query === '') return t('citeType');
  if (articles.length > 0) return t('citeFound', { count: articles.length });
  return isCurrent ? t('citeNone') : '';
}

interface ListProps {
  offer: Offer;
  id: string;
  active: number;
  place: { left: number; top: number };
  onPick(article: Article): void;
}

function CitationList({ offer, id, active, place, onPick }: ListProps) {
  const t = useTranslations('editor');
  const words = useWords(offer);
  return (
    <div className={styles.citations} style={place}>
      <p role="status" className={offer.articles.length > 0 ? 'visually-hidden' : styles.citationHint}>
        {words}
      </p>
      <div role="listbox" id={id} aria-label={t('citations')} lang="vi">
        {offer.articles.map((article, index) => (
          <div
            key={article.code}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.citation}
            // Before the editor loses the focus to a click.
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(article);
            }}
          >
            <strong>{t('citeText', { number: article.number })}</strong> {article.title}
            <span className={styles.citationDocument}>{article.documentTitle}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Articles for what is being typed after "@", or for a number such as "Đ188". */
export function CitationPicker({ editor, onKeys }: CitationPickerProps) {
  const t = useTranslations('editor');
  const id = useId();
  const { offer, close } = useOffer(editor);
  const [chosen, setChosen] = useState<{ query: string; at: number } | null>(null);
  const count = offer?.articles.length ?? 0;
  const query = offer?.match.query ?? '';
  const first = offer?.match.isAsked ? 0 : -1;
  const active = Math.min(chosen?.query === query ? chosen.at : first, count - 1);
  useFieldSemantics(editor, id, offer && active >= 0 ? `${id}-${active}` : null, offer !== null);
  const pick = (article: Article | undefined): void => {
    if (offer && article) insert(editor, offer.match, article, t('citeText', { number: article.number }));
  };
  useEffect(() => {
    const move = (at: number): void => setChosen({ query, at });
    onKeys(offer && listKeys(count, active, { move, pick: () => pick(offer.articles[active]), close }));
  });
  if (!offer) return null;
  return <CitationList offer={offer} id={id} active={active} place={placeOf(editor, offer.match.from)} onPick={pick} />;
}
