import { useTranslations } from 'use-intl';
import { Redirect, useLocation } from 'wouter';
import type { Attempt } from '../api/types.js';
import { useContentText } from '../i18n/bilingual.js';
import { Page } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { useOutbox } from '../ui/use-outbox.js';
import { AttemptFrame } from './attempt-frame.js';
import styles from './attempt-frame.module.css';
import { usePhotos } from './photos/use-photos.js';
import { useAnswers, useAttempt, type Answers } from './use-attempt.js';

function Answering({ attempt, stored }: { attempt: Attempt; stored: Answers }) {
  const [, navigate] = useLocation();
  const photos = usePhotos(attempt);
  const answering = useAnswers(attempt, stored, photos);
  const handIn = async (): Promise<void> => {
    await answering.submit();
    navigate(`/ket-qua/${attempt.id}`, { replace: true });
  };
  // What can still be sent in the time of grace, is.
  const handInAtEnd = async (): Promise<void> => {
    await photos.flush();
    await handIn();
  };
  return <AttemptFrame attempt={attempt} {...answering} photos={photos} onHandIn={handIn} onTimeUp={handInAtEnd} />;
}

/** An attempt in progress, on whatever device it was begun. */
export default function QuizAttempt({ id }: { id: string }) {
  const t = useTranslations('attempt');
  const text = useContentText();
  const { query, stored } = useAttempt(id);
  const attempt = query.data;
  const { pending } = useOutbox();
  const isHandedIn = pending.some(({ kind, payload }) => kind === 'submit-attempt' && payload['attemptId'] === id);
  if (isHandedIn || (attempt && attempt.state !== 'in-progress')) return <Redirect to={`/ket-qua/${id}`} replace />;
  if (attempt && stored) return <Answering attempt={attempt} stored={stored} />;
  return (
    <div className={styles.waiting}>
      <Page
        title={attempt ? text(attempt.title) : t('title')}
        back={{ href: '/hoc', label: t('leave') }}
        width="reading"
      >
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    </div>
  );
}
