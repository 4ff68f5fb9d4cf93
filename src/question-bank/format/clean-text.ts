import type { QuestionSource, SourceText } from './question-source.js';

/** Control characters but tabs and line ends: no screen shows them, and PostgreSQL takes no NUL. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
const TITLE_LENGTH = 80;

/** A text as the platform keeps it: NFC, lines ended by \n, trimmed, without control characters. */
export function cleanText(raw: string): string {
  return raw.normalize('NFC').replace(CONTROLS, '').replace(/\r\n?/g, '\n').trim();
}

/** The title of a question that has none: the beginning of its text, without markup. */
export function titleFrom({ format, text }: SourceText): string {
  const plain = format === 'plain' || format === 'markdown' ? text : text.replace(/<[^<>]{0,2000}>/g, ' ');
  const line = plain.split('\n').find((each) => each.trim() !== '') ?? '';
  return [...line.replace(/\s+/g, ' ').trim()].slice(0, TITLE_LENGTH).join('').trim() || '…';
}

/** Characters that turn the direction of what follows: with them a text reads otherwise than it is graded. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

export function isTurned(question: QuestionSource): boolean {
  return textsOf(question).some((text) => TURNING.test(text));
}

/** Every text of a question that a person will read, title and tags included. */
export function textsOf(question: QuestionSource): string[] {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect(question);
  return texts;
}

/** Moodle's path of a category as a tag, without its beginning, which says where in Moodle it lay. */
export function categoryTag(path: string): string | null {
  const within = cleanText(path).replace(/^\$[a-z0-9]+\$\/?/i, '');
  const inner = within === 'top' ? '' : within.replace(/^top\//, '');
  return inner === '' ? null : `category:${inner}`;
}
