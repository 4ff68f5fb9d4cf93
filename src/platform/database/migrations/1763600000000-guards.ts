import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IMMUTABILITY } from './guards/immutability.js';
import { SEALING } from './guards/sealing.js';
import { APPEND_ONLY_TABLES, appendOnlySql, REFUSE_CHANGE_FUNCTION } from './guards/append-only.js';

/** What TypeORM cannot express: triggers, functions, GIN and gist indexes. Written by hand. */
export class Guards1763600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_CHANGE_FUNCTION);
    for (const table of APPEND_ONLY_TABLES) {
      for (const statement of appendOnlySql(table)) await runner.query(statement);
    }
    for (const statement of [...SEARCH_INDEXES, ...IMMUTABILITY, ...SEALING]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_person_full_name_folded, ix_law_article_search_text, ix_organisation_path');
    await runner.query(
      `DROP FUNCTION refuse_change(), refuse_published_revision(), keep_published_revision(), keep_facts(),
         keep_certificate_facts(), queue_for_seal(), seal_batch(text, int, timestamptz), verify_seals(text),
         seal_hash(jsonb), seal_start(text) CASCADE`,
    );
  }
}

/** Each is declared in its entity with `synchronize: false`, or the schema-drift test would ask to drop it. */
const SEARCH_INDEXES = [
  'CREATE INDEX ix_person_full_name_folded ON person USING gin (full_name_folded gin_trgm_ops)',
  'CREATE INDEX ix_law_article_search_text ON law_article USING gin (search_text gin_trgm_ops)',
  'CREATE INDEX ix_organisation_path ON organisation USING gist (path)',
];
