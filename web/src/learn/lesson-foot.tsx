import { useMutation, useQuery } from '@tanstack/react-query';
import { IconArrowLeft, IconArrowRight, IconCheck, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { lessonQuery } from '../api/learning.js';
import type { Enrolment, Lesson } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import styles from './lesson-foot.module.css';

interface LessonFootProps {
  lesson: Lesson;
  enrolment?: Enrolment;
  reading: { isDone: boolean; finish(): Promise<void> };
}

/** The name of the next lesson, when it is on the device or loads in time; a plain word until then. */
function NextTitle({ id }: { id: string }) {
  const t = useTranslations('lesson');
  const { data } = useQuery(lessonQuery(id));
  return data ? <Content of={data.title} /> : <>{t('nextLesson')}</>;
}

/** "Done" is said by the reader, never guessed from scrolling. */
export function LessonFoot({ lesson, enrolment, reading }: LessonFootProps) {
  const t = useTranslations('lesson');
  const [, navigate] = useLocation();
  const { previousLessonId, nextLessonId, courseSlug } = lesson;
  const next = nextLessonId ? `/bai/${nextLessonId}` : `/khoa-hoc/${courseSlug}`;
  const finishing = useMutation({ mutationFn: () => reading.finish(), onSuccess: () => navigate(next) });
  return (
    <div className={styles.foot}>
      {enrolment && !reading.isDone && (
        <div className={styles.finish}>
          <ActionButton
            look="good"
            busy={finishing.isPending}
            icon={<IconCheck size={22} aria-hidden />}
            onClick={() => finishing.mutate()}
          >
            {nextLessonId ? t('finishAndNext') : t('finish')}
          </ActionButton>
          {finishing.isError && <p role="alert">{t('notStored')}</p>}
        </div>
      )}
      {reading.isDone && (
        <p className={styles.done}>
          <IconCircleCheckFilled size={24} aria-hidden />
          {t('youDidIt')}
        </p>
      )}
      <nav className={styles.ways} aria-label={t('ways')}>
        {previousLessonId ? (
          <LinkButton href={`/bai/${previousLessonId}`} look="quiet" icon={<IconArrowLeft size={20} aria-hidden />}>
            {t('previousLesson')}
          </LinkButton>
        ) : (
          <span />
        )}
        {nextLessonId ? (
          <LinkButton
            href={`/bai/${nextLessonId}`}
            look={reading.isDone ? 'primary' : 'quiet'}
            iconAfter={<IconArrowRight size={20} aria-hidden />}
          >
            <NextTitle id={nextLessonId} />
          </LinkButton>
        ) : (
          <LinkButton href={`/khoa-hoc/${courseSlug}`} look={reading.isDone ? 'primary' : 'quiet'}>
            {t('toCourse')}
          </LinkButton>
        )}
      </nav>
    </div>
  );
}
