import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearchParams } from 'wouter';
import { importQuery, importsQuery, LARGEST_FILE, sendImport } from '../api/imports.js';
import type { Import } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { Progress } from '../ui/progress.js';
import { Failure } from '../ui/states.js';
import { FileField } from './file-field.js';
import { OwnUnitField, useOwnUnit } from './own-unit-field.js';
import { TemplateButton } from './template-button.js';
import styles from './import.module.css';

const MEGABYTE = 1_048_576;
const READABLE = /\.(xlsx|csv)$/i;

/** Only what can be said of a file before it is sent. */
function useFileCheck() {
  const t = useTranslations('imports.errors');
  return (file: File | null): string | null => {
    if (file === null) return t('file');
    if (!READABLE.test(file.name)) return t('type');
    if (file.size === 0) return t('empty');
    return file.size > LARGEST_FILE ? t('large', { megabytes: LARGEST_FILE / MEGABYTE }) : null;
  };
}

/** Sends a file and goes where its check can be followed. */
function useSending() {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [percent, setPercent] = useState(0);
  const stop = useRef<AbortController>(null);
  const sending = useMutation({
    mutationFn: (given: { kind: Import['kind']; organisationId: string; file: File }) => {
      setPercent(0);
      stop.current = new AbortController();
      return sendImport({ ...given, onProgress: setPercent, signal: stop.current.signal });
    },
    onSuccess: (job) => {
      queries.setQueryData(importQuery(job.id).queryKey, job);
      void queries.invalidateQueries({ queryKey: importsQuery.queryKey });
      navigate(`/ql/nhap/${job.id}`);
    },
  });
  const isStopped = sending.error instanceof DOMException;
  return { sending, percent, error: isStopped ? null : sending.error, stop: () => stop.current?.abort() };
}

function SendingState({ percent, onStop }: { percent: number; onStop(): void }) {
  const t = useTranslations('imports');
  const words = useTranslations('words');
  return (
    <div className={styles.sending}>
      <p role="status">{percent < 100 ? t('sending', { percent: Math.floor(percent) }) : t('sent')}</p>
      <Progress percent={percent} label={t('sendingLabel')} />
      <div>
        <ActionButton look="quiet" onClick={onStop}>
          {words('cancel')}
        </ActionButton>
      </div>
    </div>
  );
}

/** What is sent, for which unit, and the file: three questions, each with its help beside it. */
export function ImportForm() {
  const t = useTranslations('imports');
  const [params] = useSearchParams();
  const [kind, setKind] = useState<Import['kind']>(params.get('loai') === 'units' ? 'units' : 'people');
  const unit = useOwnUnit(params.get('don-vi'));
  const [file, setFile] = useState<File | null>(null);
  const [isAsked, setAsked] = useState(false);
  const fault = useFileCheck()(file);
  const { sending, percent, error, stop } = useSending();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (file && fault === null && unit.value) sending.mutate({ kind, file, organisationId: unit.value.id });
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <div className={styles.question}>
        <Choice<Import['kind']>
          label={t('kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'people', label: t('kinds.people') },
            { value: 'units', label: t('kinds.units') },
          ]}
        />
        <p className={styles.facts}>{t(`kindHints.${kind}`)}</p>
        <div>
          <TemplateButton kind={kind} />
        </div>
      </div>
      <div className={styles.question}>
        <OwnUnitField unit={unit} label={t('unit')} error={isAsked && !unit.value ? t('errors.unit') : undefined} />
        {unit.value && <p className={styles.facts}>{t('unitHint')}</p>}
      </div>
      <FileField
        label={t('file')}
        hint={t('fileHint', { megabytes: LARGEST_FILE / MEGABYTE })}
        value={file}
        onChange={setFile}
        error={file !== null || isAsked ? fault : null}
      />
      {error && <Failure error={error} />}
      {sending.isPending ? (
        <SendingState percent={percent} onStop={stop} />
      ) : (
        <div>
          <ActionButton type="submit">{t('send')}</ActionButton>
        </div>
      )}
    </form>
  );
}
