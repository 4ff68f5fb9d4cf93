import type { Text } from '../../platform/problems/problem.js';
import { partsFaultOf } from './question-parts-faults.js';
import type { OptionSource, QuestionSource } from './question-source.js';

/** What keeps answers from making a question that can be answered and graded, whichever file they came from. */
export function answerFaultsOf(source: QuestionSource): Text[] {
  switch (source.kind) {
    case 'choice':
      return choiceFaults(source.several, source.answers);
    case 'short-answer':
      return [
        ...(source.answers.some(({ text }) => text === '') ? [EMPTY] : []),
        ...(hasFullMarks(source.answers) ? [] : [NO_FULL_MARKS]),
      ];
    case 'numeric':
      return hasFullMarks(source.answers) ? [] : [NO_FULL_MARKS];
    case 'matching':
      return source.pairs.filter((pair) => pair.prompt.text !== '').length < 2 ? [TOO_FEW_PAIRS] : [];
    case 'true-false':
      return [];
    default: {
      const fault = partsFaultOf(source);
      return fault ? [fault] : [];
    }
  }
}

function hasFullMarks(answers: { percent: number }[]): boolean {
  return answers.some((answer) => answer.percent === 100);
}

function choiceFaults(several: boolean, answers: OptionSource[]): Text[] {
  const faults: Text[] = [];
  if (answers.some((answer) => answer.text.text === '')) faults.push(EMPTY);
  if (answers.length < 2) faults.push(TOO_FEW_OPTIONS);
  const total = answers.reduce((sum, answer) => sum + Math.max(answer.percent, 0), 0);
  if (!several && !hasFullMarks(answers)) faults.push(NO_FULL_MARKS);
  // 33.33333 three times is what Moodle writes for thirds.
  if (several && Math.abs(total - 100) > 1) faults.push(wrongTotal(Number(total.toFixed(5))));
  return faults;
}

const EMPTY: Text = { vi: 'Có phương án để trống.', en: 'An answer is empty.' };
const NO_FULL_MARKS: Text = { vi: 'Cần một đáp án được 100%.', en: 'One answer must be worth 100%.' };
const TOO_FEW_OPTIONS: Text = {
  vi: 'Câu trắc nghiệm cần ít nhất hai phương án.',
  en: 'A choice needs two options or more.',
};
const TOO_FEW_PAIRS: Text = { vi: 'Câu nối cần ít nhất hai cặp.', en: 'Matching needs two pairs or more.' };

function wrongTotal(shown: number): Text {
  return {
    vi: `Trọng số của các phương án đúng phải cộng lại bằng 100% (đang là ${shown}%).`,
    en: `The weights of the right options must add up to 100% (they are ${shown}%).`,
  };
}
