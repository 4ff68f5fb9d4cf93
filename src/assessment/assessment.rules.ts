import type { AnswerKey, BlankKey, QuestionResponse } from '../question-bank/entities/question-body.js';
import { readNumeral } from './numeral.rules.js';
import { shareOfOrder } from './ordering.rules.js';

/** The job that takes one learner along to the current revision. */
export const MOVE_ENROLMENT = 'assessment.move-enrolment';

/** Positive weights this close to 1 are meant to be 1: authors write 33.333% three times. */
const WEIGHT_ROUNDING = 0.005;
const POINT_DECIMALS = 1e6;
const SUM_DECIMALS = 1e4;

/** What grading needs to know of a question. */
export interface GradableQuestion {
  answerKey: AnswerKey;
  /** The unit shown behind a numeric field, which learners may type again. */
  body: { unit?: string };
}

/**
 * Points of one answer, 0–1 with six decimals; an empty one gets 0.
 * - single and multiple as in Moodle: the weights of what was chosen are added and held between 0 and 1
 * - short answer: the best matching answer of the key, see `foldAnswer`
 * - numeric: the best range that contains the number, in either way of reading it, see `readNumeral`
 * - matching: the share of prompts with the right choice
 * - ordering: see `shareOfOrder`
 * - cloze: each gap as a question of its kind, weighed by its weight
 * - essay: nothing, because a lecturer grades it
 */
export function gradeResponse({ answerKey: key, body }: GradableQuestion, response: QuestionResponse | null): number {
  const points = response === null ? 0 : share(key, response, body.unit);
  return Math.round(clamp(points) * POINT_DECIMALS) / POINT_DECIMALS;
}

function share(key: AnswerKey, response: QuestionResponse, unit?: string): number {
  switch (response.kind) {
    case 'single':
      return key.kind === 'single' ? weigh(key.weights, [response.option]) : 0;
    case 'multiple':
      return key.kind === 'multiple' ? weigh(key.weights, response.options) : 0;
    case 'true-false':
      return key.kind === 'true-false' && key.correct === response.value ? 1 : 0;
    case 'short-answer':
      return key.kind === 'short-answer' ? bestPercent(matchingTexts(key, response.text)) / 100 : 0;
    case 'numeric':
      return key.kind === 'numeric' ? bestPercent(matchingRanges(key, response.text, unit)) / 100 : 0;
    case 'matching':
      return key.kind === 'matching' ? shareOfPairs(key.pairs, response.choices) : 0;
    case 'ordering':
      return key.kind === 'ordering' ? shareOfOrder(key.order, response.order) : 0;
    case 'cloze':
      return key.kind === 'cloze' ? shareOfBlanks(key.blanks, response.blanks) : 0;
    case 'essay':
      return 0;
  }
}

function shareOfBlanks(blanks: readonly BlankKey[], given: readonly (number | string | null)[]): number {
  const full = blanks.reduce((sum, { weight }) => sum + weight, 0);
  const reached = blanks.reduce((sum, blank, at) => sum + blank.weight * shareOfBlank(blank, given[at] ?? null), 0);
  return full > 0 ? reached / full : 0;
}

/** What one gap of a cloze brings, 0–1, before its weight. */
export function shareOfBlank(blank: BlankKey, given: number | string | null): number {
  if (blank.kind === 'choice') return typeof given === 'number' ? clamp(blank.weights[given] ?? 0) : 0;
  if (typeof given !== 'string') return 0;
  const answers = blank.kind === 'numeric' ? matchingRanges(blank, given) : matchingTexts(blank, given);
  return clamp(bestPercent(answers) / 100);
}

function weigh(weights: readonly number[], chosen: readonly number[]): number {
  const sum = [...new Set(chosen)].reduce((total, index) => total + (weights[index] ?? 0), 0);
  const full = weights.reduce((total, weight) => total + Math.max(weight, 0), 0);
  return Math.abs(full - 1) < WEIGHT_ROUNDING ? sum / full : sum;
}

function shareOfPairs(pairs: readonly number[], choices: readonly (number | null)[]): number {
  return pairs.filter((right, prompt) => choices[prompt] === right).length / Math.max(pairs.length, 1);
}

function bestPercent(answers: readonly { percent: number }[]): number {
  return Math.max(0, ...answers.map(({ percent }) => percent));
}

type TextKey = Pick<Extract<AnswerKey, { kind: 'short-answer' }>, 'answers' | 'caseSensitive'>;
type NumberKey = Pick<Extract<AnswerKey, { kind: 'numeric' }>, 'answers'>;

/** The answers of a key that a typed text matches; the order of the key. */
export function matchingTexts(key: TextKey, text: string): TextKey['answers'] {
  const typed = foldAnswer(text, key.caseSensitive);
  return key.answers.filter((answer) => foldAnswer(answer.text, key.caseSensitive) === typed);
}

/** The ranges of a key that a typed numeral lies in, in either way of reading it. */
export function matchingRanges(key: NumberKey, text: string, unit?: string): NumberKey['answers'] {
  const numbers = readNumeral(text, unit);
  return key.answers.filter(({ min, max }) => numbers.some((number) => liesWithin(number, min, max)));
}

/** Ranges such as 0.1 ± 0.02 have ends that binary fractions miss by a hair. */
function liesWithin(number: number, min: number, max: number): boolean {
  const hair = 1e-9 * Math.max(1, Math.abs(min), Math.abs(max));
  return number >= min - hair && number <= max + hair;
}

// The two ways of placing the tone on oa, oe and uy ("hòa", "hoà") are habits of keyboards, not different words.
const TONE_PLACES = new Map(
  'òa oà,óa oá,ỏa oả,õa oã,ọa oạ,òe oè,óe oé,ỏe oẻ,õe oẽ,ọe oẹ,ùy uỳ,úy uý,ủy uỷ,ũy uỹ,ụy uỵ'
    .split(',')
    .map((pair) => pair.normalize('NFC').split(' ') as [string, string]),
);
const OLD_TONE_PLACE = new RegExp([...TONE_PLACES.keys()].join('|'), 'g');

/**
 * A typed answer as it is compared: NFC, spaces folded, lower case unless case matters. Diacritics stay: "quyền" and
 * "quyên" are different words.
 */
export function foldAnswer(text: string, caseSensitive: boolean): string {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (caseSensitive) return plain;
  return plain.toLocaleLowerCase('vi').replace(OLD_TONE_PLACE, (pair) => TONE_PLACES.get(pair) ?? pair);
}

function clamp(points: number): number {
  return Math.min(1, Math.max(0, points));
}

/** Points of a whole paper, as stored: four decimals. */
export function totalPoints(points: readonly number[]): number {
  return Math.round(points.reduce((sum, each) => sum + each, 0) * SUM_DECIMALS) / SUM_DECIMALS;
}

/**
 * Percent of a paper, 0–100 with two decimals: cut, never rounded up, so that 69.996 does not pass at 70. Three decimals
 * are rounded first, because thirds of points (0.333333) come to 69.99999 where 70 was reached.
 */
export function percentOf(points: number, maxPoints: number): number {
  if (maxPoints <= 0) return 0;
  return Math.floor(Math.round((points / maxPoints) * 100_000) / 10) / 100;
}

/** The last instant at which the server takes an answer; null: no limit. */
export function closesAt(deadlineAt: Date | null, graceSeconds: number): Date | null {
  return deadlineAt && new Date(deadlineAt.getTime() + graceSeconds * 1000);
}

/** Whether the deadline and its grace are over. */
export function isClosed(closing: Date | null, now: Date): boolean {
  return closing !== null && now > closing;
}
