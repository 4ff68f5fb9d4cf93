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
