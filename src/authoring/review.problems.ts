import { defineProblem } from '../platform/problems/problem.js';

export const ReviewOutdated = defineProblem({
  code: 'review-outdated',
  status: 409,
  title: { vi: 'Bài đã có bản mới hơn', en: 'There is a newer text' },
  detail: () => ({
    vi: 'Lượt này đã khép lại hoặc bài đã được gửi lại, nên không góp ý thêm vào đây được. Mời anh/chị mở bản mới nhất.',
    en: 'This review is closed or the text was submitted again, so nothing is added here. Please open the latest one.',
  }),
});

export const ParagraphUnknown = defineProblem({
  code: 'paragraph-unknown',
  status: 422,
  title: { vi: 'Không có đoạn này trong bài', en: 'There is no such paragraph' },
  detail: () => ({
    vi: 'Bài không có đoạn mà anh/chị góp ý. Mời tải lại trang rồi góp ý lại.',
    en: 'The lesson has no such paragraph. Please reload the page and comment again.',
  }),
});

export const NotToResolve = defineProblem({
  code: 'not-to-resolve',
  status: 403,
  title: { vi: 'Người thông qua sẽ khép góp ý này', en: 'The reviewer settles this remark' },
  detail: () => ({
    vi: 'Người soạn bài trả lời góp ý; người thông qua hoặc người đã góp ý đánh dấu là đã xong.',
    en: 'Authors answer remarks; the reviewer, or whoever made it, calls it settled.',
  }),
});
