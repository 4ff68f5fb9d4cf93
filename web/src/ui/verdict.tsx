import { IconCheck, IconCircleHalf2, IconMailCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Verdict } from '../api/types.js';
import { Tag, type Tone } from './tag.js';

const LOOKS: Record<Verdict, { tone: Tone; icon: typeof IconCheck }> = {
  present: { tone: 'good', icon: IconCheck },
  partial: { tone: 'gold', icon: IconCircleHalf2 },
  absent: { tone: 'bad', icon: IconX },
  excused: { tone: 'blue', icon: IconMailCheck },
};

/** Attendance of one session in words and a sign; in a table the lack of one is only a dash to the eye. */
export function VerdictTag({ verdict, isInTable }: { verdict: Verdict | null; isInTable?: boolean }) {
  const t = useTranslations('verdict');
  if (!verdict && isInTable) {
    return (
      <>
        <IconMinus size={20} aria-hidden />
        <span className="visually-hidden">{t('none')}</span>
      </>
    );
  }
  if (!verdict) return <Tag icon={<IconMinus size={16} aria-hidden />}>{t('none')}</Tag>;
  const { tone, icon: Icon } = LOOKS[verdict];
  return (
    <Tag tone={tone} icon={<Icon size={16} aria-hidden />}>
      {t(verdict)}
    </Tag>
  );
}
