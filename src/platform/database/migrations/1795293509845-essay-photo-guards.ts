import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the generator cannot say of photographed answers. */
export class EssayPhotoGuards1795293509845 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // The lock is that of whoever ends the attempt: a photo is either graded or refused, never slipped in afterwards.
  `CREATE FUNCTION guard_essay_photo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about essay_photo := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  attempt quiz_attempt;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'Photo % never changes', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT * INTO attempt FROM quiz_attempt a WHERE a.id = about.attempt_id FOR NO KEY UPDATE;
  IF attempt.state <> 'in-progress' AND (TG_OP = 'INSERT'
     OR NOT EXISTS (SELECT FROM person p WHERE p.id = attempt.person_id AND p.erased_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'Photos of attempt % no longer change', attempt.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM question_version w
      WHERE w.id = NEW.question_version_id AND w.kind = 'essay' AND w.body->'photo' = 'true'::jsonb) THEN
    RAISE EXCEPTION 'Question % takes no photos', NEW.question_version_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN about;
END $$`,
  `CREATE TRIGGER tr_essay_photo_guard BEFORE INSERT OR UPDATE OR DELETE ON "essay_photo" FOR EACH ROW EXECUTE FUNCTION guard_essay_photo()`,
  // The change of the answer's row is what a submission under way notices.
  `CREATE FUNCTION count_essay_photos() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about essay_photo := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE quiz_response SET photos = photos + CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END
   WHERE attempt_id = about.attempt_id AND question_version_id = about.question_version_id;
  RETURN NULL;
END $$`,
  `CREATE TRIGGER tr_essay_photo_count AFTER INSERT OR DELETE ON "essay_photo" FOR EACH ROW EXECUTE FUNCTION count_essay_photos()`,
];

const DOWN = [
  `DROP TRIGGER tr_essay_photo_count ON "essay_photo"`,
  `DROP FUNCTION count_essay_photos()`,
  `DROP TRIGGER tr_essay_photo_guard ON "essay_photo"`,
  `DROP FUNCTION guard_essay_photo()`,
];
