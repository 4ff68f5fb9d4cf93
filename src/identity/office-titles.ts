import type { OfficeTitle } from './entities/office-title.entity.js';

/**
 * Offices (chức danh) of the unions' structure by the Law on Trade Unions 2024 and the Charter; more may be added as
 * data. `rank` leaves gaps for them.
 */
export const OFFICE_TITLES: OfficeTitle[] = [
  { code: 'chu-tich', nameVi: 'Chủ tịch', nameEn: 'Chair', exclusive: true, fullTime: false, rank: 10 },
  { code: 'pho-chu-tich', nameVi: 'Phó Chủ tịch', nameEn: 'Vice-chair', exclusive: false, fullTime: false, rank: 20 },
  {
    code: 'uy-vien-btv',
    nameVi: 'Ủy viên Ban Thường vụ',
    nameEn: 'Member of the standing committee',
    exclusive: false,
    fullTime: false,
    rank: 30,
  },
  {
    code: 'chu-nhiem-ubkt',
    nameVi: 'Chủ nhiệm Ủy ban Kiểm tra',
    nameEn: 'Head of the inspection committee',
    exclusive: true,
    fullTime: false,
    rank: 40,
  },
  {
    code: 'uy-vien-bch',
    nameVi: 'Ủy viên Ban Chấp hành',
    nameEn: 'Member of the executive committee',
    exclusive: false,
    fullTime: false,
    rank: 50,
  },
  {
    code: 'uy-ban-kiem-tra',
    nameVi: 'Ủy viên Ủy ban Kiểm tra',
    nameEn: 'Member of the inspection committee',
    exclusive: false,
    fullTime: false,
    rank: 60,
  },
  {
    code: 'truong-ban-nu-cong',
    nameVi: 'Trưởng Ban Nữ công',
    nameEn: 'Head of the women workers’ committee',
    exclusive: true,
    fullTime: false,
    rank: 45,
  },
  {
    code: 'uy-vien-ban-nu-cong',
    nameVi: 'Ủy viên Ban Nữ công',
    nameEn: 'Member of the women workers’ committee',
    exclusive: false,
    fullTime: false,
    rank: 65,
  },
  {
    code: 'chuyen-trach',
    nameVi: 'Cán bộ công đoàn chuyên trách',
    nameEn: 'Full-time union official',
    exclusive: false,
    fullTime: true,
    rank: 70,
  },
  {
    code: 'to-truong',
    nameVi: 'Tổ trưởng công đoàn',
    nameEn: 'Union group leader',
    exclusive: false,
    fullTime: false,
    rank: 80,
  },
];
