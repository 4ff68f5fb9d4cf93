import type { Text } from '../../../platform/problems/problem.js';
import { GiftError, parseAnswers } from './gift-answers.js';
import type { SourceFault, QuestionSource } from '../question-source.js';
import { categoryTag } from '../clean-text.js';
import { findLastUnescaped, findUnescaped, readOptionalText, readText, unescapeGift } from './gift-text.js';

/** The lines of one question. */
interface Block {
  line: number;
  text: string;
  /** Where each of its lines begins in `text`. */
  starts: number[];
  comments: string;
  /** Of the last `$CATEGORY:` above it. */
  category: string | null;
}

const TITLE_LENGTH = 80;
/** Control characters but tabs and line ends: no screen shows them, and PostgreSQL takes no NUL. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
const CATEGORY = '$CATEGORY:';
const ID = /\[id:((?:\\\]|[^\]\s]){1,100})\]/;
const TAG = /\[tag:((?:\\\]|[^\]]){1,100})\]/g;

/**
 * Reads a GIFT file (docs.moodle.org/en/GIFT_format): what Moodle reads and writes, with its comment lines for ids and
 * tags. Every fault of the file is reported; a question with a fault is left out of `questions`. Takes time linear in
 * the length of the text, whatever the text.
 */
export function parseGift(source: string): { questions: QuestionSource[]; faults: SourceFault[] } {
  const questions: QuestionSource[] = [];
  const faults: SourceFault[] = [];
  for (const block of blocksOf(source)) {
    const before = faults.length;
    const fail = (message: Text, position: number) => faults.push({ line: lineAt(block, position), message });
    try {
      const question = parseBlock(block, fail);
      if (faults.length === before) questions.push(question);
    } catch (error) {
      if (!(error instanceof GiftError)) throw error;
      fail(error.text, error.offset);
      const fault = faults.at(-1);
      if (fault && error.isUnknown) fault.isUnknown = true;
    }
  }
  return { questions, faults };
}

/** Questions are separated by blank lines; comments and categories stand on lines of their own. */
function blocksOf(source: string): Block[] {
  const lines = source
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(CONTROLS, '')
    .split(/\r\n|\r|\n/);
  const blocks: Block[] = [];
  let open: Block | undefined;
  let comments = '';
  let category: string | null = null;
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === '') {
      open = undefined;
      comments = '';
    } else if (trimmed.startsWith('//')) {
      // A comment within a question keeps its line, so that later lines keep their numbers.
      if (open) append(open, '');
      else comments += `${trimmed}\n`;
    } else if (open) {
      append(open, line);
    } else if (trimmed.startsWith(CATEGORY)) {
      category = categoryTag(trimmed.slice(CATEGORY.length));
    } else {
      open = { line: index + 1, text: line, starts: [0], comments, category };
      comments = '';
      blocks.push(open);
    }
  }
  return blocks;
}

function append(block: Block, line: string): void {
  block.starts.push(block.text.length + 1);
  block.text += `\n${line}`;
}

/** The line of a position: the last one that begins at or before it. */
function lineAt({ line, starts }: Block, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return line + low;
}

function parseBlock(block: Block, fail: (message: Text, position: number) => void): QuestionSource {
  const { title, from } = takeTitle(block.text);
  const braces = findBraces(block.text, from);
  const body = block.text.slice(braces.open + 1, braces.close);
  const general = findLastUnescaped(body, '####');
  const after = block.text.slice(braces.close + 1).trimEnd();
  const blank = after === '' ? '' : `_____${after}`;
  const stem = readText(`${block.text.slice(from, braces.open)}${blank}`, 'moodle');
  if (stem.text === '') throw new GiftError({ vi: 'Câu hỏi không có nội dung.', en: 'The question has no text.' });
  const answers = parseAnswers(general < 0 ? body : body.slice(0, general), {
    format: stem.format,
    fail: (message, offset = 0) => fail(message, braces.open + 1 + offset),
  });
  return {
    line: block.line,
    id: unescapeBracket(ID.exec(block.comments)?.[1] ?? '') || null,
    tags: tagsOf(block),
    title: title || [...stem.text.split('\n', 1).join('')].slice(0, TITLE_LENGTH).join(''),
    stem,
    generalFeedback: general < 0 ? null : readOptionalText(body.slice(general + 4), stem.format),
    ...answers,
  };
}

function tagsOf({ comments, category }: Block): string[] {
  const tags = [...comments.matchAll(TAG)].map((match) => unescapeBracket(match[1] ?? '').trim());
  return category === null || tags.includes(category) ? tags : [...tags, category];
}

function unescapeBracket(text: string): string {
  return text.replaceAll('\\]', ']');
}

/** The title between `::` and where the question goes on. */
function takeTitle(text: string): { title: string; from: number } {
  const start = text.length - text.trimStart().length;
  if (!text.startsWith('::', start)) return { title: '', from: start };
  const end = findUnescaped(text, '::', start + 2);
  if (end < 0) throw new GiftError({ vi: 'Tên câu hỏi chưa được đóng bằng ::.', en: 'The title is not closed by ::.' });
  return { title: unescapeGift(text.slice(start + 2, end)), from: end + 2 };
}

function findBraces(text: string, from: number): { open: number; close: number } {
  const open = findUnescaped(text, '{', from);
  const close = findUnescaped(text, '}', from);
  if (open < 0 && close < 0) {
    const message = {
      vi: 'Đoạn dẫn không có phần trả lời trong dấu { } (description) chưa được hỗ trợ.',
      en: 'Descriptions, which have no answers between { and }, are not supported.',
    };
    throw new GiftError(message, 0, true);
  }
  if (close < 0) throw new GiftError({ vi: 'Dấu { chưa được đóng bằng }.', en: 'The { is not closed by }.' }, open);
  if (open < 0 || close < open) {
    throw new GiftError(
      { vi: 'Có dấu } thừa; chữ } phải viết là \\}.', en: 'There is a stray }; write a literal one as \\}.' },
      close,
    );
  }
  const second = findUnescaped(text, '{', open + 1);
  if (second >= 0) {
    throw new GiftError(
      { vi: 'Có dấu { thừa; chữ { phải viết là \\{.', en: 'There is a second {; write a literal one as \\{.' },
      second,
    );
  }
  return { open, close };
}
