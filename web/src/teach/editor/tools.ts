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
import type { Box } from './markdown-grammar.js';

/** What is open over the text. */
export type EditorDialog = { kind: 'link' } | { kind: 'image'; file: File | null } | { kind: 'attachment' } | null;

export const STYLES = ['paragraph', '2', '3'] as const;
/** What a button shows as pressed. */
export const SHOWN = ['bold', 'italic', 'link', 'bulletList', 'orderedList', 'blockquote', 'table', 'image'] as const;

/** What the toolbar shows of the place where one is writing. */
export interface Standing {
  style: (typeof STYLES)[number];
  box: Box | null;
  active: (typeof SHOWN)[number][];
  canUndo: boolean;
  canRedo: boolean;
}

export interface Tool {
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
  act(editor: Editor, onDialog: (dialog: EditorDialog) => void): void;
}

function cite(editor: Editor): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ');
  const sign = before === '' || /\s$/.test(before) ? '@' : ' @';
  editor.chain().focus().insertContent(sign).run();
}

export const WRITING: Tool[] = [
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

export const INSERTING: Tool[] = [
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

export const IN_TABLE: Tool[] = [
  { label: 'rowAfter', icon: IconRowInsertBottom, act: (editor) => editor.chain().focus().addRowAfter().run() },
  { label: 'columnAfter', icon: IconColumnInsertRight, act: (editor) => editor.chain().focus().addColumnAfter().run() },
  { label: 'deleteRow', icon: IconRowRemove, act: (editor) => editor.chain().focus().deleteRow().run() },
  { label: 'deleteColumn', icon: IconColumnRemove, act: (editor) => editor.chain().focus().deleteColumn().run() },
  { label: 'deleteTable', icon: IconTableOff, act: (editor) => editor.chain().focus().deleteTable().run() },
];
