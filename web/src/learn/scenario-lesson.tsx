import { IconAlertTriangle, IconPlayerPlay, IconRefresh, IconScale } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Enrolment, Lesson, Scenario } from '../api/types.js';
import { Content, useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { ArticleSheet } from './article-sheet.js';
import LawChanges from './law-changes.js';
import { Debrief } from './scenario-debrief.js';
import styles from './scenario.module.css';
import type { Play, StoryLine } from './story.js';
import { usePlay } from './use-play.js';

const DAY_MS = 86_400_000;

/** What the learner watches: the day by the statutory clock, and the variables of the story. */
function Meters({ scenario, play }: { scenario: Scenario; play: Play }) {
  const t = useTranslations('scenario');
  const text = useContentText();
  const formats = useFormats();
  const day = new Date(new Date(`${scenario.startsOn}T00:00:00Z`).getTime() + play.variable('ngay') * DAY_MS);
  return (
    <dl className={styles.meters} aria-label={t('meters')}>
      <div>
        <dt>{t('day')}</dt>
        <dd>{formats.date(day.toISOString().slice(0, 10))}</dd>
      </div>
      {scenario.meters.map(({ variable, label, unit = '' }) => (
        <div key={variable}>
          <dt>{text(label)}</dt>
          <dd>
            {formats.number(play.variable(variable))}
            {unit === '%' ? unit : ` ${unit}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `vn.blld.2019.d188` as words: the number is enough beside the text, the sheet says the rest. */
function LawChips({ codes, onOpen }: { codes: string[]; onOpen(code: string): void }) {
  const t = useTranslations('scenario');
  return (
    <span className={styles.chips}>
      {codes.map((code) => (
        <button key={code} type="button" className={styles.chip} onClick={() => onOpen(code)}>
          <IconScale size={18} aria-hidden />
          {t('article', { number: code.slice(code.lastIndexOf('.d') + 2) })}
        </button>
      ))}
    </span>
  );
}

function Lines({ lines, onLaw }: { lines: StoryLine[]; onLaw(code: string): void }) {
  const t = useTranslations('scenario');
  return lines.map(({ text, role, law }, index) => (
    <div key={index} className={styles.line} data-role={role} lang="vi">
      {role === 'violation' && (
        <p className={styles.label}>
          <IconAlertTriangle size={20} aria-hidden />
          {t('violation')}
        </p>
      )}
      {role === 'experience' && <p className={styles.label}>{t('experience')}</p>}
      <p>{text}</p>
      {law.length > 0 && <LawChips codes={law} onOpen={onLaw} />}
    </div>
  ));
}

/** Everything said so far; what was chosen stands where it was chosen. */
function Story({ play, onLaw }: { play: Play; onLaw(code: string): void }) {
  const t = useTranslations('scenario');
  const latest = useRef<HTMLLIElement>(null);
  const count = play.turns.length;
  useEffect(() => {
    // After a choice the reader goes on where the story goes on.
    if (count > 0) latest.current?.focus();
  }, [count]);
  return (
    <ol className={styles.story}>
      <li>
        <Lines lines={play.opening} onLaw={onLaw} />
      </li>
      {play.turns.map(({ chosen, lines }, index) => (
        <li key={index} ref={index === count - 1 ? latest : undefined} tabIndex={-1}>
          <p className={styles.chosen} lang="vi">
            <span className={styles.chosenLabel}>{t('youChose')}</span> {chosen}
          </p>
          <Lines lines={lines} onLaw={onLaw} />
        </li>
      ))}
    </ol>
  );
}

function Options({ options, onChoose }: { options: string[]; onChoose(index: number): void }) {
  const t = useTranslations('scenario');
  return (
    <div className={styles.options} role="group" aria-label={t('whatNow')}>
      <h2 className={styles.question}>{t('whatNow')}</h2>
      {options.map((option, index) => (
        <button key={index} type="button" className={styles.option} onClick={() => onChoose(index)} lang="vi">
          {option}
        </button>
      ))}
    </div>
  );
}

/** Before the first decision: who one is, what is watched, and how one did before. */
function Beginning({ lesson, scenario, best, onBegin }: BeginningProps) {
  const t = useTranslations('scenario');
  return (
    <div className={styles.beginning}>
      <p className={styles.role}>
        <Content of={scenario.role} />
      </p>
      <p>{t('howItWorks')}</p>
      {best !== null && <p className={styles.best}>{t('bestSoFar', { percent: Math.floor(best) })}</p>}
      <ActionButton icon={<IconPlayerPlay size={22} aria-hidden />} onClick={onBegin}>
        {t('begin', { minutes: lesson.minutes })}
      </ActionButton>
    </div>
  );
}

interface BeginningProps {
  lesson: Lesson;
  scenario: Scenario;
  best: number | null;
  onBegin(): void;
}

export default function ScenarioLesson({ lesson, scenario, enrolment }: ScenarioLessonProps) {
  const t = useTranslations('scenario');
  const tLesson = useTranslations('lesson');
  const text = useContentText();
  const { play, failed, begin, choose } = usePlay(lesson, { scenario, enrolment, about: text(lesson.title) });
  const [article, setArticle] = useState<string | null>(null);
  const result = enrolment?.results.find(({ kind, subjectKey }) => kind === 'scenario' && subjectKey === lesson.slug);
  const next = lesson.nextLessonId ? `/bai/${lesson.nextLessonId}` : `/khoa-hoc/${lesson.courseSlug}`;
  return (
    <Page
      title={text(lesson.title)}
      heading={<Content of={lesson.title} />}
      back={{ href: `/khoa-hoc/${lesson.courseSlug}`, label: text(lesson.courseTitle) }}
      width="reading"
    >
      {!enrolment && (
        <p className={styles.note}>
          {tLesson('notEnrolled')} <Link href={`/khoa-hoc/${lesson.courseSlug}`}>{tLesson('toCourse')}</Link>
        </p>
      )}
      <LawChanges lesson={lesson} />
      {play === null && (
        <Beginning lesson={lesson} scenario={scenario} best={result?.percent ?? null} onBegin={begin} />
      )}
      {play && (
        <>
          <Meters scenario={scenario} play={play} />
          <Story play={play} onLaw={setArticle} />
          {play.ending === null && <Options options={play.options} onChoose={(index) => void choose(index)} />}
          {play.ending !== null && <Debrief play={play} passPercent={scenario.passPercent} />}
          {failed && <p role="alert">{tLesson('notStored')}</p>}
          <div className={styles.actions}>
            {(play.ending !== null || play.turns.length > 0) && (
              <ActionButton look="quiet" icon={<IconRefresh size={20} aria-hidden />} onClick={begin}>
                {t('again')}
              </ActionButton>
            )}
            {play.ending !== null && <LinkButton href={next}>{tLesson('nextLesson')}</LinkButton>}
          </div>
        </>
      )}
      <ArticleSheet code={article} onClose={() => setArticle(null)} />
    </Page>
  );
}

interface ScenarioLessonProps {
  lesson: Lesson;
  scenario: Scenario;
  enrolment?: Enrolment;
}
