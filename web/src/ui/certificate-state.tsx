import { IconBan, IconCalendarOff, IconCircleCheck, IconRefresh, IconReplace } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Certificate } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { Tag, type Tone } from './tag.js';

const LOOKS: Record<Certificate['state'], { tone: Tone; icon: typeof IconBan }> = {
  valid: { tone: 'good', icon: IconCircleCheck },
  expired: { tone: 'neutral', icon: IconCalendarOff },
  superseded: { tone: 'neutral', icon: IconReplace },
  revoked: { tone: 'bad', icon: IconBan },
};

export function CertificateState({ state }: { state: Certificate['state'] }) {
  const t = useTranslations('certificateState');
  const { tone, icon: Icon } = LOOKS[state];
  return (
    <Tag tone={tone} icon={<Icon size={16} aria-hidden />}>
      {t(state)}
    </Tag>
  );
}

/** Beside the state of a valid certificate: whether its holder has caught up with the law since. Nothing when nothing changed. */
export function RefreshState({
  certificate,
}: {
  certificate: Pick<Certificate, 'state' | 'refreshDue' | 'refreshedAt'>;
}) {
  const t = useTranslations('refresher');
  const formats = useFormats();
  const { state, refreshDue, refreshedAt } = certificate;
  if (state !== 'valid' || (!refreshDue && refreshedAt === null)) return null;
  return (
    <Tag tone={refreshDue ? 'gold' : 'neutral'} icon={<IconRefresh size={16} aria-hidden />}>
      {refreshDue || refreshedAt === null ? t('due') : t('refreshed', { date: formats.date(refreshedAt) })}
    </Tag>
  );
}
