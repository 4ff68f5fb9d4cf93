/** Position of the first `what` in `text` from `from` on that no backslash escapes; -1 when there is none. */
export function findUnescaped(text: string, what: string, from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(what, at)) return at;
  }
  return -1;
}

/** Splits at every unescaped `what`. */
export function splitUnescaped(text: string, what: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const at = findUnescaped(text, what, from);
    if (at < 0) return [...parts, text.slice(from)];
    parts.push(text.slice(from, at));
    from = at + what.length;
  }
}

/** GIFT's escapes: a backslash before ~ = # { } : and itself; `\n` is a line break. */
export function unescapeGift(text: string): string {
  return text.replace(/\\([~=#{}:n\\])/g, (_, char: string) => (char === 'n' ? '\n' : char)).trim();
}
