import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class PeopleAndTerms1795263372796 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `DROP INDEX "public"."ix_office_term_organisation_id_title_code"`,
  `ALTER TABLE "person" ADD "erased_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "office_term" ADD "full_time" boolean NOT NULL DEFAULT false`,
  `CREATE INDEX "ix_office_term_living" ON "office_term" ("organisation_id", "title_code") WHERE superseded_at IS NULL`,
];

const DOWN = [
  `DROP INDEX "public"."ix_office_term_living"`,
  `ALTER TABLE "office_term" DROP COLUMN "full_time"`,
  `ALTER TABLE "person" DROP COLUMN "erased_at"`,
  `CREATE INDEX "ix_office_term_organisation_id_title_code" ON "office_term" USING btree ("organisation_id", "title_code")`,
];
