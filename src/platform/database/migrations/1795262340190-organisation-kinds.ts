import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class OrganisationKinds1795262340190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "organisation_tier" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "rank" integer NOT NULL, "valid_from" date, "valid_to" date, CONSTRAINT "ck_organisation_tier_order" CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to), CONSTRAINT "ck_organisation_tier_code" CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'), CONSTRAINT "pk_organisation_tier" PRIMARY KEY ("code"))`,
  `CREATE TABLE "organisation_kind" ("code" text NOT NULL, "tier_code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "rank" integer NOT NULL, "valid_from" date, "valid_to" date, CONSTRAINT "uq_organisation_kind_code_tier_code" UNIQUE ("code", "tier_code"), CONSTRAINT "ck_organisation_kind_order" CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to), CONSTRAINT "ck_organisation_kind_code" CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'), CONSTRAINT "pk_organisation_kind" PRIMARY KEY ("code"))`,
  `CREATE INDEX "ix_organisation_kind_tier_code" ON "organisation_kind" ("tier_code")`,
  `ALTER TABLE "organisation_kind" ADD CONSTRAINT "fk_organisation_kind_tier_code" FOREIGN KEY ("tier_code") REFERENCES "organisation_tier"("code") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "organisation_period" ADD CONSTRAINT "fk_organisation_period_kind_tier" FOREIGN KEY ("kind", "tier") REFERENCES "organisation_kind"("code","tier_code") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`,
];

const DOWN = [
  `ALTER TABLE "organisation_period" DROP CONSTRAINT "fk_organisation_period_kind_tier"`,
  `ALTER TABLE "organisation_kind" DROP CONSTRAINT "fk_organisation_kind_tier_code"`,
  `DROP INDEX "public"."ix_organisation_kind_tier_code"`,
  `DROP TABLE "organisation_kind"`,
  `DROP TABLE "organisation_tier"`,
];
