import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { unitsQuery } from '../api/units.js';
import { ActionButton } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Failure, Loading } from '../ui/states.js';
import { useUnitWords } from './unit-words.js';
import styles from './units.module.css';

export interface PickedUnit {
  id: string;
  name: string;
}

interface UnitPickerProps {
  label: string;
  value: PickedUnit | null;
  onChange(unit: PickedUnit | null): void;
  /** A unit that cannot be chosen. */
  except?: string;
  /** The units below this one are offered before anything is typed; the top of one's own when absent. */
  near?: string;
  error?: string;
}

const PAUSE_MS = 300;

interface ChoicesProps extends Pick<UnitPickerProps, 'except' | 'near'> {
  q: string;
  onPick(unit: PickedUnit): void;
}

function Choices({ q, except, near, onPick }: ChoicesProps) {
  const t = useTranslations('picker');
  const words = useUnitWords();
  const name = useId();
  const query = useInfiniteQuery(unitsQuery(q === '' ? { parentId: near } : { q }));
  if (query.isPending) return <Loading lines={3} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const units = query.data.pages.flatMap(({ items }) => items).filter(({ id }) => id !== except);
  if (units.length === 0) return <p role="status">{t('nothing')}</p>;
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t('results')}</legend>
      {units.map((unit) => (
        <label key={unit.id} className={styles.pick}>
          <input type="radio" name={name} onChange={() => onPick(unit)} />
          <span>
            {unit.name}
            <span className={styles.facts}>
              {[words.kind(unit), unit.code, unit.parentName].filter(Boolean).join(' · ')}
            </span>
          </span>
        </label>
      ))}
      {query.hasNextPage && <p className={styles.facts}>{t('narrow')}</p>}
    </fieldset>
  );
}

/** One unit out of thousands: typed in part, then chosen. */
export function UnitPicker({ label, value, onChange, except, near, error }: UnitPickerProps) {
  const t = useTranslations('picker');
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), PAUSE_MS);
  // Within a form, Enter would send it before anything is chosen.
  const stay = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.preventDefault();
  };
  if (value !== null) {
    return (
      <div className={styles.picked}>
        <p>
          <span className={styles.label}>{label}</span>
          <strong>{value.name}</strong>
        </p>
        <ActionButton look="plain" onClick={() => onChange(null)}>
          {t('change')}
        </ActionButton>
      </div>
    );
  }
  return (
    <div className={styles.picker}>
      <TextField
        label={label}
        hint={t('find')}
        type="search"
        autoComplete="off"
        maxLength={200}
        value={words}
        error={error}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={stay}
      />
      <Choices q={q} except={except} near={near} onPick={({ id, name }) => onChange({ id, name })} />
    </div>
  );
}
