import type { EditorState } from '@tiptap/pm/state';

/** What is being typed that may become a citation, and where it stands. */
export interface CitationMatch {
  from: number;
  to: number;
  /** What to look for: words, or a number such as Đ188. */
  query: string;
  /** Begun by "@": somebody wants a citation. A number alone may as well stay words. */
  isAsked: boolean;
}

const ASKED = /(?:^|[\s(“"])@([^@\n]{0,40})$/u;
const NUMBER = /(?:^|[\s(“"])([Đđ](?:iều)?\s?\d{1,3}[a-z]?)$/u;

/** Of the text right before the caret; none within a link or code. */
export function citationAt({ selection }: EditorState): CitationMatch | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  if ($from.marks().some(({ type }) => type.name === 'link' || type.name === 'code')) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const asked = ASKED.exec(before);
  const words = asked ?? NUMBER.exec(before);
  if (!words) return null;
  const query = (words[1] ?? '').normalize('NFC');
  const length = (words[1] ?? '').length + (asked ? 1 : 0);
  return { from: $from.pos - length, to: $from.pos, query: query.trim(), isAsked: asked !== null };
}
