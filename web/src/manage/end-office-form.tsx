import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { endOffice } from '../api/people.js';
import { fieldErrors } from '../api/problem.js';
import { ActForm, DateAndReason, UNIT_ACT, useActChecks, type Dated } from './unit-act-form.js';
import { today } from './unit-days.js';

/** The first day on which an office is no longer held. */
export function EndOfficeForm({ termId, onDone }: { termId: string; onDone(): void }) {
  const t = useTranslations('offices');
  const queries = useQueryClient();
  const { needed } = useActChecks();
  const form = useForm<Dated>({ initialValues: { onDate: today(), reason: '' }, validate: { onDate: needed } });
  const ending = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: ({ onDate, reason }: Dated) =>
      endOffice(queries, termId, { onDate, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
    onSuccess: onDone,
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <ActForm error={ending.error} onSubmit={form.onSubmit((values) => ending.mutate(values))}>
      <DateAndReason getInputProps={form.getInputProps} label={t('endDate')} hint={t('endHint')} />
    </ActForm>
  );
}
