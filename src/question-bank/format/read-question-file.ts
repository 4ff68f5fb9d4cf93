import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Text } from '../../platform/problems/problem.js';
import { openSheet } from '../../platform/sheet/open-sheet.js';
import { SheetFault } from '../../platform/sheet/sheet.js';
import { unguarded } from '../../platform/sheet/sheet-writer.js';
import { checkWord, WordFault } from '../../platform/word/check-word.js';
import { parseAiken } from './aiken/parse-aiken.js';
import { isTurned } from './clean-text.js';
import { FILE_FAULTS } from './file-faults.js';
import { decodeText, type FileEncoding } from './file-text.js';
import { parseGift } from './gift/parse-gift.js';
import { parseMoodleXml } from './moodle/parse-moodle-xml.js';
import { MAX_QUESTION_FILE_BYTES, type QuestionFile } from './question-file.js';
import { parseRows, type Row } from './sheet/parse-rows.js';
import { withoutCatchAll } from './without-catch-all.js';
import { parseWord } from './word/parse-word.js';
import { wordBlocks } from './word/word-blocks.js';

export type QuestionFormat = 'gift' | 'aiken' | 'moodle-xml' | 'sheet' | 'docx';

export interface ReadQuestionFile extends QuestionFile {
  /** As what the file was read; null when it could not even be told. */
  format: QuestionFormat | null;
  encoding: FileEncoding | null;
}

/** More rows than any bank has questions. */
const MOST_ROWS = 20_000;

/** Reads a file of questions as what its first bytes say it is. Whatever is wrong with it is among the faults. */
export async function readQuestionFile(bytes: Buffer): Promise<ReadQuestionFile> {
  if (bytes.length > MAX_QUESTION_FILE_BYTES) return refused(FILE_FAULTS['too-large']);
  if (bytes.length === 0) return refused(FILE_FAULTS['file-empty']);
  const file = bytes.toString('latin1', 0, 2) === 'PK' ? await readArchive(bytes) : readText(bytes);
  return { ...file, ...checked(file) };
}

function readText(bytes: Buffer): ReadQuestionFile {
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.text.includes('\0')) return refused(FILE_FAULTS['file-unreadable']);
  const { text, encoding } = decoded;
  if (/^\uFEFF?\s*</.test(text)) return { ...parseMoodleXml(text.trimStart()), format: 'moodle-xml', encoding };
  if (/^[ \t]*(?:ANSWER|ĐÁP ÁN)[ \t]*:/im.test(text) && !/(?:^|[^\\])\{/.test(text)) {
    return { ...parseAiken(text), format: 'aiken', encoding };
  }
  const { questions, faults } = parseGift(text);
  const isLeftOut = (fault: { isUnknown?: boolean }) => fault.isUnknown === true;
  return {
    questions,
    faults: faults.filter((fault) => !isLeftOut(fault)),
    leftOut: faults.filter(isLeftOut),
    losses: [],
    format: 'gift',
    encoding,
  };
}

/** Word and spreadsheet files are read from the disk, piece by piece. */
async function readArchive(bytes: Buffer): Promise<ReadQuestionFile> {
  const folder = await mkdtemp(join(tmpdir(), 'union-skills-questions-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return bytes.includes('word/document.xml') ? await readWord(path, bytes) : await readSheet(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readWord(path: string, bytes: Buffer): Promise<ReadQuestionFile> {
  try {
    await checkWord(path);
  } catch (error) {
    if (error instanceof WordFault) return refused(FILE_FAULTS[error.code]);
    throw error;
  }
  // Mammoth has no errors of its own: what it throws is about the file.
  const document = await wordBlocks(bytes).catch(() => null);
  if (document === null) return refused(FILE_FAULTS.damaged);
  return { ...parseWord(document), format: 'docx', encoding: null };
}

async function readSheet(path: string): Promise<ReadQuestionFile> {
  try {
    const { rows, faults } = await rowsOf(path);
    const file = parseRows(rows);
    if (file === null) return refused(FILE_FAULTS['headings-unknown']);
    return { ...file, faults: [...faults, ...file.faults], format: 'sheet', encoding: null };
  } catch (error) {
    if (error instanceof SheetFault) return refused(FILE_FAULTS[error.code]);
    throw error;
  }
}

async function rowsOf(path: string): Promise<{ rows: Row[]; faults: QuestionFile['faults'] }> {
  const sheet = await openSheet(path);
  const rows: Row[] = [];
  const faults: QuestionFile['faults'] = [];
  try {
    for await (const batch of sheet.rows()) {
      for (const { number, cells } of batch) {
        if (cells.some((cell) => cell.kind === 'formula')) faults.push({ line: number, message: FILE_FAULTS.formula });
        rows.push({ number, cells: cells.map((cell) => unguarded(cell.text)) });
      }
      if (rows.length > MOST_ROWS) throw new SheetFault('file-too-long', { rows: MOST_ROWS });
    }
    return { rows, faults };
  } finally {
    await sheet.close();
  }
}

/** What holds for every format: nothing that turns the direction of reading, no wildcards. */
function checked(file: QuestionFile): Pick<QuestionFile, 'questions' | 'faults' | 'losses'> {
  const faults = [...file.faults];
  const losses = [...file.losses];
  const questions = file.questions.flatMap((question) => {
    if (isTurned(question)) {
      faults.push({ line: question.line, message: FILE_FAULTS.turning });
      return [];
    }
    const { question: kept, moved } = withoutCatchAll(question);
    if (moved) losses.push({ line: question.line, message: moved });
    return [kept];
  });
  return { questions, faults, losses };
}

function refused(message: Text): ReadQuestionFile {
  return { questions: [], faults: [{ line: 1, message }], leftOut: [], losses: [], format: null, encoding: null };
}
