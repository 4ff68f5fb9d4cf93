import { useCallback } from 'react';
import { useLocale } from 'use-intl';

export interface BilingualText {
  vi: string;
  en?: string;
}

/** Content in the reader's language where it exists, else in Vietnamese. */
export function useContentText(): (text: BilingualText) => string {
  const locale = useLocale();
  return useCallback((text) => (locale === 'en' && text.en ? text.en : text.vi), [locale]);
}

/** The same as an element, marked as Vietnamese for screen readers where the page around it is English. */
export function Content({ of }: { of: BilingualText }) {
  const locale = useLocale();
  if (locale === 'en' && !of.en) return <span lang="vi">{of.vi}</span>;
  return <>{locale === 'en' ? of.en : of.vi}</>;
}
