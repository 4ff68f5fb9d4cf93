import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class OrganisationHistory1795255818016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "organisation_head_count" ("id" uuid NOT NULL, "organisation_id" uuid NOT NULL, "counted_on" date NOT NULL, "members" integer NOT NULL, "workers" integer NOT NULL, "decision_id" uuid, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "superseded_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_organisation_head_count_figures" CHECK (members >= 0 AND workers >= 0), CONSTRAINT "pk_organisation_head_count" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_organisation_head_count_organisation_id" ON "organisation_head_count" ("organisation_id")`,
  `CREATE UNIQUE INDEX "uq_organisation_head_count_living" ON "organisation_head_count" ("organisation_id", "counted_on") WHERE superseded_at IS NULL`,
  `ALTER TABLE "organisation_period" ADD "decision_id" uuid`,
  `ALTER TABLE "organisation_head_count" ADD CONSTRAINT "fk_organisation_head_count_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "organisation_head_count" ADD CONSTRAINT "fk_organisation_head_count_decision_id" FOREIGN KEY ("decision_id") REFERENCES "official_document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "organisation_period" ADD CONSTRAINT "fk_organisation_period_decision_id" FOREIGN KEY ("decision_id") REFERENCES "official_document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "organisation_period" DROP CONSTRAINT "fk_organisation_period_decision_id"`,
  `ALTER TABLE "organisation_head_count" DROP CONSTRAINT "fk_organisation_head_count_decision_id"`,
  `ALTER TABLE "organisation_head_count" DROP CONSTRAINT "fk_organisation_head_count_organisation_id"`,
  `ALTER TABLE "organisation_period" DROP COLUMN "decision_id"`,
  `DROP INDEX "public"."uq_organisation_head_count_living"`,
  `DROP INDEX "public"."ix_organisation_head_count_organisation_id"`,
  `DROP TABLE "organisation_head_count"`,
];
