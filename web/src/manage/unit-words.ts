import { useTranslations } from 'use-intl';

interface Classified {
  tier: string;
  kind: string;
  sector: 'state' | 'non-state' | 'mixed';
}

/** Tier, kind and sector in words. Tiers and kinds are data: one that has no words yet is shown as it is written. */
export function useUnitWords() {
  const t = useTranslations('words');
  return {
    tier: ({ tier }: Pick<Classified, 'tier'>): string => {
      const key = `tiers.${tier}` as 'tiers.central';
      return t.has(key) ? t(key) : tier;
    },
    kind: ({ kind }: Pick<Classified, 'kind'>): string => {
      const key = `kinds.${kind}` as 'kinds.cdcs';
      return t.has(key) ? t(key) : kind;
    },
    sector: ({ sector }: Pick<Classified, 'sector'>): string => t(`sectors.${sector}`),
  };
}

/** The address of a unit's page, on the day that is being looked at. */
export const unitHref = (id: string, asOf?: string): string =>
  asOf === undefined ? `/ql/don-vi/${id}` : `/ql/don-vi/${id}?ngay=${asOf}`;
