import { useQuery } from '@tanstack/react-query';
import { IconChevronRight, IconScale, IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { scheduleQuery } from '../api/classes.js';
import { coursesQuery, enrolmentIn, enrolmentsQuery } from '../api/learning.js';
import { useSession } from '../api/session.js';
import type { CourseSummary, Enrolment } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useDuration } from '../i18n/formats.js';
import { Page, Section } from '../ui/page.js';
import { Progress } from '../ui/progress.js';
import { Empty, Loading, QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import styles from './learning.module.css';
import { NextStep } from './next-step.js';
import { SoonSession } from './soon-session.js';

function CourseRow({ course, enrolment }: { course: CourseSummary; enrolment?: Enrolment }) {
  const t = useTranslations('learning');
  const duration = useDuration();
  return (
    <li>
      <Link href={`/khoa-hoc/${course.slug}`} className={styles.course}>
        <span className={styles.courseWords}>
          <span className={styles.courseTitle}>
            <Content of={course.title} />
          </span>
          <span className={styles.courseFacts}>
            {t('courseFacts', { lessons: course.lessonCount, duration: duration(course.estimatedMinutes * 60) })}
          </span>
          {enrolment?.state === 'completed' && <Tag tone="good">{t('completed')}</Tag>}
          {enrolment?.state === 'active' && (
            <span className={styles.courseProgress}>
              <Progress percent={enrolment.progressPercent} label={t('progressOf', { course: course.title.vi })} />
              <span>{t('percentDone', { percent: enrolment.progressPercent })}</span>
            </span>
          )}
        </span>
        <IconChevronRight size={22} aria-hidden />
      </Link>
    </li>
  );
}

function CourseList({ courses, enrolments }: { courses: CourseSummary[]; enrolments: Enrolment[] }) {
  return (
    <ul className={styles.courses}>
      {courses.map((course) => (
        <CourseRow key={course.id} course={course} enrolment={enrolmentIn(enrolments, course.slug)} />
      ))}
    </ul>
  );
}

function Courses({ courses, enrolments }: { courses: CourseSummary[]; enrolments: Enrolment[] }) {
  const t = useTranslations('learning');
  const mine = courses.filter(({ slug }) => enrolmentIn(enrolments, slug));
  const others = courses.filter(({ slug }) => !enrolmentIn(enrolments, slug));
  return (
    <>
      {mine.length > 0 && (
        <Section title={t('mine')}>
          <CourseList courses={mine} enrolments={enrolments} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('others')}>
          <CourseList courses={others} enrolments={enrolments} />
        </Section>
      )}
      {courses.length === 0 && <Empty title={t('noCoursesTitle')}>{t('noCoursesText')}</Empty>}
    </>
  );
}

function SearchLink() {
  const t = useTranslations('learning');
  return (
    <Link href="/tim" className={styles.search}>
      <IconSearch size={22} aria-hidden />
      <span>{t('searchLink')}</span>
    </Link>
  );
}

function LawLink() {
  const t = useTranslations('learning');
  return (
    <Link href="/phap-luat" className={styles.law}>
      <IconScale size={22} aria-hidden />
      <span>{t('lawLink')}</span>
    </Link>
  );
}

/** People are addressed by the last word of their name. */
const givenName = (fullName: string): string => fullName.trim().split(/\s+/).at(-1) ?? fullName;

/** My learning: the next step first, then what happens today, then the courses. */
export default function Learning() {
  const t = useTranslations('learning');
  const { person } = useSession();
  const enrolments = useQuery(enrolmentsQuery);
  const courses = useQuery(coursesQuery);
  const schedule = useQuery(scheduleQuery);
  // What comes under the next step comes at once: one by one it would push itself down the screen.
  const isWaiting = courses.isLoading || schedule.isLoading;
  return (
    <Page title={t('title')} heading={t('greeting', { name: givenName(person.fullName) })}>
      <QueryView query={enrolments} lines={8}>
        {(mine) => (
          <>
            <NextStep enrolments={mine} />
            <SearchLink />
            {isWaiting ? (
              <Loading lines={6} />
            ) : (
              <>
                <SoonSession />
                <QueryView query={courses}>{(all) => <Courses courses={all} enrolments={mine} />}</QueryView>
                <LawLink />
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
