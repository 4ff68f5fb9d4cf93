import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tree of organisations is one on every day: no cycle, and nobody outside the life of the unit above. Checked at the
 * end of a transaction, because a change supersedes one row before it writes others. Written by hand.
 */
export class OrganisationTree1795255900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tr_organisation_period_tree ON organisation_period');
    await runner.query(
      'DROP FUNCTION keep_organisation_tree(), organisation_tree_fault(uuid), lock_organisation_tree()',
    );
    await runner.query('DROP INDEX ix_organisation_period_name_folded');
  }
}

const UP = [
  'CREATE INDEX ix_organisation_period_name_folded ON organisation_period USING gin (name_folded gin_trgm_ops)',
  `
CREATE FUNCTION lock_organisation_tree() RETURNS void LANGUAGE sql
AS $$ SELECT pg_advisory_xact_lock(hashtextextended('organisation-tree', 0)) $$`,
  // Walks up with the days on which every step holds, so that two moves on different days are no cycle.
  // Without sequential scans: a plan made while the table is small is kept by the session, and an import founds thousands.
  `
CREATE FUNCTION organisation_tree_fault(p_unit uuid) RETURNS text LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE up AS (
      SELECT p.parent_id AS at, daterange(p.valid_from, p.valid_to) AS days, ARRAY[p.organisation_id] AS seen
        FROM organisation_period p
       WHERE p.organisation_id = p_unit AND p.superseded_at IS NULL AND p.parent_id IS NOT NULL
      UNION ALL
      SELECT p.parent_id, up.days * daterange(p.valid_from, p.valid_to), up.seen || up.at
        FROM up JOIN organisation_period p
          ON p.organisation_id = up.at AND p.superseded_at IS NULL AND p.parent_id IS NOT NULL
         AND up.days && daterange(p.valid_from, p.valid_to)
       WHERE up.at <> ALL (up.seen)
    ) SELECT FROM up WHERE up.at = p_unit
  ) THEN
    RETURN 'cycle';
  END IF;
  IF EXISTS (
    SELECT FROM organisation_period c
     WHERE c.organisation_id = p_unit AND c.superseded_at IS NULL AND c.parent_id IS NOT NULL
       AND NOT daterange(c.valid_from, c.valid_to) <@ COALESCE(
         (SELECT range_agg(daterange(p.valid_from, p.valid_to)) FROM organisation_period p
           WHERE p.organisation_id = c.parent_id AND p.superseded_at IS NULL), '{}'::datemultirange)
  ) THEN
    RETURN 'outside-parent';
  END IF;
  IF EXISTS (
    SELECT FROM organisation_period c
     WHERE c.parent_id = p_unit AND c.superseded_at IS NULL
       AND NOT daterange(c.valid_from, c.valid_to) <@ COALESCE(
         (SELECT range_agg(daterange(p.valid_from, p.valid_to)) FROM organisation_period p
           WHERE p.organisation_id = p_unit AND p.superseded_at IS NULL), '{}'::datemultirange)
  ) THEN
    RETURN 'children-left';
  END IF;
  RETURN NULL;
END $$`,
  // Takes the lock of the tree itself: two transactions that know nothing of it must not each see half a cycle.
  `
CREATE FUNCTION keep_organisation_tree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit uuid;
  fault text;
BEGIN
  PERFORM lock_organisation_tree();
  FOR unit IN SELECT DISTINCT u FROM unnest(ARRAY[NEW.organisation_id, OLD.organisation_id]) u WHERE u IS NOT NULL LOOP
    fault := organisation_tree_fault(unit);
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION 'Organisation % breaks the tree: %', unit, fault USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$`,
  `
CREATE CONSTRAINT TRIGGER tr_organisation_period_tree AFTER INSERT OR UPDATE OR DELETE ON organisation_period
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_organisation_tree()`,
];
