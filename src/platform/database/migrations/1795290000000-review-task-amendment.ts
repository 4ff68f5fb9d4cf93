import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class ReviewTaskAmendment1795290000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE "review_task" ADD CONSTRAINT "fk_review_task_amendment_id" FOREIGN KEY ("amendment_id") REFERENCES "law_amendment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [`ALTER TABLE "review_task" DROP CONSTRAINT "fk_review_task_amendment_id"`];
