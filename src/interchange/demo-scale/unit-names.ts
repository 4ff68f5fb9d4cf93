import type { OrganisationPeriod } from '../../organisation/entities/organisation-period.entity.js';
import type { Seeded, Weighted } from './seeded.js';

export type Sector = OrganisationPeriod['sector'];

/** A superior union of the invented province of Lam Giang, and what its grassroots unions are. */
export interface Superior {
  name: string;
  kind: string;
  sector: Sector;
  /** Its share of the grassroots unions, against that of the others. */
  weight: number;
  /** Workers of an average unit below it. */
  workers: number;
  /** Share of women. */
  women: number;
  below: (chance: Seeded) => NamedUnit;
}

export interface NamedUnit {
  /** Without "Công đoàn cơ sở". */
  name: string;
  sector: Sector;
  kind?: 'nghiep-doan';
}

const words = (text: string) => text.split(', ');

const WARDS = words(
  'Tân Lập, Tân Phú, Long Bình, Long Thạnh, Mỹ Hạnh, Mỹ Hòa, Phú Thuận, Phú Mỹ, An Hòa, An Phú, Bình Thạnh, Bình An, Hòa Lợi, ' +
    'Hòa Thuận, Thạnh Phước, Thạnh Lợi, Vĩnh Hưng, Vĩnh Kim, Đông Hòa, Đông Thạnh, Hiệp Thành, Hiệp Phú, Lộc An, Phước Tân, ' +
    'Phước Thới, Trung Nghĩa, Trung Lương, Xuân Sơn, Xuân Lộc, Cẩm Thượng, Nhơn Trạch Đông, Tam Bình, Quới An, Thuận Giao Tây',
);
const HEROES = words(
  'Nguyễn Trãi, Lê Lợi, Trần Hưng Đạo, Lý Thường Kiệt, Nguyễn Du, Nguyễn Đình Chiểu, Phan Bội Châu, Phan Châu Trinh, Võ Thị Sáu, ' +
    'Nguyễn Thị Minh Khai, Lê Quý Đôn, Chu Văn An, Nguyễn Bỉnh Khiêm, Hoàng Hoa Thám, Ngô Quyền, Đinh Tiên Hoàng, Quang Trung, ' +
    'Lương Thế Vinh, Trương Định, Nguyễn Trung Trực, Kim Đồng, Nguyễn Văn Trỗi, Hồ Xuân Hương, Bùi Thị Xuân, Huỳnh Thúc Kháng',
);
const FLOWERS = words(
  'Hoa Sen, Hoa Mai, Hướng Dương, Họa Mi, Sơn Ca, Bé Ngoan, Tuổi Thơ, Ánh Dương, Măng Non, Hoa Hồng, Vành Khuyên, Búp Sen, Thỏ Ngọc',
);
const TRADES: Weighted<string> = [
  ['May mặc', 14],
  ['Giày', 10],
  ['Dệt', 6],
  ['Điện tử', 10],
  ['Chế biến Thủy sản', 6],
  ['Gỗ', 8],
  ['Bao bì', 7],
  ['Cơ khí', 9],
  ['Nhựa', 7],
  ['Thực phẩm', 6],
  ['Linh kiện Ô tô', 4],
  ['Hóa chất', 3],
  ['Thức ăn Chăn nuôi', 3],
  ['Sơn', 2],
  ['Túi xách', 3],
  ['Thép', 3],
  ['Cao su', 3],
  ['Gốm sứ', 2],
  ['Dược phẩm', 2],
];
const SERVICES = words(
  'Vận tải, Thương mại Dịch vụ, Xây dựng, Bảo vệ, Du lịch, Siêu thị, Khách sạn, Nước giải khát, In ấn, Viễn thông, Kho vận, Bất động sản',
);
const FIRST = words(
  'An, Bảo, Bình, Cát, Châu, Đại, Đông, Gia, Hải, Hoàng, Hưng, Kim, Khải, Long, Lộc, Minh, Nam, Ngọc, Nhật, Phú, Phúc, Quang, ' +
    'Sao, Tân, Thái, Thành, Thiên, Thịnh, Tiến, Toàn, Trường, Tường, Vạn, Việt, Vĩnh, Xuân, Phương, Trung, Đức, Hòa, Lam, Thuận',
);
const SECOND = words(
  'An, Bình, Cường, Đạt, Giang, Hà, Hải, Hưng, Khang, Lâm, Long, Lợi, Nam, Nghĩa, Nguyên, Phát, Phong, Phú, Quang, Sơn, Tân, ' +
    'Thành, Thắng, Thịnh, Tín, Vinh, Xuân, Hoa, Mỹ, Tâm, Đông, Việt',
);
const FOREIGN = words(
  'Daesung, Hanjin Vina, Sung Il, Kyung Bang, Woosung, Fuji Seiko, Nissho, Tokai, Shinwa, Chang Yih, Feng Tay Lam, Hwa Seng, ' +
    'Samil, Taekwang Lam Giang, Yamada, Kaneko, Pou Hung, Great Star, Lucky Dragon, Delta Lam Giang, Hansol, Nitto Vina',
);
const OFFICES = words(
  'Sở Nội vụ, Sở Tài chính, Sở Nông nghiệp và Môi trường, Sở Xây dựng, Sở Khoa học và Công nghệ, Sở Tư pháp, Thanh tra tỉnh, ' +
    'Bảo hiểm Xã hội tỉnh, Kho bạc Nhà nước Khu vực, Cục Thống kê tỉnh, Đài Phát thanh và Truyền hình, Thư viện tỉnh, ' +
    'Văn phòng Ủy ban nhân dân tỉnh, Văn phòng Tỉnh ủy, Trung tâm Xúc tiến Đầu tư, Trung tâm Dịch vụ Việc làm, Bảo tàng tỉnh, ' +
    'Ban Quản lý các Khu công nghiệp, Trung tâm Lưu trữ Lịch sử, Nhà Thiếu nhi tỉnh, Quỹ Đầu tư Phát triển, Thi hành án dân sự tỉnh',
);

const brand = (chance: Seeded) => `${chance.pick(FIRST)} ${chance.pick(SECOND)}`;

function company(chance: Seeded, trade: string): NamedUnit {
  const form = chance.weighted<string>([
    ['Công ty TNHH', 55],
    ['Công ty Cổ phần', 35],
    ['Công ty TNHH MTV', 10],
  ]);
  return { name: `${form} ${trade} ${brand(chance)}`, sector: chance.chance(0.04) ? 'state' : 'non-state' };
}

function factory(chance: Seeded): NamedUnit {
  if (chance.chance(0.35)) {
    return {
      name: `Công ty TNHH ${chance.pick(FOREIGN)} ${chance.between(1, 3)}`.replace(/ 1$/, ''),
      sector: 'non-state',
    };
  }
  return company(chance, chance.weighted(TRADES));
}

function school(chance: Seeded): NamedUnit {
  const level = chance.weighted<string>([
    ['Trường Mầm non', 35],
    ['Trường Tiểu học', 30],
    ['Trường Trung học cơ sở', 22],
    ['Trường Trung học phổ thông', 13],
  ]);
  if (level !== 'Trường Mầm non') return { name: `${level} ${chance.pick([...HEROES, ...WARDS])}`, sector: 'state' };
  if (chance.chance(0.2))
    return { name: `${level} Tư thục ${chance.pick(FLOWERS)} ${chance.pick(SECOND)}`, sector: 'non-state' };
  return { name: `${level} ${chance.pick([...FLOWERS, ...WARDS])}`, sector: 'state' };
}

function clinic(chance: Seeded): NamedUnit {
  const place = chance.pick(WARDS);
  if (chance.chance(0.2)) return { name: `Bệnh viện Đa khoa Tư nhân ${brand(chance)}`, sector: 'non-state' };
  return {
    name: `${chance.pick(['Trạm Y tế', 'Trung tâm Y tế', 'Bệnh viện Đa khoa', 'Phòng khám Đa khoa'])} ${place}`,
    sector: 'state',
  };
}

function office(chance: Seeded): NamedUnit {
  if (chance.chance(0.45))
    return {
      name: `${chance.pick(['Ủy ban nhân dân phường', 'Ủy ban nhân dân xã'])} ${chance.pick(WARDS)}`,
      sector: 'state',
    };
  return { name: chance.pick(OFFICES), sector: 'state' };
}

function builder(chance: Seeded): NamedUnit {
  return company(
    chance,
    chance.pick(['Xây dựng', 'Cầu đường', 'Vật liệu Xây dựng', 'Cấp thoát nước', 'Tư vấn Thiết kế']),
  );
}

function trader(chance: Seeded): NamedUnit {
  return company(
    chance,
    chance.pick(['Điện lực', 'Xăng dầu', 'Thương mại', 'Bia – Nước giải khát', 'Khai thác Khoáng sản', ...SERVICES]),
  );
}

function neighbour(chance: Seeded): NamedUnit {
  const place = chance.pick(WARDS);
  if (chance.chance(0.08)) {
    const trade = chance.pick([
      'xe ôm công nghệ',
      'bốc xếp chợ',
      'đánh bắt thủy sản',
      'giúp việc gia đình',
      'xe ba gác',
    ]);
    return { name: `Nghiệp đoàn cơ sở ${trade} ${place}`, sector: 'non-state', kind: 'nghiep-doan' };
  }
  if (chance.chance(0.12)) return office(chance);
  return chance.chance(0.5) ? company(chance, chance.pick(SERVICES)) : factory(chance);
}

const park = (name: string): Superior => ({
  name: `Công đoàn Khu công nghiệp ${name}`,
  ...{ kind: 'kcn', sector: 'non-state', weight: 14, workers: 700, women: 0.62, below: factory },
});
const ward = (name: string): Superior => ({
  name: `Công đoàn ${name}`,
  ...{ kind: 'xa-phuong', sector: 'mixed', weight: 6, workers: 120, women: 0.48, below: neighbour },
});
const branch = (name: string, more: Pick<Superior, 'sector' | 'weight' | 'workers' | 'women' | 'below'>): Superior => ({
  ...{ name, kind: 'cong-doan-nganh' },
  ...more,
});

/** The largest first: a small demonstration takes only the first ones. */
export const SUPERIORS: readonly Superior[] = [
  park('Lam Giang'),
  branch('Công đoàn Giáo dục tỉnh Lam Giang', { sector: 'state', weight: 12, workers: 60, women: 0.74, below: school }),
  ward('phường Tân Lập'),
  park('Long Thạnh'),
  branch('Công đoàn Viên chức tỉnh Lam Giang', { sector: 'state', weight: 5, workers: 70, women: 0.42, below: office }),
  ward('phường Phú Thuận'),
  park('Đông Hòa'),
  branch('Công đoàn Ngành Y tế tỉnh Lam Giang', {
    sector: 'state',
    weight: 5,
    workers: 140,
    women: 0.66,
    below: clinic,
  }),
  branch('Công đoàn Ngành Xây dựng tỉnh Lam Giang', {
    sector: 'mixed',
    weight: 4,
    workers: 160,
    women: 0.2,
    below: builder,
  }),
  ward('phường Hiệp Thành'),
  branch('Công đoàn Ngành Công Thương tỉnh Lam Giang', {
    sector: 'mixed',
    weight: 4,
    workers: 220,
    women: 0.4,
    below: trader,
  }),
  ward('xã Vĩnh Kim'),
  ward('xã Xuân Lộc'),
];
