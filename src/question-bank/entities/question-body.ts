/**
 * The shapes of a question: `QuestionBody` is what a learner may see, `AnswerKey` what decides and explains the points.
 * They are stored apart so that no query for a learner can carry the key by accident.
 */
export type QuestionKind =
  'single' | 'multiple' | 'true-false' | 'short-answer' | 'numeric' | 'matching' | 'ordering' | 'cloze' | 'essay';

/** A gap of a cloze as a learner sees it; its texts to choose from are plain. */
export type BlankBody = { kind: 'choice'; choices: string[] } | { kind: 'short-answer' } | { kind: 'numeric' };

/** What an essay is graded by; learners see it while they write. */
export interface RubricCriterion {
  /** Sanitised HTML. */
  criterion: string;
  points: number;
}

export interface QuestionBody {
  /** Sanitised HTML; in a cloze with `<span data-blank="1">` where a gap is, numbered from 1. */
  stem: string;
  /** single, multiple: the options as sanitised HTML. */
  options?: string[];
  /** matching: the left-hand items as sanitised HTML. */
  prompts?: string[];
  /** matching: the distinct right-hand texts, offered in the drawn order. */
  choices?: string[];
  /** numeric: the unit shown behind the field. */
  unit?: string;
  /** ordering: the items as sanitised HTML, sorted by their text: in the right order their indexes would give it away. */
  items?: string[];
  /** cloze: the gaps in the order of their numbers. */
  blanks?: BlankBody[];
  /** essay: the criteria. Their points are shares of the one point that every question brings. */
  rubric?: RubricCriterion[];
  /** essay: fewer words are taken, but the learner is told; absent: as long as one likes. */
  minimumWords?: number;
  /** essay: pictures of an answer on paper are taken. */
  photo?: boolean;
}

interface WorthyAnswer {
  percent: number;
  feedback: string | null;
}

/** How one gap of a cloze is graded, and its weight among the gaps. */
export type BlankKey = { weight: number } & (
  | { kind: 'choice'; weights: number[]; feedback: (string | null)[] }
  | { kind: 'short-answer'; answers: (WorthyAnswer & { text: string })[]; caseSensitive: boolean }
  | { kind: 'numeric'; answers: (WorthyAnswer & { min: number; max: number })[] }
);

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
  | { kind: 'matching'; pairs: number[]; general: string | null }
  /** The indexes of the items in the right order. */
  | { kind: 'ordering'; order: number[]; general: string | null }
  | { kind: 'cloze'; blanks: BlankKey[]; general: string | null }
  /** Graded by a lecturer, by the rubric of the body. */
  | { kind: 'essay'; general: string | null };

/**
 * What a learner answered. Indexes are those of the stored body, not of the shuffled screen.
 * single: one index; multiple: indexes; matching: for each prompt the index of the choice or null; ordering: the
 * index of every item, first to last; cloze: for each gap the index of the choice or the typed text, null when left open.
 */
export type QuestionResponse =
  | { kind: 'single'; option: number }
  | { kind: 'multiple'; options: number[] }
  | { kind: 'true-false'; value: boolean }
  | { kind: 'short-answer'; text: string }
  | { kind: 'numeric'; text: string }
  | { kind: 'matching'; choices: (number | null)[] }
  | { kind: 'ordering'; order: number[] }
  | { kind: 'cloze'; blanks: (number | string | null)[] }
  | { kind: 'essay'; text: string };
