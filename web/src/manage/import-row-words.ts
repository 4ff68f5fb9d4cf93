import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { officeTitlesQuery } from '../api/people.js';
import type { Import, ImportRow } from '../api/types.js';
import { useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { dayBefore } from './unit-days.js';
import { useUnitWords } from './unit-words.js';

export type RowValue = NonNullable<ImportRow['value']>;

/** How many rows are written, by kind, those of which there are any; with `withSame` also those that say what is known. */
export function useWrites(counts: Import['counts'], withSame = false): string {
  const t = useTranslations('imports.writes');
  const kinds = withSame ? (['new', 'changed', 'same'] as const) : (['new', 'changed'] as const);
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(kind, { count: counts[kind] }))
    .join(', ');
}

const text = (value: RowValue, key: string): string => String(value[key] ?? '');

/** The name of an office by its code, as the reader calls it. */
export function useTitleName(): (code: string) => string {
  const { data: titles = [] } = useQuery(officeTitlesQuery);
  const content = useContentText();
  return (code) => {
    const title = titles.find((one) => one.code === code);
    return title ? content(title.name) : code;
  };
}

/** From when to when, both days included as people say it. */
export function useTerm(): (from: string | null, to: string | null) => string {
  const t = useTranslations('offices');
  const formats = useFormats();
  return (from, to) => {
    if (!from) return '';
    if (!to) return t('since', { from: formats.date(from) });
    return t('period', { from: formats.date(from), to: formats.date(dayBefore(to)) });
  };
}

function usePersonWords() {
  const t = useTranslations('imports');
  const genders = useTranslations('person.genders');
  const formats = useFormats();
  const titleName = useTitleName();
  const term = useTerm();
  const dateOf = (value: RowValue): string => {
    const day = text(value, 'birthDate');
    return day && t('born', { date: formats.date(day) });
  };
  return {
    name: (value: RowValue) => text(value, 'fullName') || t('noName'),
    facts: (value: RowValue) => {
      const gender = `${text(value, 'gender')}` as 'female';
      const facts = [dateOf(value), gender && genders(gender), text(value, 'phone'), text(value, 'memberCode')];
      return facts.filter(Boolean).join(' · ');
    },
    place: (value: RowValue) => {
      const title = text(value, 'titleCode');
      return title && titleName(title);
    },
    placeFacts: (value: RowValue) =>
      [text(value, 'unitCode'), term(text(value, 'validFrom'), text(value, 'validTo'))].filter(Boolean).join(' · '),
  };
}

function useUnitRowWords() {
  const t = useTranslations('imports');
  const formats = useFormats();
  const words = useUnitWords();
  return {
    name: (value: RowValue) => text(value, 'name') || t('noName'),
    facts: (value: RowValue) => {
      const [kind, founded, members] = [text(value, 'kind'), text(value, 'foundedOn'), value.members ?? null];
      const facts = [
        text(value, 'code'),
        kind && words.kind({ kind }),
        founded && t('founded', { date: formats.date(founded) }),
        members !== null && t('members', { count: formats.number(Number(members)) }),
      ];
      return facts.filter(Boolean).join(' · ');
    },
    place: (value: RowValue) => text(value, 'parentCode'),
    placeFacts: () => '',
  };
}

/** A row in a few words: who or what, what is known of it, and where it belongs. */
export function useRowWords(kind: Import['kind']) {
  const person = usePersonWords();
  const unit = useUnitRowWords();
  return kind === 'people' ? person : unit;
}
