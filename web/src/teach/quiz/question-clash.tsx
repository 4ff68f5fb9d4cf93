import { useTranslations } from 'use-intl';
import type { Question, QuizPlace } from '../../api/draft-quizzes.js';
import { ActionButton } from '../../ui/button.js';
import styles from './form.module.css';
import { QuestionPreview } from './question-preview.js';

interface QuestionClashProps {
  place: QuizPlace;
  /** Null: somebody has taken the question away. */
  theirs: Question | null;
  onKeepMine(): void;
  onKeepBoth(): void;
  onTakeTheirs(): void;
}

/** Somebody else has saved this question meanwhile: what is typed here stays until its author decides. */
export function QuestionClash({ place, theirs, onKeepMine, onKeepBoth, onTakeTheirs }: QuestionClashProps) {
  const t = useTranslations('quiz.clash');
  return (
    <section className={styles.clash} role="alert" aria-label={t('title')}>
      <p>
        <strong>{t('title')}</strong> {t(theirs ? 'text' : 'gone')}
      </p>
      {theirs && (
        <div className={styles.theirs}>
          <h3>{t('theirs')}</h3>
          <QuestionPreview place={place} question={theirs} />
        </div>
      )}
      <div className={styles.acts}>
        <ActionButton onClick={onKeepMine}>{t('keepMine')}</ActionButton>
        {theirs && (
          <ActionButton look="quiet" onClick={onKeepBoth}>
            {t('keepBoth')}
          </ActionButton>
        )}
        <ActionButton look="quiet" onClick={onTakeTheirs}>
          {t(theirs ? 'takeTheirs' : 'leaveGone')}
        </ActionButton>
      </div>
    </section>
  );
}
