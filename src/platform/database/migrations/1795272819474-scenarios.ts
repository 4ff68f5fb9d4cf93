import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities; the check and the guard by hand. */
export class Scenarios1795272819474 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "scenario_attempt" ("id" uuid NOT NULL, "enrolment_id" uuid NOT NULL, "person_id" uuid NOT NULL, "lesson_id" uuid NOT NULL, "choices" smallint array NOT NULL, "percent" smallint NOT NULL, "ending" text NOT NULL, "violations" text array NOT NULL, "played_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_scenario_attempt_percent" CHECK (percent BETWEEN 0 AND 100), CONSTRAINT "pk_scenario_attempt" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_scenario_attempt_person_id" ON "scenario_attempt" ("person_id")`,
  `CREATE INDEX "ix_scenario_attempt_enrolment_id_lesson_id" ON "scenario_attempt" ("enrolment_id", "lesson_id")`,
  `CREATE TABLE "scenario" ("lesson_id" uuid NOT NULL, "role" jsonb NOT NULL, "story" text NOT NULL, "starts_on" date NOT NULL, "pass_percent" integer NOT NULL, "meters" jsonb NOT NULL, CONSTRAINT "ck_scenario_pass" CHECK (pass_percent BETWEEN 0 AND 100), CONSTRAINT "pk_scenario" PRIMARY KEY ("lesson_id"))`,
  `ALTER TABLE "scenario_attempt" ADD CONSTRAINT "fk_scenario_attempt_enrolment_id" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "scenario_attempt" ADD CONSTRAINT "fk_scenario_attempt_person_id" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "scenario_attempt" ADD CONSTRAINT "fk_scenario_attempt_lesson_id" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "scenario" ADD CONSTRAINT "fk_scenario_lesson_id" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "enrolment_result" DROP CONSTRAINT "ck_enrolment_result_kind"`,
  `ALTER TABLE "enrolment_result" ADD CONSTRAINT "ck_enrolment_result_kind" CHECK (kind IN ('quiz', 'scenario', 'attendance'))`,
  // The story of a lesson is as immutable as the lesson: a revision is written as a draft and then only published.
  `CREATE FUNCTION keep_published_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM lesson l JOIN course_revision r ON r.id = l.revision_id
              WHERE l.id = COALESCE(NEW.lesson_id, OLD.lesson_id) AND r.state <> 'draft') THEN
    RAISE EXCEPTION 'Scenario % is published and never changes', COALESCE(NEW.lesson_id, OLD.lesson_id)
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$`,
  `CREATE TRIGGER tr_scenario_immutable BEFORE INSERT OR UPDATE OR DELETE ON "scenario" FOR EACH ROW EXECUTE FUNCTION keep_published_scenario()`,
  `CREATE TRIGGER tr_scenario_attempt_immutable BEFORE UPDATE OR DELETE ON "scenario_attempt" FOR EACH ROW EXECUTE FUNCTION keep_facts()`,
];

const DOWN = [
  `DROP TRIGGER tr_scenario_attempt_immutable ON "scenario_attempt"`,
  `DROP TRIGGER tr_scenario_immutable ON "scenario"`,
  `DROP FUNCTION keep_published_scenario()`,
  `ALTER TABLE "enrolment_result" DROP CONSTRAINT "ck_enrolment_result_kind"`,
  `ALTER TABLE "enrolment_result" ADD CONSTRAINT "ck_enrolment_result_kind" CHECK (kind IN ('quiz', 'attendance'))`,
  `ALTER TABLE "scenario" DROP CONSTRAINT "fk_scenario_lesson_id"`,
  `ALTER TABLE "scenario_attempt" DROP CONSTRAINT "fk_scenario_attempt_lesson_id"`,
  `ALTER TABLE "scenario_attempt" DROP CONSTRAINT "fk_scenario_attempt_person_id"`,
  `ALTER TABLE "scenario_attempt" DROP CONSTRAINT "fk_scenario_attempt_enrolment_id"`,
  `DROP TABLE "scenario"`,
  `DROP INDEX "public"."ix_scenario_attempt_enrolment_id_lesson_id"`,
  `DROP INDEX "public"."ix_scenario_attempt_person_id"`,
  `DROP TABLE "scenario_attempt"`,
];
