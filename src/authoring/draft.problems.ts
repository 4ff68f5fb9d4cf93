import { defineProblem } from '../platform/problems/problem.js';

export const DraftConflict = defineProblem({
  code: 'draft-conflict',
  status: 409,
  title: { vi: 'Người khác vừa sửa phần này', en: 'Somebody else has just changed this' },
  detail: () => ({
    vi: 'Phần này đã được lưu một bản mới hơn bản anh/chị đang sửa. Chưa có gì bị mất: mời anh/chị xem bản mới và quyết định giữ chữ nào.',
    en: 'A newer version than the one you are editing was saved. Nothing is lost: please look at it and decide which words to keep.',
  }),
});

export const DraftExists = defineProblem({
  code: 'draft-exists',
  status: 409,
  title: { vi: 'Khoá học này đang được soạn', en: 'This course is being written already' },
  detail: () => ({
    vi: 'Mỗi khoá học chỉ có một bản đang soạn. Mời anh/chị mở bản đang có, hoặc hỏi người đã bắt đầu bản đó.',
    en: 'A course has one draft at a time. Please open that one, or ask whoever began it.',
  }),
});

export const CourseOfAnotherUnit = defineProblem({
  code: 'course-of-another-unit',
  status: 403,
  title: { vi: 'Khoá học này do đơn vị khác phụ trách', en: 'Another unit answers for this course' },
  detail: () => ({
    vi: 'Chỉ giảng viên của đơn vị phụ trách mới soạn bản mới cho khoá này. Anh/chị vẫn soạn được khoá mới của đơn vị mình.',
    en: 'Only lecturers of the unit that answers for this course write its next version. You can still begin a course of your own unit.',
  }),
});

export const SlugTaken = defineProblem({
  code: 'slug-taken',
  status: 409,
  title: { vi: 'Tên đường dẫn này đã dùng', en: 'This name is taken' },
  detail: () => ({
    vi: 'Đã có khoá học mang tên đường dẫn này. Mời anh/chị chọn tên khác.',
    en: 'There is a course of this name already. Please choose another one.',
  }),
});

export const DraftClosed = defineProblem({
  code: 'draft-closed',
  status: 409,
  title: { vi: 'Bản soạn này đã đóng', en: 'This draft is closed' },
  detail: () => ({
    vi: 'Bản đã công bố hoặc đã bỏ không sửa được nữa. Mời anh/chị bắt đầu một bản soạn mới từ khoá học.',
    en: 'What was published or given up is not changed any more. Please begin a new draft of the course.',
  }),
});

export const DraftNotInState = defineProblem<{ vi: string; en: string }>({
  code: 'draft-not-in-state',
  status: 409,
  title: { vi: 'Lúc này chưa làm được việc đó', en: 'This cannot be done now' },
  detail: (said) => said,
});

export const DraftHasFaults = defineProblem<{ count: number }>({
  code: 'draft-has-faults',
  status: 422,
  title: { vi: 'Bài soạn còn chỗ cần sửa', en: 'The draft has faults' },
  detail: ({ count }) => ({
    vi: `Còn ${count} chỗ cần sửa trước khi gửi. Chưa có gì được gửi đi.`,
    en: `${count} faults are to be mended first. Nothing was submitted.`,
  }),
});

export const DraftUnchanged = defineProblem({
  code: 'draft-unchanged',
  status: 422,
  title: { vi: 'Bài soạn không khác bản đang dùng', en: 'Nothing differs from what is published' },
  detail: () => ({
    vi: 'Nội dung giống hệt bản đang công bố, nên không có gì để thông qua.',
    en: 'The content is that of the published revision, so there is nothing to review.',
  }),
});

export const OrderOutdated = defineProblem({
  code: 'order-outdated',
  status: 409,
  title: { vi: 'Danh sách bài vừa thay đổi', en: 'The list of lessons has just changed' },
  detail: () => ({
    vi: 'Có bài hoặc chuyên đề được thêm hay bớt trong lúc anh/chị sắp xếp. Mời tải lại rồi sắp xếp tiếp; chưa có gì bị đổi.',
    en: 'A lesson or module was added or removed meanwhile. Please reload and order again; nothing was changed.',
  }),
});

export const TooManyParts = defineProblem({
  code: 'too-many-parts',
  status: 422,
  title: { vi: 'Nhiều quá 99 phần', en: 'More than 99 parts' },
  detail: () => ({
    vi: 'Một khoá học có nhiều nhất 99 chuyên đề, một chuyên đề có nhiều nhất 99 bài.',
    en: 'A course has at most 99 modules, and a module at most 99 lessons.',
  }),
});

export const AttachmentRefused = defineProblem<{ vi: string; en: string }>({
  code: 'attachment-refused',
  status: 422,
  title: { vi: 'Không đính kèm được tệp này', en: 'This file cannot be attached' },
  detail: (said) => said,
});

export const ArchiveRefused = defineProblem({
  code: 'archive-refused',
  status: 422,
  title: { vi: 'Không nhận được tệp này', en: 'This archive cannot be taken' },
  detail: () => ({
    vi: 'Tệp có những chỗ nêu bên dưới. Chưa có gì được nhập.',
    en: 'The archive has the faults listed. Nothing was imported.',
  }),
});

export const ReviewSettled = defineProblem({
  code: 'review-settled',
  status: 409,
  title: { vi: 'Lượt thông qua này đã khép lại', en: 'This review is closed' },
  detail: () => ({
    vi: 'Bài đã được quyết định, được rút lại hoặc đã sửa tiếp. Mời anh/chị mở lại danh sách.',
    en: 'It was decided, withdrawn, or the text was edited meanwhile. Please open the list again.',
  }),
});

export const ReviewByAuthor = defineProblem({
  code: 'review-by-author',
  status: 403,
  title: { vi: 'Không tự thông qua bài của mình', en: 'Nobody reviews their own text' },
  detail: () => ({
    vi: 'Anh/chị có tham gia soạn bài này, nên cần một người khác thông qua, dù anh/chị giữ vai trò nào.',
    en: 'You wrote for this draft, so somebody else decides on it, whatever your role.',
  }),
});
