import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Attempt } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import styles from './question-map.module.css';

interface QuestionMapProps {
  opened: boolean;
  onClose(): void;
  attempt: Attempt;
  isAnswered(questionId: string): boolean;
  current: number;
  onGo(index: number): void;
  onSubmit(): void;
}

/** All questions at a glance; an answered one bears a tick. */
export function QuestionMap({ opened, onClose, attempt, isAnswered, current, onGo, onSubmit }: QuestionMapProps) {
  const t = useTranslations('attempt');
  const answered = attempt.questions.filter(({ questionId }) => isAnswered(questionId)).length;
  const count = attempt.questions.length;
  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={t('mapTitle')}
      actions={<ActionButton onClick={onSubmit}>{t('submit')}</ActionButton>}
    >
      <p className={styles.sum}>{t('answeredOf', { answered, count })}</p>
      <ol className={styles.map}>
        {attempt.questions.map(({ questionId }, index) => {
          const isDone = isAnswered(questionId);
          return (
            <li key={questionId}>
              <button
                type="button"
                className={styles.cell}
                data-answered={isDone || undefined}
                aria-current={index === current ? 'step' : undefined}
                aria-label={t(isDone ? 'cellAnswered' : 'cellOpen', { number: index + 1 })}
                onClick={() => onGo(index)}
              >
                {index + 1}
                {isDone && <IconCheck size={16} stroke={3} aria-hidden />}
              </button>
            </li>
          );
        })}
      </ol>
    </Sheet>
  );
}
