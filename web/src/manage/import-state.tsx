import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle, IconLoader2 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Import } from '../api/types.js';
import { Tag } from '../ui/tag.js';

const size = { size: 20, 'aria-hidden': true } as const;

/** Where an import stands: what its officer is asked to do next, if anything. */
export function ImportState({ job: { state, counts } }: { job: Import }) {
  const t = useTranslations('imports.states');
  if (state === 'checking' || state === 'applying') {
    return (
      <Tag tone="blue" icon={<IconLoader2 {...size} />}>
        {t(state)}
      </Tag>
    );
  }
  if (state === 'applied') {
    return (
      <Tag tone="good" icon={<IconCircleCheck {...size} />}>
        {t('applied')}
      </Tag>
    );
  }
  if (state === 'cancelled') return <Tag icon={<IconCircleX {...size} />}>{t('cancelled')}</Tag>;
  if (state === 'failed' || counts.faulty > 0) {
    return (
      <Tag tone="bad" icon={<IconAlertTriangle {...size} />}>
        {state === 'failed' ? t('failed') : t('faulty', { count: counts.faulty })}
      </Tag>
    );
  }
  return (
    <Tag tone="gold" icon={<IconHelpCircle {...size} />}>
      {counts.undecided > 0 ? t('undecided', { count: counts.undecided }) : t('ready')}
    </Tag>
  );
}
