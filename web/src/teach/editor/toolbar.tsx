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
  IconPhoto,
  IconRowInsertBottom,
  IconRowRemove,
  IconScale,
  IconTable,
  IconTableOff,
} from '@tabler/icons-react';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslations } from 'use-intl';
import styles from './editor.module.css';
import type { EditorDialog } from './lesson-editor.js';
import { BOXES, type Box } from './markdown-grammar.js';

interface ToolbarProps {
  editor: Editor;
  onDialog(dialog: EditorDialog): void;
  ref: Ref<HTMLDivElement>;
}

const STYLES = ['paragraph', '2', '3'] as const;
const MARKS = ['bold', 'italic', 'link'] as const;
const NODES = ['bulletList', 'orderedList', 'blockquote', 'table', 'image'] as const;

function useStanding(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      style: STYLES.find((style) => now.isActive('heading', { level: Number(style) })) ?? 'paragraph',
      box: BOXES.find((kind) => now.isActive('box', { kind })) ?? null,
      active: [...MARKS, ...NODES].filter((name) => now.isActive(name)),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
}

/** One place to tab to; the arrows go along, as in every toolbar, and Escape goes back to the text. */
function useRoving(editor: Editor) {
  const [at, setAt] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') editor.commands.focus();
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button, select')].filter(
      (item) => !(item as HTMLButtonElement).disabled,
    );
    const now = items.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: items.length - 1 };
    const next = steps[event.key];
    if (next === undefined || now === -1) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };
  /** For the item of that number. */
  const item = (index: number) => ({ tabIndex: index === at ? 0 : -1, onFocus: () => setAt(index) });
  return { onKeyDown, item };
}

function setBox(editor: Editor, kind: Box | null): void {
  const chain = editor.chain().focus();
  if (kind === null) chain.lift('box').run();
  else if (editor.isActive('box')) chain.updateAttributes('box', { kind }).run();
  else chain.wrapIn('box', { kind }).run();
}

function cite(editor: Editor): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ');
  editor
    .chain()
    .focus()
    .insertContent(before === '' || /\s$/.test(before) ? '@' : ' @')
    .run();
}

const ICON = { size: 22, 'aria-hidden': true };

export function Toolbar({ editor, onDialog, ref }: ToolbarProps) {
  const t = useTranslations('editor');
  const { style, box, active, canUndo, canRedo } = useStanding(editor);
  const { onKeyDown, item } = useRoving(editor);
  const run = (command: (chain: ChainedCommands) => ChainedCommands) => () => command(editor.chain().focus()).run();
  const isIn = (name: (typeof active)[number]): boolean => active.includes(name);
  const tool = (
    index: number,
    label: string,
    icon: ReactNode,
    act: () => void,
    more: { pressed?: boolean; disabled?: boolean } = {},
  ) => (
    <button
      key={label}
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-pressed={more.pressed}
      disabled={more.disabled}
      // The text keeps its selection.
      onPointerDown={(event) => event.preventDefault()}
      onClick={act}
      {...item(index)}
    >
      {icon}
    </button>
  );
  const setStyle = (value: string): void => {
    const chain = editor.chain().focus();
    if (value === 'paragraph') chain.setNode('paragraph').run();
    else chain.setNode('heading', { level: Number(value) }).run();
  };
  return (
    <div ref={ref} role="toolbar" aria-label={t('toolbar')} className={styles.toolbar} onKeyDown={onKeyDown}>
      <select
        className={styles.style}
        aria-label={t('style')}
        value={style}
        onChange={(event) => setStyle(event.target.value)}
        {...item(0)}
      >
        {STYLES.map((value) => (
          <option key={value} value={value}>
            {t(`styles.${value}`)}
          </option>
        ))}
      </select>
      {tool(
        1,
        t('bold'),
        <IconBold {...ICON} />,
        run((chain) => chain.toggleMark('bold')),
        { pressed: isIn('bold') },
      )}
      {tool(
        2,
        t('italic'),
        <IconItalic {...ICON} />,
        run((chain) => chain.toggleMark('italic')),
        { pressed: isIn('italic') },
      )}
      {tool(
        3,
        t('bullets'),
        <IconList {...ICON} />,
        run((chain) => chain.toggleList('bulletList', 'listItem')),
        { pressed: isIn('bulletList') },
      )}
      {tool(
        4,
        t('numbers'),
        <IconListNumbers {...ICON} />,
        run((chain) => chain.toggleList('orderedList', 'listItem')),
        { pressed: isIn('orderedList') },
      )}
      {tool(
        5,
        t('quote'),
        <IconBlockquote {...ICON} />,
        run((chain) => chain.toggleWrap('blockquote')),
        { pressed: isIn('blockquote') },
      )}
      <select
        className={styles.style}
        aria-label={t('box')}
        value={box ?? ''}
        onChange={(event) => setBox(editor, (event.target.value || null) as Box | null)}
        {...item(6)}
      >
        <option value="">{box === null ? t('box') : t('noBox')}</option>
        {BOXES.map((kind) => (
          <option key={kind} value={kind}>
            {t(`boxes.${kind}`)}
          </option>
        ))}
      </select>
      {tool(7, t('law'), <IconScale {...ICON} />, () => cite(editor))}
      {tool(8, t('link'), <IconLink {...ICON} />, () => onDialog({ kind: 'link' }), { pressed: isIn('link') })}
      {tool(
        9,
        t('table'),
        <IconTable {...ICON} />,
        run((chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true })),
        { disabled: isIn('table') },
      )}
      {tool(10, t('image'), <IconPhoto {...ICON} />, () => onDialog({ kind: 'image', file: null }), {
        pressed: isIn('image'),
      })}
      {tool(
        11,
        t('undo'),
        <IconArrowBackUp {...ICON} />,
        run((chain) => chain.undo()),
        { disabled: !canUndo },
      )}
      {tool(
        12,
        t('redo'),
        <IconArrowForwardUp {...ICON} />,
        run((chain) => chain.redo()),
        { disabled: !canRedo },
      )}
      {isIn('table') && (
        <div role="group" aria-label={t('inTable')} className={styles.tools}>
          {tool(
            13,
            t('rowAfter'),
            <IconRowInsertBottom {...ICON} />,
            run((chain) => chain.addRowAfter()),
          )}
          {tool(
            14,
            t('columnAfter'),
            <IconColumnInsertRight {...ICON} />,
            run((chain) => chain.addColumnAfter()),
          )}
          {tool(
            15,
            t('deleteRow'),
            <IconRowRemove {...ICON} />,
            run((chain) => chain.deleteRow()),
          )}
          {tool(
            16,
            t('deleteColumn'),
            <IconColumnRemove {...ICON} />,
            run((chain) => chain.deleteColumn()),
          )}
          {tool(
            17,
            t('deleteTable'),
            <IconTableOff {...ICON} />,
            run((chain) => chain.deleteTable()),
          )}
        </div>
      )}
    </div>
  );
}
