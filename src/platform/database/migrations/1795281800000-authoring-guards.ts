import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What TypeORM cannot express of the desk: the states of revisions and reviews, who may decide, what never changes. */
export class AuthoringGuards1795281800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...REVISIONS, ...REVIEWS, ...CLASSES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP FUNCTION keep_revision_states(), keep_review_states(), refuse_unpublished_class() CASCADE`,
    );
    for (const statement of BEFORE) await runner.query(statement);
    for (const table of ['content_blob', 'revision_file']) {
      await runner.query(`DROP TRIGGER tr_${table}_immutable ON ${table}`);
    }
  }
}

/** Parts of a revision change only while it is a draft: what is submitted is what is judged, and what is published. */
const refuseParts = (states: string) => `
CREATE OR REPLACE FUNCTION refuse_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revision uuid;
BEGIN
  IF TG_TABLE_NAME = 'quiz_question' THEN
    SELECT q.revision_id INTO revision FROM quiz q WHERE q.id = COALESCE(NEW.quiz_id, OLD.quiz_id);
  ELSE
    revision := COALESCE(NEW.revision_id, OLD.revision_id);
  END IF;
  IF EXISTS (SELECT 1 FROM course_revision r WHERE r.id = revision AND ${states}) THEN
    RAISE EXCEPTION 'Course revision % is published and never changes', revision USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$`;

const REVISIONS = [
  refuseParts(`r.state <> 'draft'`),
  // The machine of revision-state.rules.ts. What was written at the desk is approved by a review, and by nothing else.
  `
CREATE FUNCTION keep_revision_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'Course revision % begins as a draft', NEW.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.origin <> OLD.origin THEN
    RAISE EXCEPTION 'The origin of course revision % never changes', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF (OLD.state, NEW.state) NOT IN (('approved', 'published'), ('approved', 'withdrawn'), ('published', 'retired'), ('retired', 'published'))
     AND NOT (NEW.origin = 'release' AND (OLD.state, NEW.state) = ('draft', 'approved'))
     AND NOT (NEW.origin = 'desk'
              AND (OLD.state, NEW.state) IN (('draft', 'submitted'), ('submitted', 'approved'), ('submitted', 'withdrawn'))) THEN
    RAISE EXCEPTION 'Course revision % cannot go from % to %', NEW.id, OLD.state, NEW.state
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.origin = 'desk' AND NEW.state IN ('approved', 'published')
     AND NOT EXISTS (SELECT 1 FROM review w WHERE w.revision_id = NEW.id AND w.state = 'approved') THEN
    RAISE EXCEPTION 'Course revision % was approved by no review', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$`,
  `CREATE TRIGGER tr_course_revision_states BEFORE INSERT OR UPDATE ON course_revision
     FOR EACH ROW EXECUTE FUNCTION keep_revision_states()`,
  // Of a revision that is no draft nothing changes but its state and the day it was published.
  `
CREATE OR REPLACE FUNCTION keep_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - ARRAY['state', 'published_at'] <> to_jsonb(OLD) - ARRAY['state', 'published_at']
     OR (OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at) THEN
    RAISE EXCEPTION 'Course revision % is published and never changes', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$`,
  `CREATE TRIGGER tr_content_blob_immutable BEFORE UPDATE OR DELETE ON content_blob FOR EACH ROW EXECUTE FUNCTION keep_facts()`,
  `CREATE TRIGGER tr_revision_file_immutable BEFORE INSERT OR UPDATE OR DELETE ON revision_file
     FOR EACH ROW EXECUTE FUNCTION refuse_published_revision()`,
];

const REVIEWS = [
  // Author and reviewer are two people, whatever roles one of them holds.
  `
CREATE FUNCTION keep_review_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Review % is kept', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'open' THEN
      RAISE EXCEPTION 'Review % begins open', NEW.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state <> OLD.state AND NOT (
       (OLD.state = 'open' AND NEW.state IN ('approved', 'changes-requested', 'voided', 'withdrawn'))
       OR (OLD.state = 'approved' AND NEW.state IN ('voided', 'withdrawn'))) THEN
    RAISE EXCEPTION 'Review % cannot go from % to %', NEW.id, OLD.state, NEW.state
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (OLD.state <> 'open' AND to_jsonb(NEW) - 'state' <> to_jsonb(OLD) - 'state')
     OR (NEW.draft_id, NEW.revision_id, NEW.submitted_by_id, NEW.submitted_at)
        <> (OLD.draft_id, OLD.revision_id, OLD.submitted_by_id, OLD.submitted_at) THEN
    RAISE EXCEPTION 'The facts of review % never change', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.decided_by_id IS NOT NULL AND OLD.decided_by_id IS NULL AND (NEW.decided_by_id = NEW.submitted_by_id
     OR EXISTS (SELECT 1 FROM draft_contributor c WHERE c.draft_id = NEW.draft_id AND c.person_id = NEW.decided_by_id)) THEN
    RAISE EXCEPTION 'Review % is decided by one of its authors', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$`,
  `CREATE TRIGGER tr_review_states BEFORE INSERT OR UPDATE OR DELETE ON review FOR EACH ROW EXECUTE FUNCTION keep_review_states()`,
];

const CLASSES = [
  `
CREATE FUNCTION refuse_unpublished_class() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM course_revision r WHERE r.id = NEW.revision_id AND r.state IN ('published', 'retired')) THEN
    RAISE EXCEPTION 'Class % would teach a revision that is not published', NEW.code USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$`,
  `CREATE TRIGGER tr_training_class_published BEFORE INSERT OR UPDATE OF revision_id ON training_class
     FOR EACH ROW EXECUTE FUNCTION refuse_unpublished_class()`,
];

/** The functions as the guards migration made them. */
const BEFORE = [
  refuseParts(`r.state IN ('published', 'retired')`),
  `
CREATE OR REPLACE FUNCTION keep_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('published', 'retired') THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'state' <> to_jsonb(OLD) - 'state' OR NEW.state NOT IN ('published', 'retired') THEN
    RAISE EXCEPTION 'Course revision % is published and never changes', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$`,
];
