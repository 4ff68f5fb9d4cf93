import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tiers and kinds of the Law on Trade Unions 2024, Article 8, as amended by Law 97/2025/QH15 (three tiers since 1 July
 * 2025), and the district tier before it. What units already had is kept. Written by hand.
 */
export class OrganisationKindRows1795262400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    // The rows go with their tables, in the migration before.
  }
}

const UP = [
  `INSERT INTO organisation_tier (code, name_vi, name_en, rank, valid_from, valid_to) VALUES
     ('central', 'Cấp trung ương', 'Central', 10, NULL, NULL),
     ('superior', 'Cấp trên cơ sở', 'Superior', 20, NULL, NULL),
     ('district', 'Cấp huyện', 'District', 30, NULL, '2025-07-01'),
     ('grassroots', 'Cấp cơ sở', 'Grassroots', 40, NULL, NULL)`,
  `INSERT INTO organisation_kind (code, tier_code, name_vi, name_en, rank, valid_from, valid_to) VALUES
     ('tong-lien-doan', 'central', 'Tổng Liên đoàn Lao động Việt Nam', 'General Confederation of Labour', 10, NULL, NULL),
     ('ldld-tinh', 'superior', 'Liên đoàn Lao động tỉnh, thành phố', 'Provincial or city federation', 10, NULL, NULL),
     ('cong-doan-nganh', 'superior', 'Công đoàn ngành trung ương', 'National sectoral union', 20, NULL, NULL),
     ('tong-cong-ty', 'superior', 'Công đoàn tập đoàn, tổng công ty', 'Union of a corporation', 30, NULL, NULL),
     ('kcn', 'superior', 'Công đoàn khu công nghiệp', 'Union of industrial zones', 40, NULL, NULL),
     ('xa-phuong', 'superior', 'Công đoàn xã, phường', 'Commune or ward union', 50, NULL, NULL),
     ('dac-thu', 'superior', 'Công đoàn cấp trên cơ sở đặc thù', 'Superior union of a special kind', 60, NULL, NULL),
     ('truong', 'superior', 'Trường, cơ sở đào tạo công đoàn', 'Trade-union school', 70, NULL, NULL),
     ('ldld-huyen', 'district', 'Liên đoàn Lao động huyện, quận, thị xã', 'District federation', 10, NULL, '2025-07-01'),
     ('cdcs', 'grassroots', 'Công đoàn cơ sở', 'Grassroots union', 10, NULL, NULL),
     ('nghiep-doan', 'grassroots', 'Nghiệp đoàn cơ sở', 'Grassroots occupational union', 20, NULL, NULL)`,
  `INSERT INTO organisation_tier (code, name_vi, name_en, rank)
     SELECT DISTINCT tier, tier, tier, 100 FROM organisation_period ON CONFLICT DO NOTHING`,
  `INSERT INTO organisation_kind (code, tier_code, name_vi, name_en, rank)
     SELECT DISTINCT ON (kind) kind, tier, kind, kind, 100 FROM organisation_period
      ORDER BY kind, valid_from ON CONFLICT DO NOTHING`,
  `UPDATE organisation_period p SET tier = k.tier_code FROM organisation_kind k
    WHERE k.code = p.kind AND k.tier_code <> p.tier`,
  // The trigger of the tree waits for the end of the transaction, and no table is altered while it does.
  'SET CONSTRAINTS ALL IMMEDIATE',
  'ALTER TABLE organisation_period VALIDATE CONSTRAINT fk_organisation_period_kind_tier',
];
