import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { enrolmentIn, enrolmentsQuery, lessonQuery } from '../api/learning.js';
import { attemptsQuery, beginAttempt, quizQuery } from '../api/quizzes.js';
import type { AttemptSummary, Enrolment, Quiz } from '../api/types.js';
import { Content, useContentText } from '../i18n/bilingual.js';
import { useDuration, useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { usePhotosLeft } from './photos/use-photos.js';
import styles from './quiz-start.module.css';

function Facts({ quiz, used }: { quiz: Quiz; used: number }) {
  const t = useTranslations('quiz');
  const duration = useDuration();
  const left = Math.max(0, quiz.maxAttempts - used);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('questions')}</dt>
        <dd>{quiz.questionCount}</dd>
      </div>
      <div>
        <dt>{t('time')}</dt>
        <dd>{quiz.timeLimitSeconds === null ? t('noTimeLimit') : duration(quiz.timeLimitSeconds)}</dd>
      </div>
      <div>
        <dt>{t('toPass')}</dt>
        <dd>{t('percentOrMore', { percent: quiz.passPercent })}</dd>
      </div>
      <div>
        <dt>{t('tries')}</dt>
        <dd>{quiz.maxAttempts === 0 ? t('noLimit') : t('triesLeft', { left, of: quiz.maxAttempts })}</dd>
      </div>
    </dl>
  );
}

function Former({ attempts }: { attempts: AttemptSummary[] }) {
  const t = useTranslations('quiz');
  const formats = useFormats();
  const ended = attempts.filter(({ state }) => state !== 'in-progress');
  if (ended.length === 0) return null;
  return (
    <Section title={t('former')}>
      <ul className={styles.former}>
        {ended.map(({ id, number, percent, passed, startedAt }) => (
          <li key={id}>
            <Link href={`/ket-qua/${id}`} className={styles.formerLink}>
              <span>{t('attemptOn', { number, date: formats.date(startedAt) })}</span>
              <span className={styles.formerScore}>
                {percent !== null && formats.percent(Math.round(percent))}
                <Tag tone={passed ? 'good' : 'neutral'}>
                  {passed === null ? t('waiting') : t(passed ? 'passed' : 'notPassed')}
                </Tag>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Begin({ quiz, enrolment, attempts }: { quiz: Quiz; enrolment: Enrolment; attempts: AttemptSummary[] }) {
  const t = useTranslations('quiz');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const open = attempts.find(({ state }) => state === 'in-progress');
  const isUsedUp = quiz.maxAttempts > 0 && attempts.length >= quiz.maxAttempts && !open;
  const beginning = useMutation({
    mutationFn: () => beginAttempt(queries, { quizId: quiz.id, enrolmentId: enrolment.id }),
    onSuccess: ({ id }) => navigate(`/lam-bai/${id}`),
  });
  if (isUsedUp) return <p className={styles.note}>{t('usedUp')}</p>;
  if (open) return <LinkButton href={`/lam-bai/${open.id}`}>{t('goOn')}</LinkButton>;
  return (
    <>
      <ul className={styles.rules}>
        {quiz.timeLimitSeconds !== null && <li>{t('clockRule')}</li>}
        <li>{t('saveRule')}</li>
        <li>{quiz.review === 'after-submission' ? t('reviewRule') : t('reviewAfterPassRule')}</li>
      </ul>
      <div>
        <ActionButton busy={beginning.isPending} onClick={() => beginning.mutate()}>
          {attempts.length > 0 ? t('again') : t('begin')}
        </ActionButton>
      </div>
      {beginning.isError && <Failure error={beginning.error} onRetry={() => beginning.mutate()} />}
    </>
  );
}

function Standing({ quiz, enrolment }: { quiz: Quiz; enrolment: Enrolment }) {
  const attempts = useQuery(attemptsQuery(enrolment.id, quiz.id));
  return (
    <QueryView query={attempts} lines={3}>
      {(all) => (
        <>
          <Facts quiz={quiz} used={all.length} />
          <Begin quiz={quiz} enrolment={enrolment} attempts={all} />
          <Former attempts={all} />
        </>
      )}
    </QueryView>
  );
}

function Start({ quiz }: { quiz: Quiz }) {
  const t = useTranslations('quiz');
  const text = useContentText();
  const lesson = useQuery(lessonQuery(quiz.lessonId));
  const enrolments = useQuery(enrolmentsQuery);
  const slug = lesson.data?.courseSlug;
  const enrolment = enrolmentIn(enrolments.data, slug);
  const back = lesson.data && { href: `/khoa-hoc/${lesson.data.courseSlug}`, label: text(lesson.data.courseTitle) };
  const lead = quiz.kind === 'final' ? t('finalLead') : t('practiceLead');
  return (
    <Page title={text(quiz.title)} heading={<Content of={quiz.title} />} back={back} lead={lead} width="reading">
      <QueryView query={lesson} lines={4}>
        {() => (
          <QueryView query={enrolments} lines={4}>
            {() =>
              enrolment ? (
                <Standing quiz={quiz} enrolment={enrolment} />
              ) : (
                <>
                  <Facts quiz={quiz} used={0} />
                  <p className={styles.note}>{t('enrolFirst')}</p>
                  <div>
                    <LinkButton href={`/khoa-hoc/${slug}`}>{t('toCourse')}</LinkButton>
                  </div>
                </>
              )
            }
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

export default function QuizStart({ quizId }: { quizId: string }) {
  const t = useTranslations('quiz');
  usePhotosLeft();
  const quiz = useQuery(quizQuery(quizId));
  if (quiz.data) return <Start quiz={quiz.data} />;
  return (
    <Page title={t('title')} width="reading">
      <QueryView query={quiz}>{() => null}</QueryView>
    </Page>
  );
}
