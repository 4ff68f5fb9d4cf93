import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ordering, cloze and essay, which is a changed check that the generator does not see; the blueprint of a quiz. */
export class QuestionKinds1795281000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "question_version" DROP CONSTRAINT "ck_question_version_kind"`);
    await runner.query(
      `ALTER TABLE "question_version" ADD CONSTRAINT "ck_question_version_kind" CHECK (kind IN ('single', 'multiple', 'true-false', 'short-answer', 'numeric', 'matching', 'ordering', 'cloze', 'essay'))`,
    );
    await runner.query(`ALTER TABLE "quiz" ADD "blueprint" jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "quiz" DROP COLUMN "blueprint"`);
    await runner.query(`ALTER TABLE "question_version" DROP CONSTRAINT "ck_question_version_kind"`);
    await runner.query(
      `ALTER TABLE "question_version" ADD CONSTRAINT "ck_question_version_kind" CHECK (kind IN ('single', 'multiple', 'true-false', 'short-answer', 'numeric', 'matching'))`,
    );
  }
}
