import type { BlankBody, QuestionBody } from '../question-bank/entities/question-body.js';
import type { Quiz } from '../question-bank/entities/quiz.entity.js';
import { fillBlueprint, type BlueprintQuestion, type GradedQuestion } from '../question-bank/question-bank.service.js';

/** One question of a paper. */
export interface PaperQuestion {
  questionVersionId: string;
  /** From 1. */
  position: number;
  /**
   * The order in which options, choices or items are shown, as indexes of the stored body. Of a cloze the orders of all
   * its lists one after the other, counted through: gaps with 2 and 3 choices have indexes 0–1 and 2–4.
   */
  optionOrder: number[];
}

/** A question of the pool, as far as drawing needs it. */
export interface PoolQuestion extends BlueprintQuestion {
  id: string;
  body: Pick<QuestionBody, 'options' | 'choices' | 'items' | 'blanks'>;
  /** ordering: the order that must not be shown at the beginning. */
  rightOrder?: number[];
}

/** What drawing may know of a question. */
export function toPoolQuestion({ answerKey, ...question }: GradedQuestion): PoolQuestion {
  return { ...question, ...(answerKey.kind === 'ordering' && { rightOrder: answerKey.order }) };
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

/** How to draw; `seed` is recorded with the attempt. */
type Drawing = { seed: number } & Pick<Quiz, 'draw' | 'shuffleOptions'> & Partial<Pick<Quiz, 'blueprint'>>;

/**
 * Draws a paper from a pool: which questions (of each cell as many as the blueprint asks, if there is one), their order,
 * and the order of their options. The same seed and pool give
 * the same paper. The choices of a matching question and the items of an ordering are always shuffled: in stored order
 * they would pair up by themselves, or be sorted by their letters.
 */
export function drawPaper(
  pool: readonly PoolQuestion[],
  { seed, draw, blueprint = null, shuffleOptions }: Drawing,
): PaperQuestion[] {
  const random = mulberry32(seed);
  const mixed = shuffled(pool, random);
  return chosen(mixed, draw, blueprint).map((question, index) => ({
    questionVersionId: question.id,
    position: index + 1,
    optionOrder: shownOrder(question, shuffleOptions, random),
  }));
}

/** In the order of the mixed pool, so that a paper does not tell which cell of the blueprint asked for a question. */
function chosen(mixed: PoolQuestion[], draw: number, blueprint: Quiz['blueprint']): PoolQuestion[] {
  if (!blueprint) return mixed.slice(0, draw);
  const drawn = new Set(fillBlueprint(blueprint, mixed).flatMap(({ questions }) => questions));
  return mixed.filter((question) => drawn.has(question));
}

function shownOrder({ body, rightOrder = [] }: PoolQuestion, shuffleOptions: boolean, random: Random): number[] {
  if (body.items) return unlike(rightOrder, shuffled(indexesOf(body.items), random));
  if (body.blanks) return orderOfLists(body.blanks, (list) => (shuffleOptions ? shuffled(list, random) : list));
  const indexes = indexesOf(body.options ?? body.choices ?? []);
  return shuffleOptions || body.choices ? shuffled(indexes, random) : indexes;
}

function indexesOf(list: readonly unknown[]): number[] {
  return list.map((_, at) => at);
}

/** The drawn order; the first two change places when it is the right one, which would ask for nothing. */
function unlike(right: readonly number[], drawn: number[]): number[] {
  const [first, second, ...rest] = drawn;
  if (first === undefined || second === undefined || drawn.some((item, at) => item !== right[at])) return drawn;
  return [second, first, ...rest];
}

function orderOfLists(blanks: readonly BlankBody[], order: (indexes: number[]) => number[]): number[] {
  const all: number[] = [];
  for (const blank of blanks) {
    const start = all.length;
    if (blank.kind === 'choice') all.push(...order(indexesOf(blank.choices)).map((at) => start + at));
  }
  return all;
}

/** The order in which each list of a cloze is shown, as indexes of that list; nothing for gaps to type into. */
export function ordersOfBlanks(blanks: readonly BlankBody[], optionOrder: readonly number[]): number[][] {
  let start = 0;
  return blanks.map((blank) => {
    const length = blank.kind === 'choice' ? blank.choices.length : 0;
    const order = optionOrder.slice(start, start + length).map((at) => at - start);
    start += length;
    return order;
  });
}
