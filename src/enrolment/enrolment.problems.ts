import { defineProblem } from '../platform/problems/problem.js';

export const LessonNotInCourse = defineProblem({
  code: 'lesson-not-in-course',
  status: 422,
  title: { vi: 'Bài học không thuộc khoá này', en: 'The lesson is not in this course' },
  detail: () => ({
    vi: 'Bài học này không có trong phiên bản khoá học mà anh/chị đang theo. Mời anh/chị tải lại khoá học.',
    en: 'This lesson is not in the version of the course you are taking. Please load the course again.',
  }),
});
