import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A bulk import changes the register from one moment to the next, and until autovacuum comes by, plans are made for tables
 * of another size. Only an owner may ANALYZE, hence the rights of the function's owner; it takes nothing from its caller.
 */
export class AnalyseRegister1795265300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION analyse_register() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  ANALYZE public.organisation, public.organisation_period, public.organisation_head_count, public.person,
          public.member_record, public.user_account, public.login_name, public.office_term, public.role_grant;
END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION analyse_register()');
  }
}
