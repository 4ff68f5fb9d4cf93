import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class Handbooks1795271942788 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "handbook" ("id" uuid NOT NULL, "revision_id" uuid NOT NULL, "format" text NOT NULL, "renderer_version" integer NOT NULL, "state" text NOT NULL, "progress" integer NOT NULL DEFAULT '0', "file_key" text, "bytes" integer, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_handbook_progress" CHECK (progress BETWEEN 0 AND 100), CONSTRAINT "ck_handbook_ready" CHECK ((state = 'ready') = (file_key IS NOT NULL AND bytes IS NOT NULL AND made_at IS NOT NULL)), CONSTRAINT "ck_handbook_state" CHECK (state IN ('waiting', 'making', 'ready', 'failed')), CONSTRAINT "ck_handbook_format" CHECK (format IN ('epub', 'pdf-a4', 'pdf-a5')), CONSTRAINT "pk_handbook" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "ix_handbook_revision_id_format_renderer_version" ON "handbook" ("revision_id", "format", "renderer_version")`,
  `ALTER TABLE "handbook" ADD CONSTRAINT "fk_handbook_revision_id" FOREIGN KEY ("revision_id") REFERENCES "course_revision"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "handbook" DROP CONSTRAINT "fk_handbook_revision_id"`,
  `DROP INDEX "public"."ix_handbook_revision_id_format_renderer_version"`,
  `DROP TABLE "handbook"`,
];
