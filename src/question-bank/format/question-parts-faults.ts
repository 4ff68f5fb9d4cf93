import type { Text } from '../../platform/problems/problem.js';
import { GAP } from './question-parts.js';
import type { AnswerSource, ClozeBlankSource, QuestionSource } from './question-source.js';
import { htmlOf, plainOf } from './source-text.js';

type Source<K extends AnswerSource['kind']> = Extract<AnswerSource, { kind: K }>;

const ITEMS = { least: 2, most: 10 };
const MOST_BLANKS = 20;
const MOST_CRITERIA = 10;
const MOST_POINTS = 100;
const MOST_WORDS = 2_000;

/** What is wrong with the parts of an ordering, a cloze or an essay, beyond the form of the file; the first fault. */
export function partsFaultOf(question: QuestionSource): Text | null {
  switch (question.kind) {
    case 'ordering':
      return orderingFaultOf(question);
    case 'cloze':
      return clozeFaultOf(question, htmlOf(question.stem));
    case 'essay':
      return essayFaultOf(question);
    default:
      return null;
  }
}

/** Moodle's wildcard; graded literally it would refuse right answers. */
export function wildcardFaultOf(answers: readonly { text: string }[]): Text | null {
  if (!answers.some(({ text }) => /(?:^|[^\\])\*/.test(text))) return null;
  return {
    vi: 'Dấu * thay cho chữ bất kỳ chưa được hỗ trợ; một dấu * thật phải viết là \\*.',
    en: 'The wildcard * is not supported; write a literal one as \\*.',
  };
}

function orderingFaultOf({ items }: Source<'ordering'>): Text | null {
  const shown = items.map(plainOf);
  if (items.length < ITEMS.least || items.length > ITEMS.most || shown.includes('')) {
    return {
      vi: `Câu sắp xếp cần từ ${ITEMS.least} đến ${ITEMS.most} mục, không mục nào để trống.`,
      en: `An ordering needs ${ITEMS.least} to ${ITEMS.most} items, none of them empty.`,
    };
  }
  if (new Set(shown).size === shown.length) return null;
  return { vi: 'Hai mục cần sắp xếp trùng nhau.', en: 'Two items of the ordering are the same.' };
}

function clozeFaultOf({ blanks }: Source<'cloze'>, html: string): Text | null {
  const gaps = [...html.replace(/<[^>]*>/g, '').matchAll(GAP)].map(([, number]) => Number(number));
  const wanted = blanks.map((_, index) => index + 1);
  if (blanks.length === 0 || blanks.length > MOST_BLANKS) {
    return { vi: `Câu điền cần từ 1 đến ${MOST_BLANKS} chỗ trống.`, en: `A cloze needs 1 to ${MOST_BLANKS} gaps.` };
  }
  if (gaps.toSorted((a, b) => a - b).join() !== wanted.join()) {
    return {
      vi: `Đề bài phải có mỗi dấu [[1]] … [[${blanks.length}]] đúng một lần.`,
      en: `The stem must hold each of [[1]] … [[${blanks.length}]] exactly once.`,
    };
  }
  for (const [index, blank] of blanks.entries()) {
    const fault = blankFaultOf(blank);
    if (fault) return { vi: `Chỗ trống ${index + 1}: ${fault.vi}`, en: `Gap ${index + 1}: ${fault.en}` };
  }
  return null;
}

function blankFaultOf(blank: ClozeBlankSource): Text | null {
  if (!(blank.weight > 0 && blank.weight <= MOST_POINTS)) {
    return {
      vi: `trọng số phải từ trên 0 đến ${MOST_POINTS}.`,
      en: `the weight must be over 0, at most ${MOST_POINTS}.`,
    };
  }
  const percents = blank.answers.map(({ percent }) => percent);
  if (!percents.includes(100)) return { vi: 'cần một đáp án được 100%.', en: 'one answer must be worth 100%.' };
  if (percents.some((percent) => Math.abs(percent) > 100)) {
    return { vi: 'trọng số của đáp án vượt quá 100%.', en: 'the weight of an answer is over 100%.' };
  }
  if (blank.kind === 'short-answer') return wildcardFaultOf(blank.answers);
  if (blank.kind === 'numeric') return null;
  const shown = blank.answers.map(({ text }) => plainOf(text));
  if (shown.length >= 2 && !shown.includes('') && new Set(shown).size === shown.length) return null;
  return { vi: 'cần ít nhất hai phương án khác nhau.', en: 'two different options or more are needed.' };
}

function essayFaultOf({ rubric, minimumWords }: Source<'essay'>): Text | null {
  const isGood = rubric.every(
    ({ criterion, points }) => plainOf(criterion) !== '' && points > 0 && points <= MOST_POINTS,
  );
  if (rubric.length === 0 || rubric.length > MOST_CRITERIA || !isGood) {
    return {
      vi: `Câu tự luận cần từ 1 đến ${MOST_CRITERIA} tiêu chí, mỗi tiêu chí có nội dung và trên 0, tối đa ${MOST_POINTS} điểm.`,
      en: `An essay needs 1 to ${MOST_CRITERIA} criteria, each with a text and over 0, at most ${MOST_POINTS} points.`,
    };
  }
  const isLength = minimumWords === null || (Number.isInteger(minimumWords) && minimumWords > 0);
  if (isLength && (minimumWords ?? 0) <= MOST_WORDS) return null;
  return {
    vi: `Số chữ tối thiểu phải là số nguyên từ 1 đến ${MOST_WORDS}.`,
    en: `The least number of words must be a whole number from 1 to ${MOST_WORDS}.`,
  };
}
