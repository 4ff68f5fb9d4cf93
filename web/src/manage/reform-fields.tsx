import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { AreaField, TextField } from '../ui/fields.js';
import { today } from './unit-days.js';
import styles from './manage.module.css';

/** What a merger and a split both ask for. */
export interface Decided {
  /** YYYY-MM-DD */
  onDate: string;
  /** Number and day of the official decision, as it is written there. */
  decision: string;
  reason: string;
}

export const undecided = (): Decided => ({ onDate: today(), decision: '', reason: '' });

/** The day, and the decision with the reason as one sentence for the record. */
export function useActOf(): (decided: Decided) => { onDate: string; reason?: string } {
  const t = useTranslations('reform');
  return ({ onDate, decision, reason }) => {
    const said = [decision.trim() && t('byDecision', { decision: decision.trim() }), reason.trim()].filter(Boolean);
    return { onDate, ...(said.length > 0 ? { reason: said.join(' ') } : {}) };
  };
}

export function DecisionFields({ getInputProps }: { getInputProps: UseFormReturnType<object>['getInputProps'] }) {
  const t = useTranslations('reform');
  const acts = useTranslations('acts');
  const props = (field: keyof Decided) => getInputProps(field as never);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('basis')}</legend>
      <TextField
        {...{ label: acts('onDate'), hint: acts('onDateHint'), type: 'date', min: '1929-01-01', max: '2099-12-31' }}
        {...props('onDate')}
      />
      <TextField label={t('decision')} hint={t('decisionHint')} maxLength={120} {...props('decision')} />
      <AreaField label={acts('reason')} hint={acts('reasonHint')} maxLength={350} rows={2} {...props('reason')} />
    </fieldset>
  );
}
