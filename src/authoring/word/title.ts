const MOST_TITLE = 200;

/** A title in one line of at most 200 characters, cut between words. */
export function cutTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= MOST_TITLE) return line;
  const end = line.lastIndexOf(' ', MOST_TITLE - 1);
  return `${line.slice(0, end > 0 ? end : MOST_TITLE - 1)}…`;
}

/** Headings of any depth as the three levels of a lesson, 2 to 4, keeping which is above which. */
export function lessonLevels(depths: Iterable<number>): Map<number, number> {
  const sorted = [...new Set(depths)].sort((one, other) => one - other);
  return new Map(sorted.map((depth, at) => [depth, Math.min(at + 2, 4)]));
}
