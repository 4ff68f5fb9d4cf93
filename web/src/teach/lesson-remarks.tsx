import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { reviewLessonQuery } from '../api/reviews.js';
import { QueryView } from '../ui/states.js';
import { Threads } from './review-remarks.js';
import styles from './studio.module.css';

interface LessonRemarksProps {
  reviewId: string;
  slug: string;
  /** Threads that nobody has settled. */
  open: number;
}

/** What reviewers said of the lesson, beside its text while it is written: each remark with the words it is about. */
export function LessonRemarks({ reviewId, slug, open }: LessonRemarksProps) {
  const t = useTranslations('studio.remarks');
  const lesson = useQuery(reviewLessonQuery(reviewId, slug));
  return (
    <details className={styles.remarks} open={open > 0}>
      <summary>{t('title', { open })}</summary>
      <QueryView query={lesson} lines={3}>
        {({ threads }) => <Threads reviewId={reviewId} threads={threads} withQuotes />}
      </QueryView>
      <p>
        <Link href={`/thong-qua/${reviewId}?bai=${slug}`}>{t('whole')}</Link>
      </p>
    </details>
  );
}
