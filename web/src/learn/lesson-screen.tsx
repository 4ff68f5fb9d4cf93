import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect } from 'wouter';
import { enrolmentIn, enrolmentsQuery, lessonQuery } from '../api/learning.js';
import { quizOfLessonQuery } from '../api/quizzes.js';
import { Page } from '../ui/page.js';
import { Loading, QueryView } from '../ui/states.js';
import { LessonReading } from './lesson-reading.js';

/** Apart, because it brings the runtime of the stories with it. */
const ScenarioLesson = lazy(() => import('./scenario-lesson.js'));

/** A quiz lesson is only the way to its quiz. */
function ToQuiz({ lessonId }: { lessonId: string }) {
  const quiz = useQuery(quizOfLessonQuery(lessonId));
  return <QueryView query={quiz}>{({ id }) => <Redirect to={`/kiem-tra/${id}`} replace />}</QueryView>;
}

export default function LessonScreen({ id }: { id: string }) {
  const t = useTranslations('lesson');
  const lesson = useQuery(lessonQuery(id));
  const enrolments = useQuery(enrolmentsQuery);
  if (lesson.data && lesson.data.kind !== 'quiz' && (enrolments.data ?? enrolments.isError)) {
    const enrolment = enrolmentIn(enrolments.data, lesson.data.courseSlug);
    const { scenario } = lesson.data;
    if (!scenario) return <LessonReading lesson={lesson.data} enrolment={enrolment} />;
    return (
      <Suspense fallback={<Loading lines={10} />}>
        <ScenarioLesson key={id} lesson={lesson.data} scenario={scenario} enrolment={enrolment} />
      </Suspense>
    );
  }
  return (
    <Page title={t('title')} heading={<span className="visually-hidden">{t('title')}</span>} width="reading">
      <QueryView query={lesson} lines={10}>
        {(found) => (found.kind === 'quiz' ? <ToQuiz lessonId={found.id} /> : null)}
      </QueryView>
    </Page>
  );
}
