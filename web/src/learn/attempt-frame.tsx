import { IconArrowLeft, IconArrowRight, IconChecks, IconLayoutGrid, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useSearchParams } from 'wouter';
import type { Attempt, QuestionResponse } from '../api/types.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import styles from './attempt-frame.module.css';
import { AttemptTimer } from './attempt-timer.js';
import { QuestionMap } from './question-map.js';
import { QuestionView } from '../ui/question/question-view.js';
import type { QuestionProps } from '../ui/question/question-props.js';
import { SavedLine } from './saved-line.js';
import { SubmitSheet } from './submit-sheet.js';
import type { Photos } from './photos/use-photos.js';
import type { Answers, Whereabouts } from './use-attempt.js';

const PhotoField = lazy(() => import('./photos/photo-field.js'));

type IsAnswered = (questionId: string) => boolean;

interface AttemptFrameProps {
  attempt: Attempt;
  answers: Answers;
  isAnswered: IsAnswered;
  photos: Photos;
  save(questionId: string, response: QuestionResponse): Promise<void>;
  whereabouts(questionId: string): Whereabouts;
  onHandIn(): Promise<void>;
  onTimeUp(): Promise<void>;
}

/** The question on the screen is in the address: reloading and going back stay where one was. */
function useCurrent(attempt: Attempt, isAnswered: IsAnswered): [number, (index: number) => void] {
  const [search, setSearch] = useSearchParams();
  const [firstOpen] = useState(() =>
    Math.max(
      0,
      attempt.questions.findIndex(({ questionId }) => !isAnswered(questionId)),
    ),
  );
  const asked = Number(search.get('cau'));
  const isThere = Number.isInteger(asked) && asked >= 1 && asked <= attempt.questions.length;
  const go = (index: number): void => {
    setSearch({ cau: String(index + 1) }, { replace: true });
    scrollTo(0, 0);
  };
  return [isThere ? asked - 1 : firstOpen, go];
}

/** One mark per question, filled when answered; the words beside it say the same. */
function Marks({ attempt, isAnswered, current }: { attempt: Attempt; isAnswered: IsAnswered; current: number }) {
  return (
    <div className={styles.marks} aria-hidden>
      {attempt.questions.map(({ questionId }, index) => (
        <span
          key={questionId}
          className={styles.mark}
          data-answered={isAnswered(questionId) || undefined}
          data-current={index === current || undefined}
        />
      ))}
    </div>
  );
}

function Head({ attempt, onTimeUp }: { attempt: Attempt; onTimeUp(): void }) {
  const t = useTranslations('attempt');
  const text = useContentText();
  return (
    <div className={styles.head}>
      <Link href={`/kiem-tra/${attempt.quizId}`} className={styles.leave}>
        <IconX size={24} aria-hidden />
        {t('leave')}
      </Link>
      <p className={styles.name}>{text(attempt.title)}</p>
      {attempt.deadlineAt && <AttemptTimer deadlineAt={attempt.deadlineAt} onTimeUp={onTimeUp} />}
    </div>
  );
}

interface FootProps {
  current: number;
  count: number;
  onGo(index: number): void;
  onMap(): void;
  onSubmit(): void;
}

function Foot({ current, count, onGo, onMap, onSubmit }: FootProps) {
  const t = useTranslations('attempt');
  const isLast = current === count - 1;
  return (
    <nav className={styles.foot} aria-label={t('ways')}>
      <ActionButton
        look="quiet"
        disabled={current === 0}
        icon={<IconArrowLeft size={20} aria-hidden />}
        onClick={() => onGo(current - 1)}
      >
        {t('previous')}
      </ActionButton>
      <ActionButton look="quiet" aria-haspopup="dialog" icon={<IconLayoutGrid size={20} aria-hidden />} onClick={onMap}>
        {t('map')}
      </ActionButton>
      {isLast ? (
        <ActionButton icon={<IconChecks size={20} aria-hidden />} onClick={onSubmit}>
          {t('submit')}
        </ActionButton>
      ) : (
        <ActionButton iconAfter={<IconArrowRight size={20} aria-hidden />} onClick={() => onGo(current + 1)}>
          {t('next')}
        </ActionButton>
      )}
    </nav>
  );
}

/** The tab's title names the question, and a screen reader goes on from its number. */
function useAnnounced(heading: RefObject<HTMLHeadingElement | null>, title: string, current: number): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [heading, current]);
}

/** The question itself, a place for photos where it takes them, and where the answer is. */
function Asked({ photos, whereabouts, ...asked }: QuestionProps & { photos: Photos; whereabouts: Whereabouts }) {
  const { questionId, body } = asked.question;
  return (
    <div className={styles.question}>
      <QuestionView key={questionId} {...asked} />
      {body.photo && (
        <Suspense>
          <PhotoField key={questionId} photos={photos} questionId={questionId} />
        </Suspense>
      )}
      <SavedLine whereabouts={whereabouts} />
    </div>
  );
}

/** One question per screen. */
export function AttemptFrame({ attempt, answers, isAnswered, photos, ...frame }: AttemptFrameProps) {
  const { save, whereabouts, onHandIn, onTimeUp } = frame;
  const t = useTranslations('attempt');
  const text = useContentText();
  const [current, go] = useCurrent(attempt, isAnswered);
  const [open, setOpen] = useState<'map' | 'submit' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const question = attempt.questions[current];
  const count = attempt.questions.length;
  const title = `${t('number', { number: current + 1, count })} – ${text(attempt.title)}`;
  useAnnounced(heading, title, current);
  const goTo = (index: number): void => {
    setOpen(null);
    go(index);
  };
  if (!question) return null;
  return (
    <div className={styles.frame}>
      <Head attempt={attempt} onTimeUp={() => void onTimeUp()} />
      <div className={styles.place}>
        <h1 ref={heading} tabIndex={-1} className={styles.number}>
          {t('number', { number: current + 1, count })}
        </h1>
        <Marks attempt={attempt} isAnswered={isAnswered} current={current} />
      </div>
      <Asked
        question={question}
        response={answers.get(question.questionId)?.response}
        photos={photos}
        whereabouts={whereabouts(question.questionId)}
        onAnswer={(response) => void save(question.questionId, response)}
      />
      <Foot
        current={current}
        count={count}
        onGo={goTo}
        onMap={() => setOpen('map')}
        onSubmit={() => setOpen('submit')}
      />
      <QuestionMap
        opened={open === 'map'}
        onClose={() => setOpen(null)}
        attempt={attempt}
        isAnswered={isAnswered}
        current={current}
        onGo={goTo}
        onSubmit={() => setOpen('submit')}
      />
      <SubmitSheet
        opened={open === 'submit'}
        onClose={() => setOpen(null)}
        attempt={attempt}
        isAnswered={isAnswered}
        photos={photos}
        onHandIn={onHandIn}
      />
    </div>
  );
}
