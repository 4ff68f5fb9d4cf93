import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class EssayGrading1795284804479 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "essay_grade" ("attempt_id" uuid NOT NULL, "question_version_id" uuid NOT NULL, "grader_id" uuid NOT NULL, "points" double precision array NOT NULL, "comment" text NOT NULL, "graded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_essay_grade_comment" CHECK (length(comment) <= 4000), CONSTRAINT "ck_essay_grade_points" CHECK (cardinality(points) BETWEEN 1 AND 10), CONSTRAINT "pk_essay_grade" PRIMARY KEY ("attempt_id", "question_version_id"))`,
  `CREATE INDEX "ix_essay_grade_grader_id" ON "essay_grade" ("grader_id")`,
  `ALTER TABLE "quiz_attempt" ADD "awaiting_since" TIMESTAMP WITH TIME ZONE`,
  `CREATE INDEX "ix_quiz_attempt_awaiting" ON "quiz_attempt" ("awaiting_since", "id") WHERE state = 'awaiting-grading'`,
  `ALTER TABLE "quiz_attempt" ADD CONSTRAINT "ck_quiz_attempt_awaiting" CHECK ((state = 'awaiting-grading') = (awaiting_since IS NOT NULL AND graded_at IS NULL))`,
  `ALTER TABLE "essay_grade" ADD CONSTRAINT "fk_essay_grade_attempt_id" FOREIGN KEY ("attempt_id") REFERENCES "quiz_attempt"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "essay_grade" ADD CONSTRAINT "fk_essay_grade_question_version_id" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "essay_grade" ADD CONSTRAINT "fk_essay_grade_grader_id" FOREIGN KEY ("grader_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "essay_grade" DROP CONSTRAINT "fk_essay_grade_grader_id"`,
  `ALTER TABLE "essay_grade" DROP CONSTRAINT "fk_essay_grade_question_version_id"`,
  `ALTER TABLE "essay_grade" DROP CONSTRAINT "fk_essay_grade_attempt_id"`,
  `ALTER TABLE "quiz_attempt" DROP CONSTRAINT "ck_quiz_attempt_awaiting"`,
  `DROP INDEX "public"."ix_quiz_attempt_awaiting"`,
  `ALTER TABLE "quiz_attempt" DROP COLUMN "awaiting_since"`,
  `DROP INDEX "public"."ix_essay_grade_grader_id"`,
  `DROP TABLE "essay_grade"`,
];
