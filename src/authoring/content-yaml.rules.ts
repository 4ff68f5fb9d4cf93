import { isDeepStrictEqual } from 'node:util';
import { parseDocument, stringify } from 'yaml';
import { foldInPlace } from '../platform/text/vietnamese.js';

const WRITTEN = { lineWidth: 0 } as const;
const SLUG_MAX = 60;

/** Data of a YAML text as far as it can be read; an empty object when it cannot. */
export function looseYaml(text: string): Record<string, unknown> {
  try {
    const data: unknown = parseDocument(text).toJS({ maxAliasCount: 0 });
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A YAML text with some values changed (undefined: taken away); the rest of it, comments included, stays as it is. */
export function editYaml(text: string, changes: Record<string, unknown>): string {
  const document = parseDocument(text);
  const before = looseYaml(text);
  const changed = Object.entries(changes).filter(([key, value]) => !isDeepStrictEqual(before[key], value));
  if (changed.length === 0) return text;
  for (const [key, value] of changed) {
    if (value === undefined) document.delete(key);
    else document.set(key, document.createNode(value));
  }
  return document.toString(WRITTEN);
}

export function newYaml(data: Record<string, unknown>): string {
  return stringify(data, WRITTEN);
}

/** A Markdown lesson taken apart; a text without front matter is all body. */
export function splitLesson(text: string): { front: string; body: string } {
  const normal = text.replaceAll('\r\n', '\n');
  const end = normal.startsWith('---\n') ? normal.indexOf('\n---\n', 3) : -1;
  return end < 0
    ? { front: '', body: normal.trim() }
    : { front: normal.slice(4, end + 1), body: normal.slice(end + 5).trim() };
}

/** A Markdown lesson put together. */
export function joinLesson(front: string, body: string): string {
  return `---\n${front.trimEnd()}\n---\n\n${body.normalize('NFC').trim()}\n`;
}

/** A name for links made of a Vietnamese title, such as `hop-dong-lao-dong`; `fallback` when nothing of it is left. */
export function slugOf(title: string, fallback: string): string {
  const words = foldInPlace(title.normalize('NFC'))
    .trim()
    .split(/ +/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length >= SLUG_MAX) break;
    slug = slug === '' ? word : `${slug}-${word}`;
  }
  return slug === '' ? fallback : slug;
}

/** The slug, with a number behind it when it is taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
