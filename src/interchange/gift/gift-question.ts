import type { Text } from '../../platform/problems/problem.js';

/** A fault of a GIFT file at a line (from 1), for the lecturer who wrote it. */
export interface GiftFault {
  line: number;
  message: Text;
}

export const GIFT_FORMATS = ['markdown', 'html', 'plain', 'moodle'] as const;

/** `moodle` is Moodle's auto-format, which a text has that names none: simple HTML whose line breaks count. */
export type GiftFormat = (typeof GIFT_FORMATS)[number];

/** A text with its markup, unescaped and trimmed. */
export interface GiftText {
  format: GiftFormat;
  text: string;
}

/** What an answer gives: -100…100 percent of the points, and what the learner is then told. */
interface Worth {
  percent: number;
  feedback: GiftText | null;
}

export type GiftOption = Worth & { text: GiftText };
export type GiftShortAnswer = Worth & { text: string };
/** Inclusive bounds. A wrong answer of any value, Moodle's `~#…`, reaches from -MAX_VALUE to MAX_VALUE. */
export type GiftNumericAnswer = Worth & { min: number; max: number };
/** A pair with an empty prompt is a right side that fits nowhere. */
export interface GiftPair {
  prompt: GiftText;
  choice: string;
}

/** What stands between `{` and `}`, without the general feedback. */
export type GiftAnswers =
  | { kind: 'choice'; several: boolean; answers: GiftOption[] }
  | { kind: 'true-false'; correct: boolean; feedbackWrong: GiftText | null; feedbackRight: GiftText | null }
  | { kind: 'short-answer'; answers: GiftShortAnswer[] }
  | { kind: 'numeric'; answers: GiftNumericAnswer[] }
  | { kind: 'matching'; pairs: GiftPair[] };

/** A question as the file says it, its texts still in their own markup. */
export type GiftQuestion = GiftAnswers & {
  /** Line of its first character. */
  line: number;
  /** From `[id:…]` in the comment above, as Moodle writes it. */
  id: string | null;
  /** From `[tag:…]` in the comment above. */
  tags: string[];
  title: string;
  stem: GiftText;
  generalFeedback: GiftText | null;
};
