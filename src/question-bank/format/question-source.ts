import type { Text } from '../../platform/problems/problem.js';

/** A fault of a question file at a line (from 1), for the lecturer who wrote it. */
export interface SourceFault {
  line: number;
  message: Text;
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

/** What stands between `{` and `}`, without the general feedback. */
export type AnswerSource =
  | { kind: 'choice'; several: boolean; answers: OptionSource[] }
  | { kind: 'true-false'; correct: boolean; feedbackWrong: SourceText | null; feedbackRight: SourceText | null }
  | { kind: 'short-answer'; answers: ShortAnswerSource[]; caseSensitive?: boolean }
  /** `unit` is what is shown behind the field. */
  | { kind: 'numeric'; answers: NumericAnswerSource[]; unit?: string }
  | { kind: 'matching'; pairs: PairSource[] };

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
