import { defineProblem } from '../platform/problems/problem.js';

export const CertificateBeingMade = defineProblem({
  code: 'certificate-being-made',
  status: 409,
  title: { vi: 'Giấy chứng nhận đang được in', en: 'The certificate is being made' },
  detail: () => ({
    vi: 'Bản PDF sẽ có sau ít giây. Giấy chứng nhận đã được vào sổ và có hiệu lực.',
    en: 'The PDF will be there in a few seconds. The certificate is registered and valid already.',
  }),
});

export const CertificateUnknown = defineProblem({
  code: 'certificate-unknown',
  status: 404,
  title: { vi: 'Không tìm thấy giấy chứng nhận', en: 'No such certificate' },
  detail: () => ({
    vi: 'Không có giấy chứng nhận nào mang mã hoặc số này. Mời anh/chị kiểm tra lại từng ký tự; nếu vẫn không thấy, giấy không do hệ thống này cấp.',
    en: 'No certificate has this code or number. Please check each character; if it is right, the paper was not issued here.',
  }),
});

export const TooManyVerifications = defineProblem({
  code: 'too-many-verifications',
  status: 429,
  title: { vi: 'Kiểm tra quá nhanh', en: 'Too many requests' },
  detail: () => ({
    vi: 'Từ mạng này đã có rất nhiều lượt kiểm tra. Mời anh/chị thử lại sau ít giây.',
    en: 'There were very many verifications from this network. Please try again in a few seconds.',
  }),
});
