import type { Text } from '../../../platform/problems/problem.js';
import { titleFrom } from '../clean-text.js';
import { printEach, type ExportLoss, type QuestionLoss } from '../question-loss.js';
import type { QuestionSource } from '../question-source.js';

/** What `parseAiken` would take for an option or an answer, and lines that it would pass over. */
const MARK = /^(?:[A-Z][.)](?:[ \t]|$)|(?:ANSWER|ĐÁP ÁN)[ \t]*:|$)/i;
const MOST_OPTIONS = 26;

/** Writes the single choices of a bank; `parseAiken` reads them back but for the losses. */
export function printAiken(questions: QuestionSource[]): { text: string; losses: ExportLoss[] } {
  const { printed, losses } = printEach(questions, aikenLossesOf, printQuestion);
  return { text: printed.join('\n'), losses };
}

/** What Aiken cannot hold of a question: it knows a text, options, and which one is right. */
export function aikenLossesOf(question: QuestionSource): QuestionLoss[] {
  if (question.kind !== 'choice' || question.several) return [{ whole: true, message: KIND }];
  const { answers, stem } = question;
  const right = answers.filter(({ percent }) => percent === 100).length;
  const lines = [stem, ...answers.map(({ text }) => text)].map(({ text }) => text.split('\n'));
  const isMarked = (line: string, isFirst: boolean) => line !== line.trim() || (!isFirst && MARK.test(line));
  const hasMark = lines.some((all, index) => all.some((line, at) => isMarked(line, index > 0 && at === 0)));
  if (right !== 1 || answers.length > MOST_OPTIONS || hasMark) return [{ whole: true, message: SHAPE }];
  const lost = [
    ...(question.id === null ? [] : [IDS]),
    ...(question.tags.length === 0 ? [] : [TAGS]),
    ...(question.title === titleFrom({ format: 'plain', text: stem.text }) ? [] : [TITLES]),
    ...(question.generalFeedback === null && answers.every(({ feedback }) => feedback === null) ? [] : [FEEDBACK]),
    ...(answers.every(({ percent }) => percent === 100 || percent === 0) ? [] : [WEIGHTS]),
    ...([stem, ...answers.map(({ text }) => text)].every(({ format }) => format === 'plain') ? [] : [MARKUP]),
  ];
  return lost.map((message) => ({ whole: false, message }));
}

function printQuestion(question: QuestionSource): string {
  if (question.kind !== 'choice') return '';
  const letters = question.answers.map((_, index) => String.fromCharCode(65 + index));
  const options = question.answers.map(({ text }, index) => `${letters[index] ?? ''}. ${text.text}\n`);
  const right = question.answers.findIndex(({ percent }) => percent === 100);
  return `${question.stem.text}\n${options.join('')}ANSWER: ${letters[right] ?? ''}\n`;
}

const KIND: Text = { vi: 'Aiken chỉ có câu chọn một.', en: 'Aiken has single choices only.' };
const SHAPE: Text = {
  vi: 'Aiken chỉ ghi được câu có đúng một phương án đúng, không có dòng trống hay dòng giống "A." trong chữ.',
  en: 'Aiken holds questions with exactly one right option and no blank lines or lines like "A." in their texts.',
};
const IDS: Text = { vi: 'Aiken không ghi được mã câu.', en: 'Aiken cannot hold ids.' };
const TAGS: Text = { vi: 'Aiken không ghi được nhãn, điều luật, độ khó.', en: 'Aiken cannot hold tags.' };
const TITLES: Text = { vi: 'Aiken không ghi được tên câu.', en: 'Aiken cannot hold titles.' };
const FEEDBACK: Text = { vi: 'Aiken không ghi được nhận xét.', en: 'Aiken cannot hold feedback.' };
const WEIGHTS: Text = { vi: 'Aiken không ghi được trọng số.', en: 'Aiken cannot hold weights.' };
const MARKUP: Text = { vi: 'Aiken không ghi được định dạng chữ.', en: 'Aiken cannot hold markup.' };
