import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Enrolment, MissingPart } from '../api/types.js';
import { useContentText } from '../i18n/bilingual.js';
import { Section } from '../ui/page.js';
import styles from './missing-parts.module.css';

interface Line {
  key: string;
  text: string;
  href: string;
  action: string;
}

/** Missing lessons are one line; each quiz and the attendance are a line of their own, with what was reached so far. */
function useLines(): (missing: MissingPart[]) => Line[] {
  const t = useTranslations('course');
  const text = useContentText();
  return (missing) => {
    const lessons = missing.filter(({ kind }) => kind === 'lesson');
    const first = lessons[0];
    const lines = missing
      .filter(({ kind }) => kind !== 'lesson')
      .map((part) => {
        const needed = part.needed ?? 0;
        const reached = part.actual === null ? 'no' : 'yes';
        const values = { title: text(part.title), needed, reached, actual: Math.round(part.actual ?? 0) };
        return part.kind !== 'attendance'
          ? {
              key: `${part.kind}-${part.subjectKey}`,
              text: t(part.kind === 'quiz' ? 'missingQuiz' : 'missingScenario', values),
              href: `/bai/${part.lessonId}`,
              action: t(part.kind === 'quiz' ? 'doQuiz' : 'playScenario'),
            }
          : { key: 'attendance', text: t('missingAttendance', values), href: '/lich', action: t('seeClasses') };
      });
    if (!first) return lines;
    const toRead = t('missingLessons', { count: lessons.length, first: text(first.title) });
    return [{ key: 'lessons', text: toRead, href: `/bai/${first.lessonId}`, action: t('openLesson') }, ...lines];
  };
}

/** What is still missing and how to get it. */
export function MissingParts({ enrolment }: { enrolment: Enrolment }) {
  const t = useTranslations('course');
  const linesOf = useLines();
  return (
    <Section title={t('missingTitle')}>
      <ul className={styles.lines}>
        {linesOf(enrolment.missing).map(({ key, text, href, action }) => (
          <li key={key} className={styles.line}>
            <span>{text}</span>
            <Link href={href} className={styles.action}>
              {action}
              <IconArrowRight size={20} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
