import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class QuestionTally1795293664791 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "question_tally" ("question_version_id" uuid NOT NULL, "answered" integer NOT NULL, "missed" integer NOT NULL, "chosen" jsonb, "counted_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_question_tally_counts" CHECK (answered > 0 AND missed BETWEEN 0 AND answered), CONSTRAINT "pk_question_tally" PRIMARY KEY ("question_version_id"))`,
  `ALTER TABLE "question_version" ADD "search_text" text NOT NULL DEFAULT ''`,
  `ALTER TABLE "question_tally" ADD CONSTRAINT "fk_question_tally_question_version_id" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "question_tally" DROP CONSTRAINT "fk_question_tally_question_version_id"`,
  `ALTER TABLE "question_version" DROP COLUMN "search_text"`,
  `DROP TABLE "question_tally"`,
];
