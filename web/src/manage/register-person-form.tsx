import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { officeTitlesQuery, registerPerson } from '../api/people.js';
import { fieldErrors, isProblem } from '../api/problem.js';
import type { Person } from '../api/types.js';
import { unitQuery } from '../api/units.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { SelectField, TextField } from '../ui/fields.js';
import { Loading } from '../ui/states.js';
import { ActForm, UNIT_ACT, useActChecks } from './unit-act-form.js';
import { today } from './unit-days.js';
import { UnitPicker, type PickedUnit } from './unit-picker.js';
import styles from './units.module.css';

const GENDERS = ['female', 'male', 'other'] as const;

interface NewPerson {
  fullName: string;
  /** YYYY-MM-DD, or empty. */
  birthDate: string;
  gender: (typeof GENDERS)[number] | '';
  unit: PickedUnit | null;
  titleCode: string;
  validFrom: string;
}

function useRegistering(onDone: (person: Person) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: ({ unit, titleCode, validFrom, ...given }: NewPerson & { isAnother: boolean }) =>
      registerPerson(queries, {
        ...{ fullName: given.fullName, office: { organisationId: unit?.id ?? '', titleCode, validFrom } },
        ...(given.birthDate === '' ? {} : { birthDate: given.birthDate }),
        ...(given.gender === '' ? {} : { gender: given.gender }),
        ...(given.isAnother ? { isAnother: true } : {}),
      }),
    onSuccess: onDone,
  });
}

interface FormProps {
  unit: PickedUnit | null;
  onDone(person: Person): void;
}

function Form({ unit, onDone }: FormProps) {
  const t = useTranslations('people');
  const offices = useTranslations('offices');
  const words = useTranslations('person');
  const text = useContentText();
  const titles = useQuery(officeTitlesQuery).data ?? [];
  const { needed, chosen } = useActChecks();
  const form = useForm<NewPerson>({
    initialValues: {
      ...{ fullName: '', birthDate: '', gender: '', unit },
      ...{ titleCode: 'uy-vien-bch', validFrom: today() },
    },
    validate: { fullName: needed, unit: chosen, validFrom: needed },
  });
  const registering = useRegistering(onDone);
  const send = (values: NewPerson, isAnother = false): void =>
    registering.mutate({ ...values, isAnother }, { onError: (error) => form.setErrors(fieldErrors(error)) });
  return (
    <ActForm error={registering.error} onSubmit={form.onSubmit((values) => send(values))}>
      <p className={styles.facts}>{t('addLead')}</p>
      <TextField label={offices('fullName')} autoComplete="off" maxLength={120} {...form.getInputProps('fullName')} />
      <TextField
        label={offices('birthDate')}
        hint={offices('birthHint')}
        type="date"
        min="1929-01-01"
        max={today()}
        {...form.getInputProps('birthDate')}
      />
      <SelectField
        label={t('gender')}
        data={[
          { value: '', label: t('noGender') },
          ...GENDERS.map((value) => ({ value, label: words(`genders.${value}`) })),
        ]}
        {...form.getInputProps('gender')}
      />
      <UnitPicker
        label={t('unit')}
        value={form.getValues().unit}
        error={form.errors.unit as string | undefined}
        onChange={(picked) => form.setFieldValue('unit', picked)}
      />
      <SelectField
        label={offices('office')}
        data={titles.map(({ code, name }) => ({ value: code, label: text(name) }))}
        {...form.getInputProps('titleCode')}
      />
      <TextField label={offices('from')} type="date" {...form.getInputProps('validFrom')} />
      {isProblem(registering.error, 'namesake-in-unit') && (
        <div>
          <ActionButton look="quiet" onClick={() => send(form.getValues(), true)}>
            {offices('isAnother')}
          </ActionButton>
        </div>
      )}
    </ActForm>
  );
}

/** Somebody who is not in the register yet, with their first office; `unitId`: the unit that is looked at. */
export function RegisterPersonForm({ unitId, onDone }: { unitId?: string; onDone(person: Person): void }) {
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== undefined });
  if (unitId !== undefined && unit.isPending) return <Loading lines={6} />;
  return <Form unit={unit.data ? { id: unit.data.id, name: unit.data.name } : null} onDone={onDone} />;
}
