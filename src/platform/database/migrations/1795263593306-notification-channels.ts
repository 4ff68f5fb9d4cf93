import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by scripts/generate-migration.mjs from the entities. */
export class NotificationChannels1795263593306 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE "contact" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "channel" text NOT NULL, "address" text, "confirmed_at" TIMESTAMP WITH TIME ZONE, "rhythm" text NOT NULL, "rhythm_since" TIMESTAMP WITH TIME ZONE NOT NULL, "code_asked_at" TIMESTAMP WITH TIME ZONE, "code_tries" smallint NOT NULL, "codes_on" date, "codes_sent" smallint NOT NULL, CONSTRAINT "ck_contact_without_address" CHECK (address IS NOT NULL OR (confirmed_at IS NULL AND code_asked_at IS NULL)), CONSTRAINT "ck_contact_address" CHECK (address IS NULL OR length(address) BETWEEN 3 AND 254 AND address !~ '[[:space:][:cntrl:]<>,;]'), CONSTRAINT "ck_contact_rhythm" CHECK (rhythm IN ('at-once', 'daily', 'none')), CONSTRAINT "ck_contact_channel" CHECK (channel IN ('mail')), CONSTRAINT "pk_contact" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "ix_contact_person_id_channel" ON "contact" ("person_id", "channel")`,
  `CREATE TABLE "notification_delivery" ("id" uuid NOT NULL, "notification_id" uuid NOT NULL, "channel" text NOT NULL, "batch_id" uuid NOT NULL, "state" text NOT NULL, "attempts" smallint NOT NULL, "held_until" TIMESTAMP WITH TIME ZONE, "claimed_until" TIMESTAMP WITH TIME ZONE, "outcome" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_notification_delivery_sent" CHECK ((state = 'sent') = (sent_at IS NOT NULL)), CONSTRAINT "ck_notification_delivery_state" CHECK (state IN ('queued', 'sent', 'failed', 'given-up')), CONSTRAINT "ck_notification_delivery_channel" CHECK (channel IN ('mail')), CONSTRAINT "pk_notification_delivery" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_notification_delivery_held" ON "notification_delivery" ("held_until") WHERE held_until IS NOT NULL`,
  `CREATE INDEX "ix_notification_delivery_batch_id" ON "notification_delivery" ("batch_id")`,
  `CREATE UNIQUE INDEX "ix_notification_delivery_notification_id_channel" ON "notification_delivery" ("notification_id", "channel")`,
  `CREATE TABLE "notification_digest" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "day" date NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_notification_digest" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "ix_notification_digest_person_id_day" ON "notification_digest" ("person_id", "day")`,
  `ALTER TABLE "contact" ADD CONSTRAINT "fk_contact_person_id" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "notification_delivery" ADD CONSTRAINT "fk_notification_delivery_notification_id" FOREIGN KEY ("notification_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "notification_digest" ADD CONSTRAINT "fk_notification_digest_person_id" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

const DOWN = [
  `ALTER TABLE "notification_digest" DROP CONSTRAINT "fk_notification_digest_person_id"`,
  `ALTER TABLE "notification_delivery" DROP CONSTRAINT "fk_notification_delivery_notification_id"`,
  `ALTER TABLE "contact" DROP CONSTRAINT "fk_contact_person_id"`,
  `DROP INDEX "public"."ix_notification_digest_person_id_day"`,
  `DROP TABLE "notification_digest"`,
  `DROP INDEX "public"."ix_notification_delivery_notification_id_channel"`,
  `DROP INDEX "public"."ix_notification_delivery_batch_id"`,
  `DROP INDEX "public"."ix_notification_delivery_held"`,
  `DROP TABLE "notification_delivery"`,
  `DROP INDEX "public"."ix_contact_person_id_channel"`,
  `DROP TABLE "contact"`,
];
