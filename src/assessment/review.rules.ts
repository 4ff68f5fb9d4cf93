import type {
  AnswerKey,
  BlankBody,
  BlankKey,
  QuestionBody,
  QuestionResponse,
} from '../question-bank/entities/question-body.js';
import type { Quiz } from '../question-bank/entities/quiz.entity.js';
import { matchingRanges, matchingTexts } from './assessment.rules.js';

/**
 * What is right, as a screen shows it: option indexes, a truth value, texts, the choice of each prompt, the items in order,
 * or what fits each gap.
 */
export interface ShownKey {
  options?: number[];
  value?: boolean;
  texts?: string[];
  choices?: number[];
  order?: number[];
  blanks?: string[][];
}

/** A graded attempt, as far as the review rule asks. */
export interface ReviewedAttempt {
  state: 'in-progress' | 'awaiting-grading' | 'graded';
  /** Whether the learner has passed this quiz, in this attempt or another. */
  passedOnce: boolean;
}

/** Whether key and feedback of an attempt may be seen. Nothing of them leaves the server before. */
export function mayReview(review: Quiz['review'], { state, passedOnce }: ReviewedAttempt): boolean {
  return state === 'graded' && (review === 'after-submission' || passedOnce);
}

export function shownKey(key: AnswerKey, body: Pick<QuestionBody, 'blanks'> = {}): ShownKey {
  switch (key.kind) {
    case 'single':
      return { options: indexesWhere(key.weights, (weight) => weight === Math.max(...key.weights)) };
    case 'multiple':
      return { options: indexesWhere(key.weights, (weight) => weight > 0) };
    case 'true-false':
      return { value: key.correct };
    case 'short-answer':
      return { texts: best(key.answers).map(({ text }) => text) };
    case 'numeric':
      return { texts: best(key.answers).map(shownRange) };
    case 'matching':
      return { choices: key.pairs };
    case 'ordering':
      return { order: key.order };
    case 'cloze':
      return { blanks: key.blanks.map((blank, at) => rightForBlank(blank, body.blanks?.[at])) };
    case 'essay':
      return {};
  }
}

function rightForBlank(key: BlankKey, body: BlankBody | undefined): string[] {
  if (key.kind === 'short-answer') return best(key.answers).map(({ text }) => text);
  if (key.kind === 'numeric') return best(key.answers).map(shownRange);
  const choices = body?.kind === 'choice' ? body.choices : [];
  const right = indexesWhere(key.weights, (weight) => weight === Math.max(...key.weights));
  return right.map((at) => choices[at] ?? '');
}

/** The author's remarks on what was answered, as sanitised HTML; the remark on the question as a whole is `general`. */
export function feedbackOn(key: AnswerKey, response: QuestionResponse | null, unit?: string): string[] {
  if (response === null) return [];
  const remarks = remarksOn(key, response, unit);
  return remarks.filter((remark): remark is string => typeof remark === 'string' && remark !== '');
}

function remarksOn(key: AnswerKey, response: QuestionResponse, unit?: string): (string | null | undefined)[] {
  if (key.kind === 'single' && response.kind === 'single') return [key.feedback[response.option]];
  if (key.kind === 'multiple' && response.kind === 'multiple') return response.options.map((at) => key.feedback[at]);
  if (key.kind === 'true-false' && response.kind === 'true-false') {
    return [response.value === key.correct ? key.feedbackRight : key.feedbackWrong];
  }
  if (key.kind === 'short-answer' && response.kind === 'short-answer') {
    return matchingTexts(key, response.text).map(({ feedback }) => feedback);
  }
  if (key.kind === 'numeric' && response.kind === 'numeric') {
    return matchingRanges(key, response.text, unit).map(({ feedback }) => feedback);
  }
  if (key.kind === 'cloze' && response.kind === 'cloze') {
    return key.blanks.flatMap((blank, at) => {
      const remarks = remarksOnBlank(blank, response.blanks[at] ?? null).filter((remark) => remark);
      return remarks.map((remark) => `(${at + 1}) ${remark}`);
    });
  }
  return [];
}

function remarksOnBlank(blank: BlankKey, given: number | string | null): (string | null | undefined)[] {
  if (blank.kind === 'choice') return typeof given === 'number' ? [blank.feedback[given]] : [];
  if (typeof given !== 'string') return [];
  const answers = blank.kind === 'numeric' ? matchingRanges(blank, given) : matchingTexts(blank, given);
  return answers.map(({ feedback }) => feedback);
}

function indexesWhere(weights: readonly number[], isShown: (weight: number) => boolean): number[] {
  return weights.flatMap((weight, index) => (isShown(weight) ? [index] : []));
}

function best<T extends { percent: number }>(answers: readonly T[]): T[] {
  const highest = Math.max(...answers.map(({ percent }) => percent));
  return answers.filter(({ percent }) => percent === highest);
}

// The course is Vietnamese, and so are its figures: 29,5.
const vietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 12, useGrouping: false });

function shownRange({ min, max }: { min: number; max: number }): string {
  return min === max ? vietnamese.format(min) : `${vietnamese.format(min)} – ${vietnamese.format(max)}`;
}
