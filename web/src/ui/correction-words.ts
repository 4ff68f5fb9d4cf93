import { useTranslations } from 'use-intl';
import type { OwnCorrection } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What somebody wishes to stand in the register, as people write it; null when they said it in a note. */
export function useWishedValue(): (request: Pick<OwnCorrection, 'field' | 'wishedValue'>) => string | null {
  const t = useTranslations('corrections');
  const formats = useFormats();
  return ({ field, wishedValue }) => {
    if (wishedValue === null) return null;
    if (field === 'gender') return t(`genders.${wishedValue as 'female'}`);
    return field === 'birth-date' && DAY.test(wishedValue) ? formats.date(wishedValue) : wishedValue;
  };
}
