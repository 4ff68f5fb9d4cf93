import { defineProblem } from '../platform/problems/problem.js';

export const CodeInvalid = defineProblem({
  code: 'code-invalid',
  status: 422,
  title: { vi: 'Mã điểm danh chưa đúng', en: 'The check-in code is not right' },
  detail: () => ({
    vi: 'Mời anh/chị quét lại mã QR hoặc nhập lại 6 số đang hiện trên màn hình lớp.',
    en: 'Please scan the QR code again, or type the 6 digits now on the screen of the class.',
  }),
});

export const CodeExpired = defineProblem({
  code: 'code-expired',
  status: 409,
  title: { vi: 'Mã điểm danh đã đổi', en: 'The check-in code has changed' },
  detail: () => ({
    vi: 'Mã chỉ có hiệu lực trong chốc lát. Mời anh/chị quét mã đang hiện, hoặc nhờ giảng viên ghi tên vào danh sách.',
    en: 'A code holds for a moment only. Please scan the one shown now, or ask the lecturer to tick you on the list.',
  }),
});

export const NotRegistered = defineProblem({
  code: 'not-registered',
  status: 403,
  title: { vi: 'Anh/chị chưa có tên trong lớp này', en: 'You are not registered for this class' },
  detail: () => ({
    vi: 'Mời anh/chị báo giảng viên để được ghi danh; giảng viên có thể ghi nhận sự có mặt của anh/chị.',
    en: 'Please tell the lecturer, who can register you and record that you are here.',
  }),
});

export const SessionNotInPerson = defineProblem({
  code: 'session-not-in-person',
  status: 409,
  title: { vi: 'Buổi học trực tuyến không điểm danh bằng mã', en: 'An online session takes no code' },
  detail: () => ({
    vi: 'Với buổi trực tuyến, thời gian tham dự được ghi tự động khi anh/chị mở buổi học.',
    en: 'For an online session your time is recorded while the session is open on your device.',
  }),
});

export const SessionNotOnline = defineProblem({
  code: 'session-not-online',
  status: 409,
  title: { vi: 'Buổi học này không học trực tuyến', en: 'This session is not online' },
  detail: () => ({
    vi: 'Buổi học tập trung được điểm danh tại lớp bằng mã QR hoặc 6 số.',
    en: 'Attendance of this session is taken in the room, with the QR code or the 6 digits.',
  }),
});

export const CheckInClosed = defineProblem({
  code: 'check-in-closed',
  status: 409,
  title: { vi: 'Chưa đến giờ hoặc đã hết giờ điểm danh', en: 'Check-in is not open' },
  detail: () => ({
    vi: 'Điểm danh mở từ 30 phút trước giờ học đến khi buổi học kết thúc.',
    en: 'Check-in is open from 30 minutes before the session until its end.',
  }),
});

export const TooManyCodes = defineProblem<{ minutes: number }>({
  code: 'too-many-codes',
  status: 429,
  title: { vi: 'Nhập sai mã quá nhiều lần', en: 'Too many wrong codes' },
  detail: ({ minutes }) => ({
    vi: `Mời anh/chị quét mã QR, hoặc nhập lại sau ${minutes} phút.`,
    en: `Please scan the QR code, or type the digits again in ${minutes} min.`,
  }),
});

export const HeartbeatInvalid = defineProblem({
  code: 'heartbeat-invalid',
  status: 422,
  title: { vi: 'Khoảng thời gian tham dự không hợp lệ', en: 'The stretch of attendance is not valid' },
  detail: () => ({
    vi: 'Mỗi lần ghi nhận dài tối đa 10 phút, nằm trong giờ học và không ở tương lai.',
    en: 'One stretch is at most 10 minutes long, lies within the session and not in the future.',
  }),
});

export const EvidenceTooLate = defineProblem({
  code: 'evidence-too-late',
  status: 409,
  title: { vi: 'Đã quá hạn gửi', en: 'Sent too late' },
  detail: () => ({
    vi: 'Dữ liệu tham dự được nhận đến 24 giờ sau buổi học. Giảng viên vẫn có thể ghi nhận sự có mặt kèm lý do.',
    en: 'Attendance is taken until 24 hours after the session. The lecturer can still record it with a reason.',
  }),
});

export const ItemIdTaken = defineProblem({
  code: 'item-id-taken',
  status: 409,
  title: { vi: 'Mã mục đã được dùng', en: 'The item id is taken' },
  detail: () => ({
    vi: 'Mã của mục này đã được dùng cho một việc khác. Chưa có gì bị thay đổi.',
    en: 'This item id was used for something else. Nothing was changed.',
  }),
});

export const ClassNotOpen = defineProblem({
  code: 'class-not-open',
  status: 409,
  title: { vi: 'Lớp không còn nhận đăng ký', en: 'The class takes no registrations' },
  detail: () => ({
    vi: 'Lớp đã đóng, đã huỷ hoặc đã học xong. Mời anh/chị chọn lớp khác.',
    en: 'The class is closed, cancelled or over. Please choose another one.',
  }),
});

export const ClassCodeTaken = defineProblem<{ code: string }>({
  code: 'class-code-taken',
  status: 409,
  title: { vi: 'Mã lớp đã có', en: 'The class code is taken' },
  detail: ({ code }) => ({
    vi: `Đã có lớp mang mã ${code}. Mời anh/chị chọn mã khác hoặc để trống để hệ thống đặt mã.`,
    en: `There is a class with the code ${code}. Please choose another, or leave it empty.`,
  }),
});

export const PersonNotRegistered = defineProblem({
  code: 'person-not-registered',
  status: 409,
  title: { vi: 'Người này chưa đăng ký lớp', en: 'This person is not registered for the class' },
  detail: () => ({
    vi: 'Mời anh/chị ghi danh người này vào lớp trước, rồi ghi nhận tham dự.',
    en: 'Please register the person for the class first, then record attendance.',
  }),
});

export const SessionNotBegun = defineProblem({
  code: 'session-not-begun',
  status: 409,
  title: { vi: 'Buổi học chưa bắt đầu', en: 'The session has not begun' },
  detail: () => ({
    vi: 'Có mặt hoặc vắng chỉ được ghi khi buổi học đã mở cửa; vắng có phép thì ghi trước được.',
    en: 'Presence and absence are recorded once the door is open; leave may be recorded before.',
  }),
});

export const TeachingToConfirm = defineProblem({
  code: 'teaching-to-confirm',
  status: 409,
  title: { vi: 'Cần xem lại việc phân công giảng viên', en: 'Please look at the lecturers again' },
  detail: () => ({
    vi: 'Lớp chưa được mở. Anh/chị vẫn có thể mở lớp sau khi xác nhận; việc xác nhận được ghi vào nhật ký.',
    en: 'The class was not opened. You may still open it after confirming; the confirmation goes on record.',
  }),
});
