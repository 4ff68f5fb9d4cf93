import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { askForCorrection } from '../api/corrections.js';
import { useSession } from '../api/session.js';
import type { CorrectionWish } from '../api/types.js';
import { deviceNow } from '../offline/device.js';
import { vietnamDay } from '../i18n/formats.js';
import { AreaField, SelectField, TextField } from '../ui/fields.js';
import { Failure } from '../ui/states.js';
import styles from './corrections.module.css';

export const CORRECTION_FORM = 'correction';

type Field = CorrectionWish['field'];

const FIELDS: Field[] = ['full-name', 'birth-date', 'gender', 'other', 'erasure'];
const GENDERS = ['female', 'male', 'other'] as const;

interface WishedProps {
  field: Field;
  value: string;
  error: string | false;
  onChange(value: string): void;
}

/** What should stand there instead; what is said in words alone has no such field. */
function Wished({ field, value, error, onChange }: WishedProps) {
  const t = useTranslations('corrections');
  const { person } = useSession();
  const shared = { label: t('wished'), value, error };
  if (field === 'full-name') {
    return (
      <TextField
        {...shared}
        hint={t('now', { value: person.fullName })}
        maxLength={240}
        autoComplete="name"
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  if (field === 'birth-date') {
    const max = vietnamDay(deviceNow());
    return (
      <TextField
        {...shared}
        type="date"
        min="1900-01-01"
        max={max}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  if (field !== 'gender') return null;
  return (
    <SelectField
      {...shared}
      data={[{ value: '', label: t('pick') }, ...GENDERS.map((key) => ({ value: key, label: t(`genders.${key}`) }))]}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface CorrectionFormProps {
  /** What is asked for already and waits: one request of a kind at a time. */
  waiting: Field[];
  onBusy(isBusy: boolean): void;
  onSent(): void;
}

function FieldChoice({ value, waiting, onChange }: { value: Field; waiting: Field[]; onChange(field: Field): void }) {
  const t = useTranslations('corrections');
  const nameOf = (field: Field): string => t(`fields.${field}`);
  return (
    <SelectField
      label={t('field')}
      value={value}
      data={FIELDS.map((field) => ({
        ...{ value: field, disabled: waiting.includes(field) },
        label: waiting.includes(field) ? t('isWaiting', { field: nameOf(field) }) : nameOf(field),
      }))}
      onChange={(event) => onChange(event.target.value as Field)}
    />
  );
}

export function CorrectionForm({ waiting, onBusy, onSent }: CorrectionFormProps) {
  const t = useTranslations('corrections');
  const queries = useQueryClient();
  const [field, setField] = useState<Field>(FIELDS.find((one) => !waiting.includes(one)) ?? 'other');
  const [wishedValue, setWished] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const asking = useMutation({
    mutationFn: (wish: CorrectionWish) => askForCorrection(queries, wish),
    onMutate: () => onBusy(true),
    onSettled: () => onBusy(false),
    onSuccess: onSent,
  });
  const inWords = field === 'other' || field === 'erasure';
  const isMissing = inWords ? field === 'other' && note.trim() === '' : wishedValue.trim() === '';
  const missing = isTried && isMissing && t('missing');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    const said = note.trim() === '' ? {} : { note: note.trim() };
    asking.mutate({ field, ...(inWords ? {} : { wishedValue: wishedValue.trim() }), ...said });
  };
  return (
    <form id={CORRECTION_FORM} className={styles.form} noValidate onSubmit={send}>
      <FieldChoice
        value={field}
        waiting={waiting}
        onChange={(chosen) => {
          setField(chosen);
          setWished('');
          setTried(false);
          asking.reset();
        }}
      />
      {field === 'erasure' && <p className={styles.warning}>{t('erasureText')}</p>}
      <Wished field={field} value={wishedValue} error={inWords ? false : missing} onChange={setWished} />
      <AreaField
        label={field === 'other' ? t('what') : t('note')}
        hint={field === 'other' ? t('whatHint') : t('noteHint')}
        maxLength={1000}
        rows={3}
        value={note}
        error={field === 'other' && missing}
        onChange={(event) => setNote(event.target.value)}
      />
      {asking.isError && (
        <div ref={(node) => node?.scrollIntoView({ block: 'nearest' })}>
          <Failure error={asking.error} />
        </div>
      )}
    </form>
  );
}
