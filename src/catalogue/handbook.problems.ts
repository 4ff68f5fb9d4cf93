import { defineProblem } from '../platform/problems/problem.js';

export const HandbookNotReady = defineProblem({
  code: 'handbook-not-ready',
  status: 409,
  title: { vi: 'Cẩm nang chưa có', en: 'The handbook is not there yet' },
  detail: () => ({
    vi: 'Cẩm nang chưa được làm xong. Mời anh/chị yêu cầu làm ở trang khoá học và đợi đến khi có nút tải.',
    en: 'The handbook has not been made yet. Please ask for it on the course page and wait until it can be downloaded.',
  }),
});

export const HandbookWithoutLessons = defineProblem({
  code: 'handbook-without-lessons',
  status: 409,
  title: { vi: 'Khoá học chưa có bài đọc', en: 'The course has nothing to read' },
  detail: () => ({
    vi: 'Bản này của khoá học chỉ có bài kiểm tra hoặc tình huống, chưa có bài nào để in thành cẩm nang.',
    en: 'This revision of the course has only quizzes or scenarios: there is no lesson to print.',
  }),
});
