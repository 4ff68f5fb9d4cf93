import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class OneTimeCodes1795256310954 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "one_time_code" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "code_hash" bytea NOT NULL, "created_by_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_one_time_code_code_hash" UNIQUE ("code_hash"), CONSTRAINT "ck_one_time_code_one_end" CHECK (used_at IS NULL OR revoked_at IS NULL), CONSTRAINT "ck_one_time_code_order" CHECK (created_at < expires_at), CONSTRAINT "pk_one_time_code" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_one_time_code_person_id" ON "one_time_code" ("person_id")`,
  `CREATE UNIQUE INDEX "ux_one_time_code_living" ON "one_time_code" ("person_id") WHERE used_at IS NULL AND revoked_at IS NULL`,
  `ALTER TABLE "one_time_code" ADD CONSTRAINT "fk_one_time_code_person_id" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "one_time_code" ADD CONSTRAINT "fk_one_time_code_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "one_time_code" DROP CONSTRAINT "fk_one_time_code_created_by_id"`,
  `ALTER TABLE "one_time_code" DROP CONSTRAINT "fk_one_time_code_person_id"`,
  `DROP INDEX "public"."ux_one_time_code_living"`,
  `DROP INDEX "public"."ix_one_time_code_person_id"`,
  `DROP TABLE "one_time_code"`,
];
