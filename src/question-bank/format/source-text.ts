import { renderText } from '../../catalogue/course-import.service.js';
import type { SourceText } from './question-source.js';

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** Sanitised HTML of a text. */
export function htmlOf({ format, text }: SourceText): string {
  return renderText(format, text);
}

export function htmlOrNull(text: SourceText | null): string | null {
  return text && htmlOf(text);
}

/** A text as a list to choose from can show it: without its markup. */
export function plainOf(text: SourceText): string {
  return htmlOf(text)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A short answer as it is compared: `\*` is a literal asterisk. */
export function plainAnswer(text: string): string {
  return text.replaceAll('\\*', '*');
}
