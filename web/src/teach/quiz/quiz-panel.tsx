import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { draftQuizQuery, type DraftQuiz, type Question, type QuizPlace } from '../../api/draft-quizzes.js';
import { Content } from '../../i18n/bilingual.js';
import { ActionButton } from '../../ui/button.js';
import { QueryView } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { QuestionExport } from './question-export.js';
import { QuestionImport } from './question-import.js';
import styles from './quiz.module.css';

const ICON = { size: 22, 'aria-hidden': true };
const DIFFICULTY = /^difficulty:([123])$/;
const ARTICLE = /^vn(\.[a-z0-9]+)+$/;

function Settings({ settings }: { settings: DraftQuiz['settings'] }) {
  const t = useTranslations('quiz.settings');
  const drawn = settings.draw ?? (settings.blueprint ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <p className={styles.soft}>
      {[
        t(settings.kind),
        t('draw', { count: drawn }),
        settings.timeLimitMinutes === null ? t('untimed') : t('minutes', { count: settings.timeLimitMinutes }),
        t('pass', { percent: settings.passPercent }),
        settings.maxAttempts === 0 ? t('unlimited') : t('attempts', { count: settings.maxAttempts }),
      ].join(' · ')}
    </p>
  );
}

function QuestionRow({ question }: { question: Question }) {
  const t = useTranslations('quiz');
  const difficulty = question.tags.flatMap((tag) => DIFFICULTY.exec(tag)?.[1] ?? [])[0];
  const articles = question.tags.filter((tag) => ARTICLE.test(tag)).length;
  return (
    <li className={styles.row}>
      <span className={styles.title} lang="vi">
        {question.title}
      </span>
      <span className={styles.tags}>
        <Tag>{t(`import.kinds.${question.kind}`)}</Tag>
        {difficulty !== undefined && <Tag>{t('difficulty', { level: difficulty })}</Tag>}
        {articles > 0 && <Tag tone="blue">{t('articles', { count: articles })}</Tag>}
        <span className={styles.soft}>{question.id}</span>
      </span>
    </li>
  );
}

function Quiz({ place, quiz, canEdit }: { place: QuizPlace; quiz: DraftQuiz; canEdit: boolean }) {
  const t = useTranslations('quiz');
  const [open, setOpen] = useState<'import' | 'export' | null>(null);
  const close = () => setOpen(null);
  return (
    <section className={styles.panel} aria-label={t('label')}>
      <Settings settings={quiz.settings} />
      {quiz.sharedWith.length > 0 && <p>{t('shared', { lessons: quiz.sharedWith.join(', ') })}</p>}
      {quiz.faults.map(({ path, line, message }) => (
        <p key={`${path}:${line ?? 0}`} className={styles.fault}>
          <Content of={message} />
        </p>
      ))}
      <div className={styles.acts}>
        {canEdit && (
          <ActionButton icon={<IconUpload {...ICON} />} onClick={() => setOpen('import')}>
            {t('import.open')}
          </ActionButton>
        )}
        <ActionButton look="quiet" icon={<IconDownload {...ICON} />} onClick={() => setOpen('export')}>
          {t('export.open')}
        </ActionButton>
      </div>
      <h2>{t('count', { count: quiz.questions.length })}</h2>
      {quiz.questions.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <ol className={styles.rows}>
          {quiz.questions.map((question, index) => (
            <QuestionRow key={question.id ?? index} question={question} />
          ))}
        </ol>
      )}
      {open === 'import' && <QuestionImport place={place} version={quiz.version} onClose={close} />}
      {open === 'export' && <QuestionExport place={place} onClose={close} />}
    </section>
  );
}

/** The quiz of a draft: how it is taken, its questions, and the way in and out for files of them. */
export function QuizPanel({ place, canEdit }: { place: QuizPlace; canEdit: boolean }) {
  const quiz = useQuery(draftQuizQuery(place));
  return (
    <QueryView query={quiz} lines={8}>
      {(found) => <Quiz place={place} quiz={found} canEdit={canEdit} />}
    </QueryView>
  );
}
