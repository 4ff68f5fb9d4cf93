import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Redirect } from 'wouter';
import { enrolmentIn, enrolmentsQuery, lessonQuery } from '../api/learning.js';
import { quizOfLessonQuery } from '../api/quizzes.js';
import { Page } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { LessonReading } from './lesson-reading.js';

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
    return <LessonReading lesson={lesson.data} enrolment={enrolmentIn(enrolments.data, lesson.data.courseSlug)} />;
  }
  return (
    <Page title={t('title')} heading={<span className="visually-hidden">{t('title')}</span>} width="reading">
      <QueryView query={lesson} lines={10}>
        {(found) => (found.kind === 'quiz' ? <ToQuiz lessonId={found.id} /> : null)}
      </QueryView>
    </Page>
  );
}
