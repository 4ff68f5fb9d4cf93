import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words by which a question is found: without markup and diacritics, each between spaces. Made by the database, so that
 * no way of writing a question can forget them. The same folding as `foldInPlace` in platform/text.
 */
export class QuestionWords1795293664792 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const PARTS = ['options', 'prompts', 'choices', 'items'];

const UP = [
  `
CREATE FUNCTION question_words(title text, body jsonb, tags text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT ' ' || btrim(regexp_replace(lower(translate(
           regexp_replace(normalize(regexp_replace(
             concat_ws(' ', title, body->>'stem', ${PARTS.map(
               (part) => `(SELECT string_agg(value, ' ') FROM jsonb_array_elements_text(body->'${part}'))`,
             ).join(', ')}, array_to_string(tags, ' ')),
             '<[^>]*>', ' ', 'g'), NFD), U&'[\\0300-\\036f]', '', 'g'),
           U&'\\0111\\0110', 'dd')), '[^a-z0-9]+', ' ', 'g')) || ' '
$$`,
  `
CREATE FUNCTION keep_question_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := question_words(NEW.title, NEW.body, NEW.tags);
  RETURN NEW;
END $$`,
  `
CREATE TRIGGER tr_question_version_words BEFORE INSERT ON question_version FOR EACH ROW EXECUTE FUNCTION keep_question_words()`,
  'ALTER TABLE question_version DISABLE TRIGGER tr_question_version_immutable',
  'UPDATE question_version SET search_text = question_words(title, body, tags)',
  'ALTER TABLE question_version ENABLE TRIGGER tr_question_version_immutable',
  'CREATE INDEX ix_question_version_search_text ON question_version USING gin (search_text gin_trgm_ops)',
];

const DOWN = [
  'DROP INDEX ix_question_version_search_text',
  'DROP TRIGGER tr_question_version_words ON question_version',
  'DROP FUNCTION keep_question_words',
  'DROP FUNCTION question_words',
];
