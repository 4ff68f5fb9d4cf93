import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class OrganisationSuccession1795265208037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "reform_plan" ("id" uuid NOT NULL, "content_hash" text NOT NULL, "title" text NOT NULL, "on_date" date NOT NULL, "carried_out_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_reform_plan_content_hash" UNIQUE ("content_hash"), CONSTRAINT "pk_reform_plan" PRIMARY KEY ("id"))`,
  `CREATE TABLE "organisation_succession" ("id" uuid NOT NULL, "predecessor_id" uuid NOT NULL, "successor_id" uuid NOT NULL, "on_date" date NOT NULL, "is_heir" boolean NOT NULL, "decision_id" uuid, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_organisation_succession_predecessor_id_successor_id" UNIQUE ("predecessor_id", "successor_id"), CONSTRAINT "ck_organisation_succession_other" CHECK (predecessor_id <> successor_id), CONSTRAINT "pk_organisation_succession" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_organisation_succession_successor_id" ON "organisation_succession" ("successor_id")`,
  `CREATE UNIQUE INDEX "uq_organisation_succession_heir" ON "organisation_succession" ("predecessor_id") WHERE is_heir`,
  `ALTER TABLE "organisation_succession" ADD CONSTRAINT "fk_organisation_succession_predecessor_id" FOREIGN KEY ("predecessor_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "organisation_succession" ADD CONSTRAINT "fk_organisation_succession_successor_id" FOREIGN KEY ("successor_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "organisation_succession" ADD CONSTRAINT "fk_organisation_succession_decision_id" FOREIGN KEY ("decision_id") REFERENCES "official_document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "organisation_succession" DROP CONSTRAINT "fk_organisation_succession_decision_id"`,
  `ALTER TABLE "organisation_succession" DROP CONSTRAINT "fk_organisation_succession_successor_id"`,
  `ALTER TABLE "organisation_succession" DROP CONSTRAINT "fk_organisation_succession_predecessor_id"`,
  `DROP INDEX "public"."uq_organisation_succession_heir"`,
  `DROP INDEX "public"."ix_organisation_succession_successor_id"`,
  `DROP TABLE "organisation_succession"`,
  `DROP TABLE "reform_plan"`,
];
