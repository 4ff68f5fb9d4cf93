import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { LecturerToChoose, TopicStanding } from '../api/teaching.js';
import { useFormats } from '../i18n/formats.js';
import { Tag } from '../ui/tag.js';
import { lastDay } from '../ui/teaching-facts.js';
import { useTopicName } from '../ui/topic-name.js';
import styles from './class-lecturers.module.css';

function Topic({ of }: { of: TopicStanding }) {
  const t = useTranslations('lecturers');
  const topic = useTopicName();
  const formats = useFormats();
  const [from, to] = [formats.date(of.validFrom), of.validTo === null ? '' : formats.date(lastDay(of.validTo))];
  const name = topic(of.topic);
  if (!of.covers) {
    return <li>{of.validTo === null ? t('onlySince', { name, from }) : t('onlyPeriod', { name, from, to })}</li>;
  }
  return <li>{of.validTo === null ? t('noEnd', { name }) : t('until', { name, to })}</li>;
}

function LawMoved({ of }: { of: TopicStanding[] }) {
  const t = useTranslations('lecturers');
  const formats = useFormats();
  const stale = of.find(({ covers, changes }) => covers && changes.length > 0);
  if (!stale) return null;
  const changes = new Map(of.flatMap((topic) => topic.changes).map((change) => [`${change.code}${change.on}`, change]));
  return (
    <div className={styles.moved}>
      <p>
        <Tag tone="gold" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t('lawMoved')}
        </Tag>
      </p>
      <p>{t('examinedOn', { day: formats.date(stale.lawAsOf) })}</p>
      <ul>
        {[...changes.values()].slice(0, 3).map(({ code, article, document, on }) => (
          <li key={code + on}>{t('change', { article, document, day: formats.date(on) })}</li>
        ))}
      </ul>
    </div>
  );
}

/** What a lecturer may teach of the course on the days of the class, until when, and whether the law moved since. */
function LecturerStanding({ of, courseHasTopics }: { of: LecturerToChoose; courseHasTopics: boolean }) {
  const t = useTranslations('lecturers');
  if (!courseHasTopics) return null;
  return (
    <div className={styles.standing}>
      <p>
        {of.isAuthorised ? (
          <Tag tone="good" icon={<IconCircleCheck size={18} aria-hidden />}>
            {t('authorised')}
          </Tag>
        ) : (
          <Tag tone="bad" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {t('notAuthorised')}
          </Tag>
        )}
      </p>
      {of.topics.length > 0 && (
        <ul>
          {of.topics.map((topic) => (
            <Topic key={topic.topic} of={topic} />
          ))}
        </ul>
      )}
      <LawMoved of={of.topics} />
    </div>
  );
}

/** A lecturer to choose or chosen: who they are, and what they may teach here. */
export function LecturerLine({ of, courseHasTopics }: { of: LecturerToChoose; courseHasTopics: boolean }) {
  return (
    <>
      <p className={styles.name}>{of.fullName}</p>
      {of.unit !== null && <p className={styles.soft}>{of.unit}</p>}
      <LecturerStanding of={of} courseHasTopics={courseHasTopics} />
    </>
  );
}
