import { Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { DOMParser as DocumentParser } from '@tiptap/pm/model';
import { UndoRedo, Dropcursor, Gapcursor } from '@tiptap/extensions';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import article from '../../ui/lesson-article.module.css';
import { CitationPicker, type KeyListener } from './citation-picker.js';
import { cleanPaste, plainAsHtml } from './clean-paste.js';
import styles from './editor.module.css';
import { ImageSheet } from './image-sheet.js';
import { lessonImage } from './lesson-image.js';
import { LessonText } from './lesson-text.js';
import { LinkSheet } from './link-sheet.js';
import { LESSON_SCHEMA } from './schema.js';
import { Toolbar } from './toolbar.js';

interface LessonEditorProps {
  /** The text to begin with; later ones come by a new key. */
  markdown: string;
  onChange(markdown: string): void;
  isEditable: boolean;
  /** Stores a picture with the draft. @returns its path in the draft's files, such as anh/so-do.webp */
  onImage(file: File): Promise<string>;
  /** Where a picture of the draft can be seen. */
  imageAddress(path: string): Promise<string | null>;
}

/** What is open over the text. */
export type EditorDialog = { kind: 'link' } | { kind: 'image'; file: File | null } | null;

/** In a table there is one line a cell: Enter goes to the next one, as Tab does. */
const EnterInTables = Extension.create({
  name: 'enterInTables',
  priority: 1000,
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.isActive('table') && this.editor.commands.goToNextCell() };
  },
});

const pictureOf = (data: DataTransfer | null): File | null =>
  [...(data?.files ?? [])].find(({ type }) => /^image\/(jpeg|png|webp|gif)$/.test(type)) ?? null;

function useLessonEditor(props: LessonEditorProps, open: (dialog: EditorDialog) => void, help: string) {
  const t = useTranslations('editor');
  const { markdown, isEditable } = props;
  const keys = useRef<KeyListener | null>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const text = useRef<LessonText | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const takePicture = (data: DataTransfer | null): boolean => {
    const file = pictureOf(data);
    // Word puts a picture of the copied words beside the words themselves.
    if (!file || data?.types.includes('text/html')) return false;
    open({ kind: 'image', file });
    return true;
  };
  const editor = useEditor({
    extensions: [
      ...LESSON_SCHEMA.filter(({ name }) => name !== 'image'),
      lessonImage((path) => latest.current.imageAddress(path)),
      EnterInTables,
      UndoRedo,
      Dropcursor,
      Gapcursor,
    ],
    editable: isEditable,
    shouldRerenderOnTransaction: false,
    onCreate: ({ editor: created }) => load(created),
    onUpdate: ({ editor: { state } }) => {
      if (text.current) latest.current.onChange(text.current.write(state.doc));
    },
    editorProps: {
      // What is written stays clear of the tools above it.
      scrollMargin: { top: 180, right: 0, bottom: 80, left: 0 },
      scrollThreshold: { top: 180, right: 0, bottom: 80, left: 0 },
      attributes: {
        class: `${article.article ?? ''} ${styles.paper ?? ''}`,
        'data-letters': 'm',
        lang: 'vi',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('label'),
        'aria-describedby': help,
      },
      transformPastedHTML: cleanPaste,
      clipboardTextParser: (plain, _context, _isPlain, { state: { schema } }) => {
        const page = new DOMParser().parseFromString(plainAsHtml(plain), 'text/html');
        return Slice.maxOpen(DocumentParser.fromSchema(schema).parse(page.body).content);
      },
      handlePaste: (_view, event) => takePicture(event.clipboardData),
      handleDrop: (_view, event) => takePicture(event.dataTransfer),
      handleKeyDown: (_view, event) => {
        if (event.key === 'F10' && event.altKey) {
          toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
          return true;
        }
        return keys.current?.(event) ?? false;
      },
    },
  });
  function load(created: Editor): void {
    const lesson = new LessonText(created.schema);
    const blocks = lesson.read(markdown);
    const { tr, doc } = created.state;
    created.view.dispatch(
      tr.replaceWith(0, doc.content.size, blocks).setMeta('addToHistory', false).setMeta('preventUpdate', true),
    );
    text.current = lesson;
  }
  useEffect(() => editor.setEditable(isEditable, false), [editor, isEditable]);
  return { editor, keys, toolbar };
}

/** A lesson as it will look, to be written in. Stored as Markdown. */
export function LessonEditor(props: LessonEditorProps) {
  const t = useTranslations('editor');
  const help = useId();
  const [dialog, setDialog] = useState<EditorDialog>(null);
  const { editor, keys, toolbar } = useLessonEditor(props, setDialog, help);
  const close = (): void => {
    setDialog(null);
    editor.commands.focus();
  };
  return (
    <div className={styles.editor}>
      {props.isEditable && <Toolbar ref={toolbar} editor={editor} onDialog={setDialog} />}
      <EditorContent editor={editor} />
      {props.isEditable && <CitationPicker editor={editor} keys={keys} />}
      <p id={help} className={styles.help}>
        {t('help')}
      </p>
      {dialog?.kind === 'link' && <LinkSheet editor={editor} onClose={close} />}
      {dialog?.kind === 'image' && (
        <ImageSheet editor={editor} file={dialog.file} onImage={props.onImage} onClose={close} />
      )}
    </div>
  );
}
