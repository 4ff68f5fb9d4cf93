/** What stands in the fields of one essay: the points of each criterion as typed, and the comment. */
export interface TypedGrade {
  points: string[];
  comment: string;
}

const STEPS = 4;

/** Points typed in the Vietnamese or English way (1,5 or 1.5), in quarters, at most `most`; null when they are not. */
export function pointsOf(typed: string, most: number): number | null {
  const plain = typed.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null;
  const points = Number(plain);
  return points <= most && (Number.isInteger(points * STEPS) || points === most) ? points : null;
}

/** What was typed so far; what is no number yet counts nothing. */
export function sumOf(typed: string[], rubric: { points: number }[]): number {
  return rubric.reduce((sum, { points }, at) => sum + (pointsOf(typed[at] ?? '', points) ?? 0), 0);
}
