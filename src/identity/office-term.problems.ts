import { defineProblem } from '../platform/problems/problem.js';

export const OfficePeriodInvalid = defineProblem({
  code: 'office-period-invalid',
  status: 422,
  title: { vi: 'Thời gian giữ chức danh chưa đúng', en: 'The term of office is not valid' },
  detail: () => ({
    vi: 'Ngày thôi giữ chức danh phải sau ngày bắt đầu. Mời anh/chị xem lại ngày.',
    en: 'An office ends after the day on which it begins. Please check the days.',
  }),
});

export const OfficeOutsideUnit = defineProblem({
  code: 'office-outside-unit',
  status: 422,
  title: { vi: 'Đơn vị không hoạt động vào ngày này', en: 'The unit does not exist on that day' },
  detail: () => ({
    vi: 'Ngày bắt đầu giữ chức danh phải nằm trong thời gian hoạt động của đơn vị. Mời anh/chị xem lại ngày.',
    en: 'An office begins on a day on which its unit exists. Please check the day.',
  }),
});

export const OfficeDecisionUnknown = defineProblem({
  code: 'office-decision-unknown',
  status: 422,
  title: { vi: 'Không có văn bản này', en: 'There is no such document' },
  detail: () => ({
    vi: 'Quyết định được nêu chưa có trong hệ thống. Mời anh/chị chọn lại văn bản.',
    en: 'The decision named is not in the system. Please choose the document again.',
  }),
});
