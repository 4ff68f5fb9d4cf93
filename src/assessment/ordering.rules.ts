/**
 * Share of an ordering, 0–1: how much of the longest run of items that stand in the right order among themselves, however
 * far apart, beyond the one item that every order has: (longest − 1) / (items − 1). Not the share of right neighbours,
 * because a learner who knows a procedure and puts one step in the wrong place has made one mistake: it costs one step
 * here and up to three neighbours there. Every item reversed gives 0, the right order alone gives 1.
 * @param right the indexes of the items in the right order
 * @param given the same indexes as a learner put them
 */
export function shareOfOrder(right: readonly number[], given: readonly number[]): number {
  if (right.length < 2) return 1;
  const places = new Map(right.map((item, place) => [item, place]));
  const longest = longestRising(given.map((item) => places.get(item) ?? -1));
  return (longest - 1) / (right.length - 1);
}

/** Length of the longest rising subsequence; of each length the least last value is kept (patience sorting). */
function longestRising(values: readonly number[]): number {
  const lasts: number[] = [];
  for (const value of values) {
    const at = lasts.findIndex((last) => last >= value);
    lasts[at < 0 ? lasts.length : at] = value;
  }
  return lasts.length;
}
