import { IconBan, IconCalendarOff, IconCircleCheck, IconReplace } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Certificate } from '../api/types.js';
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
