import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class EssayPhotos1795293509844 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "discarded_photo" ("name" uuid NOT NULL, "discarded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_discarded_photo" PRIMARY KEY ("name"))`,
  `CREATE TABLE "essay_photo" ("attempt_id" uuid NOT NULL, "question_version_id" uuid NOT NULL, "id" uuid NOT NULL, "position" smallint NOT NULL, "stored_as" uuid NOT NULL, "hash" text NOT NULL, "bytes" integer NOT NULL, "width" smallint NOT NULL, "height" smallint NOT NULL, "uploaded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_essay_photo_size" CHECK (bytes > 0 AND width > 0 AND height > 0), CONSTRAINT "ck_essay_photo_hash" CHECK (hash ~ '^[0-9a-f]{64}$'), CONSTRAINT "ck_essay_photo_position" CHECK (position BETWEEN 1 AND 3), CONSTRAINT "pk_essay_photo" PRIMARY KEY ("attempt_id", "question_version_id", "id"))`,
  `CREATE UNIQUE INDEX "ix_essay_photo_stored_as" ON "essay_photo" ("stored_as")`,
  `CREATE UNIQUE INDEX "ix_essay_photo_attempt_id_question_version_id_position" ON "essay_photo" ("attempt_id", "question_version_id", "position")`,
  `ALTER TABLE "quiz_response" ADD "photos" smallint NOT NULL DEFAULT '0'`,
  `ALTER TABLE "quiz_response" ADD CONSTRAINT "ck_quiz_response_photos" CHECK (photos BETWEEN 0 AND 3)`,
  `ALTER TABLE "essay_photo" ADD CONSTRAINT "fk_essay_photo_attempt_id_question_version_id" FOREIGN KEY ("attempt_id", "question_version_id") REFERENCES "quiz_response"("attempt_id","question_version_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "essay_photo" DROP CONSTRAINT "fk_essay_photo_attempt_id_question_version_id"`,
  `ALTER TABLE "quiz_response" DROP CONSTRAINT "ck_quiz_response_photos"`,
  `ALTER TABLE "quiz_response" DROP COLUMN "photos"`,
  `DROP INDEX "public"."ix_essay_photo_attempt_id_question_version_id_position"`,
  `DROP INDEX "public"."ix_essay_photo_stored_as"`,
  `DROP TABLE "essay_photo"`,
  `DROP TABLE "discarded_photo"`,
];
