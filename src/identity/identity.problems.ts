import { defineProblem } from '../platform/problems/problem.js';

export const WrongCredentials = defineProblem({
  code: 'wrong-credentials',
  status: 401,
  title: { vi: 'Chưa đăng nhập được', en: 'Sign-in failed' },
  detail: () => ({
    vi: 'Số điện thoại, mã đoàn viên hoặc mật khẩu chưa đúng. Mời anh/chị kiểm tra rồi thử lại.',
    en: 'The phone number, member code or password is not right. Please check and try again.',
  }),
});

export const TooManyAttempts = defineProblem<{ minutes: number }>({
  code: 'too-many-attempts',
  status: 429,
  title: { vi: 'Đăng nhập sai quá nhiều lần', en: 'Too many failed sign-ins' },
  detail: ({ minutes }) => ({
    vi: `Để giữ an toàn cho tài khoản, mời anh/chị thử lại sau ${minutes} phút. Nếu quên mật khẩu, anh/chị liên hệ công đoàn cấp trên.`,
    en: `To keep the account safe, please try again in ${minutes} min. If you forgot the password, ask your superior union.`,
  }),
});

export const PasswordTooShort = defineProblem<{ minimum: number }>({
  code: 'password-too-short',
  status: 422,
  title: { vi: 'Mật khẩu quá ngắn', en: 'The password is too short' },
  detail: ({ minimum }) => ({
    vi: `Mật khẩu cần có ít nhất ${minimum} ký tự.`,
    en: `A password needs at least ${minimum} characters.`,
  }),
});

export const PersonNameInvalid = defineProblem({
  code: 'person-name-invalid',
  status: 422,
  title: { vi: 'Họ tên chưa đúng', en: 'The name is not valid' },
  detail: () => ({
    vi: 'Họ và tên không được để trống và dài tối đa 120 ký tự.',
    en: 'The full name must not be empty and has at most 120 characters.',
  }),
});

export const LoginNameInvalid = defineProblem({
  code: 'login-name-invalid',
  status: 422,
  title: { vi: 'Tên đăng nhập chưa đúng', en: 'The sign-in name is not valid' },
  detail: () => ({
    vi: 'Tên đăng nhập phải là số điện thoại Việt Nam hoặc mã đoàn viên (2–40 chữ và số).',
    en: 'A sign-in name is a Vietnamese phone number or a member code (2–40 letters and digits).',
  }),
});

export const LoginNameTaken = defineProblem({
  code: 'login-name-taken',
  status: 409,
  title: { vi: 'Tên đăng nhập đã có người dùng', en: 'The sign-in name is taken' },
  detail: () => ({
    vi: 'Số điện thoại hoặc mã đoàn viên này đang thuộc về một tài khoản khác.',
    en: 'This phone number or member code belongs to another account.',
  }),
});

export const AccountAlreadyOpen = defineProblem({
  code: 'account-already-open',
  status: 409,
  title: { vi: 'Người này đã có tài khoản', en: 'This person has an account' },
  detail: () => ({
    vi: 'Mỗi người chỉ có một tài khoản. Chưa có gì bị thay đổi.',
    en: 'A person has one account only. Nothing was changed.',
  }),
});

export const RoleAlreadyGranted = defineProblem({
  code: 'role-already-granted',
  status: 409,
  title: { vi: 'Quyền này đã được giao', en: 'The role is granted already' },
  detail: () => ({
    vi: 'Trong khoảng thời gian này, người này đã được giao cùng vai trò tại đơn vị.',
    en: 'This person already holds the role on this unit within the period.',
  }),
});

export const UnknownOfficeTitle = defineProblem<{ code: string }>({
  code: 'office-title-unknown',
  status: 422,
  title: { vi: 'Không có chức danh này', en: 'There is no such office' },
  detail: ({ code }) => ({
    vi: `Chức danh "${code}" không có trong danh mục.`,
    en: `The office "${code}" is not in the catalogue.`,
  }),
});

export const OfficeAlreadyHeld = defineProblem({
  code: 'office-already-held',
  status: 409,
  title: { vi: 'Chức danh đang có người giữ', en: 'The office is held already' },
  detail: () => ({
    vi: 'Trong khoảng thời gian này, chức danh tại đơn vị đã có người giữ. Mời anh/chị kết thúc nhiệm kỳ cũ trước.',
    en: 'Somebody holds this office in the unit within the period. Please end the former term first.',
  }),
});

/** One answer for codes that are wrong, expired, used and revoked. */
export const CodeRefused = defineProblem({
  code: 'code-refused',
  status: 401,
  title: { vi: 'Mã chưa dùng được', en: 'The code does not work' },
  detail: () => ({
    vi: 'Mã chưa đúng, đã dùng hoặc đã hết hạn. Mời anh/chị kiểm tra lại, hoặc xin công đoàn cấp trên mã mới.',
    en: 'The code is wrong, used or expired. Please check it, or ask your superior union for a new one.',
  }),
});

export const SignInNameNeeded = defineProblem({
  code: 'sign-in-name-needed',
  status: 422,
  title: { vi: 'Cần tên đăng nhập', en: 'A sign-in name is needed' },
  detail: () => ({
    vi: 'Anh/chị chưa có tài khoản. Mời anh/chị nhập số điện thoại hoặc mã đoàn viên để đăng nhập từ nay về sau.',
    en: 'You have no account yet. Please give the phone number or member code that you will sign in with.',
  }),
});

export const CodeBeyondOffice = defineProblem({
  code: 'code-beyond-office',
  status: 403,
  title: { vi: 'Chưa cấp được mã', en: 'The code cannot be issued' },
  detail: () => ({
    vi: 'Trong danh sách có người được giao quyền cao hơn hoặc ngoài phạm vi của anh/chị. Công đoàn cấp trên cấp mã cho người đó.',
    en: 'Somebody on the list holds rights above or outside your own. Your superior union issues that code.',
  }),
});

export const OfficeSeatTaken = defineProblem<{ title: string }>({
  code: 'office-seat-taken',
  status: 409,
  title: { vi: 'Chức danh đã có người giữ', en: 'The office is held already' },
  detail: ({ title }) => ({
    vi: `Chức danh “${title}” chỉ có một người giữ, mà cả hai đơn vị đều đang có. Mời anh/chị kết thúc một nhiệm kỳ trước.`,
    en: `"${title}" has one holder only, and both units have one. Please end one of the terms first.`,
  }),
});

export const PeopleNotInUnit = defineProblem({
  code: 'people-not-in-unit',
  status: 422,
  title: { vi: 'Danh sách người chưa đúng', en: 'The people named are not right' },
  detail: () => ({
    vi: 'Mỗi người chỉ được giao cho một phần, và phải đang giữ chức danh ở đơn vị bị chia tách.',
    en: 'Each person may go to one part only, and must hold an office in the unit that is split.',
  }),
});
