import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { recordReplacement } from '../api/law-desk.js';
import { lawDocumentsQuery } from '../api/library.js';
import { fieldErrors } from '../api/problem.js';
import { AreaField, SelectField } from '../ui/fields.js';
import { ActSheet } from './act-sheet.js';
import { EMPTY_CHANGE, LawChangeFields, type LawChangeValues } from './amendment-fields.js';
import { readMapping } from './article-mapping.js';
import { ActForm, UNIT_ACT, useActChecks } from './unit-act-form.js';

interface Values extends LawChangeValues {
  code: string;
  byCode: string;
  mapping: string;
}

/** The form for a document that gave way to another, with the table of articles. */
export function ReplacementForm({
  opened,
  onClose,
  onDone,
}: {
  opened: boolean;
  onClose(): void;
  onDone(id: string): void;
}) {
  const t = useTranslations('lawDesk');
  const queries = useQueryClient();
  const { needed } = useActChecks();
  const documents = useQuery(lawDocumentsQuery).data ?? [];
  const form = useForm<Values>({
    initialValues: { ...EMPTY_CHANGE, code: '', byCode: '', mapping: '' },
    validate: {
      ...{ code: needed, byCode: needed, effectiveOn: needed, amendedBy: needed, source: needed, reason: needed },
      mapping: (text, { code, byCode }) => {
        const read = readMapping(text, { from: code, to: byCode });
        return typeof read === 'string' ? t('mappingLine', { line: read }) : null;
      },
    },
  });
  const recording = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: ({ code, mapping, ...rest }: Values) => {
      const read = readMapping(mapping, { from: code, to: rest.byCode });
      return recordReplacement(queries, code, { ...rest, mapping: typeof read === 'string' ? [] : read });
    },
    onSuccess: (id) => {
      form.reset();
      onDone(id);
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const choices = [
    { value: '', label: t('chooseDocument') },
    ...documents.map(({ code, number, title }) => ({ value: code, label: `${number} – ${title}` })),
  ];
  return (
    <ActSheet opened={opened} onClose={onClose} title={t('recordReplacement')} submit={t('save')}>
      <ActForm error={recording.error} onSubmit={form.onSubmit((values) => recording.mutate(values))}>
        <SelectField label={t('oldDocument')} data={choices} {...form.getInputProps('code')} />
        <SelectField label={t('newDocument')} data={choices} {...form.getInputProps('byCode')} />
        <AreaField label={t('mapping')} hint={t('mappingHint')} rows={6} {...form.getInputProps('mapping')} />
        <LawChangeFields getInputProps={form.getInputProps} />
      </ActForm>
    </ActSheet>
  );
}
