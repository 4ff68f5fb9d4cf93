import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { applyImport, cancelImport, importQuery } from '../api/imports.js';
import type { Import } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { useWrites } from './import-row-words.js';
import styles from './import.module.css';

interface ConfirmedProps {
  /** On the button that asks. */
  label: string;
  look: 'primary' | 'quiet';
  title: string;
  /** On the button that does it. */
  submit: string;
  isDanger?: boolean;
  act(): Promise<void>;
  onRefused(): void;
  children: ReactNode;
}

/** An act that is asked about first, in words that say what happens. */
function Confirmed({ label, look, title, submit, isDanger = false, act, onRefused, children }: ConfirmedProps) {
  const words = useTranslations('words');
  const [isAsking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const acting = useMutation({ mutationFn: act, onSuccess: close, onError: onRefused });
  const actions = (
    <>
      <ActionButton look="quiet" onClick={close}>
        {words('cancel')}
      </ActionButton>
      <ActionButton look={isDanger ? 'danger' : 'primary'} busy={acting.isPending} onClick={() => acting.mutate()}>
        {submit}
      </ActionButton>
    </>
  );
  return (
    <>
      <ActionButton look={look} aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {label}
      </ActionButton>
      <Sheet opened={isAsking} onClose={close} title={title} actions={actions}>
        <div className={styles.asked}>
          {children}
          {acting.isError && <Failure error={acting.error} />}
        </div>
      </Sheet>
    </>
  );
}

export function ApplyImport({ job }: { job: Import }) {
  const t = useTranslations('imports.apply');
  const queries = useQueryClient();
  const { id, counts } = job;
  const what = useWrites(counts);
  return (
    <Confirmed
      label={t('ask')}
      look="primary"
      title={t('title')}
      submit={t('submit')}
      act={() => applyImport(queries, id)}
      onRefused={() => void queries.invalidateQueries({ queryKey: importQuery(id).queryKey })}
    >
      <p>{t('text', { what })}</p>
      <p>{t('whole')}</p>
      <p>{t('recorded')}</p>
    </Confirmed>
  );
}

export function CancelImport({ job }: { job: Import }) {
  const t = useTranslations('imports.cancel');
  const queries = useQueryClient();
  return (
    <Confirmed
      label={t('ask')}
      look="quiet"
      title={t('title')}
      submit={t('submit')}
      isDanger
      act={() => cancelImport(queries, job.id)}
      onRefused={() => void queries.invalidateQueries({ queryKey: importQuery(job.id).queryKey })}
    >
      <p>{t('text')}</p>
    </Confirmed>
  );
}
