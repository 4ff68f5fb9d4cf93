import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { peopleQuery } from '../api/people.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { QueryView } from '../ui/states.js';
import styles from './units.module.css';

export interface PickedPerson {
  id: string;
  fullName: string;
}

interface PersonPickerProps {
  value: PickedPerson | null;
  onChange(person: PickedPerson | null): void;
  error?: string;
}

const PAUSE_MS = 300;

function Choices({ q, onPick }: { q: string; onPick(person: PickedPerson): void }) {
  const t = useTranslations('picker');
  const text = useContentText();
  const name = useId();
  return (
    <QueryView query={useQuery(peopleQuery(q))} lines={3}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <p role="status">{t('nobody')}</p>
        ) : (
          <fieldset className={styles.choices}>
            <legend className="visually-hidden">{t('people')}</legend>
            {items.map((person) => (
              <label key={person.id} className={styles.pick}>
                <input type="radio" name={name} onChange={() => onPick(person)} />
                <span>
                  {person.fullName}
                  <span className={styles.facts}>
                    {person.offices
                      .map(({ title, organisation }) => `${text(title.name)}, ${organisation.name}`)
                      .join(' · ')}
                  </span>
                </span>
              </label>
            ))}
            {nextCursor !== null && <p className={styles.facts}>{t('narrowPeople')}</p>}
          </fieldset>
        )
      }
    </QueryView>
  );
}

/** One person out of many thousands: typed in part, then chosen. */
export function PersonPicker({ value, onChange, error }: PersonPickerProps) {
  const t = useTranslations('picker');
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), PAUSE_MS);
  // Within a form, Enter would send it before anybody is chosen.
  const stay = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.preventDefault();
  };
  if (value !== null) {
    return (
      <div className={styles.picked}>
        <p>
          <span className={styles.label}>{t('person')}</span>
          <strong>{value.fullName}</strong>
        </p>
        <ActionButton look="plain" onClick={() => onChange(null)}>
          {t('changePerson')}
        </ActionButton>
      </div>
    );
  }
  return (
    <div className={styles.picker}>
      <TextField
        label={t('person')}
        hint={t('findPerson')}
        type="search"
        autoComplete="off"
        maxLength={120}
        value={words}
        error={error}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={stay}
      />
      <Choices q={q} onPick={({ id, fullName }) => onChange({ id, fullName })} />
    </div>
  );
}
