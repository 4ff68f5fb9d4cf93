import type { UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { fieldErrors } from '../api/problem.js';
import { changeUnit, type UnitAct } from '../api/units.js';
import { useFormats } from '../i18n/formats.js';
import { AreaField, TextField } from '../ui/fields.js';
import { Failure } from '../ui/states.js';
import styles from './units.module.css';

/** The form in the sheet, which the sheet's own button sends. */
export const ACT_FORM = 'unit-act';
export const UNIT_ACT = ['unit-act'];

/** What every act asks for. */
export interface Dated {
  /** YYYY-MM-DD */
  onDate: string;
  reason: string;
}

interface ActFormProps {
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  error: unknown;
  children: ReactNode;
}

export function ActForm({ onSubmit, error, children }: ActFormProps) {
  return (
    <form id={ACT_FORM} className={styles.form} noValidate onSubmit={onSubmit}>
      {children}
      {error !== null && (
        // On a phone the foot of the sheet would hide it.
        <div ref={(node) => node?.scrollIntoView({ block: 'nearest' })}>
          <Failure error={error} />
        </div>
      )}
    </form>
  );
}

export function DateAndReason({
  getInputProps,
  label,
  hint,
}: Pick<UseFormReturnType<Dated>, 'getInputProps'> & { label: string; hint: string }) {
  const t = useTranslations('acts');
  return (
    <>
      <TextField label={label} hint={hint} type="date" min="1929-01-01" max="2099-12-31" {...getInputProps('onDate')} />
      <AreaField label={t('reason')} hint={t('reasonHint')} maxLength={500} rows={2} {...getInputProps('reason')} />
    </>
  );
}

/** Records an act on a unit and says so; what the server refuses about a field stands at the field. */
export function useUnitAct(
  unitId: string,
  onDone: (message: string) => void,
  form: { setErrors(errors: Record<string, string>): void },
) {
  const t = useTranslations('acts.done');
  const formats = useFormats();
  const queries = useQueryClient();
  return useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: (act: UnitAct) => changeUnit(queries, unitId, act),
    onSuccess: (_, { kind, onDate }) => onDone(t(kind, { date: formats.date(onDate) })),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
}

/** Only what can be said before asking the server. */
export function useActChecks() {
  const t = useTranslations('acts.errors');
  return {
    needed: (value: string): string | null => (value.trim() ? null : t('needed')),
    number: (value: string): string | null => (/^\d{1,9}$/.test(value.trim()) ? null : t('number')),
    chosen: (value: unknown): string | null => (value === null ? t('parent') : null),
  };
}
