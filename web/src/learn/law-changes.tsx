import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { lawChangesQuery } from '../api/law-changes.js';
import type { Lesson } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { Wordings } from '../ui/wordings.js';
import styles from './law-changes.module.css';

/** The law moved since this lesson was written: what it said, and what it says now. Nothing when it did not. */
export default function LawChanges({ lesson }: { lesson: Lesson }) {
  const t = useTranslations('lawChange');
  const formats = useFormats();
  const { data = [] } = useQuery(lawChangesQuery(lesson.courseSlug, lesson.revisionId));
  const changes = data.filter(({ lessonId }) => lessonId === lesson.id);
  if (changes.length === 0) return null;
  const isUpdating = changes.some((change) => change.isUpdating);
  return (
    <div className={styles.notice} role="note">
      <p className={styles.title}>{t(isUpdating ? 'updating' : 'updated')}</p>
      <details>
        <summary>{t('show', { count: changes.length })}</summary>
        {changes.map(({ amendmentId, code, number, documentTitle, effectiveOn, ...change }) => (
          <section key={`${amendmentId} ${code}`} className={styles.change}>
            <h2 lang="vi">{t('articleFrom', { number, document: documentTitle, date: formats.date(effectiveOn) })}</h2>
            <Wordings {...change} level={3} />
          </section>
        ))}
      </details>
    </div>
  );
}
