import { IconCircle, IconCircleCheckFilled, IconCircleHalf2, IconMessages, IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Enrolment, LessonOutline } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import styles from './lesson-rows.module.css';

type State = 'done' | 'begun' | 'open' | 'quiz' | 'scenario';

/** A quiz or scenario lesson bears the slug under which the best share is reported. */
function standingOf(lesson: LessonOutline, enrolment?: Enrolment): { state: State; percent: number | null } {
  const seen = enrolment?.lessons.find(({ lessonId }) => lessonId === lesson.id);
  const kindOfTest = lesson.kind === 'quiz' || lesson.kind === 'scenario' ? lesson.kind : null;
  if (kindOfTest) {
    const isIt = ({ kind, subjectKey }: { kind: string; subjectKey: string }) =>
      kind === kindOfTest && subjectKey === lesson.slug;
    const result = enrolment?.results.find(isIt);
    const isMissing = enrolment?.missing.some(isIt);
    if (result && !isMissing) return { state: 'done', percent: result.percent };
    return { state: result ? 'begun' : kindOfTest, percent: result?.percent ?? null };
  }
  if (seen?.doneAt) return { state: 'done', percent: null };
  return { state: seen ? 'begun' : 'open', percent: null };
}

const SIGNS = {
  done: IconCircleCheckFilled,
  begun: IconCircleHalf2,
  open: IconCircle,
  quiz: IconPencil,
  scenario: IconMessages,
};

function Row({ lesson, enrolment, number }: { lesson: LessonOutline; enrolment?: Enrolment; number: number }) {
  const t = useTranslations('course');
  const { state, percent } = standingOf(lesson, enrolment);
  const Sign = SIGNS[state];
  const isNext = enrolment?.resume?.lessonId === lesson.id;
  const words = [
    lesson.kind === 'quiz'
      ? t('kindQuiz')
      : t(lesson.kind === 'scenario' ? 'kindScenario' : 'minutes', { minutes: lesson.minutes }),
    percent === null ? null : t('bestScore', { percent: Math.round(percent) }),
    state === 'done' ? t('stateDone') : state === 'begun' ? t('stateBegun') : null,
  ].filter((word) => word !== null);
  return (
    <li className={styles.row} data-state={state} data-next={isNext || undefined}>
      <Link href={`/bai/${lesson.id}`} className={styles.link}>
        <Sign size={26} aria-hidden className={styles.sign} />
        <span className={styles.words}>
          <span className={styles.title}>
            {number}. <Content of={lesson.title} />
          </span>
          <span className={styles.facts}>
            {isNext && <span className={styles.next}>{t('next')}</span>}
            {words.join(' · ')}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** The lessons of a skill module in the order in which they are taught, each with how far one is. */
export function LessonRows({ lessons, enrolment }: { lessons: LessonOutline[]; enrolment?: Enrolment }) {
  return (
    <ol className={styles.rows}>
      {lessons.map((lesson, index) => (
        <Row key={lesson.id} lesson={lesson} enrolment={enrolment} number={index + 1} />
      ))}
    </ol>
  );
}
