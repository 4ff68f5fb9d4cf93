import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { openArchive } from '../api/drafts.js';
import { ApiProblem, isProblem } from '../api/problem.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { LONGEST_SLUG, SLUG } from './slug.js';
import styles from './studio.module.css';

/** Why the zip was not taken, file by file. */
function Refused({ error }: { error: unknown }) {
  const t = useTranslations('studio.archive');
  const text = useContentText();
  const faults = error instanceof ApiProblem ? (error.body.faults ?? []) : [];
  if (faults.length === 0) return null;
  return (
    <ul className={styles.losses}>
      {faults.map(({ path, line, message }) => (
        <li key={`${path ?? ''}:${line ?? 0}:${message.vi}`}>
          {text(message)}
          {path !== null && (
            <span className={styles.soft}>{line === null ? path : t('atLine', { path, line: String(line) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A course from a zip, such as another installation gave: all of its files or none. */
export function ArchiveSheet({ onClose }: { onClose(): void }) {
  const t = useTranslations('studio.archive');
  const start = useTranslations('studio.start');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const [slug, setSlug] = useState('');
  const [isAsked, setAsked] = useState(false);
  const opening = useMutation({
    mutationFn: (given: { file: File; slug?: string }) => openArchive(queries, given),
    onSuccess: (id) => navigate(`/soan/${id}`),
  });
  // Once the name was found taken, another one is asked for.
  const [isTaken, setTaken] = useState(false);
  const wantsName = isTaken || isProblem(opening.error, 'slug-taken');
  if (wantsName && !isTaken) setTaken(true);
  const fileFault = file === null ? t('missing') : /\.zip$/i.test(file.name) ? undefined : t('type');
  const slugFault = wantsName && !SLUG.test(slug) ? start('slugBad') : undefined;
  const open = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (file && fileFault === undefined && slugFault === undefined) {
      opening.mutate({ file, ...(wantsName ? { slug } : {}) });
    }
  };
  const go = (
    <ActionButton type="submit" form="archive-form" busy={opening.isPending}>
      {t('go')}
    </ActionButton>
  );
  return (
    <Sheet opened onClose={onClose} title={t('title')} actions={go}>
      <form id="archive-form" className={styles.form} noValidate onSubmit={open}>
        <TextField
          label={t('file')}
          hint={t('hint')}
          type="file"
          accept=".zip,application/zip"
          error={isAsked ? fileFault : undefined}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        {wantsName && (
          <TextField
            label={start('slug')}
            hint={t('slugHint')}
            value={slug}
            maxLength={LONGEST_SLUG}
            error={isAsked ? slugFault : undefined}
            onChange={(event) => setSlug(event.target.value)}
          />
        )}
        {opening.error && <Failure error={opening.error} />}
        <Refused error={opening.error} />
      </form>
    </Sheet>
  );
}
