import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { importLesson } from '../api/drafts.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import styles from './studio.module.css';

interface ImportSheetProps {
  draftId: string;
  module: string;
  onClose(): void;
}

const ACCEPT = '.docx,.md,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word or Markdown file as a new lesson; what could not be taken over is listed before anything else is done. */
export function ImportSheet({ draftId, module, onClose }: ImportSheetProps) {
  const t = useTranslations('studio.import');
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [isAsked, setAsked] = useState(false);
  const sending = useMutation({ mutationFn: (given: File) => importLesson(queries, draftId, { module, file: given }) });
  const fault = file === null ? t('missing') : /\.(docx|md)$/i.test(file.name) ? undefined : t('type');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (file && fault === undefined) sending.mutate(file);
  };
  const done = sending.data;
  if (done) {
    return (
      <Sheet
        opened
        onClose={onClose}
        title={t('done')}
        actions={<LinkButton href={`/soan/${draftId}/bai/${done.slug}`}>{t('open')}</LinkButton>}
      >
        <div className={styles.form} role="status">
          <p>{done.losses.length === 0 ? t('whole') : t('losses', { count: done.losses.length })}</p>
          {done.losses.length > 0 && (
            <ul className={styles.losses}>
              {done.losses.map(({ what, where }) => (
                <li key={`${what}:${where}`}>
                  {what}
                  <span className={styles.soft}>{where}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('title')}
      actions={
        <ActionButton type="submit" form="import-form" busy={sending.isPending}>
          {t('send')}
        </ActionButton>
      }
    >
      <form id="import-form" className={styles.form} noValidate onSubmit={send}>
        <TextField
          label={t('file')}
          hint={t('hint')}
          type="file"
          accept={ACCEPT}
          error={isAsked ? fault : undefined}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        {sending.error && <Failure error={sending.error} />}
      </form>
    </Sheet>
  );
}
