import { defineProblem } from '../platform/problems/problem.js';

export const TopicUnknown = defineProblem({
  code: 'topic-unknown',
  status: 422,
  title: { vi: 'Không có chủ đề này', en: 'There is no such topic' },
  detail: () => ({
    vi: 'Không khoá học nào có chủ đề này. Mời anh/chị chọn trong danh sách.',
    en: 'No course has this topic. Please choose one of the list.',
  }),
});

export const AuthorisationPeriodInvalid = defineProblem({
  code: 'authorisation-period-invalid',
  status: 422,
  title: { vi: 'Thời gian phân công chưa đúng', en: 'The period is not valid' },
  detail: () => ({
    vi: 'Ngày kết thúc phải sau ngày bắt đầu và nằm trong thời gian phân công; ngày đối chiếu luật không sau ngày bắt đầu.',
    en: 'It ends after it begins and within its period; the day of the law is not after the first day.',
  }),
});

export const AuthorisationOverlaps = defineProblem({
  code: 'authorisation-overlaps',
  status: 409,
  title: { vi: 'Đã được phân công dạy chủ đề này', en: 'Already authorised for this topic' },
  detail: () => ({
    vi: 'Trong thời gian đó người này đã được phân công dạy chủ đề này ở đơn vị này.',
    en: 'This person is authorised for this topic in this unit on some of these days already.',
  }),
});
