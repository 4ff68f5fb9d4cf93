import { useTranslations } from 'use-intl';
import type { TeachingAuthorisation } from '../api/teaching.js';
import { useFormats } from '../i18n/formats.js';
import { Tag } from './tag.js';
import styles from './teaching-facts.module.css';
import { useTopicName } from './topic-name.js';

const DAY_MS = 86_400_000;

/** The last day of a half-open period. */
export const lastDay = (end: string): string => new Date(Date.parse(end) - DAY_MS).toISOString().slice(0, 10);

/** A topic that somebody may teach: for whom, until when, on which law, and by which decision. */
export function TeachingFacts({ of }: { of: TeachingAuthorisation }) {
  const t = useTranslations('teaching');
  const topic = useTopicName();
  const formats = useFormats();
  const { validFrom, validTo, document } = of;
  const from = formats.date(validFrom);
  return (
    <div>
      <p className={styles.top}>
        <strong>{topic(of.topic)}</strong>
        <Tag tone={of.isInForce ? 'good' : 'neutral'}>{of.isInForce ? t('inForce') : t('notInForce')}</Tag>
      </p>
      <p>{validTo === null ? t('since', { from }) : t('period', { from, to: formats.date(lastDay(validTo)) })}</p>
      <p className={styles.soft}>
        {t('lawAsOf', { day: formats.date(of.lawAsOf) })} · {t('reach', { unit: of.organisation.name })}
      </p>
      <p className={styles.soft}>
        {document === null
          ? t('noDocument', { by: of.grantedBy.fullName })
          : t('document', {
              ...{ number: document.number, day: formats.date(document.issuedOn), signer: document.signer },
              by: of.grantedBy.fullName,
            })}
      </p>
    </div>
  );
}
