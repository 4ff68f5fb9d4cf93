import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useState, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { lawSearchQuery } from '../../api/library.js';
import { citationAt, type CitationMatch } from './citation-match.js';
import styles from './editor.module.css';

/** Offered to the editor before its own keys; true when the key was for the list. */
export type KeyListener = (event: KeyboardEvent) => boolean;

interface CitationPickerProps {
  editor: Editor;
  keys: RefObject<KeyListener | null>;
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

/** Articles for what is being typed after "@", or for a number such as "Đ188". */
export function CitationPicker({ editor, keys }: CitationPickerProps) {
  const t = useTranslations('editor');
  const id = useId();
  const match = useEditorState({
    editor,
    selector: ({ editor: { state, isFocused } }) => (isFocused ? citationAt(state) : null),
  });
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState<{ query: string; at: number } | null>(null);
  const open = match && match.from !== closedAt ? match : null;
  const { articles, isCurrent } = useArticles(open);
  // Several words that no article has are a sentence with a sign in it.
  const isHopeless = isCurrent && articles.length === 0 && /\s/.test(open?.query ?? '');
  const isOpen = open !== null && !isHopeless && (open.isAsked || articles.length > 0);
  const first = open?.isAsked ? 0 : -1;
  const active = chosen && chosen.query === open?.query ? Math.min(chosen.at, articles.length - 1) : first;
  const optionId = (index: number): string => `${id}-${index}`;
  useFieldSemantics(editor, id, isOpen && articles[active] ? optionId(active) : null, isOpen);
  const pick = (article: Article | undefined): void => {
    if (open && article) insert(editor, open, article, t('citeText', { number: article.number }));
  };
  const move = (at: number): void => setChosen({ query: open?.query ?? '', at });
  useEffect(() => {
    keys.current = isOpen
      ? listKeys(articles.length, active, {
          move,
          pick: () => pick(articles[active]),
          close: () => setClosedAt(open.from),
        })
      : null;
  });
  useEffect(() => {
    if (match === null) setClosedAt(null);
  }, [match]);
  if (!isOpen) return <p role="status" className="visually-hidden" />;
  const said =
    open.query === ''
      ? t('citeType')
      : articles.length > 0
        ? t('citeFound', { count: articles.length })
        : isCurrent
          ? t('citeNone')
          : '';
  return (
    <div className={styles.citations} style={placeOf(editor, open.from)}>
      <p role="status" className={articles.length > 0 ? 'visually-hidden' : styles.citationHint}>
        {said}
      </p>
      <div role="listbox" id={id} aria-label={t('citations')} lang="vi">
        {articles.map((article, index) => (
          <div
            key={article.code}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={styles.citation}
            // Before the editor loses the focus to a click.
            onPointerDown={(event) => {
              event.preventDefault();
              pick(article);
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
