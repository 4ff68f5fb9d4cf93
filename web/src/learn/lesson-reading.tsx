import { IconArrowUp, IconScale } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Citation, Enrolment, Lesson } from '../api/types.js';
import { Content, useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { Choice } from '../ui/choice.js';
import { LessonArticle } from '../ui/lesson-article.js';
import { Page } from '../ui/page.js';
import { ArticleSheet } from './article-sheet.js';
import LawChanges from './law-changes.js';
import { LessonFoot } from './lesson-foot.js';
import styles from './lesson-reading.module.css';
import { useLetterSize } from './use-letter-size.js';
import { useReading } from './use-reading.js';

const MINUTES_LEFT_FROM = 1;

/** How much of the lesson is left, always in sight. */
function TimeLeft({ lesson, place, isDone }: { lesson: Lesson; place: number; isDone: boolean }) {
  const t = useTranslations('lesson');
  const minutes = Math.ceil(lesson.minutes * (1 - place));
  return (
    <div className={styles.left}>
      <div className={styles.leftBar} style={{ width: `${Math.round(place * 100)}%` }} />
      <span>{isDone ? t('isDone') : minutes >= MINUTES_LEFT_FROM ? t('minutesLeft', { minutes }) : t('atTheEnd')}</span>
    </div>
  );
}

/** Behind one line: a lesson may rest on twenty articles, and each is linked in the text already. */
function Citations({ citations, onOpen }: { citations: Citation[]; onOpen(code: string): void }) {
  const t = useTranslations('lesson');
  if (citations.length === 0) return null;
  return (
    <details className={styles.citations}>
      <summary>{t('citations', { count: citations.length })}</summary>
      <ul>
        {citations.map(({ code, number, title, documentTitle }) => (
          <li key={code}>
            <button type="button" className={styles.citation} onClick={() => onOpen(code)}>
              <IconScale size={20} aria-hidden />
              <span lang="vi">
                {t('articleOf', { number, document: documentTitle })}
                <span className={styles.citationTitle}>{title}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function LessonReading({ lesson, enrolment }: { lesson: Lesson; enrolment?: Enrolment }) {
  const t = useTranslations('lesson');
  const text = useContentText();
  const formats = useFormats();
  const page = useRef<HTMLElement>(null);
  const reading = useReading(page, { lesson, enrolment, about: text(lesson.title) });
  const [letters, setLetters] = useLetterSize(page);
  const [article, setArticle] = useState<string | null>(null);
  return (
    <>
      <TimeLeft lesson={lesson} place={reading.place} isDone={reading.isDone} />
      <Page
        title={text(lesson.title)}
        heading={<Content of={lesson.title} />}
        back={{ href: `/khoa-hoc/${lesson.courseSlug}`, label: text(lesson.courseTitle) }}
        lead={t('facts', { minutes: lesson.minutes, date: formats.date(lesson.asOf) })}
        width="reading"
      >
        <Choice
          label={t('letters')}
          value={letters}
          onChange={setLetters}
          options={[
            { value: 'm', label: t('lettersM') },
            { value: 'l', label: t('lettersL') },
            { value: 'xl', label: t('lettersXl') },
          ]}
        />
        {!enrolment && (
          <p className={styles.note}>
            {t('notEnrolled')} <Link href={`/khoa-hoc/${lesson.courseSlug}`}>{t('toCourse')}</Link>
          </p>
        )}
        <LawChanges lesson={lesson} />
        {reading.resumed && (
          <div className={styles.resumed} role="status">
            <span>{t('resumed')}</span>
            <button type="button" onClick={reading.toTop}>
              <IconArrowUp size={20} aria-hidden />
              {t('fromTop')}
            </button>
          </div>
        )}
        <LessonArticle ref={page} letters={letters} html={lesson.html} onLaw={setArticle} />
        <LessonFoot lesson={lesson} enrolment={enrolment} reading={reading} />
        <Citations citations={lesson.citations} onOpen={setArticle} />
      </Page>
      <ArticleSheet code={article} onClose={() => setArticle(null)} />
    </>
  );
}
