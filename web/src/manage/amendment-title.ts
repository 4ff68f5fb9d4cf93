import { useTranslations } from 'use-intl';
import type { Amendment } from '../api/types.js';

const NAMED = 8;

/** What an amendment is called: the articles and their document, or the document and what took its place. */
export function useAmendmentTitle(): (amendment: Amendment) => string {
  const t = useTranslations('lawDesk');
  return ({ kind, documentNumber, documentTitle, replacedByNumber, amendedBy, articles }) => {
    if (kind === 'replaced') return t('replacedTitle', { document: documentNumber, by: replacedByNumber ?? amendedBy });
    const numbers = articles.map(({ number }) => number);
    return t('amendedTitle', {
      numbers: numbers.slice(0, NAMED).join(', '),
      more: Math.max(0, numbers.length - NAMED),
      document: documentTitle,
    });
  };
}
