import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists of people in the Vietnamese order of given names, page by page, without sorting all of them. The given name by
 * itself comes first, as in a class register: every "Hà" stands before every "Hạ", whatever the family name. By hand:
 * TypeORM knows no expression indexes.
 */
export class PeopleOrder1795263400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ix_person_by_given_name ON person
         ((split_part(sort_name, ' ', 1)) COLLATE "vi-x-icu", sort_name COLLATE "vi-x-icu", id)`,
    );
    await runner.query(
      `UPDATE office_term t SET full_time = true
         FROM office_title title WHERE title.code = t.title_code AND title.full_time`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_person_by_given_name');
  }
}
