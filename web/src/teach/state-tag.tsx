import { useTranslations } from 'use-intl';
import type { DraftState } from '../api/drafts.js';
import { Tag, type Tone } from '../ui/tag.js';

const TONES: Record<DraftState, Tone> = {
  editing: 'neutral',
  submitted: 'blue',
  'changes-requested': 'gold',
  approved: 'good',
  published: 'good',
  abandoned: 'neutral',
};

export function StateTag({ state }: { state: DraftState }) {
  const t = useTranslations('studio.states');
  return <Tag tone={TONES[state]}>{t(state)}</Tag>;
}
