import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { courseQuery, enrol, enrolmentIn, enrolmentsQuery } from '../api/learning.js';
import type { Course, Enrolment } from '../api/types.js';
import { Content, useContentText } from '../i18n/bilingual.js';
import { useDuration, useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { Progress } from '../ui/progress.js';
import { Failure, QueryView } from '../ui/states.js';
import styles from './course-outline.module.css';
import { Handbooks } from './handbooks.js';
import { LessonRows } from './lesson-rows.js';
import { MissingParts } from './missing-parts.js';

function Facts({ course }: { course: Course }) {
  const t = useTranslations('course');
  const duration = useDuration();
  const formats = useFormats();
  const lessons = course.skillModules.flatMap((skillModule) => skillModule.lessons).length;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('duration')}</dt>
        <dd>{duration(course.estimatedMinutes * 60)}</dd>
      </div>
      <div>
        <dt>{t('lessons')}</dt>
        <dd>{formats.number(lessons)}</dd>
      </div>
      <div>
        <dt>{t('asOf')}</dt>
        <dd>{formats.date(course.asOf)}</dd>
      </div>
    </dl>
  );
}

function Enrol({ course }: { course: Course }) {
  const t = useTranslations('course');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const first = course.skillModules[0]?.lessons[0];
  const enrolling = useMutation({
    mutationFn: () => enrol(queries, course.slug),
    onSuccess: () => first && navigate(`/bai/${first.id}`),
  });
  return (
    <div className={styles.enrol}>
      <ActionButton busy={enrolling.isPending} onClick={() => enrolling.mutate()}>
        {t('enrol')}
      </ActionButton>
      {course.certificate && (
        <p className={styles.hint}>
          {t('givesCertificate')} <Content of={course.certificate.title} />
        </p>
      )}
      {enrolling.isError && <Failure error={enrolling.error} />}
    </div>
  );
}

function Standing({ enrolment }: { enrolment: Enrolment }) {
  const t = useTranslations('course');
  const { progressPercent, resume, state } = enrolment;
  return (
    <div className={styles.standing}>
      <div className={styles.bar}>
        <Progress percent={progressPercent} label={t('progress')} tone={state === 'completed' ? 'good' : 'blue'} />
        <span>{t('percentDone', { percent: progressPercent })}</span>
      </div>
      {state === 'completed' ? (
        <LinkButton href="/chung-chi">{t('toCertificate')}</LinkButton>
      ) : (
        resume && <LinkButton href={`/bai/${resume.lessonId}`}>{t('continue')}</LinkButton>
      )}
    </div>
  );
}

function Outline({ course, enrolment }: { course: Course; enrolment?: Enrolment }) {
  const t = useTranslations('course');
  return (
    <>
      <Facts course={course} />
      {enrolment ? <Standing enrolment={enrolment} /> : <Enrol course={course} />}
      {enrolment && enrolment.missing.length > 0 && <MissingParts enrolment={enrolment} />}
      {course.skillModules.map((skillModule) => (
        <section key={skillModule.id} className={styles.module} aria-labelledby={`module-${skillModule.id}`}>
          <h2 id={`module-${skillModule.id}`}>
            {t('module', { number: skillModule.position })} <Content of={skillModule.title} />
          </h2>
          {skillModule.summary.vi && (
            <p className={styles.hint}>
              <Content of={skillModule.summary} />
            </p>
          )}
          <LessonRows lessons={skillModule.lessons} enrolment={enrolment} />
        </section>
      ))}
      <Handbooks course={course} />
      <Section title={t('rulesTitle')}>
        <Rules course={course} />
      </Section>
    </>
  );
}

/** What the course asks for, in sentences. */
function Rules({ course }: { course: Course }) {
  const t = useTranslations('course');
  const text = useContentText();
  const { lessons, quizzes = [], scenarios = [], attendance } = course.completionRule;
  const all = course.skillModules.flatMap((skillModule) => skillModule.lessons);
  const titleOf = (slug: string): string => {
    const lesson = all.find((candidate) => candidate.slug === slug);
    return lesson ? text(lesson.title) : slug;
  };
  return (
    <ul className={styles.rules}>
      {lessons === 'all' && <li>{t('ruleLessons')}</li>}
      {quizzes.map(({ quiz, passPercent }) => (
        <li key={quiz}>{t('ruleQuiz', { quiz: titleOf(quiz), percent: passPercent })}</li>
      ))}
      {scenarios.map(({ scenario, passPercent }) => (
        <li key={scenario}>{t('ruleScenario', { scenario: titleOf(scenario), percent: passPercent })}</li>
      ))}
      {attendance && <li>{t('ruleAttendance', { percent: attendance.minimumPercent })}</li>}
    </ul>
  );
}

export default function CourseOutline({ slug }: { slug: string }) {
  const t = useTranslations('course');
  const enrolments = useQuery(enrolmentsQuery);
  const enrolment = enrolmentIn(enrolments.data, slug);
  const isKnown = enrolments.data !== undefined || enrolments.isError;
  const course = useQuery({ ...courseQuery(slug, enrolment?.revisionId), enabled: isKnown });
  const text = useContentText();
  return (
    <Page
      title={course.data ? text(course.data.title) : t('title')}
      back={{ href: '/hoc', label: t('back') }}
      lead={course.data && <Content of={course.data.summary} />}
    >
      <QueryView query={course} lines={8}>
        {(found) => <Outline course={found} enrolment={enrolment} />}
      </QueryView>
    </Page>
  );
}
