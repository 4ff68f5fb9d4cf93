/**
 * The shapes of a question: `QuestionBody` is what a learner may see, `AnswerKey` what decides and explains the points.
 * They are stored apart so that no query for a learner can carry the key by accident.
 */
export type QuestionKind = 'single' | 'multiple' | 'true-false' | 'short-answer' | 'numeric' | 'matching';

export interface QuestionBody {
  /** Sanitised HTML. */
  stem: string;
  /** single, multiple: the options as sanitised HTML. */
  options?: string[];
  /** matching: the left-hand items as sanitised HTML. */
  prompts?: string[];
  /** matching: the distinct right-hand texts, offered in the drawn order. */
  choices?: string[];
  /** numeric: the unit shown behind the field. */
  unit?: string;
}

export type AnswerKey =
  | { kind: 'single' | 'multiple'; weights: number[]; feedback: (string | null)[]; general: string | null }
  | {
      kind: 'true-false';
      correct: boolean;
      feedbackWrong: string | null;
      feedbackRight: string | null;
      general: string | null;
    }
  | {
      kind: 'short-answer';
      answers: { text: string; percent: number; feedback: string | null }[];
      caseSensitive: boolean;
      general: string | null;
    }
  | {
      kind: 'numeric';
      answers: { min: number; max: number; percent: number; feedback: string | null }[];
      general: string | null;
    }
  | { kind: 'matching'; pairs: number[]; general: string | null };

/**
 * What a learner answered. Indexes are those of the stored body, not of the shuffled screen.
 * single: one index; multiple: indexes; matching: for each prompt the index of the choice or null.
 */
export type QuestionResponse =
  | { kind: 'single'; option: number }
  | { kind: 'multiple'; options: number[] }
  | { kind: 'true-false'; value: boolean }
  | { kind: 'short-answer'; text: string }
  | { kind: 'numeric'; text: string }
  | { kind: 'matching'; choices: (number | null)[] };
