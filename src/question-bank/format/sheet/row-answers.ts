import type { Text } from '../../../platform/problems/problem.js';
import { parseCloze } from '../moodle/cloze-text.js';
import { ANY_NUMBER, boundsOf, numberOf } from '../numeric-bounds.js';
import { ReadingBudget } from '../question-file.js';
import type { AnswerSource, ClozeBlankSource, SourceFormat, SourceText } from '../question-source.js';
import { folded, KIND_NAMES, letterOf, MOST_ENTRIES, type ColumnKey, type SheetKind } from './sheet-columns.js';

/** Why a row is no question. */
export class RowFault extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** The cells of one row. */
export interface RowContent {
  cell(key: ColumnKey): string;
  entries: { text: string; feedback: string }[];
  format: SourceFormat;
  /** A cell in the format that it names, else in that of the row. */
  text(raw: string): SourceText;
  optional(raw: string): SourceText | null;
}

const KINDS: ReadonlyMap<string, SheetKind> = new Map(
  (Object.keys(KIND_NAMES) as SheetKind[]).flatMap((kind) => KIND_NAMES[kind].map((name) => [folded(name), kind])),
);

/** @throws RowFault, ClozeFault */
export function answersOf(row: RowContent): AnswerSource {
  const right = row.cell('right');
  const named = row.cell('kind');
  const kind = named === '' ? (weightsIn(right).size > 1 ? 'multiple' : 'single') : KINDS.get(folded(named));
  switch (kind) {
    case 'single':
    case 'multiple':
      return choice(row, kind === 'multiple');
    case 'true-false':
      return trueFalse(row);
    case 'short-answer':
    case 'short-answer-exact': {
      const answers = worthyEntries(row).map(({ text, percent, feedback }) => ({ text, percent, feedback }));
      return { kind: 'short-answer', answers, ...(kind === 'short-answer-exact' && { caseSensitive: true }) };
    }
    case 'numeric':
      return numeric(row);
    case 'matching':
      return { kind, pairs: row.entries.map(({ text }) => pairOf(row, text)) };
    case 'ordering':
      return { kind, items: row.entries.map(({ text }) => row.text(text)) };
    case 'cloze':
      return { kind, blanks: row.entries.map(({ text }) => blankOf(text, row.format)) };
    case 'essay':
      return essay(row);
    case undefined:
      throw new RowFault({ vi: `Không có loại câu "${named}".`, en: `There is no kind of question "${named}".` });
  }
}

/** "B", "A; C", "A=50; C=50": the letters or numbers of options with their weights, null where none is written. */
function weightsIn(right: string): Map<number, number | null> {
  const weights = new Map<number, number | null>();
  for (const each of right.split(/[;,\n]/).map((part) => part.trim())) {
    if (each === '') continue;
    const [, name = '', weight] = /^([A-Z]|\d{1,2})(?:\s*=\s*(-?[\d.]{1,12})%?)?$/i.exec(each) ?? [];
    const index = /^\d/.test(name) ? Number(name) - 1 : name.toUpperCase().charCodeAt(0) - 65;
    const value = weight === undefined ? null : numberOf(weight);
    const isWrong = name === '' || index < 0 || index >= MOST_ENTRIES || (weight !== undefined && value === null);
    if (isWrong || (value !== null && Math.abs(value) > 100)) throw new RowFault(wrongAnswer(each));
    weights.set(index, value);
  }
  return weights;
}

function choice(row: RowContent, several: boolean): AnswerSource {
  const weights = weightsIn(row.cell('right'));
  for (const index of weights.keys()) if (!row.entries[index]) throw new RowFault(wrongAnswer(letterOf(index)));
  const shares = [...weights.values()].filter((weight) => weight === null).length;
  const share = several ? Number((100 / Math.max(1, shares)).toFixed(5)) : 100;
  const answers = row.entries.map(({ text, feedback }, index) => {
    const weight = weights.get(index);
    const percent = weight === undefined ? 0 : (weight ?? share);
    return { text: row.text(text), percent, feedback: row.optional(feedback) };
  });
  return { kind: 'choice', several, answers };
}

function trueFalse(row: RowContent): AnswerSource {
  const right = folded(row.cell('right'));
  const correct = ['dung', 'd', 'true', 't'].includes(right);
  if (!correct && !['sai', 's', 'false', 'f'].includes(right)) throw new RowFault(wrongAnswer(row.cell('right')));
  const feedbackRight = row.optional(row.entries[0]?.feedback ?? '');
  return { kind: 'true-false', correct, feedbackWrong: row.optional(row.entries[1]?.feedback ?? ''), feedbackRight };
}

/** Answers with their weights; each is fully right where none are written. */
function worthyEntries(row: RowContent): { text: string; percent: number; feedback: SourceText | null }[] {
  const weights = weightsIn(row.cell('right'));
  return row.entries.map(({ text, feedback }, index) => {
    const percent = weights.size === 0 ? 100 : weights.has(index) ? (weights.get(index) ?? 100) : 0;
    return { text, percent, feedback: row.optional(feedback) };
  });
}

function numeric(row: RowContent): AnswerSource {
  const answers = worthyEntries(row).map(({ text, ...worth }) => {
    const bounds = text === '*' ? ANY_NUMBER : boundsOf(text);
    if (bounds) return { ...bounds, ...worth };
    throw new RowFault({
      vi: `"${text}" không phải đáp án số (ví dụ: 5, 5:0.1, 4.5..5.5; dùng dấu chấm cho số lẻ).`,
      en: `"${text}" is not a numeric answer (such as 5, 5:0.1, 4.5..5.5).`,
    });
  });
  const unit = row.cell('unit');
  return { kind: 'numeric', answers, ...(unit !== '' && { unit }) };
}

function pairOf(row: RowContent, text: string): { prompt: SourceText; choice: string } {
  const at = text.indexOf('->');
  const choice = at < 0 ? '' : text.slice(at + 2).trim();
  if (choice !== '') return { prompt: row.text(text.slice(0, at).trim()), choice };
  throw new RowFault({
    vi: `"${text}" phải viết là "vế trái -> vế phải".`,
    en: `"${text}" must read "left -> right".`,
  });
}

function blankOf(text: string, format: SourceFormat): ClozeBlankSource {
  const { stem, blanks } = parseCloze({ format, text }, new ReadingBudget(text.length));
  const [blank] = blanks;
  if (blank && stem.text === '[[1]]') return blank;
  throw new RowFault({
    vi: `"${text}" không phải chỗ trống; ví dụ {1:MC:=đúng~sai}, {1:SA:=đáp án}, {1:NUMERICAL:=3:0.1}.`,
    en: `"${text}" is not a gap; examples: {1:MC:=right~wrong}, {1:SA:=answer}, {1:NUMERICAL:=3:0.1}.`,
  });
}

function essay(row: RowContent): AnswerSource {
  const weights = weightsIn(row.cell('right'));
  const rubric = row.entries.map(({ text }, index) => ({
    criterion: row.text(text),
    points: weights.get(index) ?? 1,
  }));
  const words = row.cell('words');
  const minimumWords = words === '' ? null : numberOf(words);
  if (words !== '' && minimumWords === null) throw new RowFault(wrongAnswer(words));
  return { kind: 'essay', rubric, minimumWords, photo: ['co', 'yes', 'x', '1'].includes(folded(row.cell('photo'))) };
}

function wrongAnswer(shown: string): Text {
  return {
    vi: `Không hiểu "${shown}" ở cột đáp án đúng; ví dụ: B, hoặc A; C, hoặc A=50; C=50, hoặc Đúng.`,
    en: `"${shown}" is no right answer; examples: B, or A; C, or A=50; C=50, or True.`,
  };
}
