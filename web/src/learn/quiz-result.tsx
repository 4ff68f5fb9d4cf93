import { useQuery } from '@tanstack/react-query';
import { IconCloudUpload, IconHourglassEmpty } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { forgetPhotos } from '../api/essay-photos.js';
import { isProblem } from '../api/problem.js';
import { attemptQuery, quizQuery, resultQuery } from '../api/quizzes.js';
import { useReachable } from '../api/connection.js';
import { useSession } from '../api/session.js';
import { sendNow } from '../api/sync.js';
import type { Attempt, Result } from '../api/types.js';
import { answerSheet, keptCopies } from '../offline/device-store.js';
import { useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { useOutbox } from '../ui/use-outbox.js';
import styles from './quiz-result.module.css';
import { Review } from './quiz-review.js';

/** Handed in on this device and not sent yet: says so, and that nothing is lost. */
function Waiting({ count }: { count: number }) {
  const t = useTranslations('result');
  const reachable = useReachable();
  return (
    <div className={styles.waiting} role="status">
      <IconCloudUpload size={32} aria-hidden />
      <div>
        <p className={styles.strong}>{reachable ? t('sending') : t('waitingTitle')}</p>
        <p>{reachable ? t('sendingText') : t('waitingText', { count })}</p>
        {!reachable && (
          <ActionButton look="quiet" onClick={() => void sendNow()}>
            {t('sendNow')}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

/** The device need not keep the paper and the answers any longer. */
function useForget(attemptId: string): void {
  const { person } = useSession();
  useEffect(() => {
    const forgotten = [
      answerSheet.forget(attemptId),
      keptCopies.forget(person.id, `attempt:${attemptId}`),
      forgetPhotos(person.id, attemptId),
    ];
    void Promise.all(forgotten).catch(() => undefined);
  }, [attemptId, person.id]);
}

function Verdict({ result, attempt }: { result: Result; attempt?: Attempt }) {
  const t = useTranslations('result');
  const formats = useFormats();
  const { passed, percent, points, maxPoints } = result;
  return (
    <section className={styles.verdict} data-passed={passed || undefined} aria-label={t('verdict')}>
      <p className={styles.percent}>{formats.percent(Math.round(percent))}</p>
      <div>
        <p className={styles.strong}>{passed ? t('passed') : t('notPassed')}</p>
        <p>
          {t('points', { points: formats.number(points), max: maxPoints })}
          {attempt && ` ${t('needed', { percent: attempt.passPercent })}`}
        </p>
      </div>
    </section>
  );
}

/** Where to go from here: on when passed, back to the lessons or to another try when not. */
function Ways({ result, attempt }: { result: Result; attempt?: Attempt }) {
  const t = useTranslations('result');
  const quiz = useQuery({ ...quizQuery(attempt?.quizId ?? ''), enabled: attempt !== undefined });
  const left = result.attemptsLeft;
  return (
    <div className={styles.ways}>
      {!result.passed && attempt && left !== 0 && (
        <LinkButton href={`/kiem-tra/${attempt.quizId}`}>
          {left === null ? t('tryAgain') : t('tryAgainLeft', { left })}
        </LinkButton>
      )}
      <LinkButton href="/hoc" look={result.passed ? 'primary' : 'quiet'}>
        {t('toLearning')}
      </LinkButton>
      {quiz.data && !result.passed && left === 0 && <p>{t('noTriesLeft')}</p>}
    </div>
  );
}

/** Handed in, with an essay that a lecturer has to read first. */
function AwaitingGrade() {
  const t = useTranslations('result');
  return (
    <div className={styles.waiting} role="status">
      <IconHourglassEmpty size={32} aria-hidden />
      <div>
        <p className={styles.strong}>{t('gradingTitle')}</p>
        <p>{t('gradingText')}</p>
        <LinkButton href="/hoc" look="quiet">
          {t('toLearning')}
        </LinkButton>
      </div>
    </div>
  );
}

function Seen({ result, id }: { result: Result; id: string }) {
  const t = useTranslations('result');
  const attempt = useQuery(attemptQuery(id));
  useForget(id);
  if (result.state === 'awaiting-grading') return <AwaitingGrade />;
  return (
    <>
      <Verdict result={result} attempt={attempt.data} />
      <Ways result={result} attempt={attempt.data} />
      {result.review ? <Review items={result.review} /> : <p className={styles.note}>{t('reviewLater')}</p>}
    </>
  );
}

export default function QuizResult({ id }: { id: string }) {
  const t = useTranslations('result');
  const text = useContentText();
  const attempt = useQuery(attemptQuery(id));
  const { pending } = useOutbox();
  const waiting = pending.filter(({ payload }) => payload['attemptId'] === id).length;
  const result = useQuery({ ...resultQuery(id), enabled: waiting === 0 });
  const isOpen = isProblem(result.error, 'attempt-not-submitted');
  return (
    <Page
      title={attempt.data ? text(attempt.data.title) : t('title')}
      lead={t('lead')}
      back={attempt.data && { href: `/kiem-tra/${attempt.data.quizId}`, label: t('back') }}
      width="reading"
    >
      {waiting > 0 && <Waiting count={waiting} />}
      {waiting === 0 && isOpen && (
        <div className={styles.ways}>
          <p>{t('stillOpen')}</p>
          <LinkButton href={`/lam-bai/${id}`}>{t('goOn')}</LinkButton>
        </div>
      )}
      {waiting === 0 && !isOpen && <QueryView query={result}>{(found) => <Seen result={found} id={id} />}</QueryView>}
    </Page>
  );
}
