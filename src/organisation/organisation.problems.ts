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

export const OrganisationNotInForce = defineProblem<{ day: string }>({
  code: 'organisation-not-in-force',
  status: 422,
  title: { vi: 'Ngày không nằm trong thời gian hoạt động của đơn vị', en: 'The unit does not exist on that day' },
  detail: ({ day }) => ({
    vi: `Ngày ${day}, đơn vị chưa thành lập, vừa thành lập trong ngày hoặc đã giải thể. Mời anh/chị xem lại ngày.`,
    en: `On ${day} the unit is not founded yet, is founded that very day, or is abolished. Please check the day.`,
  }),
});

export const OrganisationCycle = defineProblem({
  code: 'organisation-cycle',
  status: 422,
  title: { vi: 'Không thể chuyển đơn vị vào chính nó', en: 'A unit cannot be placed below itself' },
  detail: () => ({
    vi: 'Đơn vị cấp trên được chọn là chính đơn vị này hoặc đang trực thuộc đơn vị này. Mời anh/chị chọn đơn vị khác.',
    en: 'The superior unit chosen is this unit itself or belongs to it. Please choose another one.',
  }),
});

export const OrganisationHasChildren = defineProblem({
  code: 'organisation-has-children',
  status: 409,
  title: { vi: 'Đơn vị còn đơn vị trực thuộc', en: 'Other units still belong to this one' },
  detail: () => ({
    vi: 'Mời anh/chị chuyển hoặc giải thể các đơn vị trực thuộc kể từ ngày này trước.',
    en: 'Please move or abolish the units below it from that day on first.',
  }),
});

export const DecisionUnknown = defineProblem({
  code: 'organisation-decision-unknown',
  status: 422,
  title: { vi: 'Không có văn bản này', en: 'There is no such document' },
  detail: () => ({
    vi: 'Quyết định được nêu chưa có trong hệ thống. Mời anh/chị chọn lại văn bản.',
    en: 'The decision named is not in the system. Please choose the document again.',
  }),
});

export const HeadCountInFuture = defineProblem({
  code: 'organisation-head-count-in-future',
  status: 422,
  title: { vi: 'Ngày thống kê ở tương lai', en: 'The day of the count is in the future' },
  detail: () => ({
    vi: 'Số lượng đoàn viên và người lao động chỉ được ghi cho hôm nay hoặc ngày đã qua.',
    en: 'Members and workers can be recorded for today or a past day only.',
  }),
});

export const OrganisationKindUnknown = defineProblem<{ kind: string; known: string[] }>({
  code: 'organisation-kind-unknown',
  status: 422,
  title: { vi: 'Không có loại hình đơn vị này', en: 'There is no such kind of unit' },
  detail: ({ kind, known }) => ({
    vi: `Hệ thống chưa có loại hình “${kind}”. Các loại hình đang có: ${known.join(', ')}.`,
    en: `There is no kind "${kind}". The kinds are: ${known.join(', ')}.`,
  }),
});

export const OrganisationTierWrong = defineProblem<{ kind: string; tier: string; rightTier: string }>({
  code: 'organisation-tier-wrong',
  status: 422,
  title: { vi: 'Cấp không khớp với loại hình', en: 'The tier does not fit the kind' },
  detail: ({ kind, tier, rightTier }) => ({
    vi: `Loại hình “${kind}” thuộc cấp “${rightTier}”, không thuộc cấp “${tier}”.`,
    en: `Kind "${kind}" is of tier "${rightTier}", not of tier "${tier}".`,
  }),
});

export const OrganisationKindNotInForce = defineProblem<{ kind: string; day: string }>({
  code: 'organisation-kind-not-in-force',
  status: 422,
  title: { vi: 'Loại hình không còn hoặc chưa được thành lập', en: 'This kind of unit is not founded on that day' },
  detail: ({ kind, day }) => ({
    vi: `Ngày ${day} không thành lập đơn vị loại hình “${kind}”: cấp hoặc loại hình này chưa có hoặc đã kết thúc.`,
    en: `No unit of kind "${kind}" is founded on ${day}: its kind or tier does not exist yet or has ended.`,
  }),
});

export const UnitsUnknown = defineProblem({
  code: 'organisation-units-unknown',
  status: 422,
  title: { vi: 'Có đơn vị không tìm thấy', en: 'Some units were not found' },
  detail: () => ({
    vi: 'Một số đơn vị được nêu không có, hoặc anh/chị không có quyền thay đổi. Mời anh/chị chọn lại.',
    en: 'Some of the units named do not exist, or you may not change them. Please choose again.',
  }),
});

export const UnitsTwice = defineProblem({
  code: 'organisation-units-twice',
  status: 422,
  title: { vi: 'Đơn vị được nêu hai lần', en: 'A unit is named twice' },
  detail: () => ({
    vi: 'Mỗi đơn vị hoặc người chỉ được nêu một lần, và đơn vị không thể sáp nhập vào chính nó.',
    en: 'Each unit or person may be named once only, and a unit cannot be merged into itself.',
  }),
});

export const SplitChildrenWrong = defineProblem({
  code: 'organisation-split-children-wrong',
  status: 422,
  title: { vi: 'Đơn vị trực thuộc chưa đúng', en: 'A unit below is not right' },
  detail: () => ({
    vi: 'Có đơn vị được giao cho phần mới nhưng không trực thuộc đơn vị bị chia tách trong ngày đó.',
    en: 'A unit is assigned to a part but does not belong to the unit that is split on that day.',
  }),
});

export const SplitCountsWrong = defineProblem<{ members: number; workers: number }>({
  code: 'organisation-split-counts-wrong',
  status: 422,
  title: { vi: 'Số đoàn viên, người lao động không khớp', en: 'Members and workers do not add up' },
  detail: ({ members, workers }) => ({
    vi: `Các phần cộng lại phải bằng số của đơn vị bị chia (${members} đoàn viên, ${workers} người lao động); đơn vị bị tách thì không vượt quá số này.`,
    en: `The parts must add up to the unit that ends (${members} members, ${workers} workers), and not exceed one that goes on.`,
  }),
});

export const DocumentKnownOtherwise = defineProblem({
  code: 'document-known-otherwise',
  status: 409,
  title: { vi: 'Văn bản này đã có với người ký khác', en: 'This document is known with another signer' },
  detail: () => ({
    vi: 'Số và ngày văn bản trùng với một văn bản đã ghi, nhưng người ký khác. Mời anh/chị kiểm tra lại; chưa có gì được ghi nhận.',
    en: 'A document of this number and day is recorded with another signer. Please check; nothing was recorded.',
  }),
});
