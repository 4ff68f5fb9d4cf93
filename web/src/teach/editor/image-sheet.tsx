import { useMutation } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../../ui/button.js';
import { AreaField, TextField } from '../../ui/fields.js';
import { Sheet } from '../../ui/sheet.js';
import { Failure } from '../../ui/states.js';
import styles from './editor.module.css';

interface ImageSheetProps {
  editor: Editor;
  /** Pasted or dropped. */
  file: File | null;
  onImage(file: File): Promise<string>;
  onClose(): void;
}

/** The picture that is chosen in the text. */
function chosenImage({ state: { selection } }: Editor): { src: string; alt: string } | null {
  const node = selection instanceof NodeSelection ? selection.node : null;
  return node?.type.name === 'image' ? { src: String(node.attrs['src']), alt: String(node.attrs['alt'] ?? '') } : null;
}

/** A new picture, or the words for one that is in the text. No picture goes in without words for those who cannot see it. */
export function ImageSheet({ editor, file: given, onImage, onClose }: ImageSheetProps) {
  const t = useTranslations('editor');
  const [old] = useState(() => (given ? null : chosenImage(editor)));
  const [file, setFile] = useState(given);
  const [alt, setAlt] = useState(old?.alt ?? '');
  const [isAsked, setAsked] = useState(false);
  const words = alt.trim().replace(/\s+/g, ' ');
  const putting = useMutation({
    mutationFn: async () => old?.src ?? (await onImage(file as File)),
    onSuccess: (src) => {
      const chain = editor.chain().focus();
      if (old) chain.updateAttributes('image', { alt: words }).run();
      else chain.insertContent({ type: 'image', attrs: { src, alt: words } }).run();
      onClose();
    },
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (words !== '' && (old ?? file)) putting.mutate();
  };
  const remove = (): void => {
    editor.chain().focus().deleteSelection().run();
    onClose();
  };
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('imageTitle')}
      actions={
        <>
          {old && (
            <ActionButton look="quiet" onClick={remove}>
              {t('imageRemove')}
            </ActionButton>
          )}
          <ActionButton type="submit" form="image-form" busy={putting.isPending}>
            {old ? t('imageChange') : t('imageInsert')}
          </ActionButton>
        </>
      }
    >
      <form id="image-form" className={styles.form} noValidate onSubmit={save}>
        {given && <p>{given.name}</p>}
        {!old && !given && (
          <TextField
            label={t('imageFile')}
            hint={t('imageFileHint')}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            error={isAsked && !file ? t('imageFileMissing') : undefined}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
        <AreaField
          label={t('imageAlt')}
          hint={t('imageAltHint')}
          rows={2}
          maxLength={300}
          value={alt}
          error={isAsked && words === '' ? t('imageAltMissing') : undefined}
          onChange={(event) => setAlt(event.target.value)}
        />
        {putting.error && <Failure error={putting.error} />}
      </form>
    </Sheet>
  );
}
