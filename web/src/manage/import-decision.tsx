import { useId, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportCandidate, ImportDecision, ImportRow } from '../api/types.js';
import { useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { Tag } from '../ui/tag.js';
import { useTerm, useTitleName, type RowValue } from './import-row-words.js';
import styles from './import.module.css';

type Fact = 'fullName' | 'birthDate' | 'memberCode' | 'office';
type Facts = Record<Fact, string | null>;

const FACTS: Fact[] = ['fullName', 'birthDate', 'memberCode', 'office'];

function useFactsOf() {
  const formats = useFormats();
  const titleName = useTitleName();
  const content = useContentText();
  const term = useTerm();
  const dayOf = (day: string | null): string | null => (day ? formats.date(day) : null);
  const office = (title: string, from: string | null, to: string | null): string =>
    [title, term(from, to)].filter(Boolean).join(' · ');
  const textOf = (value: RowValue, key: string): string | null => {
    const found = value[key];
    return found === null || found === undefined ? null : String(found);
  };
  return {
    row: (value: RowValue): Facts => ({
      fullName: textOf(value, 'fullName'),
      birthDate: dayOf(textOf(value, 'birthDate')),
      memberCode: textOf(value, 'memberCode'),
      office: office(titleName(textOf(value, 'titleCode') ?? ''), textOf(value, 'validFrom'), textOf(value, 'validTo')),
    }),
    candidate: ({ fullName, birthDate, memberCode, offices }: ImportCandidate): Facts => ({
      ...{ fullName, birthDate: dayOf(birthDate), memberCode },
      office: offices.map(({ title, validFrom, validTo }) => office(content(title), validFrom, validTo)).join('; '),
    }),
  };
}

/** What is known of somebody; where it differs from the row, that is said. */
function FactList({ facts, against }: { facts: Facts; against?: Facts }) {
  const t = useTranslations('imports');
  return (
    <dl className={styles.pairs}>
      {FACTS.map((key) => {
        const [own, other] = [facts[key], against?.[key]];
        const differs = key !== 'office' && own !== null && other !== null && other !== undefined && own !== other;
        return (
          <div key={key}>
            <dt>{t(`facts.${key}`)}</dt>
            <dd>
              {own || <span className={styles.facts}>{t('notGiven')}</span>}
              {differs && <Tag tone="gold">{t('differs')}</Tag>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface OptionProps {
  name: string;
  checked: boolean;
  onPick(): void;
  label: string;
  children?: ReactNode;
}

function Option({ name, checked, onPick, label, children }: OptionProps) {
  return (
    <label className={styles.option}>
      <input type="radio" name={name} checked={checked} onChange={onPick} />
      <span>
        <strong>{label}</strong>
        {children}
      </span>
    </label>
  );
}

interface DecisionCardProps {
  row: ImportRow;
  value: ImportDecision | undefined;
  onChange(decision: ImportDecision): void;
}

/** The row beside those whom it may be about. */
export function DecisionCard({ row, value, onChange }: DecisionCardProps) {
  const t = useTranslations('imports.decide');
  const factsOf = useFactsOf();
  const name = useId();
  const { number, candidates, candidateRow } = row;
  const facts = factsOf.row(row.value ?? {});
  const isSame = value?.choice === 'same-person';
  return (
    <fieldset className={styles.decision}>
      <legend>{t('question', { number, name: facts.fullName ?? '' })}</legend>
      <div className={styles.beside}>
        <div className={styles.inFile}>
          <p className={styles.facts}>{t('inFile', { number })}</p>
          <FactList facts={facts} />
        </div>
        <div className={styles.options}>
          {candidates.map((candidate) => (
            <Option
              key={candidate.personId}
              name={name}
              checked={isSame && value.personId === candidate.personId}
              onPick={() => onChange({ row: number, choice: 'same-person', personId: candidate.personId })}
              label={t('same')}
            >
              <FactList facts={factsOf.candidate(candidate)} against={facts} />
            </Option>
          ))}
          {candidateRow !== null && (
            <Option
              name={name}
              checked={isSame && value.personId === undefined}
              onPick={() => onChange({ row: number, choice: 'same-person' })}
              label={t('sameAsRow', { number: candidateRow })}
            >
              <span className={styles.facts}>{t('sameAsRowText')}</span>
            </Option>
          )}
          <Option
            name={name}
            checked={value?.choice === 'new-person'}
            onPick={() => onChange({ row: number, choice: 'new-person' })}
            label={t('another')}
          >
            <span className={styles.facts}>{t('anotherText')}</span>
          </Option>
        </div>
      </div>
    </fieldset>
  );
}
