import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fieldErrors } from '../api/problem.js';
import { authoriseTeaching } from '../api/teaching.js';
import { SelectField, TextField } from '../ui/fields.js';
import { useTopicName } from '../ui/topic-name.js';
import { ActForm, UNIT_ACT, useActChecks } from './unit-act-form.js';
import { today } from './unit-days.js';
import { UnitPicker, type PickedUnit } from './unit-picker.js';
import styles from './units.module.css';

interface NewTeaching {
  topic: string;
  unit: PickedUnit | null;
  validFrom: string;
  /** Empty when no end is known. */
  validTo: string;
  lawAsOf: string;
  document: { number: string; issuedOn: string; signer: string };
}

interface AuthoriseFormProps {
  personId: string;
  /** To choose from. */
  topics: string[];
  unit: PickedUnit | null;
  /** First day proposed, YYYY-MM-DD. */
  from?: string;
  onDone(): void;
}

const NO_DOCUMENT = { number: '', issuedOn: '', signer: '' };

/** Only what can be said before asking the server. */
function useChecks() {
  const t = useTranslations('authorise');
  const { needed, chosen } = useActChecks();
  // A paper is named whole or not at all.
  const ofPaper = (value: string, { document }: NewTeaching): string | null =>
    Object.values(document).some((part) => part.trim() !== '') ? needed(value) : null;
  return {
    topic: needed,
    unit: chosen,
    validFrom: needed,
    validTo: (value: string, { validFrom }: NewTeaching) => (value === '' || value > validFrom ? null : t('order')),
    lawAsOf: (value: string, { validFrom }: NewTeaching) => needed(value) ?? (value <= validFrom ? null : t('lawLate')),
    document: { number: ofPaper, issuedOn: ofPaper, signer: ofPaper },
  };
}

function DocumentFields({ form }: { form: UseFormReturnType<NewTeaching> }) {
  const t = useTranslations('authorise');
  return (
    <fieldset className={styles.paper}>
      <legend>{t('document')}</legend>
      <p className={styles.facts}>{t('documentHint')}</p>
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        maxLength={100}
        {...form.getInputProps('document.number')}
      />
      <TextField label={t('issuedOn')} type="date" {...form.getInputProps('document.issuedOn')} />
      <TextField label={t('signer')} maxLength={200} {...form.getInputProps('document.signer')} />
    </fieldset>
  );
}

/** Lets somebody teach a topic for a unit and those below it, on the law of a day, by a decision. */
export function AuthoriseForm({ personId, topics, unit, from = today(), onDone }: AuthoriseFormProps) {
  const t = useTranslations('authorise');
  const topicName = useTopicName();
  const queries = useQueryClient();
  const form = useForm<NewTeaching>({
    initialValues: {
      ...{ topic: topics.length === 1 ? (topics[0] ?? '') : '', unit, validFrom: from, validTo: '' },
      ...{ lawAsOf: from < today() ? from : today(), document: NO_DOCUMENT },
    },
    validate: useChecks(),
  });
  const authorising = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: ({ topic, unit: picked, validFrom, validTo, lawAsOf, document }: NewTeaching) =>
      authoriseTeaching(queries, {
        ...{ personId, topic, organisationId: picked?.id ?? '', validFrom, lawAsOf },
        ...(validTo === '' ? {} : { validTo }),
        ...(document.number.trim() === '' ? {} : { document }),
      }),
    onSuccess: onDone,
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const choices = topics.map((value) => ({ value, label: topicName(value) }));
  return (
    <ActForm error={authorising.error} onSubmit={form.onSubmit((values) => authorising.mutate(values))}>
      <SelectField
        label={t('topic')}
        data={[{ value: '', label: t('chooseTopic') }, ...choices]}
        {...form.getInputProps('topic')}
      />
      <UnitPicker
        label={t('unit')}
        value={form.getValues().unit}
        error={form.errors['unit'] as string | undefined}
        onChange={(picked) => form.setFieldValue('unit', picked)}
      />
      <div className={styles.days}>
        <TextField label={t('from')} type="date" {...form.getInputProps('validFrom')} />
        <TextField label={t('to')} type="date" {...form.getInputProps('validTo')} />
      </div>
      <p className={styles.facts}>{t('toHint')}</p>
      <TextField label={t('lawAsOf')} hint={t('lawAsOfHint')} type="date" {...form.getInputProps('lawAsOf')} />
      <DocumentFields form={form} />
    </ActForm>
  );
}
