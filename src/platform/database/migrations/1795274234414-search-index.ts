import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trigram index of what can be found, and its texts uncompressed: a search looks into hundreds of them. By hand:
 * TypeORM knows neither.
 */
export class SearchIndex1795274234414 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_search_entry_search_text ON search_entry USING gin (search_text gin_trgm_ops)');
    await runner.query('ALTER TABLE search_entry ALTER COLUMN search_text SET STORAGE EXTERNAL');
    await runner.query('ALTER TABLE search_entry ALTER COLUMN body SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_search_entry_search_text');
  }
}
