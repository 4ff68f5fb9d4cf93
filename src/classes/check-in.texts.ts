import type { Text } from '../platform/problems/problem.js';

/** The words of the pages behind the QR code. */
export const CHECK_IN_TEXTS = {
  title: { vi: 'Điểm danh', en: 'Check in' },
  signInFirst: {
    vi: 'Mời anh/chị đăng nhập để điểm danh. Giờ có mặt tính từ lúc quét mã.',
    en: 'Please sign in to check in. Your time counts from the scan.',
  },
  name: { vi: 'Số điện thoại hoặc mã đoàn viên', en: 'Phone number or member code' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signIn: { vi: 'Đăng nhập và điểm danh', en: 'Sign in and check in' },
  as: { vi: 'Điểm danh cho', en: 'Checking in' },
  checkIn: { vi: 'Điểm danh', en: 'Check in' },
  done: { vi: 'Đã điểm danh', en: 'Checked in' },
  already: { vi: 'Anh/chị đã điểm danh từ trước', en: 'You had checked in before' },
  somebodyElse: { vi: 'Điểm danh cho người khác trên máy này', en: 'Check in somebody else on this phone' },
  somebodyElseHint: {
    vi: 'Người đó đăng nhập bằng tài khoản của mình; máy sẽ chuyển sang tài khoản ấy.',
    en: 'They sign in with their own account; this phone then stays with that account.',
  },
  schedule: { vi: 'Xem lịch học', en: 'My schedule' },
} satisfies Record<string, Text>;
