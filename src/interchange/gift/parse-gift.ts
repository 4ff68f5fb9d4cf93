import { GiftError, parseAnswers } from './gift-answers.js';
import type { GiftFault, GiftQuestion } from './gift-question.js';
import { findUnescaped, unescapeGift } from './gift-text.js';

interface Block {
  line: number;
  text: string;
  comments: string;
}

const FORMAT = /^\[(markdown|html|plain|moodle)\]/;

/**
 * Reads a GIFT file (docs.moodle.org/en/GIFT_format): what Moodle writes, with its comment lines for ids and tags.
 * Every fault of the file is reported; a question with a fault is left out of `questions`. Linear in the text's length.
 */
export function parseGift(source: string): { questions: GiftQuestion[]; faults: GiftFault[] } {
  const questions: GiftQuestion[] = [];
  const faults: GiftFault[] = [];
  for (const block of blocksOf(source)) {
    try {
      questions.push(parseBlock(block));
    } catch (error) {
      if (!(error instanceof GiftError)) throw error;
      faults.push({ line: block.line, message: error.text });
    }
  }
  return { questions, faults };
}

/** Questions are separated by blank lines; comments and categories stand on lines of their own. */
function blocksOf(source: string): Block[] {
  const lines = source
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n/);
  const blocks: Block[] = [];
  let open: Block | undefined;
  let comments = '';
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === '') {
      open = undefined;
    } else if (trimmed.startsWith('//')) {
      if (!open) comments += `${trimmed}\n`;
    } else if (!open && trimmed.startsWith('$CATEGORY:')) {
      comments = '';
    } else if (open) {
      open.text += `\n${line}`;
    } else {
      open = { line: index + 1, text: line, comments };
      comments = '';
      blocks.push(open);
    }
  }
  return blocks;
}

function parseBlock({ line, text, comments }: Block): GiftQuestion {
  const { title, rest } = takeTitle(text.trim());
  const format = FORMAT.exec(rest);
  const content = rest.slice(format?.[0].length ?? 0);
  const from = findUnescaped(content, '{');
  if (from < 0) {
    throw new GiftError({
      vi: 'Không thấy phần đáp án trong dấu { }.',
      en: 'There is no answer part between { and }.',
    });
  }
  const to = findUnescaped(content, '}', from + 1);
  if (to < 0) throw new GiftError({ vi: 'Dấu { chưa được đóng bằng }.', en: 'The { is not closed by }.' });
  if (findUnescaped(content, '{', from + 1) >= 0) {
    throw new GiftError({
      vi: 'Có dấu { thừa; chữ { phải viết là \\{.',
      en: 'There is a second {; write a literal one as \\{.',
    });
  }
  const { body, generalFeedback } = takeGeneralFeedback(content.slice(from + 1, to));
  const after = content.slice(to + 1).trim();
  const stem = unescapeGift(after === '' ? content.slice(0, from) : `${content.slice(0, from).trim()} _____ ${after}`);
  if (stem === '') throw new GiftError({ vi: 'Câu hỏi không có nội dung.', en: 'The question has no text.' });
  return {
    line,
    id: /\[id:([^\]\s]{1,100})\]/.exec(comments)?.[1] ?? null,
    tags: [...comments.matchAll(/\[tag:([^\]]{1,100})\]/g)].map((match) => (match[1] ?? '').trim()),
    title: title ?? stem.slice(0, 80),
    format: (format?.[1] as GiftQuestion['format'] | undefined) ?? 'moodle',
    stem,
    generalFeedback,
    ...parseAnswers(body),
  };
}

function takeTitle(text: string): { title: string | null; rest: string } {
  if (!text.startsWith('::')) return { title: null, rest: text };
  const end = findUnescaped(text, '::', 2);
  if (end < 0) throw new GiftError({ vi: 'Tên câu hỏi chưa được đóng bằng ::.', en: 'The title is not closed by ::.' });
  return { title: unescapeGift(text.slice(2, end)) || null, rest: text.slice(end + 2).trim() };
}

function takeGeneralFeedback(body: string): { body: string; generalFeedback: string | null } {
  const at = findUnescaped(body, '####');
  if (at < 0) return { body, generalFeedback: null };
  return { body: body.slice(0, at), generalFeedback: unescapeGift(body.slice(at + 4)) || null };
}
