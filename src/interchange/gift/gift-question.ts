import type { Text } from '../../platform/problems/problem.js';

/** A fault of a GIFT file at a line (from 1), for the lecturer who wrote it. */
export interface GiftFault {
  line: number;
  message: Text;
}

/** One answer between `{` and `}`. */
export interface GiftAnswer {
  text: string;
  /** -100…100; 100 for `=`, 0 for `~` unless `%n%` says otherwise. */
  percent: number;
  feedback: string | null;
}

type Content =
  | { kind: 'choice'; several: boolean; answers: GiftAnswer[] }
  | { kind: 'true-false'; correct: boolean; feedbackWrong: string | null; feedbackRight: string | null }
  | { kind: 'short-answer'; answers: GiftAnswer[] }
  | { kind: 'numeric'; answers: { min: number; max: number; percent: number; feedback: string | null }[] }
  | { kind: 'matching'; pairs: { prompt: string; choice: string }[] };

/** A question as the file says it, still in its own markup. */
export type GiftQuestion = Content & {
  /** Line of its first character. */
  line: number;
  /** From `[id:…]` in the comment above, as Moodle writes it. */
  id: string | null;
  /** From `[tag:…]` in the comment above. */
  tags: string[];
  title: string;
  format: 'markdown' | 'html' | 'plain' | 'moodle';
  stem: string;
  generalFeedback: string | null;
};
