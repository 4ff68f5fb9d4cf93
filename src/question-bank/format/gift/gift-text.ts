import { SOURCE_FORMATS, type SourceFormat, type SourceText } from '../question-source.js';

/** Position of the first `what` in `text` from `from` on that no backslash escapes; -1 when there is none. */
export function findUnescaped(text: string, what: string, from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(what, at)) return at;
  }
  return -1;
}

/** Position of the last unescaped `what`; -1 when there is none. One pass, as an escape is seen only from the left. */
export function findLastUnescaped(text: string, what: string): number {
  let last = -1;
  for (let at = findUnescaped(text, what); at >= 0; at = findUnescaped(text, what, at + what.length)) last = at;
  return last;
}

/** GIFT's escapes: a backslash before ~ = # { } : and itself; `\n` is a line break. */
export function unescapeGift(text: string): string {
  return text.replace(/\\([~=#{}:n\\])/g, (_, char: string) => (char === 'n' ? '\n' : char)).trim();
}

/** The reverse of `unescapeGift`, on one line. */
export function escapeGift(text: string): string {
  return text.replace(/[~=#{}:\\]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

const FORMAT = new RegExp(`^\\[(${SOURCE_FORMATS.join('|')})\\]`);

/** A text in the format it names, else in that of its question. */
export function readText(raw: string, inherited: SourceFormat): SourceText {
  const text = raw.trim();
  const named = FORMAT.exec(text);
  if (!named) return { format: inherited, text: unescapeGift(text) };
  return { format: named[1] as SourceFormat, text: unescapeGift(text.slice(named[0].length)) };
}

/** The same, null when nothing is written. */
export function readOptionalText(raw: string | undefined, inherited: SourceFormat): SourceText | null {
  const text = raw === undefined ? null : readText(raw, inherited);
  return text?.text ? text : null;
}
