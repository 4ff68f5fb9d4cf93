import type { Text } from '../../../platform/problems/problem.js';
import { SHEET_LIMITS } from '../../../platform/sheet/sheet.js';
import { clozeLosses, printBlank } from '../moodle/print-cloze.js';
import { ANY_NUMBER } from '../numeric-bounds.js';
import { type ExportLoss, type QuestionLoss } from '../question-loss.js';
import type { AnswerSource, QuestionSource, SourceFormat, SourceText } from '../question-source.js';
import {
  COLUMNS,
  FEEDBACK_NAMES,
  FORMAT_PREFIX,
  KIND_NAMES,
  letterOf,
  MOST_ENTRIES,
  OPTION_NAMES,
} from './sheet-columns.js';

interface Entry {
  text: string;
  feedback: SourceText | null;
}

/** Rows of a sheet, headings first, that `parseRows` reads back to the same questions, but for the losses. */
export function printRows(questions: QuestionSource[]): { rows: string[][]; losses: ExportLoss[] } {
  const losses: ExportLoss[] = [];
  const held: QuestionSource[] = [];
  for (const question of questions) {
    const own = sheetLossesOf(question);
    losses.push(...own.map((loss) => ({ ...loss, question: { id: question.id, title: question.title } })));
    if (!own.some((loss) => loss.whole)) held.push(question);
  }
  const most = Math.max(4, ...held.map((question) => entriesOf(question, question.stem.format).length));
  return { rows: [headings(most), ...held.map((question) => rowOf(question, most))], losses };
}

/** What a sheet of the layout cannot hold of a question. */
export function sheetLossesOf(question: QuestionSource): QuestionLoss[] {
  const losses: QuestionLoss[] = [];
  const entries = entriesOf(question, question.stem.format);
  if (entries.length > MOST_ENTRIES) losses.push({ whole: true, message: TOO_MANY });
  else if (rowOf(question, MOST_ENTRIES).some((cell) => cell.length > SHEET_LIMITS.cellLength - 1)) {
    losses.push({ whole: true, message: TOO_LONG });
  }
  if (question.kind === 'matching' && question.pairs.some(({ prompt }) => prompt.text.includes('->'))) {
    losses.push({ whole: true, message: ARROW });
  }
  if (question.tags.some((tag) => /[;\n]/.test(tag))) losses.push({ whole: false, message: TAGS });
  const gaps = question.kind === 'cloze' ? clozeLosses(question) : null;
  if (gaps !== null && gaps !== 'stem') losses.push({ whole: false, message: GAPS });
  return losses;
}

function headings(most: number): string[] {
  const numbers = Array.from({ length: most }, (_, index) => letterOf(index));
  return [
    ...COLUMNS.map(({ names }) => names[0] ?? ''),
    ...numbers.map((letter) => `${OPTION_NAMES[0]} ${letter}`),
    ...numbers.map((letter) => `${FEEDBACK_NAMES[0]} ${letter}`),
  ];
}

function rowOf(question: QuestionSource, most: number): string[] {
  const { format } = question.stem;
  const entries = entriesOf(question, format);
  const at = Array.from({ length: most }, (_, index) => entries[index]);
  const essay = question.kind === 'essay' ? question : null;
  const cells: Record<(typeof COLUMNS)[number]['key'], string> = {
    id: question.id ?? '',
    kind: kindOf(question),
    title: question.title,
    stem: printed(question.stem, format),
    right: rightOf(question),
    general: question.generalFeedback ? printed(question.generalFeedback, format) : '',
    tags: question.tags.join('; '),
    unit: question.kind === 'numeric' ? (question.unit ?? '') : '',
    words: essay?.minimumWords?.toString() ?? '',
    photo: essay?.photo ? 'Có' : '',
    format,
  };
  return [
    ...COLUMNS.map(({ key }) => cells[key]),
    ...at.map((entry) => entry?.text ?? ''),
    ...at.map((entry) => (entry?.feedback ? printed(entry.feedback, format) : '')),
  ];
}

function printed({ format, text }: SourceText, inherited: SourceFormat): string {
  return format !== inherited || FORMAT_PREFIX.test(text) ? `[${format}]${text}` : text;
}

function kindOf(question: AnswerSource): string {
  if (question.kind === 'choice') return KIND_NAMES[question.several ? 'multiple' : 'single'][0] ?? '';
  const exact = question.kind === 'short-answer' && question.caseSensitive;
  return KIND_NAMES[exact ? 'short-answer-exact' : question.kind][0] ?? '';
}

function entriesOf(question: AnswerSource, format: SourceFormat): Entry[] {
  const bare = (text: string): Entry => ({ text, feedback: null });
  switch (question.kind) {
    case 'choice':
      return question.answers.map(({ text, feedback }) => ({ text: printed(text, format), feedback }));
    case 'true-false':
      return [question.feedbackRight, question.feedbackWrong].map((feedback) => ({ text: '', feedback }));
    case 'short-answer':
      return question.answers.map(({ text, feedback }) => ({ text, feedback }));
    case 'numeric':
      return question.answers.map((answer) => ({ text: boundsText(answer), feedback: answer.feedback }));
    case 'matching':
      return question.pairs.map(({ prompt, choice }) => bare(`${printed(prompt, format)} -> ${choice}`));
    case 'ordering':
      return question.items.map((item) => bare(printed(item, format)));
    case 'cloze':
      return question.blanks.map((blank) => bare(printBlank(blank, format)));
    case 'essay':
      return question.rubric.map(({ criterion }) => bare(printed(criterion, format)));
  }
}

function boundsText({ min, max }: { min: number; max: number }): string {
  if (min === ANY_NUMBER.min && max === ANY_NUMBER.max) return '*';
  return min === max ? String(min) : `${min}..${max}`;
}

function rightOf(question: AnswerSource): string {
  switch (question.kind) {
    case 'choice': {
      const weights = question.answers.map(({ percent }) => percent);
      const right = weights.flatMap((weight, index) => (weight === 0 ? [] : [index]));
      if (!question.several && right.length === 1) return letterOf(right[0] ?? 0);
      return right.map((index) => `${letterOf(index)}=${weights[index] ?? 0}`).join('; ');
    }
    case 'true-false':
      return question.correct ? 'Đúng' : 'Sai';
    case 'short-answer':
    case 'numeric':
      if (question.answers.every(({ percent }) => percent === 100)) return '';
      return question.answers.map(({ percent }, index) => `${letterOf(index)}=${percent}`).join('; ');
    case 'essay':
      return question.rubric.map(({ points }, index) => `${letterOf(index)}=${points}`).join('; ');
    default:
      return '';
  }
}

const TOO_MANY: Text = {
  vi: `Bảng tính chỉ có ${MOST_ENTRIES} cột phương án; câu này nhiều hơn.`,
  en: `A sheet has ${MOST_ENTRIES} columns of options; this question has more.`,
};
const TOO_LONG: Text = {
  vi: 'Một ô của bảng tính chỉ chứa 32.767 ký tự; câu này dài hơn.',
  en: 'A cell of a sheet holds 32,767 characters; this question is longer.',
};
const ARROW: Text = {
  vi: 'Vế trái của câu ghép cặp có dấu ->, bảng tính không ghi được.',
  en: 'The left side of a pair holds ->, which a sheet cannot hold.',
};
const TAGS: Text = {
  vi: 'Nhãn có dấu chấm phẩy sẽ bị tách thành nhiều nhãn.',
  en: 'A tag with a semicolon becomes several tags.',
};
const GAPS: Text = {
  vi: 'Chỗ trống được ghi theo cách của Moodle: trọng số nguyên, cùng định dạng với đề bài; phần khác không giữ nguyên.',
  en: "Gaps are written as Moodle's: whole weights, the format of the stem; the rest is not kept.",
};
