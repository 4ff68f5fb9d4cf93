import type { UseFormReturnType } from '@mantine/form';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useSession } from '../api/session.js';
import { lecturersQuery, type LecturerToChoose } from '../api/teaching.js';
import { ActionButton } from '../ui/button.js';
import { QueryView } from '../ui/states.js';
import { useTopicName } from '../ui/topic-name.js';
import styles from './class-lecturers.module.css';
import { LecturerLine } from './lecturer-standing.js';
import { teachingOf, type ClassForm } from './class-form.js';
import type { LecturerAct } from './lecturer-sheets.js';
import frame from './manage.module.css';
import { AUTHORISERS } from './person-teaching.js';

const MOST_LECTURERS = 20;

interface LecturersFieldProps {
  form: UseFormReturnType<ClassForm>;
  onAct(act: LecturerAct): void;
}

/** Topics that nobody chosen may teach. */
function Uncovered({ topics, lecturers }: { topics: string[]; lecturers: LecturerToChoose[] }) {
  const t = useTranslations('lecturers');
  const topicName = useTopicName();
  const covered = lecturers.flatMap((one) => one.topics.filter(({ covers }) => covers).map(({ topic }) => topic));
  const left = topics.filter((topic) => !covered.includes(topic));
  if (left.length === 0 || lecturers.length === 0) return null;
  return <p className={styles.soft}>{t('uncovered', { topics: left.map(topicName).join('; ') })}</p>;
}

interface ChosenLineProps {
  of: LecturerToChoose;
  courseTopics: string[];
  /** What the server refused about this lecturer. */
  error: string | undefined;
  onAct(act: LecturerAct): void;
  onRemove(): void;
}

function ChosenLine({ of, courseTopics, error, onAct, onRemove }: ChosenLineProps) {
  const t = useTranslations('lecturers');
  const { roles } = useSession();
  const mayAuthorise = roles.some((role) => AUTHORISERS.includes(role));
  return (
    <li>
      <LecturerLine of={of} courseHasTopics={courseTopics.length > 0} />
      {error !== undefined && !of.isAuthorised && (
        <p className={styles.error} role="alert">
          {of.fullName} {error}
        </p>
      )}
      <div className={styles.buttons}>
        {mayAuthorise && !of.isAuthorised && (
          <ActionButton
            look="quiet"
            aria-haspopup="dialog"
            onClick={() => onAct({ kind: 'authorise', lecturer: of, topics: courseTopics })}
          >
            {t('authorise')}
            <span className="visually-hidden"> {of.fullName}</span>
          </ActionButton>
        )}
        <ActionButton look="plain" onClick={onRemove}>
          {t('remove')}
          <span className="visually-hidden"> {of.fullName}</span>
        </ActionButton>
      </div>
    </li>
  );
}

function Chosen({ form, onAct }: LecturersFieldProps) {
  const values = form.getValues();
  const chosen = values.lecturers;
  const asked = lecturersQuery(teachingOf(values), { ids: chosen });
  const query = useQuery({ ...asked, placeholderData: keepPreviousData });
  return (
    <QueryView query={query} lines={2}>
      {({ topics, items }) => {
        const shown = chosen.flatMap((id) => items.find((item) => item.id === id) ?? []);
        return (
          <>
            <ul className={styles.lecturers}>
              {shown.map((one) => (
                <ChosenLine
                  key={one.id}
                  of={one}
                  courseTopics={topics}
                  error={form.errors[`lecturerIds.${chosen.indexOf(one.id)}`] as string | undefined}
                  onAct={onAct}
                  onRemove={() => form.setFieldValue('lecturers', (all) => all.filter((id) => id !== one.id))}
                />
              ))}
            </ul>
            <Uncovered topics={topics} lecturers={shown} />
          </>
        );
      }}
    </QueryView>
  );
}

/** Who teaches the class: several, each with what they are authorised for. */
export function LecturersField({ form, onAct }: LecturersFieldProps) {
  const t = useTranslations('lecturers');
  const count = form.getValues().lecturers.length;
  return (
    <fieldset className={frame.fieldset}>
      <legend>{t('title')}</legend>
      <p className={styles.soft}>{count === 0 ? t('none') : t('hint')}</p>
      {count > 0 && <Chosen form={form} onAct={onAct} />}
      {count < MOST_LECTURERS && (
        <div>
          <ActionButton
            look="quiet"
            aria-haspopup="dialog"
            icon={<IconPlus size={22} aria-hidden />}
            onClick={() => onAct({ kind: 'pick' })}
          >
            {t('add')}
          </ActionButton>
        </div>
      )}
    </fieldset>
  );
}
