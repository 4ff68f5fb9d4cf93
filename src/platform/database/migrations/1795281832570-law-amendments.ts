import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class LawAmendments1795281832570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "law_amendment" ("id" uuid NOT NULL, "kind" text NOT NULL, "document_id" uuid NOT NULL, "replaced_by_id" uuid, "effective_on" date NOT NULL, "amended_by" text NOT NULL, "recorded_by_id" uuid, "reason" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "announced_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_law_amendment_reason" CHECK ((recorded_by_id IS NULL) = (reason IS NULL)), CONSTRAINT "ck_law_amendment_replaced" CHECK (kind = 'replaced' OR replaced_by_id IS NULL), CONSTRAINT "ck_law_amendment_kind" CHECK (kind IN ('amended', 'replaced')), CONSTRAINT "pk_law_amendment" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_law_amendment_effective_on_17832754" ON "law_amendment" ("effective_on") WHERE announced_at IS NULL`,
  `CREATE TABLE "lesson_flag" ("amendment_id" uuid NOT NULL, "article_id" uuid NOT NULL, "lesson_id" uuid NOT NULL, "raised_at" TIMESTAMP WITH TIME ZONE NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_lesson_flag" PRIMARY KEY ("amendment_id", "article_id", "lesson_id"))`,
  `CREATE INDEX "ix_lesson_flag_lesson_id" ON "lesson_flag" ("lesson_id")`,
  `CREATE TABLE "refresher" ("id" uuid NOT NULL, "certificate_id" uuid NOT NULL, "person_id" uuid NOT NULL, "amendment_id" uuid NOT NULL, "revision_id" uuid NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "done_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_refresher" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_refresher_amendment_id" ON "refresher" ("amendment_id")`,
  `CREATE INDEX "ix_refresher_person_id" ON "refresher" ("person_id")`,
  `CREATE UNIQUE INDEX "ix_refresher_certificate_id_amendment_id" ON "refresher" ("certificate_id", "amendment_id")`,
  `CREATE TABLE "amended_article" ("amendment_id" uuid NOT NULL, "article_id" uuid NOT NULL, "effective_on" date NOT NULL, "version_id" uuid, "successors" text array NOT NULL, CONSTRAINT "pk_amended_article" PRIMARY KEY ("amendment_id", "article_id"))`,
  `CREATE UNIQUE INDEX "ix_amended_article_article_id_effective_on" ON "amended_article" ("article_id", "effective_on")`,
  `CREATE TABLE "question_flag" ("amendment_id" uuid NOT NULL, "article_id" uuid NOT NULL, "question_version_id" uuid NOT NULL, "raised_at" TIMESTAMP WITH TIME ZONE NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, "outcome" text, CONSTRAINT "ck_question_flag_closed" CHECK ((closed_at IS NULL) = (outcome IS NULL)), CONSTRAINT "ck_question_flag_outcome" CHECK (outcome IN ('confirmed', 'replaced')), CONSTRAINT "pk_question_flag" PRIMARY KEY ("amendment_id", "article_id", "question_version_id"))`,
  `CREATE INDEX "ix_question_flag_question_version_id" ON "question_flag" ("question_version_id")`,
  `ALTER TABLE "law_amendment" ADD CONSTRAINT "fk_law_amendment_document_id" FOREIGN KEY ("document_id") REFERENCES "law_document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "law_amendment" ADD CONSTRAINT "fk_law_amendment_replaced_by_id" FOREIGN KEY ("replaced_by_id") REFERENCES "law_document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "law_amendment" ADD CONSTRAINT "fk_law_amendment_recorded_by_id" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "lesson_flag" ADD CONSTRAINT "fk_lesson_flag_amendment_id" FOREIGN KEY ("amendment_id") REFERENCES "law_amendment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "lesson_flag" ADD CONSTRAINT "fk_lesson_flag_article_id" FOREIGN KEY ("article_id") REFERENCES "law_article"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "lesson_flag" ADD CONSTRAINT "fk_lesson_flag_lesson_id" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refresher" ADD CONSTRAINT "fk_refresher_certificate_id" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refresher" ADD CONSTRAINT "fk_refresher_person_id" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refresher" ADD CONSTRAINT "fk_refresher_amendment_id" FOREIGN KEY ("amendment_id") REFERENCES "law_amendment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refresher" ADD CONSTRAINT "fk_refresher_revision_id" FOREIGN KEY ("revision_id") REFERENCES "course_revision"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "amended_article" ADD CONSTRAINT "fk_amended_article_amendment_id" FOREIGN KEY ("amendment_id") REFERENCES "law_amendment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "amended_article" ADD CONSTRAINT "fk_amended_article_article_id" FOREIGN KEY ("article_id") REFERENCES "law_article"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "amended_article" ADD CONSTRAINT "fk_amended_article_version_id" FOREIGN KEY ("version_id") REFERENCES "article_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "question_flag" ADD CONSTRAINT "fk_question_flag_amendment_id" FOREIGN KEY ("amendment_id") REFERENCES "law_amendment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "question_flag" ADD CONSTRAINT "fk_question_flag_article_id" FOREIGN KEY ("article_id") REFERENCES "law_article"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "question_flag" ADD CONSTRAINT "fk_question_flag_question_version_id" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "question_flag" DROP CONSTRAINT "fk_question_flag_question_version_id"`,
  `ALTER TABLE "question_flag" DROP CONSTRAINT "fk_question_flag_article_id"`,
  `ALTER TABLE "question_flag" DROP CONSTRAINT "fk_question_flag_amendment_id"`,
  `ALTER TABLE "amended_article" DROP CONSTRAINT "fk_amended_article_version_id"`,
  `ALTER TABLE "amended_article" DROP CONSTRAINT "fk_amended_article_article_id"`,
  `ALTER TABLE "amended_article" DROP CONSTRAINT "fk_amended_article_amendment_id"`,
  `ALTER TABLE "refresher" DROP CONSTRAINT "fk_refresher_revision_id"`,
  `ALTER TABLE "refresher" DROP CONSTRAINT "fk_refresher_amendment_id"`,
  `ALTER TABLE "refresher" DROP CONSTRAINT "fk_refresher_person_id"`,
  `ALTER TABLE "refresher" DROP CONSTRAINT "fk_refresher_certificate_id"`,
  `ALTER TABLE "lesson_flag" DROP CONSTRAINT "fk_lesson_flag_lesson_id"`,
  `ALTER TABLE "lesson_flag" DROP CONSTRAINT "fk_lesson_flag_article_id"`,
  `ALTER TABLE "lesson_flag" DROP CONSTRAINT "fk_lesson_flag_amendment_id"`,
  `ALTER TABLE "law_amendment" DROP CONSTRAINT "fk_law_amendment_recorded_by_id"`,
  `ALTER TABLE "law_amendment" DROP CONSTRAINT "fk_law_amendment_replaced_by_id"`,
  `ALTER TABLE "law_amendment" DROP CONSTRAINT "fk_law_amendment_document_id"`,
  `DROP INDEX "public"."ix_question_flag_question_version_id"`,
  `DROP TABLE "question_flag"`,
  `DROP INDEX "public"."ix_amended_article_article_id_effective_on"`,
  `DROP TABLE "amended_article"`,
  `DROP INDEX "public"."ix_refresher_certificate_id_amendment_id"`,
  `DROP INDEX "public"."ix_refresher_person_id"`,
  `DROP INDEX "public"."ix_refresher_amendment_id"`,
  `DROP TABLE "refresher"`,
  `DROP INDEX "public"."ix_lesson_flag_lesson_id"`,
  `DROP TABLE "lesson_flag"`,
  `DROP INDEX "public"."ix_law_amendment_effective_on_17832754"`,
  `DROP TABLE "law_amendment"`,
];
