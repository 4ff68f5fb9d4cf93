import type { RoleName } from '../platform/auth/actor.js';
import type { QuestionBody, QuestionResponse } from '../question-bank/entities/question-body.js';

/** Who grades essays, of learners in their units. */
export const GRADERS: readonly RoleName[] = ['lecturer', 'school-officer'];

/** Points are given in quarters: 0,25 is what lecturers write. */
const STEP = 0.25;
const POINT_DECIMALS = 1e6;

/** Whether an answer is an essay with something in it, which a lecturer has to read: words, or photos of an answer on paper. */
export function isEssayToRead({ response, photos }: { response: QuestionResponse | null; photos: number }): boolean {
  return photos > 0 || (response?.kind === 'essay' && response.text.trim() !== '');
}

/** Words of a text as people count them in Vietnamese: what stands between spaces. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** How many words are asked for of an answer with so many photos: none of one on paper, which nobody can count. */
export function minimumWordsOf({ minimumWords }: QuestionBody, photos: number): number | null {
  return photos > 0 ? null : (minimumWords ?? null);
}

/** Whether these are points that the rubric allows: one number for each criterion, in quarters, none over its maximum. */
export function fitsRubric(rubric: NonNullable<QuestionBody['rubric']>, points: readonly number[]): boolean {
  return (
    points.length === rubric.length &&
    rubric.every(({ points: most }, at) => {
      const given = points[at] ?? -1;
      return given >= 0 && given <= most && (Number.isInteger(given / STEP) || given === most);
    })
  );
}

/** Share of an essay, 0–1 with six decimals: the points given of those that the rubric has. */
export function shareOfRubric(rubric: NonNullable<QuestionBody['rubric']>, points: readonly number[]): number {
  const most = rubric.reduce((sum, criterion) => sum + criterion.points, 0);
  const given = points.reduce((sum, each) => sum + each, 0);
  return most > 0 ? Math.min(1, Math.round((given / most) * POINT_DECIMALS) / POINT_DECIMALS) : 0;
}
