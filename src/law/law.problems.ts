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
    vi: `Một phiên bản của ${code} không còn trong tệp nhưng đang được bài học hoặc câu hỏi dẫn, hoặc đã được công bố là thay đổi của pháp luật.`,
    en: `A version of ${code} is no longer in the files, but lessons or questions cite it, or it was announced as a change of the law.`,
  }),
});

/** Something else is recorded for this article and day. */
export const AmendmentDiffers = defineProblem<{ codes: string[]; day: string }>({
  code: 'amendment-differs',
  status: 409,
  title: { vi: 'Đã có thay đổi khác cho ngày này', en: 'Another change is recorded for this day' },
  detail: ({ codes, day }) => ({
    vi: `Thư viện đã ghi một nội dung khác có hiệu lực từ ${day} cho: ${codes.join(', ')}. Mời anh/chị mở điều luật để đối chiếu.`,
    en: `The library holds something else in force from ${day} for: ${codes.join(', ')}. Please open the article and compare.`,
  }),
});

export const AmendmentDayInvalid = defineProblem<{ codes: string[]; day: string }>({
  code: 'amendment-day-invalid',
  status: 422,
  title: { vi: 'Ngày có hiệu lực chưa phù hợp', en: 'The day of effect does not fit' },
  detail: ({ codes, day }) => ({
    vi: `Ngày ${day} không nối tiếp nội dung đang có của: ${codes.join(', ')}.`,
    en: `${day} does not follow the wording held of: ${codes.join(', ')}.`,
  }),
});

export const MappingUnknown = defineProblem<{ codes: string[] }>({
  code: 'mapping-unknown',
  status: 422,
  title: { vi: 'Bảng đối chiếu điều luật có mã lạ', en: 'The mapping names unknown articles' },
  detail: ({ codes }) => ({
    vi: `Không có trong văn bản tương ứng: ${codes.join(', ')}.`,
    en: `Not in the document concerned: ${codes.join(', ')}.`,
  }),
});
