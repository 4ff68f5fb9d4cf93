import { useQuery } from '@tanstack/react-query';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useSearchParams } from 'wouter';
import { reviewQuery, type Review } from '../api/reviews.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { Page, Section } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { DecisionSheet } from './review-decision.js';
import { ReviewDifference } from './review-difference.js';
import { ReviewFacts } from './review-facts.js';
import { ReviewRemarks, Threads } from './review-remarks.js';
import styles from './review.module.css';

type View = 'text' | 'changes';

interface ToolsProps {
  review: Review;
  slug: string;
  view: View;
  onGo(slug: string, view: View): void;
}

/** Which lesson, and whether to read or to compare it. */
function Tools({ review, slug, view, onGo }: ToolsProps) {
  const t = useTranslations('review.screen');
  const text = useContentText();
  return (
    <div className={styles.tools}>
      <label className={styles.pick}>
        <span>{t('lesson')}</span>
        <select value={slug} onChange={(event) => onGo(event.target.value, view)}>
          {review.modules.map((module) => (
            <optgroup key={module.slug} label={text(module.title)}>
              {module.lessons.map(({ slug: other, title, openThreads }) => (
                <option key={other} value={other}>
                  {openThreads > 0 ? t('lessonOpen', { title: text(title), count: openThreads }) : text(title)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <Choice<View>
        label={t('view')}
        value={view}
        onChange={(next) => onGo(slug, next)}
        options={[
          { value: 'text', label: t('text') },
          { value: 'changes', label: t('changes') },
        ]}
      />
    </div>
  );
}

/** One lesson of the review at a time, to read or to compare; which one stands in the address. */
function ReviewedLessons({ review }: { review: Review }) {
  const t = useTranslations('review.screen');
  const text = useContentText();
  const [params, setParams] = useSearchParams();
  const lessons = review.modules.flatMap((module) => module.lessons);
  const at = Math.max(
    0,
    lessons.findIndex(({ slug }) => slug === params.get('bai')),
  );
  const lesson = lessons[at];
  const view: View = params.get('xem') === 'khac' ? 'changes' : 'text';
  const addressOf = (slug: string, next: View) => ({ bai: slug, ...(next === 'changes' ? { xem: 'khac' } : {}) });
  if (!lesson) return <Empty title={t('noLessons')} />;
  const step = (to: number, label: string) => {
    const other = lessons[to];
    return (
      other && (
        <Link href={`?${new URLSearchParams(addressOf(other.slug, view))}`}>{`${label}: ${text(other.title)}`}</Link>
      )
    );
  };
  return (
    <>
      <Tools
        review={review}
        slug={lesson.slug}
        view={view}
        onGo={(slug, next) => setParams(addressOf(slug, next), { replace: true })}
      />
      <Section title={text(lesson.title)}>
        {view === 'text' ? (
          <ReviewRemarks key={lesson.slug} reviewId={review.id} slug={lesson.slug} mayComment={review.can.comment} />
        ) : (
          <ReviewDifference key={lesson.slug} reviewId={review.id} slug={lesson.slug} />
        )}
      </Section>
      <nav className={styles.steps} aria-label={t('lesson')}>
        {step(at - 1, t('before'))}
        {step(at + 1, t('after'))}
      </nav>
      {review.lost.length > 0 && (
        <Section title={t('lostLessons')}>
          <Threads reviewId={review.id} threads={review.lost} withQuotes />
        </Section>
      )}
    </>
  );
}

function Loaded({ review }: { review: Review }) {
  const t = useTranslations('review.screen');
  const text = useContentText();
  const [isDeciding, setDeciding] = useState(false);
  const [isDone, setDone] = useState(false);
  const decide = review.can.decide && (
    <ActionButton
      icon={<IconChecklist size={22} aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => setDeciding(true)}
    >
      {t('decide')}
    </ActionButton>
  );
  return (
    <Page
      title={text(review.course.title)}
      back={{ href: '/thong-qua', label: t('back') }}
      actions={decide}
      width="full"
    >
      <div role="status" className={isDone ? styles.done : 'visually-hidden'}>
        {isDone && t('done')}
      </div>
      <ReviewFacts review={review} />
      {review.can.reason === 'own-work' && <p className={styles.notice}>{t('ownWork')}</p>}
      <ReviewedLessons review={review} />
      {decide && <div className={styles.end}>{decide}</div>}
      {isDeciding && (
        <DecisionSheet
          review={review}
          onClose={() => setDeciding(false)}
          onDone={() => {
            setDeciding(false);
            setDone(true);
          }}
        />
      )}
    </Page>
  );
}

/** A submitted course, lesson by lesson as its learners will see it, to be commented on and decided. */
function ReviewScreen({ id }: { id: string }) {
  return <QueryView query={useQuery(reviewQuery(id))}>{(review) => <Loaded review={review} />}</QueryView>;
}

export default ReviewScreen;
