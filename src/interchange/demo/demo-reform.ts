import type { Founding } from '../../organisation/organisation.service.js';
import type { Plan } from '../reform/reform-plan.js';

type PastUnit = Omit<Founding, 'parentId' | 'actorId'> & { parentCode: string };

const district = (code: string, name: string, parentCode: string): PastUnit => ({
  ...{ code, name, tier: 'district', kind: 'ldld-huyen', sector: 'mixed', parentCode, foundedOn: '1997-01-01' },
});

/** Units of before the reform of 2025. All are invented; the day is that of the Law on Trade Unions 2024. */
export const DEMO_PAST_UNITS: PastUnit[] = [
  {
    ...{ code: 'LDLD-PT', name: 'Liên đoàn Lao động tỉnh Phương Tây', tier: 'superior', kind: 'ldld-tinh' },
    ...{ sector: 'mixed', parentCode: 'TLD', foundedOn: '1997-01-01' },
  },
  district('LDLD-PN-ANBINH', 'Liên đoàn Lao động huyện An Bình', 'LDLD-PN'),
  district('LDLD-PN-BENXUAN', 'Liên đoàn Lao động thị xã Bến Xuân', 'LDLD-PN'),
  district('LDLD-PT-HOABAN', 'Liên đoàn Lao động huyện Hoa Ban', 'LDLD-PT'),
  {
    ...{ code: 'CDCS-HOABAN', name: 'Công đoàn cơ sở Công ty TNHH Gỗ Hoa Ban', tier: 'grassroots', kind: 'cdcs' },
    ...{ sector: 'non-state', parentCode: 'LDLD-PT-HOABAN', foundedOn: '2015-08-10' },
  },
];

/** Where the grassroots unions of the demonstration were before. */
export const DEMO_PAST_PLACES = [
  { code: 'CDCS-LUAVANG', parentCode: 'LDLD-PN-ANBINH', since: '2009-05-14', members: 980, workers: 1150 },
  { code: 'CDCS-ANHSAO', parentCode: 'LDLD-PN-ANBINH', since: '2017-03-27', members: 640, workers: 720 },
  { code: 'CDCS-BENXUAN', parentCode: 'LDLD-PN-BENXUAN', since: '2012-10-20', members: 1240, workers: 1400 },
  { code: 'CDCS-HOABAN', parentCode: 'LDLD-PT-HOABAN', since: '2015-08-10', members: 210, workers: 260 },
];

/** docs/examples/reform-2025.yaml, which a test compares. */
export const DEMO_REFORM: Plan = {
  title: 'Sắp xếp tổ chức công đoàn năm 2025 (minh hoạ)',
  onDate: '2025-07-01',
  merge: [{ units: ['LDLD-PT'], into: 'LDLD-PN' }],
  abolish: [{ tier: 'district', into: 'parent', people: 'parent' }],
  rename: [{ unit: 'LDLD-PN', name: 'Liên đoàn Lao động tỉnh Phương Nam' }],
};
