import { useMutation } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Sheet } from '../../ui/sheet.js';
import { Failure } from '../../ui/states.js';
import styles from './editor.module.css';

interface AttachmentSheetProps {
  editor: Editor;
  onAttachment(file: File): Promise<string>;
  onClose(): void;
}

/** A file for the learner to take along, as a link with words that say what it is. */
export function AttachmentSheet({ editor, onAttachment, onClose }: AttachmentSheetProps) {
  const t = useTranslations('editor');
  const [file, setFile] = useState<File | null>(null);
  const [words, setWords] = useState('');
  const [isAsked, setAsked] = useState(false);
  const name = words.trim().replace(/\s+/g, ' ');
  const attaching = useMutation({
    mutationFn: onAttachment,
    onSuccess: (href) => {
      const link = { type: 'link', attrs: { href, title: null } };
      editor
        .chain()
        .focus()
        .insertContent({ type: 'text', text: name, marks: [link] })
        .run();
      onClose();
    },
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (file && name !== '') attaching.mutate(file);
  };
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('attachTitle')}
      actions={
        <ActionButton type="submit" form="attachment-form" busy={attaching.isPending}>
          {t('attachInsert')}
        </ActionButton>
      }
    >
      <form id="attachment-form" className={styles.form} noValidate onSubmit={save}>
        <TextField
          label={t('attachFile')}
          hint={t('attachFileHint')}
          type="file"
          accept=".pdf,.docx,.xlsx,.pptx"
          error={isAsked && !file ? t('attachFileMissing') : undefined}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        <TextField
          label={t('attachWords')}
          hint={t('attachWordsHint')}
          maxLength={200}
          value={words}
          error={isAsked && name === '' ? t('attachWordsMissing') : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
        {attaching.error && <Failure error={attaching.error} />}
      </form>
    </Sheet>
  );
}
