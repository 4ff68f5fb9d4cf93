import type { Locale, Text } from '../platform/problems/problem.js';
import { shortDate } from './certificate-wording.rules.js';
import { dayBefore, type CertificateState } from './credentials.rules.js';
import type { Verification } from './verification.service.js';

/** The words of the verification page. */
export const VERIFICATION_TEXTS = {
  title: { vi: 'Kiểm tra giấy chứng nhận', en: 'Verify a certificate' },
  intro: {
    vi: 'Nhập mã in dưới mã QR hoặc số vào sổ trên giấy. Dấu cách, dấu gạch, chữ hoa hay chữ thường đều được.',
    en: 'Type the code printed under the QR code, or the register number. Spaces, dashes and case do not matter.',
  },
  code: { vi: 'Mã xác minh hoặc số vào sổ', en: 'Verification code or register number' },
  check: { vi: 'Kiểm tra', en: 'Verify' },
  another: { vi: 'Kiểm tra giấy khác', en: 'Verify another one' },
  compare: {
    vi: 'Mời anh/chị đối chiếu từng mục dưới đây với tờ giấy. Chỗ nào khác là giấy đã bị sửa.',
    en: 'Please compare each line with the paper. Where they differ, the paper was altered.',
  },
  unknown: { vi: 'Không tìm thấy giấy chứng nhận', en: 'No such certificate' },
  typed: { vi: 'Đã nhập', en: 'Typed' },
  checkedOn: { vi: 'Kiểm tra ngày', en: 'Verified on' },
} satisfies Record<string, Text>;

const STATES: Record<CertificateState, Text> = {
  valid: { vi: 'Giấy còn hiệu lực', en: 'The certificate is valid' },
  expired: { vi: 'Giấy đã hết hạn', en: 'The certificate has expired' },
  superseded: { vi: 'Giấy đã được cấp lại', en: 'The certificate was renewed' },
  revoked: { vi: 'Giấy đã bị thu hồi', en: 'The certificate was revoked' },
};

/** The state in words, and what it means for who holds the paper. */
export function stateWords(verification: Verification, locale: Locale): { title: string; detail: string } {
  return { title: STATES[verification.state][locale], detail: DETAILS[verification.state](verification)[locale] };
}

const DETAILS: Record<CertificateState, (verification: Verification) => Text> = {
  valid: ({ certificate: { expiresOn } }) =>
    expiresOn === null
      ? { vi: 'Có trong sổ cấp giấy và không có thời hạn.', en: 'It is in the register and does not expire.' }
      : {
          vi: `Có trong sổ cấp giấy, có giá trị đến hết ngày ${shortDate(dayBefore(expiresOn))}.`,
          en: `It is in the register and valid until the end of ${shortDate(dayBefore(expiresOn))}.`,
        },
  expired: ({ certificate: { expiresOn } }) => ({
    vi: `Giấy được cấp đúng nhưng chỉ có giá trị đến hết ngày ${shortDate(dayBefore(expiresOn ?? ''))}.`,
    en: `It was issued, and was valid until the end of ${shortDate(dayBefore(expiresOn ?? ''))}.`,
  }),
  superseded: ({ supersededBy }) => ({
    vi: supersededBy === null ? 'Giấy này không còn dùng.' : `Giấy thay thế mang số vào sổ ${supersededBy}.`,
    en:
      supersededBy === null
        ? 'It is no longer in use.'
        : `The one in its place has the register number ${supersededBy}.`,
  }),
  revoked: ({ revokedOn }) => ({
    vi: `Đơn vị cấp đã thu hồi giấy này${revokedOn === null ? '' : ` ngày ${shortDate(revokedOn)}`}. Giấy không có giá trị.`,
    en: `The issuer revoked it${revokedOn === null ? '' : ` on ${shortDate(revokedOn)}`}. It is not valid.`,
  }),
};

/** What a change of the law since means for a valid certificate; null when there was none. */
export function refreshWords({ state, refreshDue, refreshedOn }: Verification, locale: Locale): string | null {
  if (state !== 'valid') return null;
  if (refreshDue) return REFRESH_DUE[locale];
  return refreshedOn === null ? null : REFRESHED(shortDate(refreshedOn))[locale];
}

const REFRESH_DUE: Text = {
  vi: 'Cần cập nhật: từ khi cấp giấy, pháp luật mà khoá học dẫn đã thay đổi và người được cấp chưa xác nhận đã đọc phần thay đổi. Giấy vẫn có giá trị.',
  en: 'Refresh due: since it was issued, law that the course rests on has changed, and the holder has not confirmed having read the change. The certificate stays valid.',
};

const REFRESHED = (day: string): Text => ({
  vi: `Người được cấp đã cập nhật thay đổi của pháp luật ngày ${day}.`,
  en: `The holder caught up with changes of the law on ${day}.`,
});
