import { defineProblem } from '../platform/problems/problem.js';
import { CODES_A_DAY } from './notification.rules.js';

export const MailNotOffered = defineProblem({
  code: 'mail-not-offered',
  status: 409,
  title: { vi: 'Chưa dùng được thư điện tử', en: 'Mail is not available' },
  detail: () => ({
    vi: 'Hệ thống chưa được nối với máy chủ thư. Mọi thông báo vẫn có trong hộp thông báo của anh/chị.',
    en: 'No mail server is set up here. Everything is in your inbox all the same.',
  }),
});

/** One answer for codes that are wrong, expired, tried too often and not asked for. */
export const ContactCodeRefused = defineProblem({
  code: 'contact-code-refused',
  status: 422,
  title: { vi: 'Mã xác nhận chưa đúng', en: 'The confirmation code does not work' },
  detail: () => ({
    vi: 'Mã chưa đúng hoặc đã hết hạn. Mời anh/chị kiểm tra lại, hoặc xin gửi mã mới.',
    en: 'The code is wrong or expired. Please check it, or ask for a new one.',
  }),
});

export const TooManyCodes = defineProblem({
  code: 'too-many-codes',
  status: 429,
  title: { vi: 'Đã gửi quá nhiều mã trong ngày', en: 'Too many codes today' },
  detail: () => ({
    vi: `Mỗi ngày hệ thống gửi tối đa ${CODES_A_DAY} mã xác nhận. Mời anh/chị thử lại vào ngày mai. Chưa có gì bị thay đổi.`,
    en: `At most ${CODES_A_DAY} confirmation codes are sent a day. Please try again tomorrow. Nothing was changed.`,
  }),
});
