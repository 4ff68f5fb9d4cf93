import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { recordWording } from '../api/law-desk.js';
import { lawSearchQuery } from '../api/library.js';
import { fieldErrors } from '../api/problem.js';
import { AreaField, SelectField, TextField } from '../ui/fields.js';
import { ActSheet } from './act-sheet.js';
import { EMPTY_CHANGE, LawChangeFields, type LawChangeValues } from './amendment-fields.js';
import { ActForm, UNIT_ACT, useActChecks } from './unit-act-form.js';

interface Values extends LawChangeValues {
  code: string;
  summary: string;
}

const ENOUGH = 2;

/** Finds an article by number and words, then one of those found is chosen. */
function ArticleField({ form }: { form: UseFormReturnType<Values> }) {
  const t = useTranslations('lawDesk');
  const [typed, setTyped] = useState('');
  const query = useQuery({ ...lawSearchQuery(typed.trim(), null), enabled: typed.trim().length >= ENOUGH });
  const hits = typed.trim().length >= ENOUGH ? (query.data ?? []) : [];
  return (
    <>
      <TextField
        label={t('findArticle')}
        hint={t('findArticleHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <SelectField
        label={t('whichArticle')}
        data={[
          { value: '', label: t('choose', { count: hits.length }) },
          ...hits.map(({ code, number, title, documentTitle }) => ({
            value: code,
            label: t('hit', { number, title, document: documentTitle }),
          })),
        ]}
        {...form.getInputProps('code')}
      />
    </>
  );
}

/** The form for a new wording of an article. */
export function AmendmentForm({
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
  const form = useForm<Values>({
    initialValues: { ...EMPTY_CHANGE, code: '', summary: '' },
    validate: { code: needed, summary: needed, effectiveOn: needed, amendedBy: needed, source: needed, reason: needed },
  });
  const recording = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: ({ code, ...wording }: Values) => recordWording(queries, code, wording),
    onSuccess: (id) => {
      form.reset();
      onDone(id);
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <ActSheet opened={opened} onClose={onClose} title={t('record')} submit={t('save')}>
      <ActForm error={recording.error} onSubmit={form.onSubmit((values) => recording.mutate(values))}>
        <ArticleField form={form} />
        <AreaField
          label={t('summary')}
          hint={t('summaryHint')}
          rows={5}
          maxLength={5000}
          {...form.getInputProps('summary')}
        />
        <LawChangeFields getInputProps={form.getInputProps} />
      </ActForm>
    </ActSheet>
  );
}
