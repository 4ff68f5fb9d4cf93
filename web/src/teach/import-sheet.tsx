import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { importLesson, type ImportedLesson } from '../api/drafts.js';
import { Content } from '../i18n/bilingual.js';
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

interface ImportedProps {
  draftId: string;
  imported: ImportedLesson;
  onClose(): void;
}

interface LinesProps {
  title: string;
  lines: { words: ReactNode; where: string | null }[];
}

/** What is to be known, each with the heading under which it stands in the file; nothing when there is nothing. */
function Lines({ title, lines }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul className={styles.losses}>
        {lines.map(({ words, where }, index) => (
          // A file may lack the same thing twice under one heading.
          <li key={index}>
            {words}
            {where !== null && (
              <span className={styles.soft} lang="vi">
                {where}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What became of the file: what was lost, which articles became links, and which could not be told apart. */
function Imported({ draftId, imported: { slug, losses, links, unclear }, onClose }: ImportedProps) {
  const t = useTranslations('studio.import');
  const open = <LinkButton href={`/soan/${draftId}/bai/${slug}`}>{t('open')}</LinkButton>;
  const named = ({ text, where }: { text: string; where: string | null }) => ({
    words: <span lang="vi">{text}</span>,
    where,
  });
  return (
    <Sheet opened onClose={onClose} title={t('done')} actions={open}>
      <div className={styles.form} role="status">
        {losses.length === 0 && <p>{t('whole')}</p>}
        <Lines
          title={t('losses', { count: losses.length })}
          lines={losses.map(({ what, where }) => ({ words: <Content of={what} />, where }))}
        />
        <Lines title={t('links', { count: links.length })} lines={links.map(named)} />
        <Lines title={t('unclear', { count: unclear.length })} lines={unclear.map(named)} />
      </div>
    </Sheet>
  );
}

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
  if (sending.data) return <Imported draftId={draftId} imported={sending.data} onClose={onClose} />;
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
