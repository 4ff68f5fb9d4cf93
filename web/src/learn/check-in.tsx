import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCircleCheckFilled, IconDeviceMobileCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { checkIn, scheduleQuery } from '../api/classes.js';
import { ApiProblem, NoNetwork } from '../api/problem.js';
import { useSession } from '../api/session.js';
import type { CheckedIn, ScheduledSession } from '../api/types.js';
import { deviceNow } from '../offline/device.js';
import { outbox } from '../offline/device-store.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { SelectField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import styles from './check-in.module.css';
import { isOpen, takesCode } from './sessions.js';

type Done = { kind: 'sent'; answer: CheckedIn } | { kind: 'stored'; at: string; session: ScheduledSession };

const onlyDigits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '').slice(0, 6);

/** Sessions whose door is open on this device's clock: the only ones a code can be kept for without network. */
function useOpenSessions(): ScheduledSession[] {
  const { data } = useQuery(scheduleQuery);
  const [now] = useState(deviceNow);
  return (data ?? []).filter((session) => takesCode(session) && isOpen(session, now));
}

/** Sends the code; without network it is kept with its time, for the session that is being held. */
function useCheckIn(sessionId: string | null) {
  const { person } = useSession();
  const queries = useQueryClient();
  const sessions = useOpenSessions();
  return useMutation({
    mutationFn: async (sixDigits: string): Promise<Done> => {
      const occurredAt = new Date(deviceNow()).toISOString();
      try {
        const answer = await checkIn(sixDigits);
        void queries.invalidateQueries({ queryKey: ['schedule'] });
        void queries.invalidateQueries({ queryKey: ['enrolments'] });
        return { kind: 'sent', answer };
      } catch (error) {
        const session = sessions.find((candidate) => candidate.sessionId === sessionId) ?? sessions[0];
        if (!(error instanceof NoNetwork) || !session) throw error;
        const payload = { classSessionId: session.sessionId, sixDigits };
        const subject = `check-in:${session.sessionId}`;
        await outbox.add({ personId: person.id, kind: 'check-in', payload, about: session.title, subject, occurredAt });
        return { kind: 'stored', at: occurredAt, session };
      }
    },
  });
}

function Success({ done }: { done: Done }) {
  const t = useTranslations('checkIn');
  const formats = useFormats();
  const isSent = done.kind === 'sent';
  const at = isSent ? done.answer.occurredAt : done.at;
  const [title, className] = isSent
    ? [done.answer.title, done.answer.className]
    : [done.session.title, done.session.className];
  return (
    <div className={styles.success} data-kind={done.kind} role="status">
      {isSent ? <IconCircleCheckFilled size={56} aria-hidden /> : <IconDeviceMobileCheck size={56} aria-hidden />}
      <p className={styles.big}>{t(isSent ? 'done' : 'stored', { time: formats.time(at) })}</p>
      <p>{title}</p>
      <p>{className}</p>
      {isSent && done.answer.alreadyCheckedIn && <p>{t('already')}</p>}
      {!isSent && <p>{t('storedText')}</p>}
      <LinkButton href="/lich" look="quiet">
        {t('toSchedule')}
      </LinkButton>
    </div>
  );
}

function useErrorText(): (error: unknown) => string | null {
  const t = useTranslations('checkIn');
  return (error) => {
    if (!error) return null;
    if (error instanceof NoNetwork) return t('offlineNoSession');
    if (error instanceof ApiProblem && error.status < 500 && error.body.detail) return error.body.detail;
    return t('broken');
  };
}

/** Six digits from the screen of the class; the QR code needs nothing of this, a phone's own camera opens it. */
export default function CheckIn() {
  const t = useTranslations('checkIn');
  const [digits, setDigits] = useState('');
  const [isShort, setShort] = useState(false);
  const [sessionId, setSessionId] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const sessions = useOpenSessions();
  const entering = useCheckIn(sessionId);
  const errorText = useErrorText()(entering.error) ?? (isShort ? t('sixNeeded') : null);
  if (entering.data) {
    return (
      <Page title={t('title')} width="reading">
        <Success done={entering.data} />
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')} width="reading">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setShort(digits.length < 6);
          if (digits.length === 6) entering.mutate(digits, { onError: () => field.current?.select() });
          else field.current?.focus();
        }}
      >
        {sessions.length > 1 && (
          <SelectField
            label={t('which')}
            value={sessionId ?? sessions[0]?.sessionId}
            onChange={(event) => setSessionId(event.target.value)}
            data={sessions.map((session) => ({ value: session.sessionId, label: session.title }))}
          />
        )}
        <label className={styles.label} htmlFor="six-digits">
          {t('digits')}
        </label>
        <input
          id="six-digits"
          ref={field}
          className={styles.digits}
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-describedby="six-digits-error"
          aria-invalid={errorText !== null}
          value={digits.replace(/^(\d{3})(\d)/, '$1 $2')}
          onChange={(event) => setDigits(onlyDigits(event.target.value))}
        />
        <p id="six-digits-error" className={styles.error} role="alert">
          {errorText}
        </p>
        <ActionButton type="submit" look="good" wide busy={entering.isPending}>
          {t('submit')}
        </ActionButton>
      </form>
      <p className={styles.note}>{t('qrNote')}</p>
    </Page>
  );
}
