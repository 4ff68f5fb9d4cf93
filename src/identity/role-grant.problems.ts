import { defineProblem } from '../platform/problems/problem.js';

export const RoleBeyondOwn = defineProblem({
  code: 'role-beyond-own',
  status: 403,
  title: { vi: 'Vai trò này vượt quyền của anh/chị', en: 'This role is beyond your own' },
  detail: () => ({
    vi: 'Anh/chị chỉ giao và thu hồi được vai trò của mình hoặc thấp hơn, trong phạm vi đơn vị mình. Công đoàn cấp trên làm được việc này.',
    en: 'You can grant and revoke your own role and weaker ones, within your units. Your superior union can do this.',
  }),
});

export const RolePeriodInvalid = defineProblem({
  code: 'role-period-invalid',
  status: 422,
  title: { vi: 'Thời gian giao quyền chưa đúng', en: 'The period of the role is not valid' },
  detail: () => ({
    vi: 'Quyền được giao từ hôm nay hoặc một ngày sắp tới, và ngày kết thúc phải sau ngày bắt đầu.',
    en: 'A role is granted from today or a day to come, and ends after the day on which it begins.',
  }),
});

export const LastAdministrator = defineProblem({
  code: 'last-administrator',
  status: 409,
  title: { vi: 'Đây là quản trị viên cuối cùng', en: 'This is the last administrator' },
  detail: () => ({
    vi: 'Hệ thống phải luôn còn một quản trị viên ở cấp cao nhất đăng nhập được. Mời anh/chị giao quyền cho người khác trước.',
    en: 'There must always be an administrator at the top who can sign in. Please grant the role to somebody else first.',
  }),
});
