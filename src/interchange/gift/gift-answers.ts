import type { Text } from '../../platform/problems/problem.js';
import type { GiftAnswer, GiftQuestion } from './gift-question.js';
import { findUnescaped, splitUnescaped, unescapeGift } from './gift-text.js';

/** A question that the file states wrongly, or of a kind that the platform does not have. */
export class GiftError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

type Answers = Pick<Extract<GiftQuestion, { kind: 'choice' }>, 'kind' | 'several' | 'answers'>;
type Parsed =
  | Answers
  | Omit<Extract<GiftQuestion, { kind: 'true-false' }>, keyof Shared>
  | Omit<Extract<GiftQuestion, { kind: 'short-answer' }>, keyof Shared>
  | Omit<Extract<GiftQuestion, { kind: 'numeric' }>, keyof Shared>
  | Omit<Extract<GiftQuestion, { kind: 'matching' }>, keyof Shared>;
type Shared = Pick<GiftQuestion, 'line' | 'id' | 'tags' | 'title' | 'format' | 'stem' | 'generalFeedback'>;

const TRUE_FALSE = /^(T|TRUE|F|FALSE)$/i;
const WEIGHT = /^%(-?\d{1,3}(?:\.\d{1,5})?)%/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i;
/** Catches every answer that no other entry matched. */
const ANY_NUMBER = { min: -Number.MAX_VALUE, max: Number.MAX_VALUE };

/** What stands between the braces, without the general feedback. @throws GiftError */
export function parseAnswers(body: string): Parsed {
  const text = body.trim();
  if (text === '') {
    throw new GiftError({ vi: 'Câu tự luận chưa được hỗ trợ.', en: 'Essay questions are not supported.' });
  }
  if (text.startsWith('#')) return { kind: 'numeric', answers: numericAnswers(text.slice(1)) };
  const [first = '', ...feedback] = splitUnescaped(text, '#').map((part) => part.trim());
  if (TRUE_FALSE.test(first)) {
    const [feedbackWrong = '', feedbackRight = ''] = feedback.map(unescapeGift);
    const correct = /^t/i.test(first);
    return { kind: 'true-false', correct, feedbackWrong: feedbackWrong || null, feedbackRight: feedbackRight || null };
  }
  return choiceOrText(splitAnswers(text));
}

interface RawAnswer {
  mark: '=' | '~';
  text: string;
}

function splitAnswers(text: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = text[at];
    if (mark !== '=' && mark !== '~') {
      throw new GiftError({
        vi: 'Mỗi phương án phải bắt đầu bằng dấu = hoặc ~.',
        en: 'Each answer must begin with = or ~.',
      });
    }
    const ends = [findUnescaped(text, '=', at + 1), findUnescaped(text, '~', at + 1)].filter((end) => end >= 0);
    const end = Math.min(...ends, text.length);
    answers.push({ mark, text: text.slice(at + 1, end).trim() });
    at = end;
  }
  return answers;
}

function choiceOrText(raw: RawAnswer[]): Parsed {
  const rightOnly = raw.every((answer) => answer.mark === '=');
  if (rightOnly && raw.every((answer) => findUnescaped(answer.text, '->') >= 0)) {
    if (raw.length < 2)
      throw new GiftError({ vi: 'Câu nối cần ít nhất hai cặp.', en: 'Matching needs two pairs or more.' });
    return { kind: 'matching', pairs: raw.map(pairOf) };
  }
  const answers = raw.map(answerOf);
  if (rightOnly) return { kind: 'short-answer', answers };
  const full = answers.filter((answer) => answer.percent === 100).length;
  const total = answers.reduce((sum, answer) => sum + Math.max(answer.percent, 0), 0);
  const several = full === 0;
  if (answers.length < 2) {
    throw new GiftError({
      vi: 'Câu trắc nghiệm cần ít nhất hai phương án.',
      en: 'A choice needs two options or more.',
    });
  }
  // 33.33333 three times is what Moodle writes for thirds.
  if (several ? Math.abs(total - 100) > 1 : total < 100) {
    throw new GiftError({
      vi: `Trọng số của các phương án đúng phải cộng lại bằng 100% (đang là ${total}%).`,
      en: `The weights of the right options must add up to 100% (they are ${total}%).`,
    });
  }
  return { kind: 'choice', several, answers };
}

function answerOf({ mark, text }: RawAnswer): GiftAnswer {
  const weight = WEIGHT.exec(text);
  const percent = weight ? Number(weight[1]) : mark === '=' ? 100 : 0;
  if (Math.abs(percent) > 100) {
    throw new GiftError({ vi: `Trọng số ${percent}% vượt quá 100%.`, en: `The weight ${percent}% is over 100%.` });
  }
  const rest = text.slice(weight?.[0].length ?? 0);
  const at = findUnescaped(rest, '#');
  const answer = unescapeGift(at < 0 ? rest : rest.slice(0, at));
  if (answer === '') throw new GiftError({ vi: 'Có phương án để trống.', en: 'An answer is empty.' });
  return { text: answer, percent, feedback: at < 0 ? null : unescapeGift(rest.slice(at + 1)) || null };
}

function pairOf({ text }: RawAnswer): { prompt: string; choice: string } {
  const at = findUnescaped(text, '->');
  const pair = { prompt: unescapeGift(text.slice(0, at)), choice: unescapeGift(text.slice(at + 2)) };
  if (pair.choice === '') throw new GiftError({ vi: 'Cặp nối thiếu vế phải.', en: 'A pair lacks its right side.' });
  return pair;
}

function numericAnswers(text: string): Extract<Parsed, { kind: 'numeric' }>['answers'] {
  const trimmed = text.trim();
  const raw = /^[=~]/.test(trimmed) ? splitAnswers(trimmed) : [{ mark: '=' as const, text: trimmed }];
  const answers = raw.map(({ mark, text: entry }) => {
    const weight = WEIGHT.exec(entry);
    const rest = entry.slice(weight?.[0].length ?? 0);
    const at = findUnescaped(rest, '#');
    const range = (at < 0 ? rest : rest.slice(0, at)).trim();
    return {
      ...(mark === '~' && range === '' ? ANY_NUMBER : rangeOf(range)),
      percent: weight ? Number(weight[1]) : mark === '=' ? 100 : 0,
      feedback: at < 0 ? null : unescapeGift(rest.slice(at + 1)) || null,
    };
  });
  if (!answers.some((answer) => answer.percent === 100)) {
    throw new GiftError({ vi: 'Câu số cần một đáp án 100%.', en: 'A numeric question needs an answer worth 100%.' });
  }
  return answers;
}

/** `5`, `5:0.5` (value and tolerance) or `4.5..5.5`. */
function rangeOf(text: string): { min: number; max: number } {
  const [low = '', high] = text.split('..').map((part) => part.trim());
  const [value = '', tolerance = '0'] = text.split(':').map((part) => part.trim());
  const numbers = high === undefined ? [value, tolerance] : [low, high];
  if (!numbers.every((number) => NUMBER.test(number))) {
    throw new GiftError({ vi: `"${text}" không phải đáp án số.`, en: `"${text}" is not a numeric answer.` });
  }
  const [a = 0, b = 0] = numbers.map(Number);
  return high === undefined
    ? { min: a - Math.abs(b), max: a + Math.abs(b) }
    : { min: Math.min(a, b), max: Math.max(a, b) };
}
