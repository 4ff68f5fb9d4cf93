import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class ImportRetention1795269890024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE "import_job" ADD "file_deleted_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "import_job" ADD "columns" jsonb NOT NULL DEFAULT '[]'`,
];

const DOWN = [
  `ALTER TABLE "import_job" DROP COLUMN "columns"`,
  `ALTER TABLE "import_job" DROP COLUMN "file_deleted_at"`,
];
