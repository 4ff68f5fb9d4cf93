import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { NewUnit, Unit } from '../api/types.js';
import { kindsQuery } from '../api/units.js';
import { useContentText } from '../i18n/bilingual.js';
import { SelectField, TextField } from '../ui/fields.js';

/** As typed; the tier is that of the kind. */
export type TypedUnit = Omit<NewUnit, 'tier'>;

/** A new unit of the kind of the one it comes from, until somebody says otherwise. */
export const unitLike = ({ kind, sector }: Pick<Unit, 'kind' | 'sector'>): TypedUnit => ({
  ...{ name: '', code: '', kind },
  sector: sector,
});

/** Completes a typed unit by the tier of its kind. */
export function useWithTier(): (unit: TypedUnit) => NewUnit {
  const kinds = useQuery(kindsQuery).data?.kinds ?? [];
  return ({ name, code, kind, sector }) => ({
    ...{ name: name.trim(), code: code.trim(), kind, sector },
    tier: kinds.find((one) => one.code === kind)?.tier ?? '',
  });
}

interface NewUnitFieldsProps {
  getInputProps: UseFormReturnType<object>['getInputProps'];
  /** Where in the form the unit stands, such as `fresh` or `parts.0`. */
  path: string;
}

/** Name, code, kind and sector of a unit that comes into being. */
export function NewUnitFields({ getInputProps, path }: NewUnitFieldsProps) {
  const t = useTranslations('acts');
  const sectors = useTranslations('words.sectors');
  const text = useContentText();
  const kinds = useQuery(kindsQuery).data?.kinds ?? [];
  const props = (field: keyof TypedUnit) => getInputProps(`${path}.${field}` as never);
  return (
    <>
      <TextField label={t('name')} maxLength={200} {...props('name')} />
      <TextField label={t('code')} hint={t('codeHint')} maxLength={40} {...props('code')} />
      <SelectField
        label={t('kind')}
        data={kinds
          .filter(({ validTo }) => validTo === null)
          .map(({ code, name }) => ({ value: code, label: text(name) }))}
        {...props('kind')}
      />
      <SelectField
        label={t('sector')}
        data={(['state', 'non-state', 'mixed'] as const).map((value) => ({ value, label: sectors(value) }))}
        {...props('sector')}
      />
    </>
  );
}
