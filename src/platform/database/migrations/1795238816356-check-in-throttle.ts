import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class CheckInThrottle1795238816356 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "check_in_throttle" ("person_id" uuid NOT NULL, "failures" integer NOT NULL, "window_ends_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_check_in_throttle_failures" CHECK (failures > 0), CONSTRAINT "pk_check_in_throttle" PRIMARY KEY ("person_id"))`,
  `CREATE INDEX "ix_certificate_supersedes_id" ON "certificate" ("supersedes_id")`,
  `CREATE INDEX "ix_certificate_register_year_register_sequence" ON "certificate" ("register_year", "register_sequence")`,
  `ALTER TABLE "check_in_throttle" ADD CONSTRAINT "fk_check_in_throttle_person_id" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "check_in_throttle" DROP CONSTRAINT "fk_check_in_throttle_person_id"`,
  `DROP INDEX "public"."ix_certificate_register_year_register_sequence"`,
  `DROP INDEX "public"."ix_certificate_supersedes_id"`,
  `DROP TABLE "check_in_throttle"`,
];
