import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class Search1795274233414 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "search_entry" ("id" uuid NOT NULL, "kind" text NOT NULL, "revision_id" uuid, "title" text NOT NULL, "context" text NOT NULL, "link" text NOT NULL, "body" text NOT NULL, "weight" integer NOT NULL, "source_hash" text NOT NULL, "title_text" text NOT NULL, "search_text" text NOT NULL, CONSTRAINT "ck_search_entry_kind" CHECK (kind IN ('lesson', 'question', 'law')), CONSTRAINT "pk_search_entry" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_search_entry_revision_id" ON "search_entry" ("revision_id")`,
  `ALTER TABLE "search_entry" ADD CONSTRAINT "fk_search_entry_revision_id" FOREIGN KEY ("revision_id") REFERENCES "course_revision"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE TABLE "search_word" ("kind" text NOT NULL, "word" text NOT NULL, "entries" integer NOT NULL, CONSTRAINT "pk_search_word" PRIMARY KEY ("kind", "word"))`,
];

const DOWN = [
  `DROP TABLE "search_word"`,
  `ALTER TABLE "search_entry" DROP CONSTRAINT "fk_search_entry_revision_id"`,
  `DROP INDEX "public"."ix_search_entry_revision_id"`,
  `DROP TABLE "search_entry"`,
];
