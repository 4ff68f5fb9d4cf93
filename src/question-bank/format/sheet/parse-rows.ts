import type { Text } from '../../../platform/problems/problem.js';
import { answerFaultsOf } from '../answer-rules.js';
import { cleanText, titleFrom } from '../clean-text.js';
import { ClozeFault } from '../moodle/cloze-text.js';
import type { QuestionFile } from '../question-file.js';
import { SOURCE_FORMATS, type QuestionSource, type SourceFormat, type SourceText } from '../question-source.js';
import { answersOf, RowFault, type RowContent } from './row-answers.js';
import {
  COLUMNS,
  DEFAULT_FORMAT,
  FEEDBACK_NAMES,
  folded,
  FORMAT_PREFIX,
  MOST_ENTRIES,
  OPTION_NAMES,
} from './sheet-columns.js';

/** A row of a table; `number` is what the person who wrote it sees. */
export interface Row {
  number: number;
  cells: string[];
}

/** Above the headings there may be a title. */
const HEADING_WITHIN_ROWS = 20;

type Headings = Map<string, number>;

/** Reads questions, one a row, below a row of headings (docs/question-files.md). Null when there are no such headings. */
export function parseRows(rows: Row[]): QuestionFile | null {
  const at = rows.slice(0, HEADING_WITHIN_ROWS).findIndex(({ cells }) => headingsOf(cells).has('stem'));
  const heading = rows[at];
  if (!heading) return null;
  const headings = headingsOf(heading.cells);
  const file: QuestionFile = { questions: [], faults: [], leftOut: [], losses: [] };
  nameUnread(heading, headings, file);
  for (const row of rows.slice(at + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    try {
      const question = questionOf(row, headings);
      const faults = answerFaultsOf(question);
      if (question.stem.text === '') faults.push({ vi: 'Ô câu hỏi để trống.', en: 'The question is empty.' });
      file.faults.push(...faults.map((message) => ({ line: row.number, message })));
      if (faults.length === 0) file.questions.push(question);
    } catch (error) {
      if (!(error instanceof RowFault || error instanceof ClozeFault)) throw error;
      file.faults.push({ line: row.number, message: error.text });
    }
  }
  return file;
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ...COLUMNS.flatMap(({ key, names }) => names.map((name) => [folded(name), key] as const)),
  ...Array.from({ length: MOST_ENTRIES }, (_, index) => index).flatMap((index) => {
    const shown = [index + 1, String.fromCharCode(65 + index)];
    return shown.flatMap((each) => [
      ...OPTION_NAMES.map((name) => [folded(`${name} ${each}`), `option ${index}`] as const),
      ...FEEDBACK_NAMES.map((name) => [folded(`${name} ${each}`), `feedback ${index}`] as const),
    ]);
  }),
]);

function headingsOf(cells: string[]): Headings {
  const headings: Headings = new Map();
  for (const [column, cell] of cells.entries()) {
    const key = KEYS.get(folded(cell));
    if (key !== undefined && !headings.has(key)) headings.set(key, column);
  }
  return headings;
}

/** Columns that are nobody's are named: a misspelt heading would lose its column. */
function nameUnread({ number, cells }: Row, headings: Headings, file: QuestionFile): void {
  const read = new Set(headings.values());
  for (const [column, cell] of cells.entries()) {
    if (read.has(column) || cell.trim() === '') continue;
    const message = { vi: `Cột "${cell}" không được đọc.`, en: `The column "${cell}" is not read.` };
    file.losses.push({ line: number, message });
  }
}

function questionOf({ number, cells }: Row, headings: Headings): QuestionSource {
  const cell = (key: string) => cleanText(cells[headings.get(key) ?? -1] ?? '');
  const named = cell('format').toLowerCase();
  const format = SOURCE_FORMATS.find((each) => each === named) ?? DEFAULT_FORMAT;
  if (named !== '' && named !== format) throw new RowFault(unknownFormat(named));
  const content = contentOf(cell, format);
  const stem = content.text(cell('stem'));
  return {
    line: number,
    id: cell('id') || null,
    tags: [
      ...new Set(
        cell('tags')
          .split(/[;\n]/)
          .map((tag) => tag.trim()),
      ),
    ].filter((tag) => tag !== ''),
    title: cell('title') || titleFrom(stem),
    stem,
    generalFeedback: content.optional(cell('general')),
    ...answersOf(content),
  };
}

function contentOf(cell: (key: string) => string, format: SourceFormat): RowContent {
  const entries = Array.from({ length: MOST_ENTRIES }, (_, index) => ({
    text: cell(`option ${index}`),
    feedback: cell(`feedback ${index}`),
  }));
  while (entries.length > 0 && entries.at(-1)?.text === '' && entries.at(-1)?.feedback === '') entries.pop();
  const text = (raw: string): SourceText => {
    const prefix = FORMAT_PREFIX.exec(raw);
    if (!prefix) return { format, text: raw };
    return { format: prefix[1] as SourceFormat, text: cleanText(raw.slice(prefix[0].length)) };
  };
  return { cell, entries, format, text, optional: (raw) => (raw === '' ? null : text(raw)) };
}

function unknownFormat(named: string): Text {
  return {
    vi: `Định dạng "${named}" không có; hãy ghi plain, markdown, html hoặc moodle.`,
    en: `There is no format "${named}"; write plain, markdown, html or moodle.`,
  };
}
