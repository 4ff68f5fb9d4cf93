import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class RegisterImport1795262639549 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "member_record" ("person_id" uuid NOT NULL, "member_code" text, "phone" text, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_member_record_member_code" UNIQUE ("member_code"), CONSTRAINT "ck_member_record_not_empty" CHECK (member_code IS NOT NULL OR phone IS NOT NULL), CONSTRAINT "pk_member_record" PRIMARY KEY ("person_id"))`,
  `CREATE TABLE "import_job" ("id" uuid NOT NULL, "kind" text NOT NULL, "state" text NOT NULL, "file_name" text NOT NULL, "file_key" text NOT NULL, "bytes" integer NOT NULL, "format" text, "created_by_id" uuid NOT NULL, "organisation_id" uuid NOT NULL, "rows" integer NOT NULL DEFAULT '0', "staged" boolean NOT NULL DEFAULT false, "new_rows" integer NOT NULL DEFAULT '0', "changed_rows" integer NOT NULL DEFAULT '0', "same_rows" integer NOT NULL DEFAULT '0', "undecided_rows" integer NOT NULL DEFAULT '0', "faulty_rows" integer NOT NULL DEFAULT '0', "ignored_headings" jsonb NOT NULL DEFAULT '[]', "fault" jsonb, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_import_job_fault" CHECK ((state = 'failed') = (fault IS NOT NULL)), CONSTRAINT "ck_import_job_format" CHECK (format IN ('xlsx', 'csv')), CONSTRAINT "ck_import_job_state" CHECK (state IN ('checking', 'checked', 'applying', 'applied', 'failed', 'cancelled')), CONSTRAINT "ck_import_job_kind" CHECK (kind IN ('units', 'people')), CONSTRAINT "pk_import_job" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_import_job_created_by_id_id" ON "import_job" ("created_by_id", "id")`,
  `CREATE TABLE "import_row" ("import_id" uuid NOT NULL, "number" integer NOT NULL, "state" text NOT NULL, "value" jsonb, "read_faults" jsonb NOT NULL DEFAULT '[]', "check_faults" jsonb NOT NULL DEFAULT '[]', "candidates" jsonb, "decision" text, "decided_person_id" uuid, "subject_id" uuid, CONSTRAINT "ck_import_row_decision" CHECK (decision IN ('same-person', 'new-person')), CONSTRAINT "ck_import_row_state" CHECK (state IN ('unchecked', 'new', 'changed', 'same', 'undecided', 'faulty')), CONSTRAINT "pk_import_row" PRIMARY KEY ("import_id", "number"))`,
  `ALTER TABLE "member_record" ADD CONSTRAINT "fk_member_record_person_id" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "import_job" ADD CONSTRAINT "fk_import_job_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "import_job" ADD CONSTRAINT "fk_import_job_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "import_row" ADD CONSTRAINT "fk_import_row_import_id" FOREIGN KEY ("import_id") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "import_row" ADD CONSTRAINT "fk_import_row_decided_person_id" FOREIGN KEY ("decided_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "import_row" DROP CONSTRAINT "fk_import_row_decided_person_id"`,
  `ALTER TABLE "import_row" DROP CONSTRAINT "fk_import_row_import_id"`,
  `ALTER TABLE "import_job" DROP CONSTRAINT "fk_import_job_organisation_id"`,
  `ALTER TABLE "import_job" DROP CONSTRAINT "fk_import_job_created_by_id"`,
  `ALTER TABLE "member_record" DROP CONSTRAINT "fk_member_record_person_id"`,
  `DROP TABLE "import_row"`,
  `DROP INDEX "public"."ix_import_job_created_by_id_id"`,
  `DROP TABLE "import_job"`,
  `DROP TABLE "member_record"`,
];
