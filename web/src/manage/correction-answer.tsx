import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { decideCorrection } from '../api/corrections.js';
import { personQuery } from '../api/people.js';
import { useSession } from '../api/session.js';
import type { OpenCorrection, Person, Session } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { useWishedValue } from '../ui/correction-words.js';
import { AreaField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { Failure, QueryView } from '../ui/states.js';
import styles from './units.module.css';

const ERASERS: Session['roles'] = ['federation-officer', 'administrator'];

/** What stands in the register now, of the field that is asked about; birth dates stay masked. */
function useStanding(): (field: OpenCorrection['field'], person: Person) => string | null {
  const t = useTranslations('person');
  return (field, person) => {
    if (field === 'full-name') return person.fullName;
    if (field === 'birth-date') return person.birthDate ?? t('unknown');
    if (field === 'gender') return person.gender ? t(`genders.${person.gender}`) : t('unknown');
    return null;
  };
}

function Facts({ request, person }: { request: OpenCorrection; person: Person }) {
  const t = useTranslations('requests');
  const words = useTranslations('corrections');
  const formats = useFormats();
  const wished = useWishedValue()(request);
  const standing = useStanding()(request.field, person);
  const rows: [string, string | null][] = [
    [t('what'), words(`fields.${request.field}`)],
    [t('now'), standing],
    [t('wished'), wished],
    [t('note'), request.note],
    [t('asked'), formats.date(request.createdAt)],
  ];
  const [office] = person.offices;
  return (
    <>
      <p className={styles.subject}>
        <Link href={`/ql/nguoi/${person.id}`}>{person.fullName}</Link>
        {office && (
          <span className={styles.facts}>
            <Content of={office.title.name} />, {office.organisation.name}
          </span>
        )}
      </p>
      <dl className={styles.stacked}>
        {rows
          .filter(([, text]) => text !== null)
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

/** What accepting will do; or why this officer cannot decide, in which case there are no buttons. */
function useBearing(request: OpenCorrection): { text: string; mayDecide: boolean } {
  const t = useTranslations('requests');
  const session = useSession();
  const isErasure = request.field === 'erasure';
  if (request.person.id === session.person.id) return { text: t('ownMatter'), mayDecide: false };
  if (isErasure && !session.roles.some((role) => ERASERS.includes(role))) {
    return { text: t('erasureAbove'), mayDecide: false };
  }
  if (isErasure) return { text: t('erasureText'), mayDecide: true };
  return { text: request.field === 'other' ? t('otherText') : t('acceptText'), mayDecide: true };
}

function useDeciding(request: OpenCorrection, onDone: (message: string) => void) {
  const t = useTranslations('requests.done');
  const queries = useQueryClient();
  const { person, field } = request;
  return useMutation({
    mutationFn: (given: { decision: 'accept' | 'reject'; reason?: string }) =>
      decideCorrection(queries, request.id, given),
    onSuccess: (_, { decision }) =>
      onDone(decision === 'accept' && field === 'erasure' ? t('erased') : t(decision, { name: person.fullName })),
  });
}

interface AnswerProps {
  request: OpenCorrection;
  onClose(): void;
  onDone(message: string): void;
}

interface ButtonsProps {
  isErasure: boolean;
  isBusy: boolean;
  isRejecting: boolean;
  onAccept(): void;
  onReject(): void;
  onTurn(isRejecting: boolean): void;
}

function Buttons({ isErasure, isBusy, isRejecting, onAccept, onReject, onTurn }: ButtonsProps) {
  const t = useTranslations('requests');
  if (isRejecting) {
    return (
      <>
        <ActionButton look="quiet" onClick={() => onTurn(false)}>
          {t('back')}
        </ActionButton>
        <ActionButton busy={isBusy} onClick={onReject}>
          {t('sendRejection')}
        </ActionButton>
      </>
    );
  }
  return (
    <>
      <ActionButton look="quiet" onClick={() => onTurn(true)}>
        {t('reject')}
      </ActionButton>
      <ActionButton look={isErasure ? 'danger' : 'primary'} busy={isBusy} onClick={onAccept}>
        {isErasure ? t('acceptErasure') : t('accept')}
      </ActionButton>
    </>
  );
}

function Answer({ request, onClose, onDone }: AnswerProps) {
  const t = useTranslations('requests');
  const errors = useTranslations('acts.errors');
  const [isRejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const deciding = useDeciding(request, onDone);
  const { text, mayDecide } = useBearing(request);
  const person = useQuery(personQuery(request.person.id));
  const reject = (): void => {
    setTried(true);
    if (reason.trim()) deciding.mutate({ decision: 'reject', reason: reason.trim() });
  };
  const isErasure = request.field === 'erasure';
  const buttons = mayDecide && (
    <Buttons
      {...{ isErasure, isRejecting, isBusy: deciding.isPending }}
      onAccept={() => deciding.mutate({ decision: 'accept' })}
      onReject={reject}
      onTurn={setRejecting}
    />
  );
  return (
    <Sheet opened onClose={onClose} title={isRejecting ? t('rejectTitle') : t('answer')} actions={buttons}>
      <div className={styles.form}>
        <QueryView query={person} lines={4}>
          {(found) => <Facts request={request} person={found} />}
        </QueryView>
        {isRejecting ? (
          <AreaField
            label={t('reason')}
            hint={t('reasonHint')}
            maxLength={500}
            rows={3}
            value={reason}
            error={isTried && !reason.trim() && errors('needed')}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : (
          <p className={isErasure ? styles.warning : undefined}>{text}</p>
        )}
        {deciding.isError && (
          <div ref={(node) => node?.scrollIntoView({ block: 'nearest' })}>
            <Failure error={deciding.error} />
          </div>
        )}
      </div>
    </Sheet>
  );
}

/** One request in full, and the officer's answer to it; nothing while none is opened. */
export function CorrectionAnswer({
  request,
  ...told
}: Omit<AnswerProps, 'request'> & { request: OpenCorrection | null }) {
  return request && <Answer request={request} {...told} />;
}
