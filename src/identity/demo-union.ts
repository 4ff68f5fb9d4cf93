import type { Founding } from '../organisation/organisation.service.js';
import type { RoleName } from '../platform/auth/actor.js';

/** Known to everybody; production refuses the demonstration union altogether. */
export const DEMO_PASSWORD = 'congdoan2026';

export type DemoRole = 'cadre' | 'lecturer' | 'school' | 'federation';

interface DemoUnit extends Omit<Founding, 'parentId' | 'actorId'> {
  parentCode: string | null;
}

/** Parents before children. All units below the confederation are invented. */
export const DEMO_UNITS: DemoUnit[] = [
  {
    code: 'TLD',
    name: 'Tổng Liên đoàn Lao động Việt Nam',
    tier: 'central',
    kind: 'tong-lien-doan',
    sector: 'mixed',
    parentCode: null,
    foundedOn: '1929-07-28',
  },
  {
    code: 'LDLD-PN',
    name: 'Liên đoàn Lao động tỉnh Phương Nam',
    tier: 'superior',
    kind: 'ldld-tinh',
    sector: 'mixed',
    parentCode: 'TLD',
    foundedOn: '1997-01-01',
  },
  {
    code: 'TCD',
    name: 'Trường Trung cấp Công đoàn Phương Nam',
    tier: 'superior',
    kind: 'truong',
    sector: 'state',
    parentCode: 'LDLD-PN',
    foundedOn: '2025-07-01',
  },
  {
    code: 'CDCS-LUAVANG',
    name: 'Công đoàn cơ sở Công ty TNHH May mặc Lúa Vàng',
    tier: 'grassroots',
    kind: 'cdcs',
    sector: 'non-state',
    parentCode: 'LDLD-PN',
    foundedOn: '2009-05-14',
  },
  {
    code: 'CDCS-BENXUAN',
    name: 'Công đoàn cơ sở Công ty Cổ phần Giày Bến Xuân',
    tier: 'grassroots',
    kind: 'cdcs',
    sector: 'non-state',
    parentCode: 'LDLD-PN',
    foundedOn: '2012-10-20',
  },
  {
    code: 'CDCS-ANHSAO',
    name: 'Công đoàn cơ sở Công ty TNHH Điện tử Ánh Sao',
    tier: 'grassroots',
    kind: 'cdcs',
    sector: 'non-state',
    parentCode: 'LDLD-PN',
    foundedOn: '2017-03-27',
  },
];

export interface DemoPerson {
  role: DemoRole;
  login: string;
  memberCode: string;
  fullName: string;
  gender: 'female' | 'male';
  birthDate: string;
  unitCode: string;
  titleCode: string;
  since: string;
  grants: { role: RoleName; unitCode: string }[];
}

/** Since the day the congress of the unit elected its committee. */
const TERM_OF = { 'CDCS-LUAVANG': '2023-04-18', 'CDCS-BENXUAN': '2023-05-09', 'CDCS-ANHSAO': '2023-05-23' } as const;

type Cadre = [
  login: string,
  fullName: string,
  gender: 'female' | 'male',
  birthDate: string,
  unitCode: keyof typeof TERM_OF,
  titleCode: string,
];

const CADRES: Cadre[] = [
  ['0901000001', 'Nguyễn Thị Hồng Thắm', 'female', '1974-03-08', 'CDCS-LUAVANG', 'chu-tich'],
  ['0901000011', 'Đặng Văn Hiếu', 'male', '1979-11-02', 'CDCS-BENXUAN', 'chu-tich'],
  ['0901000012', 'Huỳnh Thị Mỹ Duyên', 'female', '1988-06-15', 'CDCS-ANHSAO', 'chu-tich'],
  ['0901000013', 'Bùi Thị Kim Oanh', 'female', '1983-09-21', 'CDCS-LUAVANG', 'pho-chu-tich'],
  ['0901000014', 'Đỗ Thành Được', 'male', '1990-02-11', 'CDCS-LUAVANG', 'uy-vien-bch'],
  ['0901000015', 'Ngô Thị Thu Thủy', 'female', '1986-12-05', 'CDCS-LUAVANG', 'uy-ban-kiem-tra'],
  ['0901000016', 'Lý Văn Ấn', 'male', '1977-07-30', 'CDCS-BENXUAN', 'pho-chu-tich'],
  ['0901000017', 'Phan Thị Ánh Nguyệt', 'female', '1995-04-19', 'CDCS-BENXUAN', 'uy-vien-bch'],
  ['0901000018', 'Dương Quốc Ân', 'male', '1984-10-08', 'CDCS-ANHSAO', 'pho-chu-tich'],
  ['0901000019', 'Nguyễn Hoàng Yến Vy', 'female', '1997-08-26', 'CDCS-ANHSAO', 'uy-vien-bch'],
  ['0901000020', 'Thạch Sô Phia', 'female', '1992-01-17', 'CDCS-ANHSAO', 'uy-ban-kiem-tra'],
];

function cadre([login, fullName, gender, birthDate, unitCode, titleCode]: Cadre): DemoPerson {
  return {
    role: 'cadre',
    login,
    memberCode: `PN-${login.slice(-4)}`,
    fullName,
    gender,
    birthDate,
    unitCode,
    titleCode,
    since: TERM_OF[unitCode],
    grants: [{ role: 'learner', unitCode }],
  };
}

/** One of each audience first, then more cadres of the three factories. */
export const DEMO_PEOPLE: DemoPerson[] = [
  ...CADRES.slice(0, 1).map(cadre),
  {
    role: 'lecturer',
    login: '0901000002',
    memberCode: 'PN-0002',
    fullName: 'Trần Minh Khuê',
    gender: 'male',
    birthDate: '1981-09-14',
    unitCode: 'LDLD-PN',
    titleCode: 'chuyen-trach',
    since: '2025-07-01',
    grants: [
      { role: 'learner', unitCode: 'LDLD-PN' },
      { role: 'lecturer', unitCode: 'LDLD-PN' },
    ],
  },
  {
    role: 'school',
    login: '0901000003',
    memberCode: 'PN-0003',
    fullName: 'Phạm Thị Ngọc Diệp',
    gender: 'female',
    birthDate: '1986-01-22',
    unitCode: 'TCD',
    titleCode: 'chuyen-trach',
    since: '2025-07-01',
    // Learners come from all units of the federation that the school serves.
    grants: [
      { role: 'school-officer', unitCode: 'TCD' },
      { role: 'school-officer', unitCode: 'LDLD-PN' },
    ],
  },
  {
    role: 'federation',
    login: '0901000004',
    memberCode: 'PN-0004',
    fullName: 'Võ Đình Khải',
    gender: 'male',
    birthDate: '1978-06-30',
    unitCode: 'LDLD-PN',
    titleCode: 'pho-chu-tich',
    since: '2025-07-01',
    grants: [{ role: 'federation-officer', unitCode: 'LDLD-PN' }],
  },
  ...CADRES.slice(1).map(cadre),
];
