import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class SearchPairs1795282123174 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "search_pair" ("kind" text NOT NULL, "word" text NOT NULL, "next" text NOT NULL, "occurrences" integer NOT NULL, CONSTRAINT "pk_search_pair" PRIMARY KEY ("kind", "word", "next"))`,
];

const DOWN = [`DROP TABLE "search_pair"`];
