import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { useReachable } from '../api/connection.js';
import type { Attempt } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import styles from './question-map.module.css';
import { isBlank, type Answers } from './use-attempt.js';

interface SubmitSheetProps {
  opened: boolean;
  onClose(): void;
  attempt: Attempt;
  answers: Answers;
  onHandIn(): Promise<void>;
}

/** Asks once before handing in, and names what is still open. */
export function SubmitSheet({ opened, onClose, attempt, answers, onHandIn }: SubmitSheetProps) {
  const t = useTranslations('attempt');
  const reachable = useReachable();
  const handing = useMutation({ mutationFn: onHandIn });
  const open = attempt.questions.flatMap(({ questionId }, index) =>
    isBlank(answers.get(questionId)?.response) ? [index] : [],
  );
  const actions = (
    <>
      <ActionButton look="quiet" onClick={onClose}>
        {t('goOn')}
      </ActionButton>
      <ActionButton busy={handing.isPending} onClick={() => handing.mutate()}>
        {t('handIn')}
      </ActionButton>
    </>
  );
  return (
    <Sheet opened={opened} onClose={onClose} title={t('submitTitle')} actions={actions}>
      <p>{open.length === 0 ? t('allAnswered') : t('openCount', { count: open.length })}</p>
      {open.length > 0 && (
        <ul className={styles.open}>
          {open.map((index) => (
            <li key={index}>
              <Link
                href={`/lam-bai/${attempt.id}?cau=${index + 1}`}
                replace
                className={styles.openLink}
                onClick={() => onClose()}
              >
                {t('question', { number: index + 1 })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {!reachable && <p>{t('handInOffline')}</p>}
      {handing.isError && <p role="alert">{t('lost')}</p>}
    </Sheet>
  );
}
