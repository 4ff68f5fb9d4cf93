import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { appoint, officeTitlesQuery, registerPerson } from '../api/people.js';
import { fieldErrors, isProblem } from '../api/problem.js';
import type { Unit } from '../api/types.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { SelectField, TextField } from '../ui/fields.js';
import { PersonPicker, type PickedPerson } from './person-picker.js';
import { ActForm, UNIT_ACT, useActChecks } from './unit-act-form.js';
import { today } from './unit-days.js';

interface Appointment {
  who: 'known' | 'new';
  person: PickedPerson | null;
  fullName: string;
  birthDate: string;
  titleCode: string;
  validFrom: string;
}

function useAppointing(unit: Unit, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: async (given: Appointment & { isAnother: boolean }): Promise<void> => {
      const { person, titleCode, validFrom, fullName, birthDate, isAnother } = given;
      if (given.who === 'known') {
        return appoint(queries, unit.id, { personId: person?.id ?? '', titleCode, validFrom });
      }
      const office = { organisationId: unit.id, titleCode, validFrom };
      const born = birthDate === '' ? {} : { birthDate };
      await registerPerson(queries, { fullName, ...born, office, ...(isAnother ? { isAnother } : {}) });
    },
    onSuccess: onDone,
  });
}

/** An office for somebody who is in the register already, or for a new person. */
export function AppointForm({ unit, onDone }: { unit: Unit; onDone(): void }) {
  const t = useTranslations('offices');
  const text = useContentText();
  const titles = useQuery(officeTitlesQuery).data ?? [];
  const { needed } = useActChecks();
  const form = useForm<Appointment>({
    initialValues: {
      ...{ who: 'known', person: null, fullName: '', birthDate: '' },
      ...{ titleCode: 'uy-vien-bch', validFrom: today() },
    },
    validate: {
      person: (value, { who }) => (who === 'known' && value === null ? t('pickPerson') : null),
      fullName: (value, { who }) => (who === 'new' ? needed(value) : null),
      validFrom: needed,
    },
  });
  const appointing = useAppointing(unit, onDone);
  const send = (values: Appointment, isAnother = false): void =>
    appointing.mutate({ ...values, isAnother }, { onError: (error) => form.setErrors(fieldErrors(error)) });
  const { who, person } = form.getValues();
  return (
    <ActForm error={appointing.error} onSubmit={form.onSubmit((values) => send(values))}>
      <Choice
        label={t('who')}
        value={who}
        onChange={(value) => form.setFieldValue('who', value)}
        options={[
          { value: 'known', label: t('known') },
          { value: 'new', label: t('new') },
        ]}
      />
      {who === 'known' ? (
        <PersonPicker
          value={person}
          error={form.errors.person as string | undefined}
          onChange={(picked) => form.setFieldValue('person', picked)}
        />
      ) : (
        <>
          <TextField label={t('fullName')} maxLength={120} {...form.getInputProps('fullName')} />
          <TextField label={t('birthDate')} hint={t('birthHint')} type="date" {...form.getInputProps('birthDate')} />
        </>
      )}
      <SelectField
        label={t('office')}
        data={titles.map(({ code, name }) => ({ value: code, label: text(name) }))}
        {...form.getInputProps('titleCode')}
      />
      <TextField label={t('from')} type="date" {...form.getInputProps('validFrom')} />
      {isProblem(appointing.error, 'namesake-in-unit') && (
        <div>
          <ActionButton look="quiet" onClick={() => send(form.getValues(), true)}>
            {t('isAnother')}
          </ActionButton>
        </div>
      )}
    </ActForm>
  );
}
