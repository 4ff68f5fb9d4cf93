// Rounds of the application and rounds of its statements alone, by turns.
import { drive, median, percentile } from './load.mjs';
import { cpuMs } from './process-figures.mjs';
import { replay } from './replay.mjs';

const perSecond = ({ count, elapsedMs }) => (count * 1000) / elapsedMs;

/**
 * Measures a workload as planned.
 * @param target load client, server, database cluster, bare pool, and the recorded streams
 * @returns figures of a round in the middle; latencies and CPU in ms per operation
 */
export async function measure({ workload, ...plan }, { world, target }) {
  const { client, server, cluster, pool, streams } = target;
  const bare = (items) => drive(items, ({ id }) => replay(pool, streams.get(id) ?? []));
  const hasCeiling = !workload.noCeiling;
  await client.perform(workload, plan.warmUp, world);
  if (hasCeiling) await bare(plan.bareWarmUp);
  const measured = [];
  const ceilings = [];
  const application = async (items) => {
    const before = cpuMs(server.pid, cluster.postmasterPid);
    const result = await client.perform(workload, items, world);
    const after = cpuMs(server.pid, cluster.postmasterPid);
    measured.push({ ...result, cpuMs: before === null ? null : (after - before) / items.length });
  };
  const ceiling = async (items) => {
    if (hasCeiling) ceilings.push(perSecond(await bare(items)));
  };
  for (const [nth, items] of plan.rounds.entries()) {
    // The order changes from round to round, so that a machine that slows down harms both alike.
    for (const turn of nth % 2 === 0 ? [application, ceiling] : [ceiling, application]) await turn(items);
  }
  return summary(measured, ceilings);
}

function summary(measured, ceilings) {
  const latencies = measured.flatMap((round) => round.latencies);
  const value = median(measured.map(perSecond));
  const ceiling = ceilings.length === 0 ? null : median(ceilings);
  return {
    value,
    ...{ p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), p99: percentile(latencies, 0.99) },
    ceiling,
    ratio: ceiling === null ? null : value / ceiling,
    cpuMsPerOp: measured[0].cpuMs === null ? null : median(measured.map((round) => round.cpuMs)),
  };
}
