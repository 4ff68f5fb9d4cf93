import { useQuery } from '@tanstack/react-query';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reviewLessonQuery, type ReviewLesson, type ReviewThread } from '../api/reviews.js';
import { LessonArticle } from '../ui/lesson-article.js';
import { QueryView } from '../ui/states.js';
import { RemarkForm, Thread } from './review-thread.js';
import styles from './review.module.css';

interface ParagraphProps {
  reviewId: string;
  lesson: ReviewLesson;
  index: number;
  mayComment: boolean;
}

function Paragraph({ reviewId, lesson, index, mayComment }: ParagraphProps) {
  const t = useTranslations('review.remarks');
  const [isWriting, setWriting] = useState(false);
  const paragraph = lesson.paragraphs[index];
  const threads = lesson.threads.filter((thread) => thread.paragraph === index);
  if (!paragraph) return null;
  return (
    <div className={styles.paragraph} data-marked={threads.some(({ resolvedAt }) => resolvedAt === null) || undefined}>
      <LessonArticle html={paragraph.html} letters="m" />
      {mayComment && !isWriting && (
        <button type="button" className={styles.add} onClick={() => setWriting(true)}>
          <IconMessagePlus size={22} aria-hidden />
          <span>
            {t('add')}
            <span className="visually-hidden">: {paragraph.quote.slice(0, 60)}</span>
          </span>
        </button>
      )}
      {(threads.length > 0 || isWriting) && (
        <div className={styles.beside}>
          <Threads reviewId={reviewId} threads={threads} />
          {isWriting && (
            <RemarkForm
              {...{ reviewId, lesson: lesson.slug, paragraph: index }}
              label={t('about')}
              onDone={() => setWriting(false)}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** Threads one after the other. */
export function Threads({
  reviewId,
  threads,
  withQuotes = false,
}: {
  reviewId: string;
  threads: ReviewThread[];
  withQuotes?: boolean;
}) {
  if (threads.length === 0) return null;
  return (
    <ul className={styles.threads}>
      {threads.map((thread) => (
        <Thread key={thread.id} reviewId={reviewId} thread={thread} withQuote={withQuotes} />
      ))}
    </ul>
  );
}

/**
 * A submitted lesson as its learners will see it, with what was said beside each paragraph: the reviewers' view, and the
 * authors'. Remarks on a paragraph that is gone stand at the end with its words.
 */
export function ReviewRemarks({ reviewId, slug, mayComment }: { reviewId: string; slug: string; mayComment: boolean }) {
  const t = useTranslations('review.remarks');
  return (
    <QueryView query={useQuery(reviewLessonQuery(reviewId, slug))} lines={10}>
      {(lesson) => {
        const lost = lesson.threads.filter(({ paragraph }) => paragraph === null);
        return (
          <div className={styles.lesson}>
            {lesson.paragraphs.map(({ index }) => (
              <Paragraph key={index} {...{ reviewId, lesson, index, mayComment }} />
            ))}
            {lesson.paragraphs.length === 0 && <p className={styles.soft}>{t('empty')}</p>}
            {lost.length > 0 && (
              <section className={styles.lost} aria-label={t('lost')}>
                <h3>{t('lost')}</h3>
                <Threads reviewId={reviewId} threads={lost} withQuotes />
              </section>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
