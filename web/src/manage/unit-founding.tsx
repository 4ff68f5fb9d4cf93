import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMessages, useTranslations } from 'use-intl';
import { fieldErrors } from '../api/problem.js';
import type { Founding, Unit } from '../api/types.js';
import { foundUnit } from '../api/units.js';
import { SelectField, TextField } from '../ui/fields.js';
import { ActForm, UNIT_ACT, useActChecks } from './unit-act-form.js';
import { today } from './unit-days.js';

type WordsOf = 'tiers' | 'kinds' | 'sectors';

/** The catalogue's own lists: tiers and kinds are data, these are the ones that have names. */
function useOptions(list: WordsOf) {
  const words = (useMessages().words as Record<WordsOf, Record<string, string>>)[list];
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** A new unit below this one. */
export function FoundForm({ parent, onFounded }: { parent: Unit; onFounded(unit: Unit): void }) {
  const t = useTranslations('acts');
  const queries = useQueryClient();
  const { needed } = useActChecks();
  const [tiers, kinds, sectors] = [useOptions('tiers'), useOptions('kinds'), useOptions('sectors')];
  const form = useForm<Omit<Founding, 'parentId' | 'decisionId'>>({
    initialValues: {
      ...{ name: '', code: '', tier: 'grassroots', kind: 'cdcs', sector: 'non-state', foundedOn: today() },
    },
    validate: { name: needed, code: needed, foundedOn: needed },
  });
  const founding = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: (values: typeof form.values) => foundUnit(queries, { ...values, parentId: parent.id }),
    onSuccess: onFounded,
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <ActForm error={founding.error} onSubmit={form.onSubmit((values) => founding.mutate(values))}>
      <TextField label={t('name')} maxLength={200} {...form.getInputProps('name')} />
      <TextField label={t('code')} hint={t('codeHint')} maxLength={40} {...form.getInputProps('code')} />
      <SelectField label={t('kind')} data={kinds} {...form.getInputProps('kind')} />
      <SelectField
        label={t('tier')}
        data={tiers.filter(({ value }) => value !== 'central')}
        {...form.getInputProps('tier')}
      />
      <SelectField label={t('sector')} data={sectors} {...form.getInputProps('sector')} />
      <TextField
        label={t('foundDate')}
        hint={t('onDateHint')}
        type="date"
        min="1929-01-01"
        max="2099-12-31"
        {...form.getInputProps('foundedOn')}
      />
    </ActForm>
  );
}
