// How long a learner waits for a lesson while a whole class signs in: hashing passwords must leave room for reading.
import { LoadClient, percentile } from './load.mjs';
import { result } from './report.mjs';
import { WORKLOADS } from './workloads.mjs';

const SIGNING_IN = 50;
/** Not as many as keep the server busy by themselves: what one waits for the others would hide the storm. */
const READERS = 2;
const AT_ONCE = 20;
/** Each person signs in so often, and each round is followed by one in peace. */
const SIZES = { quick: { rounds: 2, each: 1 }, full: { rounds: 4, each: 3 } };

const named = (name) => WORKLOADS.find((workload) => workload.name === name);

/** Lessons for as long as `isOver` says no. @returns ms of each */
async function readUntil(isOver, { readers, people, world }) {
  const latencies = [];
  for (let start = 0; !isOver(latencies.length); start += AT_ONCE) {
    const operations = Array.from({ length: AT_ONCE }, (_, nth) => ({
      index: start + nth,
      person: people[(start + nth) % people.length],
    }));
    latencies.push(...(await readers.perform(named('lesson view'), operations, world)).latencies);
  }
  return latencies;
}

/** One result: `value` is the p95 in ms during sign-ins, `ceiling` the p95 in peace, `ratio` how many times longer. */
export async function lessonsDuringSignIns(server, world, mode) {
  const { rounds, each } = SIZES[mode];
  const people = world.people.slice(0, SIGNING_IN);
  const [readers, signers] = [new LoadClient(server, READERS), new LoadClient(server, SIGNING_IN)];
  const reading = { readers, people, world };
  const [stormy, peaceful] = [[], []];
  const signIns = Array.from({ length: SIGNING_IN * each }, (_, index) => ({
    index,
    person: people[index % SIGNING_IN],
  }));
  for (let round = 0; round < rounds; round += 1) {
    let over = false;
    const storm = signers.perform(named('sign-in'), signIns, world).finally(() => (over = true));
    const during = await readUntil(() => over, reading);
    await storm;
    stormy.push(...during);
    peaceful.push(...(await readUntil((done) => done >= during.length, reading)));
  }
  for (const client of [readers, signers]) client.close();
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(stormy, share));
  const ceiling = percentile(peaceful, 0.95);
  const name = `lesson p95 while ${SIGNING_IN} people sign in`;
  return result({ name, unit: 'ms', value: p95, p50, p95, p99, ceiling, ratio: p95 / ceiling, lowerIsBetter: true });
}
