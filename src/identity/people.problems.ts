import { defineProblem } from '../platform/problems/problem.js';

export const BirthDateInvalid = defineProblem({
  code: 'birth-date-invalid',
  status: 422,
  title: { vi: 'Ngày sinh chưa đúng', en: 'The birth date is not valid' },
  detail: () => ({
    vi: 'Ngày sinh phải từ năm 1900 đến hôm nay. Mời anh/chị xem lại.',
    en: 'A birth date lies between 1900 and today. Please check it.',
  }),
});

export const NamesakeInUnit = defineProblem({
  code: 'namesake-in-unit',
  status: 409,
  title: { vi: 'Có thể người này đã có trong danh sách', en: 'This person may be on the list already' },
  detail: () => ({
    vi: 'Đơn vị đã có người trùng họ tên và ngày sinh. Nếu đúng là hai người khác nhau, mời anh/chị xác nhận rồi gửi lại.',
    en: 'The unit has somebody of the same name and birth date. If they are two people, please confirm and send again.',
  }),
});

export const PersonErased = defineProblem({
  code: 'person-erased',
  status: 409,
  title: { vi: 'Dữ liệu của người này đã được xoá', en: 'The data of this person were erased' },
  detail: () => ({
    vi: 'Dữ liệu cá nhân của người này đã được xoá vĩnh viễn; phần còn lại chỉ để giữ sổ sách, không thay đổi được nữa.',
    en: 'The personal data of this person were erased for good; what is left keeps the registers and does not change.',
  }),
});
