import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import type { Unit } from '../api/types.js';
import { TextField } from '../ui/fields.js';
import { ActForm, DateAndReason, useActChecks, useUnitAct, type Dated } from './unit-act-form.js';
import { today } from './unit-days.js';
import { UnitPicker, type PickedUnit } from './unit-picker.js';
import styles from './units.module.css';

interface FormProps {
  unit: Unit;
  onDone(message: string): void;
}

const undated = (): Dated => ({ onDate: today(), reason: '' });

const dated = ({ onDate, reason }: Dated): Dated => ({ onDate, reason: reason.trim() });

export function RenameForm({ unit, onDone }: FormProps) {
  const t = useTranslations('acts');
  const { needed } = useActChecks();
  const form = useForm({
    initialValues: { ...undated(), name: unit.name },
    validate: { name: needed, onDate: needed },
  });
  const act = useUnitAct(unit.id, onDone, form);
  return (
    <ActForm
      error={act.error}
      onSubmit={form.onSubmit((values) => act.mutate({ kind: 'rename', name: values.name, ...dated(values) }))}
    >
      <TextField label={t('newName')} hint={t('renameText')} maxLength={200} {...form.getInputProps('name')} />
      <DateAndReason getInputProps={form.getInputProps} label={t('onDate')} hint={t('onDateHint')} />
    </ActForm>
  );
}

export function MoveForm({ unit, onDone }: FormProps) {
  const t = useTranslations('acts');
  const { needed, chosen } = useActChecks();
  const form = useForm<Dated & { parent: PickedUnit | null }>({
    initialValues: { ...undated(), parent: null },
    validate: { parent: chosen, onDate: needed },
  });
  const act = useUnitAct(unit.id, onDone, form);
  const { parent } = form.getValues();
  return (
    <ActForm
      error={act.error}
      onSubmit={form.onSubmit((values) =>
        act.mutate({ kind: 'move', parentId: values.parent?.id ?? '', ...dated(values) }),
      )}
    >
      <UnitPicker
        label={t('newParent')}
        value={parent}
        except={unit.id}
        error={form.errors.parent as string | undefined}
        onChange={(picked) => form.setFieldValue('parent', picked)}
      />
      <DateAndReason getInputProps={form.getInputProps} label={t('onDate')} hint={t('moveText')} />
    </ActForm>
  );
}

export function CountForm({ unit, onDone }: FormProps) {
  const t = useTranslations('acts');
  const { needed, number } = useActChecks();
  const form = useForm({
    initialValues: {
      ...undated(),
      members: unit.headCount ? String(unit.headCount.members) : '',
      workers: unit.headCount ? String(unit.headCount.workers) : '',
    },
    validate: { members: number, workers: number, onDate: needed },
  });
  const act = useUnitAct(unit.id, onDone, form);
  const record = (values: Dated & { members: string; workers: string }): void =>
    act.mutate({
      ...{ kind: 'count', members: Number(values.members), workers: Number(values.workers) },
      ...dated(values),
    });
  return (
    <ActForm error={act.error} onSubmit={form.onSubmit(record)}>
      <TextField label={t('members')} inputMode="numeric" maxLength={9} {...form.getInputProps('members')} />
      <TextField
        label={t('workers')}
        hint={t('workersHint')}
        inputMode="numeric"
        maxLength={9}
        {...form.getInputProps('workers')}
      />
      <DateAndReason getInputProps={form.getInputProps} label={t('countDate')} hint={t('countDateHint')} />
    </ActForm>
  );
}

export function AbolishForm({ unit, onDone }: FormProps) {
  const t = useTranslations('acts');
  const { needed } = useActChecks();
  const form = useForm({ initialValues: undated(), validate: { onDate: needed } });
  const act = useUnitAct(unit.id, onDone, form);
  return (
    <ActForm error={act.error} onSubmit={form.onSubmit((values) => act.mutate({ kind: 'abolish', ...dated(values) }))}>
      <p className={styles.facts}>{t('abolishText')}</p>
      <DateAndReason getInputProps={form.getInputProps} label={t('abolishDate')} hint={t('abolishHint')} />
    </ActForm>
  );
}
