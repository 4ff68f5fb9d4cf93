import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { essaysOfQuery, gradeEssays, type EssaysGraded, type EssaysToGrade } from '../api/essays.js';
import { useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import { EssayCard } from './essay-card.js';
import { pointsOf, type TypedGrade } from './essay-points.js';
import styles from './essays.module.css';

const EMPTY: TypedGrade = { points: [], comment: '' };

function Done({ learner, result }: { learner: string; result: EssaysGraded }) {
  const t = useTranslations('grading');
  const formats = useFormats();
  const said = { learner, percent: formats.number(result.percent) };
  return (
    <div className={styles.done} role="status">
      <p>{t(result.passed ? 'donePassed' : 'doneNotPassed', said)}</p>
      <LinkButton href="/cham-bai">{t('next')}</LinkButton>
    </div>
  );
}

function Desk({ attempt }: { attempt: EssaysToGrade }) {
  const t = useTranslations('grading');
  const queries = useQueryClient();
  const [typed, setTyped] = useState<ReadonlyMap<string, TypedGrade>>(new Map());
  const [isChecked, setChecked] = useState(false);
  const gradeOf = (questionId: string) => typed.get(questionId) ?? EMPTY;
  const grades = attempt.essays.map(({ questionId, rubric }) => {
    const { points, comment } = gradeOf(questionId);
    return { questionId, comment, points: rubric.map((each, at) => pointsOf(points[at] ?? '', each.points)) };
  });
  const isWhole = grades.every(({ points }) => points.every((each) => each !== null));
  const grading = useMutation({
    mutationFn: () =>
      gradeEssays(
        queries,
        attempt.attemptId,
        grades.map((grade) => ({ ...grade, points: grade.points.map((each) => each ?? 0) })),
      ),
  });
  if (grading.isSuccess) return <Done learner={attempt.learner} result={grading.data} />;
  const send = (): void => {
    setChecked(true);
    if (isWhole) grading.mutate();
  };
  return (
    <>
      {attempt.essays.map((essay) => (
        <EssayCard
          key={essay.questionId}
          essay={essay}
          grade={gradeOf(essay.questionId)}
          isChecked={isChecked}
          onChange={(grade) => setTyped(new Map(typed).set(essay.questionId, grade))}
        />
      ))}
      {isChecked && !isWhole && (
        <p className={styles.missing} role="alert">
          {t('missing')}
        </p>
      )}
      {grading.isError && <Failure error={grading.error} onRetry={send} />}
      <div>
        <ActionButton busy={grading.isPending} onClick={send}>
          {t('send')}
        </ActionButton>
        <p className={styles.fact}>{t('sendHint')}</p>
      </div>
    </>
  );
}

/** All essays of one attempt: graded together, because then the result stands. */
function EssayGrading({ id }: { id: string }) {
  const t = useTranslations('grading');
  const text = useContentText();
  const query = useQuery(essaysOfQuery(id));
  return (
    <Page
      title={query.data?.learner ?? t('title')}
      lead={query.data && `${text(query.data.quizTitle)} – ${text(query.data.courseTitle)}`}
      back={{ href: '/cham-bai', label: t('title') }}
      width="reading"
    >
      <QueryView query={query}>{(attempt) => <Desk attempt={attempt} />}</QueryView>
    </Page>
  );
}

export default EssayGrading;
