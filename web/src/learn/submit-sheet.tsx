import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { useReachable } from '../api/connection.js';
import type { Attempt } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import styles from './question-map.module.css';
import type { Photos } from './photos/use-photos.js';

const UnsentPhotos = lazy(() => import('./photos/unsent-photos.js'));

/** Handing in waits for the photos: what the server gets after it, it refuses. */
function useHandIn(photos: Photos, handIn: () => void) {
  const [isAsked, setAsked] = useState(false);
  const { unsent, flush } = photos;
  useEffect(() => {
    if (isAsked && unsent === 0) handIn();
  }, [isAsked, unsent, handIn]);
  const press = (): void => {
    if (unsent === 0) return handIn();
    setAsked(true);
    void flush();
  };
  const isWaiting = isAsked && unsent > 0 && photos.refused === 0;
  return { press, isWaiting, callOff: () => setAsked(false) };
}

interface SubmitSheetProps {
  opened: boolean;
  onClose(): void;
  attempt: Attempt;
  isAnswered(questionId: string): boolean;
  photos: Photos;
  onHandIn(): Promise<void>;
}

/** Asks once before handing in, and names what is still open. */
export function SubmitSheet({ opened, onClose, attempt, isAnswered, photos, onHandIn }: SubmitSheetProps) {
  const t = useTranslations('attempt');
  const reachable = useReachable();
  const handing = useMutation({ mutationFn: onHandIn });
  const { press, isWaiting, callOff } = useHandIn(photos, handing.mutate);
  const close = (): void => {
    callOff();
    onClose();
  };
  const open = attempt.questions.flatMap(({ questionId }, index) => (isAnswered(questionId) ? [] : [index]));
  const actions = (
    <>
      <ActionButton look="quiet" onClick={close}>
        {t('goOn')}
      </ActionButton>
      <ActionButton busy={handing.isPending || isWaiting} disabled={photos.refused > 0} onClick={press}>
        {t('handIn')}
      </ActionButton>
    </>
  );
  return (
    <Sheet opened={opened} onClose={close} title={t('submitTitle')} actions={actions}>
      <p>{open.length === 0 ? t('allAnswered') : t('openCount', { count: open.length })}</p>
      {open.length > 0 && (
        <ul className={styles.open}>
          {open.map((index) => (
            <li key={index}>
              <Link
                href={`/lam-bai/${attempt.id}?cau=${index + 1}`}
                replace
                className={styles.openLink}
                onClick={close}
              >
                {t('question', { number: index + 1 })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {photos.unsent > 0 && (
        <Suspense>
          <UnsentPhotos unsent={photos.unsent} refused={photos.refused} isWaiting={isWaiting} />
        </Suspense>
      )}
      {!reachable && photos.unsent === 0 && <p>{t('handInOffline')}</p>}
      {handing.isError && <p role="alert">{t('lost')}</p>}
    </Sheet>
  );
}
