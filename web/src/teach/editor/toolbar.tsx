import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import styles from './editor.module.css';
import { BOXES, type Box } from './markdown-grammar.js';
import { INSERTING, IN_TABLE, SHOWN, STYLES, WRITING, type EditorDialog, type Standing, type Tool } from './tools.js';

interface ToolbarProps {
  editor: Editor;
  onDialog(dialog: EditorDialog): void;
  /** Told where the tools are, for the key that leads to them. */
  onTools(tools: HTMLElement | null): void;
}

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
