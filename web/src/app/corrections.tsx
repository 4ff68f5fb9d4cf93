import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ownCorrectionsQuery } from '../api/corrections.js';
import type { OwnCorrection } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { useWishedValue } from '../ui/correction-words.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';
import { CORRECTION_FORM, CorrectionForm } from './correction-form.js';
import styles from './corrections.module.css';

const SIGNS: Record<OwnCorrection['state'], { tone: Tone; Sign: typeof IconCheck }> = {
  open: { tone: 'blue', Sign: IconClock },
  accepted: { tone: 'good', Sign: IconCheck },
  rejected: { tone: 'neutral', Sign: IconX },
};

function Earlier({ request }: { request: OwnCorrection }) {
  const t = useTranslations('corrections');
  const formats = useFormats();
  const wished = useWishedValue()(request);
  const { field, state, note, reason, createdAt, decidedAt } = request;
  const { tone, Sign } = SIGNS[state];
  return (
    <li className={styles.request}>
      <p className={styles.top}>
        <strong>{t(`fields.${field}`)}</strong>
        <Tag tone={tone} icon={<Sign size={18} aria-hidden />}>
          {t(`states.${state}`)}
        </Tag>
      </p>
      {wished !== null && <p>{t('wish', { value: wished })}</p>}
      {note !== null && <p>{note}</p>}
      {reason !== null && <p>{t('reason', { reason })}</p>}
      <p className={styles.when}>
        {t('askedOn', { date: formats.date(createdAt) })}
        {decidedAt !== null && <> · {t('decidedOn', { date: formats.date(decidedAt) })}</>}
      </p>
    </li>
  );
}

/** What one asks one's union to correct about oneself, and what became of it. */
export default function Corrections() {
  const t = useTranslations('corrections');
  const query = useQuery(ownCorrectionsQuery);
  const [step, setStep] = useState<'asking' | 'sent' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => setStep(null);
  const requests = query.data ?? [];
  const open = requests.filter(({ state }) => state === 'open').map(({ field }) => field);
  return (
    <>
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {requests.length > 0 && (
        <ul className={styles.requests} aria-label={t('earlier')}>
          {requests.map((request) => (
            <Earlier key={request.id} request={request} />
          ))}
        </ul>
      )}
      <div role="status" className={step === 'sent' ? styles.sent : 'visually-hidden'}>
        {step === 'sent' && t('sent')}
      </div>
      <div>
        <ActionButton look="quiet" aria-haspopup="dialog" onClick={() => setStep('asking')}>
          {t('ask')}
        </ActionButton>
      </div>
      <Sheet
        opened={step === 'asking'}
        onClose={close}
        title={t('ask')}
        actions={
          <>
            <ActionButton look="quiet" onClick={close}>
              {t('cancel')}
            </ActionButton>
            <ActionButton type="submit" form={CORRECTION_FORM} busy={isBusy}>
              {t('send')}
            </ActionButton>
          </>
        }
      >
        <CorrectionForm waiting={open} onBusy={setBusy} onSent={() => setStep('sent')} />
      </Sheet>
    </>
  );
}
