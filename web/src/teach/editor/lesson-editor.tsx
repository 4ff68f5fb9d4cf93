import { Extension, type Editor } from '@tiptap/core';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import article from '../../ui/lesson-article.module.css';
import { AttachmentSheet } from './attachment-sheet.js';
import { CitationPicker } from './citation-picker.js';
import styles from './editor.module.css';
import { ImageSheet } from './image-sheet.js';
import { lessonImage } from './lesson-image.js';
import { LinkSheet } from './link-sheet.js';
import { LESSON_SCHEMA } from './schema.js';
import { Toolbar } from './toolbar.js';
import type { EditorDialog } from './tools.js';
import { WritingDesk } from './writing-desk.js';

interface LessonEditorProps {
  /** The text to begin with; later ones come by a new key. */
  markdown: string;
  onChange(markdown: string): void;
  isEditable: boolean;
  /** Stores a picture with the draft. @returns its path in the draft's files, such as anh/so-do.webp */
  onImage(file: File): Promise<string>;
  /** Stores a file with the draft. @returns its path in the draft's files, such as tep/mau-don.docx */
  onAttachment(file: File): Promise<string>;
  /** Where a picture of the draft can be seen. */
  imageAddress(path: string): Promise<string | null>;
}

/** In a table there is one line a cell: Enter goes to the next one, as Tab does. */
const EnterInTables = Extension.create({
  name: 'enterInTables',
  priority: 1000,
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.isActive('table') && this.editor.commands.goToNextCell() };
  },
});

function useLessonEditor({ markdown, isEditable }: LessonEditorProps, desk: WritingDesk, help: string): Editor {
  const t = useTranslations('editor');
  const editor = useEditor({
    extensions: [
      ...LESSON_SCHEMA.filter(({ name }) => name !== 'image'),
      lessonImage(desk.imageAddress),
      EnterInTables,
      UndoRedo,
      Dropcursor,
      Gapcursor,
    ],
    editable: isEditable,
    shouldRerenderOnTransaction: false,
    onCreate: ({ editor: created }) => desk.begin(created, markdown),
    onUpdate: ({ editor: changed }) => desk.tellChange(changed),
    editorProps: {
      ...desk.props,
      attributes: {
        class: `${article.article ?? ''} ${styles.paper ?? ''}`,
        'data-letters': 'm',
        lang: 'vi',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('label'),
        'aria-describedby': help,
      },
    },
  });
  useEffect(() => editor.setEditable(isEditable, false), [editor, isEditable]);
  return editor;
}

/** A lesson as it will look, to be written in. Stored as Markdown. */
export function LessonEditor(props: LessonEditorProps) {
  const t = useTranslations('editor');
  const help = useId();
  const [dialog, setDialog] = useState<EditorDialog>(null);
  const [desk] = useState(() => new WritingDesk());
  const editor = useLessonEditor(props, desk, help);
  const { onChange, imageAddress, isEditable } = props;
  useEffect(() => {
    desk.heed({ onChange, imageAddress, onPicture: (file) => setDialog({ kind: 'image', file }) });
  }, [desk, onChange, imageAddress]);
  const close = (): void => {
    setDialog(null);
    editor.commands.focus();
  };
  return (
    <div className={styles.editor}>
      {isEditable && <Toolbar onTools={desk.holdTools} editor={editor} onDialog={setDialog} />}
      <EditorContent editor={editor} />
      {isEditable && <CitationPicker editor={editor} onKeys={desk.hearKeys} />}
      <p id={help} className={styles.help}>
        {t('help')}
      </p>
      {dialog?.kind === 'link' && <LinkSheet editor={editor} onClose={close} />}
      {dialog?.kind === 'attachment' && (
        <AttachmentSheet editor={editor} onAttachment={props.onAttachment} onClose={close} />
      )}
      {dialog?.kind === 'image' && (
        <ImageSheet editor={editor} file={dialog.file} onImage={props.onImage} onClose={close} />
      )}
    </div>
  );
}
