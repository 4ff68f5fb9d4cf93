import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { unmask } from '../api/people.js';
import { fieldErrors } from '../api/problem.js';
import { AreaField } from '../ui/fields.js';
import { ActForm, UNIT_ACT } from './unit-act-form.js';

export type Unmasked = Awaited<ReturnType<typeof unmask>>;

const LEAST = 5;

/** Asks why the full data are needed; the answer is recorded with the look. */
export function UnmaskForm({ personId, onShown }: { personId: string; onShown(data: Unmasked): void }) {
  const t = useTranslations('person');
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim().length >= LEAST ? null : t('reasonMissing')) },
  });
  const looking = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: (reason: string) => unmask(personId, reason),
    onSuccess: onShown,
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <ActForm error={looking.error} onSubmit={form.onSubmit(({ reason }) => looking.mutate(reason.trim()))}>
      <AreaField
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={500}
        rows={3}
        {...form.getInputProps('reason')}
      />
    </ActForm>
  );
}
