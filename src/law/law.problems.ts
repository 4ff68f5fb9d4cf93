import { defineProblem } from '../platform/problems/problem.js';

/** A citation names an article that the library does not hold, or that is not in force on the day of the content. */
export const CitationNotInForce = defineProblem<{ codes: string[]; asOf: string }>({
  code: 'citation-not-in-force',
  status: 422,
  title: { vi: 'Điều luật được dẫn không có hiệu lực', en: 'A cited article is not in force' },
  detail: ({ codes, asOf }) => ({
    vi: `Không có trong thư viện pháp luật, hoặc không có hiệu lực ngày ${asOf}: ${codes.join(', ')}.`,
    en: `Not in the law library, or not in force on ${asOf}: ${codes.join(', ')}.`,
  }),
});

/** The files dropped a version that a lesson or question was written against. */
export const CitedVersionRemoved = defineProblem<{ code: string }>({
  code: 'cited-version-removed',
  status: 409,
  title: {
    vi: 'Không thể bỏ phiên bản điều luật đang được dẫn',
    en: 'A cited version of an article cannot be removed',
  },
  detail: ({ code }) => ({
    vi: `Một phiên bản của ${code} không còn trong tệp nhưng đang được bài học hoặc câu hỏi dẫn.`,
    en: `A version of ${code} is no longer in the files, but lessons or questions cite it.`,
  }),
});
