import { useTranslations } from 'use-intl';
import type { QuestionVersion } from '../../api/questions.js';
import { useFormats } from '../../i18n/formats.js';
import { Tag } from '../../ui/tag.js';
import { BlockPair } from '../review-difference.js';
import styles from './bank.module.css';
import { MissedLine } from './missed-line.js';

function Changes({ changes }: { changes: NonNullable<QuestionVersion['changes']> }) {
  const t = useTranslations('bank.history');
  const blocks = changes.words.filter(({ kind }) => kind !== 'same');
  return (
    <details className={styles.changes}>
      <summary>{t('changes')}</summary>
      {changes.facts.length > 0 && (
        <p>{t('facts', { facts: changes.facts.map((fact) => t(`fact.${fact}`)).join(', ') })}</p>
      )}
      {blocks.length === 0 && <p>{t('sameWords')}</p>}
      {blocks.map((block, at) => (
        <BlockPair key={at} block={block} />
      ))}
    </details>
  );
}

/** Every wording of a question: when it was written, what became different, and how it was answered. */
export function BankHistory({ versions }: { versions: QuestionVersion[] }) {
  const t = useTranslations('bank.history');
  const formats = useFormats();
  return (
    <ol className={styles.versions} reversed>
      {versions.map(({ number, createdAt, inUse, answered, missed, changes }) => (
        <li key={number}>
          <p className={styles.versionHead}>
            <strong>{t('version', { number, date: formats.date(createdAt) })}</strong>
            {inUse && <Tag tone="good">{t('inUse')}</Tag>}
          </p>
          <MissedLine answered={answered} missed={missed} />
          {changes ? <Changes changes={changes} /> : <p className={styles.soft}>{t('first')}</p>}
        </li>
      ))}
    </ol>
  );
}
