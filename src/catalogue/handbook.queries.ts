/**
 * Asks for a handbook: `$1` id, `$2` revision, `$3` format, `$4` renderer version, `$5` now, `$6` whether a finished one
 * is to be made again. A row comes back only to the one who has to ask for the job: of two at the same moment, one.
 */
export const ASK_FOR_HANDBOOK = `
INSERT INTO handbook AS h (id, revision_id, format, renderer_version, state, requested_at)
VALUES ($1, $2, $3, $4, 'waiting', $5)
ON CONFLICT (revision_id, format, renderer_version) DO UPDATE
   SET state = 'waiting', progress = 0, file_key = NULL, bytes = NULL, made_at = NULL, requested_at = excluded.requested_at
 WHERE h.state = 'failed' OR (h.state = 'ready' AND $6)
RETURNING h.id`;
