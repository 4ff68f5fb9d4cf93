import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the generator cannot say of attempts that wait for a lecturer. */
export class EssayGuards1795284804480 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const stateIn = (states: string) =>
  `ALTER TABLE "quiz_attempt" ADD CONSTRAINT "ck_quiz_attempt_state" CHECK (state IN (${states}))`;
const DROP_STATE = `ALTER TABLE "quiz_attempt" DROP CONSTRAINT "ck_quiz_attempt_state"`;

const UP = [
  DROP_STATE,
  stateIn(`'in-progress', 'awaiting-grading', 'graded'`),
  // Whatever roles somebody holds: who wrote an essay does not grade it.
  `CREATE FUNCTION refuse_own_essay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM quiz_attempt a WHERE a.id = NEW.attempt_id AND a.person_id = NEW.grader_id) THEN
    RAISE EXCEPTION 'Essay of attempt % is graded by its author', NEW.attempt_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$`,
  `CREATE TRIGGER tr_essay_grade_not_own BEFORE INSERT ON "essay_grade" FOR EACH ROW EXECUTE FUNCTION refuse_own_essay()`,
  `CREATE TRIGGER tr_essay_grade_immutable BEFORE UPDATE OR DELETE ON "essay_grade" FOR EACH ROW EXECUTE FUNCTION keep_facts()`,
];

const DOWN = [
  `DROP TRIGGER tr_essay_grade_immutable ON "essay_grade"`,
  `DROP TRIGGER tr_essay_grade_not_own ON "essay_grade"`,
  `DROP FUNCTION refuse_own_essay()`,
  DROP_STATE,
  stateIn(`'in-progress', 'graded'`),
];
