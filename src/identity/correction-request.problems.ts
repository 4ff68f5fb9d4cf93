import { defineProblem } from '../platform/problems/problem.js';

export const CorrectionAlreadyAsked = defineProblem({
  code: 'correction-already-asked',
  status: 409,
  title: { vi: 'Anh/chị đã gửi yêu cầu này', en: 'You asked for this already' },
  detail: () => ({
    vi: 'Yêu cầu trước của anh/chị về mục này đang chờ công đoàn xem xét. Anh/chị sẽ nhận thông báo khi có kết quả.',
    en: 'Your earlier request about this is waiting for your union. You will be told when it is decided.',
  }),
});

export const CorrectionDecided = defineProblem({
  code: 'correction-decided',
  status: 409,
  title: { vi: 'Yêu cầu đã được giải quyết', en: 'The request was decided already' },
  detail: () => ({
    vi: 'Một cán bộ khác đã giải quyết yêu cầu này. Chưa có gì bị thay đổi thêm.',
    en: 'Another officer decided on this request. Nothing else was changed.',
  }),
});

export const RejectionNeedsReason = defineProblem({
  code: 'rejection-needs-reason',
  status: 422,
  title: { vi: 'Cần nêu lý do', en: 'A reason is needed' },
  detail: () => ({
    vi: 'Khi chưa chấp nhận yêu cầu, mời anh/chị nêu lý do để người gửi biết.',
    en: 'When a request is not accepted, please say why, so that the person knows.',
  }),
});

export const OwnMatter = defineProblem({
  code: 'own-matter',
  status: 403,
  title: { vi: 'Việc của chính anh/chị', en: 'This is your own matter' },
  detail: () => ({
    vi: 'Không ai tự giải quyết yêu cầu hay xoá dữ liệu của chính mình. Mời anh/chị nhờ cán bộ khác hoặc công đoàn cấp trên.',
    en: 'Nobody decides on a request or an erasure of their own. Please ask another officer or your superior union.',
  }),
});

export const ErasureWhileInOffice = defineProblem({
  code: 'erasure-while-in-office',
  status: 409,
  title: { vi: 'Người này còn giữ chức danh', en: 'This person still holds an office' },
  detail: () => ({
    vi: 'Công đoàn phải biết ai đang giữ chức danh. Mời anh/chị kết thúc các chức danh trước, rồi mới xoá dữ liệu cá nhân.',
    en: 'A union must know who holds its offices. Please end the offices first, then erase the personal data.',
  }),
});
