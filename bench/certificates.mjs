// How many certificates one worker issues and draws in a second.
import { setTimeout as delay } from 'node:timers/promises';

const WITHIN_MS = 120_000;

/**
 * Waits until the worker has drawn the certificates of `count` completed enrolments, which the outbox asks for.
 * @returns certificates per second, from the moment in which the worker takes the first row until the last job is
 * finished, by the worker's own clock
 */
export async function measureCertificates({ worker, client, count }) {
  const end = Date.now() + WITHIN_MS;
  for (;;) {
    const { rows } = await client.query(
      `SELECT count(*) FILTER (WHERE finished_at IS NOT NULL AND job = 'credentials.draw-certificate')::int AS drawn,
              extract(epoch FROM max(finished_at) - min(enqueued_at))::float8 AS seconds
         FROM outbox_entry WHERE job LIKE 'credentials.%'`,
    );
    const [{ drawn, seconds }] = rows;
    if (drawn >= count) return count / seconds;
    if (worker.end() !== null) throw new Error(`The worker ended by itself (${worker.end()}):\n${worker.output()}`);
    if (Date.now() > end) throw new Error(`Only ${drawn} of ${count} certificates were drawn:\n${worker.output()}`);
    await delay(100);
  }
}
