import { useTranslations } from 'use-intl';
import type { ReviewLine } from '../api/reviews.js';
import { Tag, type Tone } from '../ui/tag.js';

const TONES: Record<ReviewLine['state'], Tone> = {
  open: 'blue',
  approved: 'good',
  'changes-requested': 'gold',
  voided: 'neutral',
  withdrawn: 'neutral',
};

export function ReviewState({ review }: { review: Pick<ReviewLine, 'state' | 'isOverdue'> }) {
  const t = useTranslations('review.states');
  if (review.isOverdue) return <Tag tone="bad">{t('overdue')}</Tag>;
  return <Tag tone={TONES[review.state]}>{t(review.state)}</Tag>;
}
