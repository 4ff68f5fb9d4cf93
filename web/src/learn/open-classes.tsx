import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { classesQuery, register } from '../api/classes.js';
import type { ClassSummary } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { Failure } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import styles from './schedule.module.css';

function OpenClass({ summary }: { summary: ClassSummary }) {
  const t = useTranslations('schedule');
  const formats = useFormats();
  const queries = useQueryClient();
  const registering = useMutation({ mutationFn: () => register(queries, summary.id) });
  const { name, course, organiser, capacity, registered, firstSessionAt, lastSessionAt, myRegistration } = summary;
  const left = Math.max(0, capacity - registered);
  return (
    <li className={styles.open}>
      <div className={styles.words}>
        <h3>{name}</h3>
        <p className={styles.class}>
          <Content of={course.title} /> · {organiser.name}
        </p>
        {firstSessionAt && lastSessionAt && (
          <p>{t('fromTo', { from: formats.date(firstSessionAt), to: formats.date(lastSessionAt) })}</p>
        )}
        <p className={styles.class}>{left > 0 ? t('seatsLeft', { left, capacity }) : t('full')}</p>
        {registering.isError && <Failure error={registering.error} />}
      </div>
      {myRegistration?.state === 'waitlisted' ? (
        <Tag tone="gold">{t('waitlisted')}</Tag>
      ) : (
        <ActionButton look="quiet" busy={registering.isPending} onClick={() => registering.mutate()}>
          {left > 0 ? t('register') : t('joinWaitlist')}
        </ActionButton>
      )}
    </li>
  );
}

/** Classes of the learner's courses that can still be joined. */
export function OpenClasses() {
  const t = useTranslations('schedule');
  const { data } = useQuery(classesQuery('learner'));
  const open = data?.filter(({ state, myRegistration }) => state === 'open' && myRegistration?.state !== 'registered');
  if (!open?.length) return null;
  return (
    <Section title={t('openClasses')}>
      <ul className={styles.sessions}>
        {open.map((summary) => (
          <OpenClass key={summary.id} summary={summary} />
        ))}
      </ul>
    </Section>
  );
}
