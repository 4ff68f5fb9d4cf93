import type { Text } from '../../../platform/problems/problem.js';
import { answerFaultsOf } from '../answer-rules.js';
import { titleFrom } from '../clean-text.js';
import { boundsOf } from '../numeric-bounds.js';
import type { QuestionFile } from '../question-file.js';
import type { AnswerSource, QuestionSource, SourceText } from '../question-source.js';
import { folded } from '../sheet/sheet-columns.js';
import { parseRows } from '../sheet/parse-rows.js';
import type { WordBlock, WordDocument } from './word-blocks.js';

/** A question that is being read; once its answer is known, lines about it may follow, and anything else is the next. */
interface Open {
  line: number;
  stem: string[];
  options: string[];
  answer: string | null;
  general: string[];
  id: string | null;
  tags: string[];
}

const NUMBERED = /^(?:câu(?: hỏi)?|question)\s*\d+\s*[.:)/-]?\s*/i;
const OPTION = /^[A-Z][.)]\s*/;
const NAMED = /^(đáp án(?: đúng)?|answer|giải thích|explanation|mã(?: câu)?|id|nhãn|tags)\s*:\s*/i;

/**
 * Reads questions of a Word document in the layout of docs/question-files.md: a text, options "A." on (typed or
 * numbered by Word), "Đáp án: B"; or tables with the headings of the sheet layout.
 */
export function parseWord({ blocks, pictures }: WordDocument): QuestionFile {
  const file: QuestionFile = { questions: [], faults: [], leftOut: [], losses: [] };
  file.losses.push(...pictures.map((line) => ({ line, message: PICTURE })));
  let open: Open | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (open) finish(open, file);
      open = null;
      readTable(block, file);
    } else open = readLine(block, open, file);
  }
  if (open) finish(open, file);
  return file;
}

function readTable({ rows }: Extract<WordBlock, { kind: 'table' }>, file: QuestionFile): void {
  const table = parseRows(rows);
  if (table === null) {
    file.losses.push({ line: rows[0]?.number ?? 1, message: TABLE });
    return;
  }
  file.questions.push(...table.questions);
  file.faults.push(...table.faults);
  file.losses.push(...table.losses);
}

function readLine(block: Extract<WordBlock, { kind: 'line' }>, open: Open | null, file: QuestionFile): Open {
  const { text, number, isListed } = block;
  const named = NAMED.exec(text);
  if (named && open) {
    setNamed(open, folded(named[1] ?? ''), text.slice(named[0].length).trim());
    return open;
  }
  const begins = open === null || open.answer !== null || NUMBERED.test(text);
  if (!begins && (OPTION.test(text) || isListed)) open.options.push(text.replace(OPTION, ''));
  else if (!begins) (open.options.length > 0 ? open.options : open.stem).push(text);
  if (!begins) return open;
  if (open) finish(open, file);
  return {
    line: number,
    stem: [text.replace(NUMBERED, '')],
    options: [],
    answer: null,
    general: [],
    id: null,
    tags: [],
  };
}

function setNamed(open: Open, name: string, value: string): void {
  if (name.startsWith('dap an') || name === 'answer') open.answer = value;
  else if (name === 'giai thich' || name === 'explanation') open.general.push(value);
  else if (name.startsWith('ma') || name === 'id') open.id = value === '' ? null : value;
  else open.tags.push(...value.split(';').flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim()])));
}

function finish(open: Open, file: QuestionFile): void {
  const answers = answersOf(open);
  if (answers === null) {
    file.faults.push({ line: open.line, message: open.answer === null ? NO_ANSWER : wrongAnswer(open.answer) });
    return;
  }
  const stem = plain(open.stem.join('\n'));
  const { line, id, tags } = open;
  const generalFeedback = open.general.length === 0 ? null : plain(open.general.join('\n'));
  const question: QuestionSource = { line, id, tags, title: titleFrom(stem), stem, generalFeedback, ...answers };
  const faults = answerFaultsOf(question);
  if (stem.text === '') faults.push({ vi: 'Câu hỏi không có nội dung.', en: 'The question has no text.' });
  file.faults.push(...faults.map((message) => ({ line, message })));
  if (faults.length === 0) file.questions.push(question);
}

/** Options: the letters of the right ones. None: true or false, a number, or short answers between bars. */
function answersOf({ options, answer }: Open): AnswerSource | null {
  if (answer === null || answer === '') return null;
  if (options.length === 0) return withoutOptions(answer);
  const letters = answer.split(/[;,\s]+/).filter((each) => each !== '');
  const right = letters.map((letter) => (/^[A-Z]$/i.test(letter) ? letter.toUpperCase().charCodeAt(0) - 65 : -1));
  if (right.some((index) => options[index] === undefined)) return null;
  const several = right.length > 1;
  const share = several ? Number((100 / right.length).toFixed(5)) : 100;
  const answers = options.map((text, index) => {
    return { text: plain(text), percent: right.includes(index) ? share : 0, feedback: null };
  });
  return { kind: 'choice', several, answers };
}

function withoutOptions(answer: string): AnswerSource {
  const verdict = folded(answer);
  if (['dung', 'sai', 'true', 'false'].includes(verdict)) {
    const correct = verdict === 'dung' || verdict === 'true';
    return { kind: 'true-false', correct, feedbackWrong: null, feedbackRight: null };
  }
  const bounds = boundsOf(answer);
  const worth = { percent: 100, feedback: null };
  if (bounds) return { kind: 'numeric', answers: [{ ...bounds, ...worth }] };
  const answers = answer.split('|').flatMap((each) => (each.trim() === '' ? [] : [{ text: each.trim(), ...worth }]));
  return { kind: 'short-answer', answers };
}

function plain(text: string): SourceText {
  return { format: 'plain', text };
}

const PICTURE: Text = { vi: 'Hình ở đoạn này không được đưa vào.', en: 'The picture here is not taken over.' };
const TABLE: Text = {
  vi: 'Bảng này không có cột "Câu hỏi" nên không được đọc.',
  en: 'This table has no column "Câu hỏi" and is not read.',
};
const NO_ANSWER: Text = { vi: 'Câu hỏi thiếu dòng "Đáp án: …".', en: 'The question lacks its line "Đáp án: …".' };

function wrongAnswer(answer: string): Text {
  return {
    vi: `Đáp án "${answer}" không phải chữ cái của phương án nào.`,
    en: `The answer "${answer}" is not the letter of an option.`,
  };
}
