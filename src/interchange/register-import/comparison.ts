/**
 * One statement of a comparison or of an application. `id`: $1 is the import; `scope`: $1 are the paths that its officer
 * answers for; `reach`: $1 are these paths and $2 is the day in Vietnam; `today`: $1 is that day; `now`: $1 is the instant.
 */
export interface Step {
  sql: string;
  given?: 'id' | 'scope' | 'reach' | 'today' | 'now';
}

/** A UUIDv7 of the instant $1, as the application makes them; PostgreSQL has none of its own before version 18. */
export const NEW_ID = `(lpad(to_hex((extract(epoch FROM $1::timestamptz) * 1000)::bigint), 12, '0') || '7'
  || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid`;
