import type { BlueprintCell } from './entities/blueprint.js';
import type { QuestionKind } from './entities/question-body.js';

/** A question as far as a blueprint asks. */
export interface BlueprintQuestion {
  kind: QuestionKind;
  difficulty: number;
  tags: readonly string[];
  citations: readonly string[];
}

/** What a cell gets, and how many it lacks. */
export interface FilledCell<T> {
  questions: T[];
  lacking: number;
}

/**
 * Gives each cell of a blueprint its questions, none of them twice. Cells may overlap ("two on mediation", "three hard
 * ones"): a question taken by one cell is handed over when another has no choice and the first one has, so that a cell
 * lacks questions only when no division of the pool could fill the blueprint (augmenting paths). Earlier questions are
 * taken first: whoever wants chance shuffles the pool before.
 */
export function fillBlueprint<T extends BlueprintQuestion>(
  cells: readonly BlueprintCell[],
  pool: readonly T[],
): FilledCell<T>[] {
  const owner = new Map<number, number>();
  const candidates = cells.map((cell) => pool.flatMap((question, at) => (fits(cell, question) ? [at] : [])));
  const claim = (cell: number, seen: Set<number>): boolean => {
    for (const at of candidates[cell] ?? []) {
      if (seen.has(at)) continue;
      seen.add(at);
      const former = owner.get(at);
      if (former !== undefined && (former === cell || !claim(former, seen))) continue;
      owner.set(at, cell);
      return true;
    }
    return false;
  };
  return cells
    .map(({ count }, cell) => {
      let lacking = count;
      while (lacking > 0 && claim(cell, new Set())) lacking -= 1;
      return lacking;
    })
    .map((lacking, cell) => ({ lacking, questions: pool.filter((_, at) => owner.get(at) === cell) }));
}

/** How a cell of a blueprint stands: how many questions fit it, and how many it lacks beside the other cells. */
export interface CellStanding {
  available: number;
  lacking: number;
}

/** What the pool has for each cell; what a cell lacks is as when a paper is drawn. */
export function standingsOf(cells: readonly BlueprintCell[], pool: readonly BlueprintQuestion[]): CellStanding[] {
  const filled = fillBlueprint(cells, pool);
  return cells.map((cell, at) => ({
    available: pool.filter((question) => fits(cell, question)).length,
    lacking: filled[at]?.lacking ?? 0,
  }));
}

function fits({ tag, kind, difficulty }: BlueprintCell, question: BlueprintQuestion): boolean {
  return (
    (tag === undefined || question.tags.includes(tag) || question.citations.includes(tag)) &&
    (kind === undefined || question.kind === kind) &&
    (difficulty === undefined || question.difficulty === difficulty)
  );
}

/** Questions of a paper drawn by a blueprint. */
export function blueprintSize(cells: readonly BlueprintCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}
