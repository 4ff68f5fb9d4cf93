import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { grantRole } from '../api/people.js';
import { fieldErrors } from '../api/problem.js';
import type { Person, RoleGrant } from '../api/types.js';
import { SelectField, TextField } from '../ui/fields.js';
import { ActForm, UNIT_ACT, useActChecks } from './unit-act-form.js';
import { today } from './unit-days.js';
import { UnitPicker, type PickedUnit } from './unit-picker.js';

const ROLES = [
  'learner',
  'lecturer',
  'reviewer',
  'school-officer',
  'unit-officer',
  'federation-officer',
  'auditor',
  'administrator',
] as const satisfies RoleGrant['role'][];

interface NewGrant {
  role: RoleGrant['role'];
  unit: PickedUnit | null;
  validFrom: string;
  /** Empty for as long as nobody revokes it. */
  validTo: string;
}

/** A role on a unit and all below it, for a period. */
export function GrantForm({ person, onDone }: { person: Person; onDone(): void }) {
  const t = useTranslations('person');
  const roles = useTranslations('roles');
  const queries = useQueryClient();
  const { needed, chosen } = useActChecks();
  const first = person.offices[0]?.organisation;
  const form = useForm<NewGrant>({
    initialValues: {
      ...{ role: 'learner', validFrom: today(), validTo: '' },
      unit: first ? { id: first.id, name: first.name } : null,
    },
    validate: { unit: chosen, validFrom: needed },
  });
  const granting = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: ({ role, unit, validFrom, validTo }: NewGrant) =>
      grantRole(queries, {
        ...{ personId: person.id, role, organisationId: unit?.id ?? '', validFrom },
        ...(validTo === '' ? {} : { validTo }),
      }),
    onSuccess: onDone,
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <ActForm error={granting.error} onSubmit={form.onSubmit((values) => granting.mutate(values))}>
      <SelectField
        label={t('role')}
        data={ROLES.map((value) => ({ value, label: roles(value) }))}
        {...form.getInputProps('role')}
      />
      <UnitPicker
        label={t('on')}
        value={form.getValues().unit}
        error={form.errors.unit as string | undefined}
        onChange={(picked) => form.setFieldValue('unit', picked)}
      />
      <TextField label={t('from')} hint={t('fromHint')} type="date" {...form.getInputProps('validFrom')} />
      <TextField label={t('to')} hint={t('toHint')} type="date" {...form.getInputProps('validTo')} />
    </ActForm>
  );
}
