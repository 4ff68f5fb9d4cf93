// Which operations are performed when, and by whom.
import { WORKLOADS } from './workloads.mjs';

/** Different operations of a workload whose operations are repeated. */
const REPEATED = 100;
/** For the bare pool a few are enough: every connection has prepared every statement then. */
const BARE_WARM_UP = 16;

const countOnce = ({ warmUp, round }, rounds) => warmUp + BARE_WARM_UP + rounds * round;

/** How many people have to be there: operations that can be done once are each done by somebody else. */
export function peopleNeeded(mode, rounds) {
  const once = WORKLOADS.filter(({ perOperation }) => perOperation);
  return once.reduce((sum, { sizes }) => sum + countOnce(sizes[mode], rounds), 0);
}

/**
 * The operations of every workload: those that warm the application up, those that warm the bare pool up, and those of
 * each round. `recorded` are the latter two, each once, with ids of their own.
 */
export function planAll({ mode, rounds, people, workloads = WORKLOADS }) {
  let taken = 0;
  let number = 0;
  const make = (person, index) => ({ id: (number += 1).toString(16).padStart(32, '0'), index, person });
  return workloads.map((workload) => {
    const size = workload.sizes[mode];
    const count = workload.perOperation ? countOnce(size, rounds) : REPEATED;
    const own = workload.perOperation ? people.slice(taken, (taken += count)) : people.slice(0, count);
    const operations = own.map(make);
    // Repeated operations begin anew at the end of the list.
    const from = (start, length) =>
      Array.from({ length }, (_, index) => operations[(start + index) % operations.length]);
    const warmUp = from(0, size.warmUp);
    return {
      workload,
      warmUp,
      bareWarmUp: from(size.warmUp, BARE_WARM_UP),
      rounds: Array.from({ length: rounds }, (_, nth) =>
        from(size.warmUp + BARE_WARM_UP + nth * size.round, size.round),
      ),
      recorded: workload.perOperation ? operations.slice(size.warmUp) : operations,
    };
  });
}
