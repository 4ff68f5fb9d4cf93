/**
 * Claims item ids for the user $1, as applied until told otherwise. An id claimed by a transaction that is still open is
 * waited for; the same order everywhere keeps two batches with the same items from waiting for each other.
 */
export const CLAIM_ITEMS = `
INSERT INTO sync_item (id, user_id, kind, device_id, occurred_at, received_at, outcome)
SELECT g.id, $1, $2, g.device_id, g.occurred_at, $3, 'applied'
  FROM unnest($4::uuid[], $5::text[], $6::timestamptz[]) AS g(id, device_id, occurred_at)
 ORDER BY g.id
ON CONFLICT (id) DO NOTHING
RETURNING id`;

export const KNOWN_ITEMS = `
SELECT s.id, s.user_id AS "userId", s.outcome, s.problem FROM sync_item s WHERE s.id = ANY($1::uuid[])`;

export const REFUSE_ITEMS = `
UPDATE sync_item s SET outcome = 'refused', problem = g.problem::jsonb
  FROM unnest($1::uuid[], $2::text[]) AS g(id, problem)
 WHERE s.id = g.id`;
