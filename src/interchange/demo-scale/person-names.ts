import type { Seeded, Weighted } from './seeded.js';

/** Frequencies in per cent, about as in the south of Vietnam. */
const FAMILY: Weighted<string> = [
  ['Nguyễn', 33],
  ['Trần', 11.5],
  ['Lê', 9.2],
  ['Phạm', 6.8],
  ['Huỳnh', 4.6],
  ['Võ', 4],
  ['Phan', 3.6],
  ['Trương', 2.6],
  ['Bùi', 2.1],
  ['Đặng', 2.1],
  ['Đỗ', 1.8],
  ['Hồ', 1.6],
  ['Ngô', 1.5],
  ['Dương', 1.4],
  ['Lý', 1.1],
  ['Hoàng', 1.8],
  ['Vũ', 1.6],
  ['Đinh', 0.9],
  ['Lâm', 1.1],
  ['Đoàn', 0.8],
  ['Mai', 0.7],
  ['Trịnh', 0.7],
  ['Cao', 0.7],
  ['Đào', 0.5],
  ['Lương', 0.5],
  ['Tạ', 0.4],
  ['Châu', 0.5],
  ['Tô', 0.4],
  ['Thái', 0.4],
  ['Hà', 0.4],
  ['Quách', 0.3],
  ['Kiều', 0.2],
  ['Thạch', 0.4],
  ['Sơn', 0.2],
  ['Danh', 0.2],
  ['Từ', 0.2],
  ['La', 0.1],
  ['Khổng', 0.1],
  ['Ông', 0.1],
  ['Âu', 0.1],
];

const words = (text: string) => text.split(' ');

const GIVEN_FEMALE = words(
  'Hương Lan Hoa Mai Thu Hà Thảo Trang Linh Phương Ngân Nga Hằng Hạnh Dung Yến Oanh Loan Vân Thủy Thúy Ngọc Bích Diễm ' +
    'Duyên Giang Hiền Hiếu Hồng Huệ Huyền Kiều Lài Liên Liễu Lụa Lựu Ly Mỹ My Nguyệt Nhàn Nhi Nhung Như Nữ Phượng Quyên ' +
    'Quỳnh Sang Sương Tâm Thanh Thắm Thoa Thơ Thơm Thương Tiên Trâm Trinh Trúc Tuyền Tuyết Tươi Uyên Vi Vy Xuân Ái Ánh Đào Điệp',
);
const GIVEN_MALE = words(
  'Hùng Dũng Tuấn Minh Hải Nam Long Sơn Thắng Cường Đức Phúc Hiếu Tài Thành Trung Kiên Quân Huy Hoàng Khánh An Bình Bảo ' +
    'Chiến Chính Công Cảnh Danh Duy Đạt Điền Định Đông Giang Hào Hậu Hiển Hòa Hưng Khải Khang Khoa Khôi Lâm Lộc Lợi Luân Lực ' +
    'Mẫn Mạnh Nghĩa Nguyên Nhân Nhật Ninh Phát Phong Phước Quang Quốc Quý Sang Tâm Tân Tấn Thái Thiện Thịnh Thọ Thuận Tiến Tín ' +
    'Toàn Trí Triều Trọng Trường Tú Tùng Văn Viên Việt Vinh Vũ Vương Được Ẩn',
);
const AFTER_THI = words('Thu Kim Hồng Mỹ Ngọc Thanh Bích Minh Tuyết Ánh Cẩm Xuân Phương Hoài Diệu Thúy Kiều Như Lệ Tố');
const MIDDLE_FEMALE: Weighted<string> = [
  ['Thị', 48],
  ['Ngọc', 6],
  ['Thanh', 4],
  ['Kim', 3],
  ['Hồng', 3],
  ['Thùy', 3],
  ['Phương', 2],
  ['Mỹ', 2],
  ['Minh', 2],
  ['Hoàng', 2],
  ['Bảo', 1],
  ['Khánh', 1],
  ['Tường', 1],
  ['Quỳnh', 1],
];
const MIDDLE_MALE: Weighted<string> = [
  ['Văn', 38],
  ['Minh', 7],
  ['Thanh', 6],
  ['Hoàng', 5],
  ['Quốc', 5],
  ['Đức', 4],
  ['Hữu', 4],
  ['Thành', 3],
  ['Ngọc', 3],
  ['Công', 2],
  ['Xuân', 2],
  ['Đình', 2],
  ['Tấn', 2],
  ['Chí', 2],
  ['Trọng', 1],
  ['Duy', 1],
  ['Anh', 1],
  ['Phước', 1],
  ['Bá', 1],
  ['Vĩnh', 1],
  ['Nhựt', 1],
  ['Hồng', 1],
];

/** Family, middle and given name, by frequency and gender. */
export function personName(chance: Seeded, gender: 'female' | 'male'): string {
  const family = chance.weighted(FAMILY);
  if (gender === 'male') return distinct(family, chance.weighted(MIDDLE_MALE), () => chance.pick(GIVEN_MALE));
  const middle = chance.chance(0.28) ? `Thị ${chance.pick(AFTER_THI)}` : chance.weighted(MIDDLE_FEMALE);
  return distinct(family, middle, () => chance.pick(GIVEN_FEMALE));
}

/** Nobody is called Trần Minh Minh. */
function distinct(family: string, middle: string, given: () => string): string {
  for (;;) {
    const last = given();
    if (last !== family && !middle.split(' ').includes(last)) return `${family} ${middle} ${last}`;
  }
}
