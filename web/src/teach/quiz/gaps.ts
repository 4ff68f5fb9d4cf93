const GAP = /\[\[(\d{1,2})\]\]/g;
export const gapMark = (number: number): string => `[[${number}]]`;

/** A stem without one of its gaps; those behind it move up. */
export function withoutGap(stem: string, number: number): string {
  return stem.replace(GAP, (mark, digits: string) => {
    const each = Number(digits);
    if (each === number) return '…';
    return each > number ? gapMark(each - 1) : mark;
  });
}

/** Numbers of gaps that the stem does not hold, of so many. */
export function missingGaps(stem: string, count: number): number[] {
  const held = new Set([...stem.matchAll(GAP)].map(([, digits]) => Number(digits)));
  return Array.from({ length: count }, (_, at) => at + 1).filter((number) => !held.has(number));
}
