/**
 * Every append-only row queues for its seal in its own transaction; `seal_batch` links, `verify_seals` recomputes.
 * Both hash a row by `seal_hash`: nulls left out (a nullable column added later changes no hash), session in UTC.
 */
export const SEALING = [
  `
CREATE FUNCTION queue_for_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO seal_pending (stream, row_id) VALUES (TG_TABLE_NAME, NEW.id);
  RETURN NULL;
END $$`,
  `
CREATE TRIGGER tr_audit_entry_seal AFTER INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION queue_for_seal()`,
  `
CREATE TRIGGER tr_attendance_event_seal AFTER INSERT ON attendance_event FOR EACH ROW EXECUTE FUNCTION queue_for_seal()`,
  `
CREATE FUNCTION seal_hash(data jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE
AS $$ SELECT sha256(convert_to(jsonb_strip_nulls(data)::text, 'UTF8')) $$`,
  `
CREATE FUNCTION seal_start(p_stream text) RETURNS bytea LANGUAGE sql IMMUTABLE
AS $$ SELECT sha256(convert_to('union-skills:' || p_stream, 'UTF8')) $$`,
  `
CREATE FUNCTION seal_batch(p_stream text, p_limit int, p_now timestamptz) RETURNS int LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  item record;
  place bigint;
  chain bytea;
  hash bytea;
  sealed int := 0;
BEGIN
  SELECT s.sequence, s.chain_hash INTO place, chain FROM audit_seal s WHERE s.stream = p_stream ORDER BY s.sequence DESC LIMIT 1;
  place := COALESCE(place, 0);
  chain := COALESCE(chain, seal_start(p_stream));
  FOR item IN EXECUTE format('SELECT p.row_id, to_jsonb(t) AS data FROM seal_pending p JOIN %I t ON t.id = p.row_id WHERE p.stream = $1 ORDER BY p.row_id LIMIT $2', p_stream) USING p_stream, p_limit
  LOOP
    place := place + 1;
    hash := seal_hash(item.data);
    chain := sha256(chain || hash || int8send(place));
    INSERT INTO audit_seal (stream, sequence, row_id, row_hash, chain_hash, sealed_at) VALUES (p_stream, place, item.row_id, hash, chain, p_now);
    DELETE FROM seal_pending WHERE stream = p_stream AND row_id = item.row_id;
    sealed := sealed + 1;
  END LOOP;
  RETURN sealed;
END $$`,
  `
CREATE FUNCTION verify_seals(p_stream text) RETURNS TABLE (sequence bigint, row_id uuid, fault text) LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  item record;
  place bigint := 0;
  chain bytea := seal_start(p_stream);
BEGIN
  FOR item IN EXECUTE format('SELECT s.sequence, s.row_id, s.row_hash, s.chain_hash, to_jsonb(t) AS data FROM audit_seal s LEFT JOIN %I t ON t.id = s.row_id WHERE s.stream = $1 ORDER BY s.sequence', p_stream) USING p_stream
  LOOP
    place := place + 1;
    chain := sha256(chain || item.row_hash || int8send(place));
    IF item.sequence <> place OR item.chain_hash <> chain THEN
      RETURN QUERY SELECT item.sequence, item.row_id, 'chain-broken'::text;
      -- go on from the link as stored, so that one break is reported once
      place := item.sequence;
      chain := item.chain_hash;
    END IF;
    IF item.data IS NULL THEN
      RETURN QUERY SELECT item.sequence, item.row_id, 'removed'::text;
    ELSIF seal_hash(item.data) <> item.row_hash THEN
      RETURN QUERY SELECT item.sequence, item.row_id, 'changed'::text;
    END IF;
  END LOOP;
  RETURN QUERY EXECUTE format('SELECT NULL::bigint, t.id, ''unsealed''::text FROM %I t WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.stream = $1 AND s.row_id = t.id) AND NOT EXISTS (SELECT 1 FROM seal_pending p WHERE p.stream = $1 AND p.row_id = t.id)', p_stream) USING p_stream;
  RETURN QUERY EXECUTE format('SELECT NULL::bigint, p.row_id, ''removed''::text FROM seal_pending p LEFT JOIN %I t ON t.id = p.row_id WHERE p.stream = $1 AND t.id IS NULL', p_stream) USING p_stream;
END $$`,
];
