import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { AreaField, TextField } from '../ui/fields.js';

/** What every record of a change asks for. */
export interface LawChangeValues {
  effectiveOn: string;
  amendedBy: string;
  source: string;
  reason: string;
}

export const EMPTY_CHANGE: LawChangeValues = { effectiveOn: '', amendedBy: '', source: '', reason: '' };

/** Day, amending document, source and reason. */
export function LawChangeFields({ getInputProps }: Pick<UseFormReturnType<LawChangeValues>, 'getInputProps'>) {
  const t = useTranslations('lawDesk');
  return (
    <>
      <TextField
        label={t('effectiveOn')}
        hint={t('effectiveOnHint')}
        type="date"
        min="1929-01-01"
        max="2099-12-31"
        {...getInputProps('effectiveOn')}
      />
      <TextField label={t('amendedBy')} hint={t('amendedByHint')} maxLength={200} {...getInputProps('amendedBy')} />
      <TextField label={t('source')} hint={t('sourceHint')} maxLength={1000} {...getInputProps('source')} />
      <AreaField label={t('reason')} hint={t('reasonHint')} maxLength={500} rows={2} {...getInputProps('reason')} />
    </>
  );
}
