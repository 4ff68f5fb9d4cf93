import { defineProblem } from '../problems/problem.js';

export const NotSignedIn = defineProblem({
  code: 'not-signed-in',
  status: 401,
  title: { vi: 'Anh/chị chưa đăng nhập', en: 'You are not signed in' },
  detail: () => ({
    vi: 'Mời anh/chị đăng nhập để tiếp tục. Những gì đã lưu trên máy vẫn còn nguyên.',
    en: 'Please sign in to continue. What is saved on this device is kept.',
  }),
});

export const NotAllowed = defineProblem({
  code: 'not-allowed',
  status: 403,
  title: { vi: 'Anh/chị chưa được giao quyền này', en: 'You do not have this permission' },
  detail: () => ({
    vi: 'Việc này cần một vai trò mà tài khoản của anh/chị chưa có. Công đoàn cấp trên có thể giao quyền.',
    en: 'This needs a role that your account does not hold. Your superior union can grant it.',
  }),
});

export const WrongOrigin = defineProblem({
  code: 'wrong-origin',
  status: 403,
  title: { vi: 'Yêu cầu đến từ trang khác', en: 'The request came from another site' },
  detail: () => ({
    vi: 'Yêu cầu này được gửi từ một trang web khác nên đã bị từ chối.',
    en: 'This request was sent by another web site and was refused.',
  }),
});
