/** One line of a table of articles: the old number, then the new ones, as "8: 7, 9" or pasted from a sheet. */
const LINE = /^(\d+[a-z]?)\s*(?::|=|→|->|\t|;)\s*(.*)$/i;
const NUMBER = /^\d+[a-z]?$/i;

interface Mapping {
  from: string;
  to: string[];
}

/**
 * Reads which articles took the place of which, a line each.
 * @returns the mapping in codes, or the first line that cannot be read
 */
export function readMapping(text: string, codes: { from: string; to: string }): Mapping[] | string {
  const mapping: Mapping[] = [];
  for (const line of text.split('\n').map((each) => each.replaceAll(/điều/gi, '').trim())) {
    if (line === '') continue;
    const [, from, rest] = LINE.exec(line) ?? [];
    const to = (rest ?? '').split(/[\s,;]+/).filter(Boolean);
    if (from === undefined || !to.every((number) => NUMBER.test(number))) return line;
    const codeOf = (document: string, number: string) => `${document}.d${number.toLowerCase()}`;
    mapping.push({ from: codeOf(codes.from, from), to: to.map((number) => codeOf(codes.to, number)) });
  }
  return mapping;
}
