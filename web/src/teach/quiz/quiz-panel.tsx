import { IconAlertTriangle, IconDownload, IconPlus, IconSettings, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSearchParams } from 'wouter';
import { draftQuizQuery, type DraftQuiz, type QuizPlace } from '../../api/draft-quizzes.js';
import type { DraftModule } from '../../api/drafts.js';
import { Content } from '../../i18n/bilingual.js';
import { ActionButton } from '../../ui/button.js';
import { QueryView } from '../../ui/states.js';
import { KindPicker } from './kind-picker.js';
import { findQuestion } from './question-changes.js';
import { QuestionExport } from './question-export.js';
import { isKind, kindOf } from './question-form-state.js';
import { QuestionImport } from './question-import.js';
import { QuestionRows } from './question-rows.js';
import { QuestionScreen, type Opened } from './question-screen.js';
import { QuizSettingsScreen } from './quiz-settings.js';
import styles from './quiz.module.css';

const ICON = { size: 22, 'aria-hidden': true };

function Settings({ quiz, onEdit }: { quiz: DraftQuiz; onEdit: (() => void) | null }) {
  const t = useTranslations('quiz.settings');
  const { settings, cells, questions } = quiz;
  const lacking =
    cells.reduce((sum, cell) => sum + cell.lacking, 0) + Math.max((settings.draw ?? 0) - questions.length, 0);
  const drawn = settings.draw ?? (settings.blueprint ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.settings}>
      <p className={styles.soft}>
        {[
          t(settings.kind),
          t('draw', { count: drawn }),
          settings.timeLimitMinutes === null ? t('untimed') : t('minutes', { count: settings.timeLimitMinutes }),
          t('pass', { percent: settings.passPercent }),
          settings.maxAttempts === 0 ? t('unlimited') : t('attempts', { count: settings.maxAttempts }),
        ].join(' · ')}
      </p>
      {lacking > 0 && (
        <p className={styles.short}>
          <IconAlertTriangle size={20} aria-hidden />
          {t('lacking', { count: lacking })}
        </p>
      )}
      {onEdit && (
        <div>
          <ActionButton look="quiet" icon={<IconSettings {...ICON} />} onClick={onEdit}>
            {t('open')}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

interface QuizProps {
  place: QuizPlace;
  quiz: DraftQuiz;
  modules: DraftModule[];
  canEdit: boolean;
}

/**
 * What is open is in the address: `moi=1` picks a kind, `moi=<kind>` writes one, `cau=<code>` opens one. It stays open
 * while somebody writes, also when the question is deleted elsewhere.
 */
function useOpened({ questions }: DraftQuiz, canEdit: boolean) {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const [held, setHeld] = useState({ address, opened: openedBy(params, questions) });
  if (held.address !== address) setHeld({ address, opened: openedBy(params, questions) });
  const isSetting = canEdit && params.has('dat');
  const isPicking = canEdit && params.get('moi') !== null && !isKind(params.get('moi'));
  const go = (next: Record<string, string>) => setParams(next);
  return { opened: canEdit && held.address === address ? held.opened : null, isPicking, isSetting, go };
}

function openedBy(params: URLSearchParams, questions: DraftQuiz['questions']): Opened | null {
  const [key, kind] = [params.get('cau'), params.get('moi')];
  const question = key === null ? null : findQuestion(questions, key);
  if (key !== null && question) return { key, question };
  const like = findQuestion(questions, params.get('tu') ?? '');
  return isKind(kind) ? { key: null, kind, like } : null;
}

type SheetName = 'import' | 'export';

interface ActsProps {
  canEdit: boolean;
  onAdd(): void;
  onSheet(sheet: SheetName): void;
}

function Acts({ canEdit, onAdd, onSheet }: ActsProps) {
  const t = useTranslations('quiz');
  return (
    <div className={styles.acts}>
      {canEdit && (
        <>
          <ActionButton icon={<IconPlus {...ICON} />} onClick={onAdd}>
            {t('pick.open')}
          </ActionButton>
          <ActionButton look="quiet" icon={<IconUpload {...ICON} />} onClick={() => onSheet('import')}>
            {t('import.open')}
          </ActionButton>
        </>
      )}
      <ActionButton look="quiet" icon={<IconDownload {...ICON} />} onClick={() => onSheet('export')}>
        {t('export.open')}
      </ActionButton>
    </div>
  );
}

function Quiz(props: QuizProps) {
  const { place, quiz, modules, canEdit } = props;
  const t = useTranslations('quiz');
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { opened, isPicking, isSetting, go } = useOpened(quiz, canEdit);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = opened !== null || isSetting;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (opened) {
    const done = (title: string | null): void => {
      setSaved(title);
      go({});
    };
    const key = opened.key ?? `${opened.kind}/${opened.like?.id ?? ''}`;
    return <QuestionScreen key={key} {...{ place, modules, opened }} onDone={done} />;
  }
  if (isSetting) return <QuizSettingsScreen {...{ place, quiz, modules }} onDone={() => go({})} />;
  const close = () => setSheet(null);
  return (
    <section className={styles.panel} aria-label={t('label')}>
      <Settings quiz={quiz} onEdit={canEdit ? () => go({ dat: '1' }) : null} />
      {quiz.sharedWith.length > 0 && <p>{t('shared', { lessons: quiz.sharedWith.join(', ') })}</p>}
      {quiz.faults.map(({ path, line, message }) => (
        <p key={`${path}:${line ?? 0}`} className={styles.fault}>
          <Content of={message} />
        </p>
      ))}
      <Acts canEdit={canEdit} onAdd={() => go({ moi: '1' })} onSheet={setSheet} />
      <h2 ref={heading} tabIndex={-1}>
        {t('count', { count: quiz.questions.length })}
      </h2>
      <p role="status" className={saved === null ? 'visually-hidden' : styles.saved}>
        {saved !== null && t('saved', { title: saved })}
      </p>
      {quiz.questions.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <QuestionRows
          {...{ place, quiz, canEdit }}
          onCopy={(question) => go({ moi: kindOf(question), ...(question.id !== null && { tu: question.id }) })}
        />
      )}
      {isPicking && <KindPicker onPick={(kind) => go({ moi: kind })} onClose={() => go({})} />}
      {sheet === 'import' && <QuestionImport place={place} version={quiz.version} onClose={close} />}
      {sheet === 'export' && <QuestionExport place={place} onClose={close} />}
    </section>
  );
}

/** The quiz of a draft: how it is taken, its questions, and the way in and out for files of them. */
export function QuizPanel({ place, modules, canEdit }: Omit<QuizProps, 'quiz'>) {
  const quiz = useQuery(draftQuizQuery(place));
  return (
    <QueryView query={quiz} lines={8}>
      {(found) => <Quiz place={place} quiz={found} modules={modules} canEdit={canEdit} />}
    </QueryView>
  );
}
