import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class CorrectionRequests1795264368109 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "correction_request" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "field" text NOT NULL, "wished_value" text, "note" text, "state" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE, "decided_by_id" uuid, "reason" text, CONSTRAINT "ck_correction_request_wish" CHECK ((wished_value IS NULL) = (field IN ('other', 'erasure'))), CONSTRAINT "ck_correction_request_decided" CHECK ((state = 'open') = (decided_at IS NULL)), CONSTRAINT "ck_correction_request_state" CHECK (state IN ('open', 'accepted', 'rejected')), CONSTRAINT "ck_correction_request_field" CHECK (field IN ('full-name', 'birth-date', 'gender', 'other', 'erasure')), CONSTRAINT "pk_correction_request" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_correction_request_person_id" ON "correction_request" ("person_id")`,
  `CREATE UNIQUE INDEX "ux_correction_request_open" ON "correction_request" ("person_id", "field") WHERE state = 'open'`,
  `ALTER TABLE "correction_request" ADD CONSTRAINT "fk_correction_request_person_id" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "correction_request" ADD CONSTRAINT "fk_correction_request_decided_by_id" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "correction_request" DROP CONSTRAINT "fk_correction_request_decided_by_id"`,
  `ALTER TABLE "correction_request" DROP CONSTRAINT "fk_correction_request_person_id"`,
  `DROP INDEX "public"."ux_correction_request_open"`,
  `DROP INDEX "public"."ix_correction_request_person_id"`,
  `DROP TABLE "correction_request"`,
];
