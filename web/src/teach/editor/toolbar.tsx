import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPaperclip,
  IconPhoto,
  IconRowInsertBottom,
  IconRowRemove,
  IconScale,
  IconTable,
  IconTableOff,
  type Icon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import styles from './editor.module.css';
import { BOXES, type Box } from './markdown-grammar.js';

/** What is open over the text. */
export type EditorDialog = { kind: 'link' } | { kind: 'image'; file: File | null } | { kind: 'attachment' } | null;

interface ToolbarProps {
  editor: Editor;
  onDialog(dialog: EditorDialog): void;
  /** Told where the tools are, for the key that leads to them. */
  onTools(tools: HTMLElement | null): void;
}

const STYLES = ['paragraph', '2', '3'] as const;
/** What a button shows as pressed. */
const SHOWN = ['bold', 'italic', 'link', 'bulletList', 'orderedList', 'blockquote', 'table', 'image'] as const;

interface Standing {
  style: (typeof STYLES)[number];
  box: Box | null;
  active: (typeof SHOWN)[number][];
  canUndo: boolean;
  canRedo: boolean;
}

interface Tool {
  label:
    | (
        | 'bold'
        | 'italic'
        | 'bullets'
        | 'numbers'
        | 'quote'
        | 'law'
        | 'link'
        | 'table'
        | 'image'
        | 'attach'
        | 'undo'
        | 'redo'
      )
    | ('rowAfter' | 'columnAfter' | 'deleteRow' | 'deleteColumn' | 'deleteTable');
  icon: Icon;
  shows?: Standing['active'][number];
  isOff?(standing: Standing): boolean;
  act(editor: Editor, onDialog: ToolbarProps['onDialog']): void;
}

function cite(editor: Editor): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ');
  const sign = before === '' || /\s$/.test(before) ? '@' : ' @';
  editor.chain().focus().insertContent(sign).run();
}

const WRITING: Tool[] = [
  { label: 'bold', icon: IconBold, shows: 'bold', act: (editor) => editor.chain().focus().toggleMark('bold').run() },
  {
    label: 'italic',
    icon: IconItalic,
    shows: 'italic',
    act: (editor) => editor.chain().focus().toggleMark('italic').run(),
  },
  {
    ...{ label: 'bullets', icon: IconList, shows: 'bulletList' },
    act: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
  },
  {
    ...{ label: 'numbers', icon: IconListNumbers, shows: 'orderedList' },
    act: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
  },
  {
    ...{ label: 'quote', icon: IconBlockquote, shows: 'blockquote' },
    act: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  },
];

const INSERTING: Tool[] = [
  { label: 'law', icon: IconScale, act: cite },
  { label: 'link', icon: IconLink, shows: 'link', act: (_editor, open) => open({ kind: 'link' }) },
  {
    ...{ label: 'table', icon: IconTable, isOff: ({ active }) => active.includes('table') },
    act: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
  },
  { label: 'image', icon: IconPhoto, shows: 'image', act: (_editor, open) => open({ kind: 'image', file: null }) },
  { label: 'attach', icon: IconPaperclip, act: (_editor, open) => open({ kind: 'attachment' }) },
  {
    ...{ label: 'undo', icon: IconArrowBackUp, isOff: ({ canUndo }) => !canUndo },
    act: (editor) => editor.chain().focus().undo().run(),
  },
  {
    ...{ label: 'redo', icon: IconArrowForwardUp, isOff: ({ canRedo }) => !canRedo },
    act: (editor) => editor.chain().focus().redo().run(),
  },
];

const IN_TABLE: Tool[] = [
  { label: 'rowAfter', icon: IconRowInsertBottom, act: (editor) => editor.chain().focus().addRowAfter().run() },
  { label: 'columnAfter', icon: IconColumnInsertRight, act: (editor) => editor.chain().focus().addColumnAfter().run() },
  { label: 'deleteRow', icon: IconRowRemove, act: (editor) => editor.chain().focus().deleteRow().run() },
  { label: 'deleteColumn', icon: IconColumnRemove, act: (editor) => editor.chain().focus().deleteColumn().run() },
  { label: 'deleteTable', icon: IconTableOff, act: (editor) => editor.chain().focus().deleteTable().run() },
];

function useStanding(editor: Editor): Standing {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      style: STYLES.find((style) => now.isActive('heading', { level: Number(style) })) ?? 'paragraph',
      box: BOXES.find((kind) => now.isActive('box', { kind })) ?? null,
      active: SHOWN.filter((name) => now.isActive(name)),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
}

/** The arrows go along, as in every toolbar; Escape goes back to the text. */
function walk(event: KeyboardEvent<HTMLDivElement>, editor: Editor): void {
  if (event.key === 'Escape') editor.commands.focus();
  const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button, select')].filter(
    ({ disabled }) => !disabled,
  );
  const now = items.findIndex((item) => item === document.activeElement);
  const steps: Record<string, number> = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: items.length - 1 };
  const next = steps[event.key];
  if (next === undefined || now === -1) return;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}

function setStyle(editor: Editor, style: string): void {
  const chain = editor.chain().focus();
  if (style === 'paragraph') chain.setNode('paragraph').run();
  else chain.setNode('heading', { level: Number(style) }).run();
}

function setBox(editor: Editor, kind: Box | null): void {
  const chain = editor.chain().focus();
  if (kind === null) chain.lift('box').run();
  else if (editor.isActive('box')) chain.updateAttributes('box', { kind }).run();
  else chain.wrapIn('box', { kind }).run();
}

/** One place to tab to: the item that had the focus last. */
type ItemOf = (name: string) => { tabIndex: number; onFocus(): void };

interface ToolsProps extends Omit<ToolbarProps, 'onTools'> {
  tools: Tool[];
  standing: Standing;
  item: ItemOf;
}

function Tools({ editor, onDialog, tools, standing, item }: ToolsProps) {
  const t = useTranslations('editor');
  return tools.map(({ label, icon: Sign, shows, isOff, act }) => (
    <button
      key={label}
      type="button"
      className={styles.tool}
      aria-label={t(label)}
      title={t(label)}
      aria-pressed={shows && standing.active.includes(shows)}
      disabled={isOff?.(standing)}
      // The text keeps its selection.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => act(editor, onDialog)}
      {...item(label)}
    >
      <Sign size={22} aria-hidden />
    </button>
  ));
}

function StyleChoice({ editor, standing, item }: { editor: Editor; standing: Standing; item: ItemOf }) {
  const t = useTranslations('editor');
  return (
    <select
      className={styles.style}
      aria-label={t('style')}
      value={standing.style}
      onChange={(event) => setStyle(editor, event.target.value)}
      {...item('style')}
    >
      {STYLES.map((value) => (
        <option key={value} value={value}>
          {t(`styles.${value}`)}
        </option>
      ))}
    </select>
  );
}

function BoxChoice({ editor, standing, item }: { editor: Editor; standing: Standing; item: ItemOf }) {
  const t = useTranslations('editor');
  return (
    <select
      className={styles.style}
      aria-label={t('box')}
      value={standing.box ?? ''}
      onChange={(event) => setBox(editor, BOXES.find((box) => box === event.target.value) ?? null)}
      {...item('box')}
    >
      <option value="">{standing.box === null ? t('box') : t('noBox')}</option>
      {BOXES.map((kind) => (
        <option key={kind} value={kind}>
          {t(`boxes.${kind}`)}
        </option>
      ))}
    </select>
  );
}

export function Toolbar({ editor, onDialog, onTools }: ToolbarProps) {
  const t = useTranslations('editor');
  const standing = useStanding(editor);
  const [last, setLast] = useState('style');
  const item: ItemOf = (name) => ({ tabIndex: name === last ? 0 : -1, onFocus: () => setLast(name) });
  const shared = { editor, standing, item };
  return (
    <div
      ref={onTools}
      role="toolbar"
      aria-label={t('toolbar')}
      className={styles.toolbar}
      onKeyDown={(event) => walk(event, editor)}
    >
      <StyleChoice {...shared} />
      <Tools {...shared} onDialog={onDialog} tools={WRITING} />
      <BoxChoice {...shared} />
      <Tools {...shared} onDialog={onDialog} tools={INSERTING} />
      {standing.active.includes('table') && (
        <div role="group" aria-label={t('inTable')} className={styles.tools}>
          <Tools {...shared} onDialog={onDialog} tools={IN_TABLE} />
        </div>
      )}
    </div>
  );
}
