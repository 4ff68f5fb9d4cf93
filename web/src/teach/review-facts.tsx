import { useTranslations } from 'use-intl';
import type { Review } from '../api/reviews.js';
import { useFormats } from '../i18n/formats.js';
import { ReviewState } from './review-state.js';
import styles from './review.module.css';

/** Who submitted what and by when it is decided; once decided, by whom, with which words and on which paper. */
export function ReviewFacts({ review }: { review: Review }) {
  const t = useTranslations('review.facts');
  const formats = useFormats();
  const { submittedBy, submittedAt, dueOn, decidedBy, decidedAt, document, note, contributors } = review;
  const rows: [string, string | null][] = [
    [t('unit'), review.unit.name],
    [t('submitted'), t('byOn', { name: submittedBy.fullName, date: formats.date(submittedAt) })],
    [t('writers'), contributors.map(({ fullName }) => fullName).join(', ')],
    [t('due'), review.state === 'open' ? formats.date(dueOn) : null],
    [
      t('decided'),
      decidedBy && decidedAt ? t('byOn', { name: decidedBy.fullName, date: formats.date(decidedAt) }) : null,
    ],
    [
      t('document'),
      document &&
        t('documentWords', { number: document.number, date: formats.date(document.issuedOn), signer: document.signer }),
    ],
    [t('note'), note],
  ];
  return (
    <section className={styles.facts} aria-label={t('title')}>
      <ReviewState review={review} />
      <dl>
        {rows
          .filter(([, text]) => text !== null && text !== '')
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {(review.state === 'voided' || review.state === 'withdrawn') && <p>{t(`${review.state}Text`)}</p>}
    </section>
  );
}
