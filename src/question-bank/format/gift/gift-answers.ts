import type { Text } from '../../../platform/problems/problem.js';
import type { AnswerSource, SourceFormat, NumericAnswerSource, OptionSource, PairSource } from '../question-source.js';
import { ANY_NUMBER, boundsOf } from '../numeric-bounds.js';
import { findUnescaped, readOptionalText, readText, unescapeGift } from './gift-text.js';

/** A question that the file states wrongly, or of a kind that the platform does not have. */
export class GiftError extends Error {
  /**
   * @param offset where in the text that is being read
   * @param isUnknown not wrong, but of a kind that is not read from GIFT
   */
  constructor(
    readonly text: Text,
    readonly offset = 0,
    readonly isUnknown = false,
  ) {
    super(text.en);
  }
}

interface Faults {
  /** Format of the question's text, which its answers share unless they name one. */
  format: SourceFormat;
  /** Reports a fault and lets reading go on, so that a lecturer sees all faults at once. */
  fail(text: Text, offset?: number): void;
}

const TRUE_FALSE = /^(?:T|TRUE|F|FALSE)$/i;
const WEIGHT = /^%(-?\d{1,3}(?:\.\d{0,10})?)%/;

/**
 * What stands between the braces, without the general feedback. Each character is looked at a fixed number of times.
 * @throws GiftError when the kind of question cannot be told or is not supported; faults of single answers are reported
 */
export function parseAnswers(body: string, faults: Faults): AnswerSource {
  const text = body.trim();
  if (text === '') {
    const message = {
      vi: 'Câu tự luận (essay) trong GIFT không có tiêu chí chấm nên không nhập được.',
      en: 'Essay questions have no criteria in GIFT and cannot be imported.',
    };
    throw new GiftError(message, 0, true);
  }
  const start = body.length - body.trimStart().length;
  if (text.startsWith('#')) return numeric(text.slice(1), { ...faults, start: start + 1 });
  const trueFalse = trueFalseOf(text, faults.format);
  if (trueFalse) return trueFalse;
  const entries = entriesOf(text, start);
  if (entries.some((entry) => entry.mark === '~')) return choice(entries, faults);
  if (entries.some((entry) => findUnescaped(entry.text, '->') >= 0)) return matching(entries, faults);
  return shortAnswer(entries, faults);
}

function trueFalseOf(text: string, format: SourceFormat): AnswerSource | null {
  const wrong = findUnescaped(text, '#');
  const verdict = (wrong < 0 ? text : text.slice(0, wrong)).trim();
  if (!TRUE_FALSE.test(verdict)) return null;
  const right = wrong < 0 ? -1 : findUnescaped(text, '#', wrong + 1);
  return {
    kind: 'true-false',
    correct: /^t/i.test(verdict),
    feedbackWrong: wrong < 0 ? null : readOptionalText(text.slice(wrong + 1, right < 0 ? undefined : right), format),
    feedbackRight: right < 0 ? null : readOptionalText(text.slice(right + 1), format),
  };
}

interface Entry {
  mark: '=' | '~';
  /** What follows the mark (and the weight, once taken). */
  text: string;
  offset: number;
}

/** Cuts at every unescaped = and ~. */
function entriesOf(text: string, start: number): Entry[] {
  const entries: Entry[] = [];
  let open: { mark: '=' | '~'; from: number } | null = null;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at];
    if (char === '\\') {
      at += 1;
      continue;
    }
    if (char !== '=' && char !== '~' && char !== undefined) {
      if (!open && char.trim() !== '') {
        throw new GiftError(
          { vi: 'Mỗi phương án phải bắt đầu bằng dấu = hoặc ~.', en: 'Each answer must begin with = or ~.' },
          start + at,
        );
      }
      continue;
    }
    if (open) entries.push({ mark: open.mark, text: text.slice(open.from, at).trim(), offset: start + open.from - 1 });
    open = char === undefined ? null : { mark: char, from: at + 1 };
  }
  // Text that ends in a lone backslash jumps over its end.
  if (open) entries.push({ mark: open.mark, text: text.slice(open.from).trim(), offset: start + open.from - 1 });
  return entries;
}

/** Answer, weight and feedback of one entry. */
function worthOf(
  entry: Entry,
  faults: Faults,
): { answer: string; percent: number; feedback: OptionSource['feedback'] } {
  const weight = WEIGHT.exec(entry.text);
  const percent = weight ? Number(weight[1]) : entry.mark === '=' ? 100 : 0;
  if (Math.abs(percent) > 100) {
    const text = { vi: `Trọng số ${percent}% vượt quá 100%.`, en: `The weight ${percent}% is over 100%.` };
    faults.fail(text, entry.offset);
  }
  const rest = entry.text.slice(weight?.[0].length ?? 0);
  const at = findUnescaped(rest, '#');
  return {
    answer: (at < 0 ? rest : rest.slice(0, at)).trim(),
    percent,
    feedback: at < 0 ? null : readOptionalText(rest.slice(at + 1), faults.format),
  };
}

function failEmpty(entry: Entry, faults: Faults): void {
  faults.fail({ vi: 'Có phương án để trống.', en: 'An answer is empty.' }, entry.offset);
}

/** As Moodle: several may be right exactly when none is right alone. */
function choice(entries: Entry[], faults: Faults): AnswerSource {
  const answers = entries.map((entry) => {
    const { answer, ...worth } = worthOf(entry, faults);
    const text = readText(answer, faults.format);
    if (text.text === '') failEmpty(entry, faults);
    return { text, ...worth };
  });
  if (answers.length < 2) {
    throw new GiftError({
      vi: 'Câu trắc nghiệm cần ít nhất hai phương án.',
      en: 'A choice needs two options or more.',
    });
  }
  const several = !answers.some((answer) => answer.percent === 100);
  const total = answers.reduce((sum, answer) => sum + Math.max(answer.percent, 0), 0);
  // 33.33333 three times is what Moodle writes for thirds.
  if (several && Math.abs(total - 100) > 1) {
    const shown = Number(total.toFixed(5));
    faults.fail({
      vi: `Trọng số của các phương án đúng phải cộng lại bằng 100% (đang là ${shown}%).`,
      en: `The weights of the right options must add up to 100% (they are ${shown}%).`,
    });
  }
  return { kind: 'choice', several, answers };
}

function shortAnswer(entries: Entry[], faults: Faults): AnswerSource {
  const answers = entries.map((entry) => {
    const { answer, ...worth } = worthOf(entry, faults);
    const { text } = readText(answer, 'plain');
    if (text === '') failEmpty(entry, faults);
    return { text, ...worth };
  });
  needFullMarks(answers, faults);
  return { kind: 'short-answer', answers };
}

function needFullMarks(answers: { percent: number }[], faults: Faults): void {
  if (answers.some((answer) => answer.percent === 100)) return;
  faults.fail({ vi: 'Cần một đáp án được 100%.', en: 'One answer must be worth 100%.' });
}

function matching(entries: Entry[], faults: Faults): AnswerSource {
  const pairs: PairSource[] = [];
  for (const entry of entries) {
    const at = findUnescaped(entry.text, '->');
    const choice = at < 0 ? '' : unescapeGift(entry.text.slice(at + 2));
    if (choice !== '') pairs.push({ prompt: readText(entry.text.slice(0, at), faults.format), choice });
    else {
      const text = { vi: 'Cặp nối thiếu vế phải, viết là "=vế trái -> vế phải".', en: 'A pair lacks its right side.' };
      faults.fail(text, entry.offset);
    }
  }
  if (pairs.length === entries.length && pairs.filter((pair) => pair.prompt.text !== '').length < 2) {
    throw new GiftError({ vi: 'Câu nối cần ít nhất hai cặp.', en: 'Matching needs two pairs or more.' });
  }
  return { kind: 'matching', pairs };
}

/** `#5`, `#=5:0.1 =%50%4..6#gần đúng ~#sai rồi`, and Moodle's own mixture `#3:2~#sai rồi`. */
function numeric(body: string, place: Faults & { start: number }): AnswerSource {
  const text = body.trim();
  const bare = !/^[=~]/.test(text);
  const start = place.start + body.length - body.trimStart().length;
  const entries = bare ? entriesOf(`=${text}`, start - 1) : entriesOf(text, start);
  const answers: NumericAnswerSource[] = [];
  for (const entry of entries) {
    const { answer, ...worth } = worthOf(entry, place);
    const bounds =
      answer === '*' || (answer === '' && entry.mark === '~') ? ANY_NUMBER : boundsOf(unescapeGift(answer));
    if (bounds) answers.push({ ...bounds, ...worth });
    else {
      const text = {
        vi: `"${answer}" không phải đáp án số (ví dụ: 5, 5:0.1, 4.5..5.5).`,
        en: `"${answer}" is not a numeric answer.`,
      };
      place.fail(text, entry.offset);
    }
  }
  if (answers.length === entries.length) needFullMarks(answers, place);
  return { kind: 'numeric', answers };
}
