import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { DraftQuiz, Question, QuizPlace } from '../../api/draft-quizzes.js';
import { newId } from '../../offline/uuid.js';
import { ActionButton } from '../../ui/button.js';
import { Sheet } from '../../ui/sheet.js';
import { Failure } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { RowButtons } from '../rows/row-buttons.js';
import { keyOf } from './question-changes.js';
import { kindOf, tagsOf } from './question-form-state.js';
import styles from './quiz.module.css';
import { useQuestionSaving } from './use-question-saving.js';

/** Deleting is asked about once. */
function RemoveSheet({ place, given, onClose }: { place: QuizPlace; given: Row; onClose(): void }) {
  const t = useTranslations('quiz.remove');
  const saving = useQuestionSaving(place);
  const removing = useMutation({
    mutationFn: () =>
      saving.mutateAsync({ change: { act: 'remove', key: given.key, seen: given.question }, saveId: newId() }),
    onSuccess: ({ kind }) => {
      if (kind === 'saved') onClose();
    },
  });
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('title')}
      actions={
        <>
          <ActionButton look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('go')}
          </ActionButton>
          <ActionButton look="quiet" onClick={onClose}>
            {t('keep')}
          </ActionButton>
        </>
      }
    >
      <p>{t('text', { title: given.question.title })}</p>
      {removing.data?.kind === 'clash' && (
        <p className={styles.fault} role="alert">
          {t('clash')}
        </p>
      )}
      {removing.error && <Failure error={removing.error} />}
    </Sheet>
  );
}

interface Row {
  key: string;
  question: Question;
}

function About({ question }: { question: Question }) {
  const t = useTranslations('quiz');
  const { difficulty, articles } = tagsOf(question.tags);
  return (
    <span className={styles.tags}>
      <Tag>{t(`kinds.${kindOf(question)}`)}</Tag>
      <Tag>{t(`difficulties.${difficulty}`)}</Tag>
      {articles.length > 0 && <Tag tone="blue">{t('articles', { count: articles.length })}</Tag>}
      <span className={styles.soft}>{question.id}</span>
    </span>
  );
}

/** Moving, and the focus kept on the row that moved. */
function useMoving(place: QuizPlace) {
  const saving = useQuestionSaving(place);
  const [moved, setMoved] = useState<{ key: string; by: -1 | 1 } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const isDone = saving.isSuccess;
  useEffect(() => {
    if (!moved || !isDone) return;
    const row = [...(list.current?.children ?? [])].find((each) => each.getAttribute('data-key') === moved.key);
    const [up, down] = row?.querySelectorAll('button') ?? [];
    const wanted = moved.by < 0 ? up : down;
    (wanted?.disabled ? (moved.by < 0 ? down : up) : wanted)?.focus();
  }, [moved, isDone]);
  const move = (key: string, by: -1 | 1): void => {
    if (saving.isPending) return;
    setMoved({ key, by });
    saving.mutate({ change: { act: 'move', key, by }, saveId: newId() });
  };
  return { list, move, moved: isDone ? moved : null, error: saving.error };
}

interface QuestionRowsProps {
  place: QuizPlace;
  quiz: DraftQuiz;
  canEdit: boolean;
  onCopy(question: Question): void;
}

/** The questions in their order: opened, moved, copied and deleted. */
export function QuestionRows({ place, quiz, canEdit, onCopy }: QuestionRowsProps) {
  const t = useTranslations('quiz');
  const [removed, setRemoved] = useState<Row | null>(null);
  const { list, move, moved, error } = useMoving(place);
  const rows = quiz.questions.map((question, at) => ({ question, key: keyOf(question, at) }));
  return (
    <>
      {error && <Failure error={error} />}
      <p className="visually-hidden" role="status">
        {moved && t('form.movedTo', { place: rows.findIndex(({ key }) => key === moved.key) + 1 })}
      </p>
      <ol className={styles.rows} ref={list}>
        {rows.map(({ question, key }, at) => (
          <li key={key} data-key={key} className={styles.row}>
            <div className={styles.what}>
              {canEdit ? (
                <Link
                  href={`/soan/${place.id}/bai/${place.slug}?cau=${encodeURIComponent(key)}`}
                  className={styles.title}
                  lang="vi"
                >
                  {question.title}
                </Link>
              ) : (
                <span className={styles.title} lang="vi">
                  {question.title}
                </span>
              )}
              <About question={question} />
            </div>
            {canEdit && (
              <RowButtons
                name={question.title}
                acts={{
                  ...(at > 0 && { up: () => move(key, -1) }),
                  ...(at < rows.length - 1 && { down: () => move(key, 1) }),
                  copy: () => onCopy(question),
                  remove: () => setRemoved({ key, question }),
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {removed && <RemoveSheet place={place} given={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}
