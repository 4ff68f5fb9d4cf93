// Sends recorded statements to PostgreSQL with nothing around them: what the same work costs without the application.
import { readFileSync } from 'node:fs';
import pg from 'pg';

const BEGINS = /^\s*(BEGIN|START TRANSACTION)\b/i;
const ENDS = /^\s*(COMMIT|ROLLBACK)\s*;?\s*$/i;

/** @returns {Map<string, object[]>} the statements of each operation, in the order in which they were sent */
export function readRecording(file) {
  const { texts, statements } = JSON.parse(readFileSync(file, 'utf8'));
  const streams = new Map();
  for (const [operation, connection, number, values] of statements) {
    const { text, name } = texts[number];
    if (!streams.has(operation)) streams.set(operation, []);
    streams.get(operation).push({
      connection,
      begins: BEGINS.test(text),
      ends: ENDS.test(text),
      query: { text, ...(name === undefined ? {} : { name }), values: values.map(revive) },
    });
  }
  return streams;
}

function revive(value) {
  return value !== null && typeof value === 'object' ? Buffer.from(value.base64, 'base64') : value;
}

/** A bare pool, as large as there are operations under way. */
export function openPool(connectionString, max) {
  return new pg.Pool({ connectionString, max, options: '-c timezone=UTC', idleTimeoutMillis: 0 });
}

/** Runs the statements of one operation one after the other: a transaction on one connection, the rest on any. */
export async function replay(pool, stream) {
  const held = new Map();
  try {
    for (const { connection, begins, ends, query } of stream) {
      if (begins) held.set(connection, await pool.connect());
      const client = held.get(connection);
      await (client ?? pool).query(query);
      if (ends && client) {
        held.delete(connection);
        client.release();
      }
    }
  } finally {
    // A transaction left open by a failed statement must not reach the next operation.
    for (const client of held.values()) client.release(true);
  }
}
