import type { QuestionBody } from '../question-bank/entities/question-body.js';

/** One question of a paper. */
export interface PaperQuestion {
  questionVersionId: string;
  /** From 1. */
  position: number;
  /** The order in which options or choices are shown, as indexes of the stored body. */
  optionOrder: number[];
}

/** A question of the pool, as far as drawing needs it. */
export interface PoolQuestion {
  id: string;
  body: Pick<QuestionBody, 'options' | 'choices'>;
}

/** 32 bits of a random generator in, the next number in [0, 1) out. */
type Random = () => number;

/**
 * mulberry32 by Tommy Ettinger (public domain): 32 bits of state, passes gjrand, and gives the same numbers on every
 * machine for ever. Good enough to shuffle; not for secrets.
 */
export function mulberry32(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fisher–Yates: every order is equally likely. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    [result[last], result[pick]] = [result[pick] as T, result[last] as T];
  }
  return result;
}

/**
 * Draws a paper from a pool: which questions, their order, and the order of their options. The same seed and pool give
 * the same paper. The choices of a matching question are always shuffled: in stored order they would pair up by themselves.
 */
export function drawPaper(
  pool: readonly PoolQuestion[],
  { seed, draw, shuffleOptions }: { seed: number; draw: number; shuffleOptions: boolean },
): PaperQuestion[] {
  const random = mulberry32(seed);
  return shuffled(pool, random)
    .slice(0, draw)
    .map(({ id, body }, index) => {
      const indexes = (body.options ?? body.choices ?? []).map((_, at) => at);
      const shuffle = shuffleOptions || body.choices !== undefined;
      const optionOrder = shuffle ? shuffled(indexes, random) : indexes;
      return { questionVersionId: id, position: index + 1, optionOrder };
    });
}
