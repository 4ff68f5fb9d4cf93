// Runs operations at a fixed concurrency and notes how long each took.
import { HttpConnection } from './http-connection.mjs';

export const CONCURRENCY = 8;

/** Runs `run(item, lane)` for every item, in order, `lanes` at a time. @returns ms of each, and of all together */
export async function drive(items, run, lanes = CONCURRENCY) {
  const latencies = [];
  let next = 0;
  const lane = async (_, number) => {
    while (next < items.length) {
      const item = items[next];
      next += 1;
      const began = performance.now();
      await run(item, number);
      latencies.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  return { latencies, elapsedMs: performance.now() - began, count: items.length };
}

/** The connections of the load client to one server. */
export class LoadClient {
  constructor(server, size = CONCURRENCY) {
    this.connections = Array.from({ length: size }, () => new HttpConnection(server));
  }

  /** Performs operations of a workload. `world`: what the population is made of. */
  async perform(workload, operations, world) {
    const prepared = await workload.prepare?.(sender(this.connections[0], {}), world);
    return drive(
      operations,
      (operation, lane) =>
        workload.perform(sender(this.connections[lane], operation), { ...operation, world, prepared }),
      this.connections.length,
    );
  }

  close() {
    for (const connection of this.connections) connection.close();
  }
}

/**
 * Sends requests of one operation, marked with its id, in the session of its person unless told otherwise. The body is
 * parsed only when asked for: the load client shares the processors with the server.
 */
function sender(connection, { id, person }) {
  const own = id === undefined ? [] : [`traceparent: 00-${id}-0000000000000001-01`];
  return async (method, path, { headers = [], token = person?.token, body, expect }) => {
    const lines = [...own, ...headers, ...(token ? [`cookie: us_session=${token}`] : [])];
    const answer = await connection.request(method, path, { headers: lines, body });
    if (![expect].flat().includes(answer.status)) {
      throw new Error(`${method} ${path} answered ${answer.status} instead of ${expect}: ${answer.body}`);
    }
    return { json: () => JSON.parse(answer.body.toString()) };
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param share 0–1 */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
