import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { lecturersQuery, type ClassToTeach, type LecturerToChoose } from '../api/teaching.js';
import type { Organisation } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { QueryView } from '../ui/states.js';
import { ActSheet } from './act-sheet.js';
import { AuthoriseForm } from './authorise-form.js';
import { teachingOf, type ClassForm } from './class-form.js';
import styles from './class-lecturers.module.css';
import { LecturerLine } from './lecturer-standing.js';

const PAUSE_MS = 300;

/** What is done about the lecturers of a class beside its form. */
export type LecturerAct = { kind: 'pick' } | { kind: 'authorise'; lecturer: LecturerToChoose; topics: string[] };

interface PickSheetProps {
  asked: ClassToTeach;
  chosen: string[];
  onPick(id: string): void;
  onClose(): void;
}

/** Lecturers of one's units by part of a name, each with their topics, until when, and a mark when nothing authorises them. */
function PickSheet({ asked, chosen, onPick, onClose }: PickSheetProps) {
  const t = useTranslations('lecturers');
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), PAUSE_MS);
  const query = useQuery({ ...lecturersQuery(asked, { q }), placeholderData: keepPreviousData });
  return (
    <Sheet opened onClose={onClose} title={t('add')}>
      <div className={styles.search}>
        <TextField
          label={t('find')}
          type="search"
          autoComplete="off"
          maxLength={120}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <QueryView query={query} lines={4}>
          {({ topics, items, hasMore }) => {
            const free = items.filter(({ id }) => !chosen.includes(id));
            if (free.length === 0) return <p role="status">{t('nobody')}</p>;
            return (
              <>
                <ul className={styles.lecturers}>
                  {free.map((one) => (
                    <li key={one.id}>
                      <LecturerLine of={one} courseHasTopics={topics.length > 0} />
                      <div>
                        <ActionButton look="quiet" onClick={() => onPick(one.id)}>
                          {t('pick')}
                          <span className="visually-hidden"> {one.fullName}</span>
                        </ActionButton>
                      </div>
                    </li>
                  ))}
                </ul>
                {hasMore && <p className={styles.soft}>{t('more')}</p>}
              </>
            );
          }}
        </QueryView>
      </div>
    </Sheet>
  );
}

interface LecturerSheetsProps {
  form: UseFormReturnType<ClassForm>;
  units: Organisation[];
  act: LecturerAct | null;
  onClose(): void;
}

/** Stand beside the form of the class: they have forms of their own. */
export function LecturerSheets({ form, units, act, onClose }: LecturerSheetsProps) {
  const t = useTranslations('authorise');
  const values = form.getValues();
  const asked = teachingOf(values);
  const organiser = units.find(({ id }) => id === values.organiserId) ?? null;
  const authorised = act?.kind === 'authorise' ? act : null;
  const pick = (id: string): void => {
    form.setFieldValue('lecturers', (all) => [...all, id]);
    onClose();
  };
  return (
    <>
      {act?.kind === 'pick' && <PickSheet asked={asked} chosen={values.lecturers} onPick={pick} onClose={onClose} />}
      <ActSheet
        opened={authorised !== null}
        onClose={onClose}
        title={t('grant')}
        subject={authorised?.lecturer.fullName ?? ''}
        submit={t('doGrant')}
      >
        {authorised && (
          <AuthoriseForm
            personId={authorised.lecturer.id}
            topics={authorised.topics}
            unit={organiser}
            from={asked.from}
            onDone={onClose}
          />
        )}
      </ActSheet>
    </>
  );
}
