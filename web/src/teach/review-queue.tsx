import { useQuery } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { reviewsQuery, type ReviewLine } from '../api/reviews.js';
import { useSession } from '../api/session.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { Page, Section } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { ReviewState } from './review-state.js';
import styles from './review.module.css';

function Row({ review, which }: { review: ReviewLine; which: 'waiting' | 'decided' | 'own' }) {
  const t = useTranslations('review.queue');
  const formats = useFormats();
  const { submittedAt, submittedBy, dueOn, decidedAt, decidedBy, openThreads, unit } = review;
  const when =
    decidedAt !== null && decidedBy !== null
      ? t('decidedOn', { name: decidedBy.fullName, date: formats.date(decidedAt) })
      : t('submitted', { name: submittedBy.fullName, date: formats.date(submittedAt) });
  return (
    <li>
      <Link href={`/thong-qua/${review.id}`} className={styles.line}>
        <span className={styles.words}>
          <span className={styles.title}>
            <Content of={review.course.title} />
          </span>
          {review.state === 'open' && <strong className={styles.due}>{t('due', { date: formats.date(dueOn) })}</strong>}
          <span className={styles.soft}>
            {when} · {unit.name}
          </span>
          {openThreads > 0 && <span className={styles.soft}>{t('openThreads', { count: openThreads })}</span>}
          {which === 'waiting' && review.isOwn && <span className={styles.soft}>{t('isOwn')}</span>}
        </span>
        <ReviewState review={review} />
        <IconChevronRight size={22} aria-hidden className={styles.chevron} />
      </Link>
    </li>
  );
}

function Rows({ reviews, which }: { reviews: ReviewLine[]; which: 'waiting' | 'decided' | 'own' }) {
  const t = useTranslations('review.queue');
  if (reviews.length === 0 && which === 'decided') return null;
  return (
    <Section title={t(which)}>
      {reviews.length === 0 ? (
        <Empty title={t(`${which}Empty`)}>{t(`${which}EmptyText`)}</Empty>
      ) : (
        <ul className={styles.lines}>
          {reviews.map((review) => (
            <Row key={review.id} review={review} which={which} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What waits for one's decision, with its days, and what became of what one submitted. */
function ReviewQueue() {
  const t = useTranslations('review.queue');
  const { roles } = useSession();
  const judges = roles.includes('reviewer') || roles.includes('school-officer');
  const writes = roles.includes('lecturer');
  return (
    <Page title={t('title')} lead={judges ? t('lead') : t('leadAuthor')} width="full">
      <QueryView query={useQuery(reviewsQuery)} lines={6}>
        {({ waiting, decided, own }) => (
          <>
            {judges && <Rows which="waiting" reviews={waiting} />}
            {(writes || own.length > 0) && <Rows which="own" reviews={own} />}
            {judges && <Rows which="decided" reviews={decided} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

export default ReviewQueue;
