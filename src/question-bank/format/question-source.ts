import type { Text } from '../../platform/problems/problem.js';

/** A fault of a question file at a line (from 1), for the lecturer who wrote it. */
export interface SourceFault {
  line: number;
  message: Text;
  /** Not wrong, but of a kind that is not read: whoever imports the file may leave the question out. */
  isUnknown?: boolean;
}

export const SOURCE_FORMATS = ['markdown', 'html', 'plain', 'moodle'] as const;

/** `moodle` is Moodle's auto-format, which a text has that names none: simple HTML whose line breaks count. */
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** A text with its markup, unescaped and trimmed. */
export interface SourceText {
  format: SourceFormat;
  text: string;
}

/** What an answer gives: -100…100 percent of the points, and what the learner is then told. */
interface Worth {
  percent: number;
  feedback: SourceText | null;
}

export type OptionSource = Worth & { text: SourceText };
export type ShortAnswerSource = Worth & { text: string };
/** Inclusive bounds. A wrong answer of any value, Moodle's `~#…`, reaches from -MAX_VALUE to MAX_VALUE. */
export type NumericAnswerSource = Worth & { min: number; max: number };
/** A pair with an empty prompt is a right side that fits nowhere. */
export interface PairSource {
  prompt: SourceText;
  choice: string;
}

/** A gap of a cloze; the stem holds `[[1]]`, `[[2]]` … where they stand. `weight`: its share of the points, over 0. */
export type ClozeBlankSource = { weight: number } & (
  | { kind: 'choice'; answers: OptionSource[] }
  | { kind: 'short-answer'; answers: ShortAnswerSource[]; caseSensitive: boolean }
  | { kind: 'numeric'; answers: NumericAnswerSource[] }
);

/** What an essay is graded by, and the points it can bring. */
export interface RubricSource {
  criterion: SourceText;
  points: number;
}

/** What is asked and what answers it: in GIFT what stands between `{` and `}`. The items of an ordering stand in the right order. */
export type AnswerSource =
  | { kind: 'choice'; several: boolean; answers: OptionSource[] }
  | { kind: 'true-false'; correct: boolean; feedbackWrong: SourceText | null; feedbackRight: SourceText | null }
  | { kind: 'short-answer'; answers: ShortAnswerSource[]; caseSensitive?: boolean }
  /** `unit` is what is shown behind the field. */
  | { kind: 'numeric'; answers: NumericAnswerSource[]; unit?: string }
  | { kind: 'matching'; pairs: PairSource[] }
  | { kind: 'ordering'; items: SourceText[] }
  | { kind: 'cloze'; blanks: ClozeBlankSource[] }
  | { kind: 'essay'; rubric: RubricSource[]; minimumWords: number | null; photo: boolean };

/** A question as the file says it, its texts still in their own markup. */
export type QuestionSource = AnswerSource & {
  /** Line of its first character. */
  line: number;
  /** From `[id:…]` in the comment above, as Moodle writes it. */
  id: string | null;
  /** From `[tag:…]` in the comment above. */
  tags: string[];
  title: string;
  stem: SourceText;
  generalFeedback: SourceText | null;
};
