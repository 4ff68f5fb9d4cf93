import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Enrolment } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useDuration } from '../i18n/formats.js';
import { LinkButton } from '../ui/button.js';
import { Progress } from '../ui/progress.js';
import styles from './next-step.module.css';

const lastSeen = ({ lessons, enrolledAt }: Enrolment): string =>
  lessons.reduce((latest, { seenAt }) => (seenAt > latest ? seenAt : latest), enrolledAt);

/** The course touched last among those not finished. */
export function currentOf(enrolments: Enrolment[]): Enrolment | undefined {
  return enrolments.filter(({ state }) => state === 'active').sort((a, b) => lastSeen(b).localeCompare(lastSeen(a)))[0];
}

/** One sentence on what remains. */
function useRemaining(): (enrolment: Enrolment) => string {
  const t = useTranslations('learning');
  const duration = useDuration();
  return ({ minutesLeft, missing, resume }) => {
    const needsClass = missing.some(({ kind }) => kind === 'attendance');
    if (!resume) return needsClass ? t('onlyClassLeft') : t('almostDone');
    const time = duration(minutesLeft * 60);
    return needsClass ? t('leftAndClass', { time }) : t('left', { time });
  };
}

function Going({ enrolment }: { enrolment: Enrolment }) {
  const t = useTranslations('learning');
  const remaining = useRemaining();
  const { resume, course, progressPercent, lessons } = enrolment;
  const begun = lessons.length > 0;
  return (
    <section className={styles.step} aria-label={t('nextStep')}>
      <p className={styles.course}>
        <Content of={course.title} />
      </p>
      <h2 className={styles.title}>{resume ? <Content of={resume.title} /> : t('classTitle')}</h2>
      <p>{remaining(enrolment)}</p>
      <div className={styles.progress}>
        <Progress percent={progressPercent} label={t('progressOf', { course: course.title.vi })} tone="on-blue" />
        <span>{t('percentDone', { percent: progressPercent })}</span>
      </div>
      <LinkButton
        href={resume ? `/bai/${resume.lessonId}` : '/lich'}
        look="on-blue"
        iconAfter={<IconArrowRight size={22} aria-hidden />}
      >
        {resume ? (begun ? t('continue') : t('begin')) : t('toSchedule')}
      </LinkButton>
    </section>
  );
}

function Finished() {
  const t = useTranslations('learning');
  return (
    <section className={styles.done} aria-label={t('nextStep')}>
      <h2 className={styles.title}>{t('allDoneTitle')}</h2>
      <p>{t('allDoneText')}</p>
      <LinkButton href="/chung-chi" look="quiet">
        {t('toCertificates')}
      </LinkButton>
    </section>
  );
}

/** The one thing to do next; the only solid surface of the screen. */
export function NextStep({ enrolments }: { enrolments: Enrolment[] }) {
  const t = useTranslations('learning');
  const current = currentOf(enrolments);
  if (current) return <Going enrolment={current} />;
  if (enrolments.some(({ state }) => state === 'completed')) return <Finished />;
  return <p className={styles.first}>{t('firstCourse')}</p>;
}
