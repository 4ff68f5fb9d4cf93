import { defineProblem } from '../platform/problems/problem.js';

export const OrganisationCodeInvalid = defineProblem({
  code: 'organisation-code-invalid',
  status: 422,
  title: { vi: 'Mã đơn vị chưa đúng', en: 'The unit code is not valid' },
  detail: () => ({
    vi: 'Mã đơn vị gồm 2–40 ký tự: chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối.',
    en: 'A unit code has 2–40 characters: letters A–Z, digits, dots or hyphens.',
  }),
});

export const OrganisationNameInvalid = defineProblem({
  code: 'organisation-name-invalid',
  status: 422,
  title: { vi: 'Tên đơn vị chưa đúng', en: 'The unit name is not valid' },
  detail: () => ({
    vi: 'Tên đơn vị không được để trống và dài tối đa 200 ký tự.',
    en: 'The name of a unit must not be empty and has at most 200 characters.',
  }),
});

export const OrganisationCodeTaken = defineProblem<{ code: string }>({
  code: 'organisation-code-taken',
  status: 409,
  title: { vi: 'Mã đơn vị đã được dùng', en: 'The unit code is taken' },
  detail: ({ code }) => ({
    vi: `Đã có đơn vị mang mã ${code}. Mỗi mã chỉ thuộc về một đơn vị, kể cả đơn vị đã giải thể.`,
    en: `A unit with code ${code} exists. A code belongs to one unit for good, even when it is abolished.`,
  }),
});

export const ParentNotInForce = defineProblem({
  code: 'organisation-parent-not-in-force',
  status: 422,
  title: { vi: 'Đơn vị cấp trên không còn hoạt động', en: 'The superior unit does not exist any more' },
  detail: () => ({
    vi: 'Không có đơn vị cấp trên này, hoặc đơn vị đã giải thể. Mời anh/chị chọn đơn vị khác.',
    en: 'There is no such superior unit, or it was abolished. Please choose another one.',
  }),
});
