import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class RefresherAnswers1795295875437 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "refresher_answer" ("refresher_id" uuid NOT NULL, "question_version_id" uuid NOT NULL, "response" jsonb NOT NULL, "points" numeric(7,6) NOT NULL, CONSTRAINT "ck_refresher_answer_points" CHECK (points BETWEEN 0 AND 1), CONSTRAINT "pk_refresher_answer" PRIMARY KEY ("refresher_id", "question_version_id"))`,
  `CREATE INDEX "ix_refresher_answer_question_version_id" ON "refresher_answer" ("question_version_id")`,
  `ALTER TABLE "refresher_answer" ADD CONSTRAINT "fk_refresher_answer_refresher_id" FOREIGN KEY ("refresher_id") REFERENCES "refresher"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refresher_answer" ADD CONSTRAINT "fk_refresher_answer_question_version_id" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "refresher_answer" DROP CONSTRAINT "fk_refresher_answer_question_version_id"`,
  `ALTER TABLE "refresher_answer" DROP CONSTRAINT "fk_refresher_answer_refresher_id"`,
  `DROP INDEX "public"."ix_refresher_answer_question_version_id"`,
  `DROP TABLE "refresher_answer"`,
];
