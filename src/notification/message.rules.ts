import type { Locale, Text } from '../platform/problems/problem.js';
import type { OutgoingMessage } from './channels/message-channel.js';
import type { Notification } from './entities/notification.entity.js';

export type MessageLine = Pick<Notification, 'kind' | 'params' | 'link'>;

type Words = Omit<OutgoingMessage, 'id' | 'to' | 'locale'>;

const SUBJECT_MAX = 150;
const LINES_MAX = 50;

/** The sentences of the inbox (`inbox.kinds` of the web catalogues), for channels that have no catalogue of their own. */
const SENTENCES: Record<string, Text> = {
  'certificate-issued': {
    vi: 'Anh/chị đã được cấp giấy chứng nhận. Mời anh/chị xem và tải về.',
    en: 'You have been issued a certificate. You can view and download it.',
  },
  'password-reset-asked': {
    vi: '{person} nhờ anh/chị đặt lại mật khẩu. Mời anh/chị xác minh rồi cấp mã đăng nhập một lần.',
    en: '{person} asks you for a new password. Please make sure who it is, then issue a one-time code.',
  },
  'essays-graded': {
    vi: 'Giảng viên đã chấm bài tự luận của anh/chị. Mời anh/chị xem kết quả.',
    en: 'Your lecturer has graded your essay. Please see the result.',
  },
  'correction-asked': {
    vi: 'Có yêu cầu của {person} về dữ liệu cá nhân. Mời anh/chị xem xét và trả lời.',
    en: '{person} asks something about their personal data. Please consider and answer it.',
  },
  'correction-accepted': {
    vi: 'Công đoàn đã thực hiện yêu cầu của anh/chị về dữ liệu cá nhân.',
    en: 'Your union did what you asked about your personal data.',
  },
  // The reason stays in the inbox: free words about a person do not belong into a mailbox.
  'correction-rejected': {
    vi: 'Công đoàn chưa thực hiện yêu cầu của anh/chị về dữ liệu cá nhân. Mời anh/chị xem lý do.',
    en: 'Your union did not do what you asked about your personal data. Please see the reason.',
  },
  'review-asked': {
    vi: 'Có bài giảng chờ anh/chị thông qua: {title}.',
    en: 'A lecture waits for your approval: {title}.',
  },
  'review-due': {
    vi: 'Bài giảng “{title}” đã đến hạn thông qua. Mời anh/chị đọc và kết luận.',
    en: 'The lecture “{title}” is due for approval. Please read it and decide.',
  },
  'review-late': {
    vi: 'Bài “{title}” của anh/chị đã đến hạn mà chưa có kết luận; hệ thống đã nhắc người thông qua.',
    en: 'Your lecture “{title}” is due and not decided yet; the reviewers were reminded.',
  },
  'review-unjudged': {
    vi: 'Chưa có ai ở đơn vị thông qua được bài “{title}” của anh/chị. Mời anh/chị báo trường giao người thông qua.',
    en: 'Nobody in your unit can approve your lecture “{title}” yet. Please ask the school to appoint a reviewer.',
  },
  'review-approved': {
    vi: 'Bài “{title}” đã được thông qua.',
    en: 'Your lecture “{title}” was approved.',
  },
  'review-changes-requested': {
    vi: 'Bài “{title}” cần sửa. Mời anh/chị xem góp ý.',
    en: 'Your lecture “{title}” needs changes. Please see the comments.',
  },
  'review-comment': {
    vi: 'Có góp ý mới về bài “{title}”.',
    en: 'There is a new comment on “{title}”.',
  },
  'quiz-short': {
    vi: 'Luật thay đổi nên bài “{quiz}” chỉ còn {left} câu trong khi cần {draw} câu. Mời anh/chị xem và bổ sung.',
    en: 'The law changed, so “{quiz}” has {left} questions left and draws {draw}. Please see and add some.',
  },
  'law-review-task': {
    vi: 'Luật thay đổi, khoá “{course}” cần được rà soát. Mời anh/chị xem những bài và câu hỏi có dẫn điều luật cũ.',
    en: 'The law changed and “{course}” needs a review. Please see the lessons and questions that cite the old wording.',
  },
  'certificate-refresh-due': {
    vi: 'Pháp luật đã thay đổi sau khi anh/chị được cấp giấy chứng nhận. Mời anh/chị đọc phần thay đổi, chỉ mất vài phút; giấy vẫn có giá trị.',
    en: 'The law changed since your certificate was issued. Please read what changed, it takes a few minutes; the certificate stays valid.',
  },
};
const OTHER: Text = { vi: 'Anh/chị có một thông báo mới.', en: 'You have a new notification.' };

export const WORDED_KINDS = Object.keys(SENTENCES);

const FRAME = {
  vi: {
    greeting: 'Chào anh/chị,',
    digest: (count: number) => `Anh/chị có ${count} thông báo mới`,
    more: (count: number) => `Còn ${count} thông báo khác trong hộp thông báo của anh/chị.`,
    why: 'Anh/chị nhận thư này vì đã chọn nhận thông báo qua thư điện tử. Đổi lựa chọn tại:',
    codeSubject: 'Mã xác nhận địa chỉ thư',
    code: (code: string) => `Mã xác nhận của anh/chị là ${code}. Mời anh/chị nhập mã này ở mục Tôi trong vòng 24 giờ.`,
    codeWhy: 'Nếu anh/chị không yêu cầu, xin bỏ qua thư này: địa chỉ sẽ không được dùng.',
  },
  en: {
    greeting: 'Hello,',
    digest: (count: number) => (count === 1 ? 'You have 1 new notification' : `You have ${count} new notifications`),
    more: (count: number) => `${count} more are in your inbox.`,
    why: 'You get this mail because you chose to be notified by mail. Change that at:',
    codeSubject: 'Confirm your mail address',
    code: (code: string) => `Your confirmation code is ${code}. Please enter it under Me within 24 hours.`,
    codeWhy: 'If you did not ask for it, ignore this mail: the address will not be used.',
  },
};

/** Line breaks, controls and bidirectional marks become spaces: nothing put into a sentence can end a line or turn it round. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

export function sentence({ kind, params }: MessageLine, locale: Locale): string {
  const wording = Object.hasOwn(SENTENCES, kind) ? SENTENCES[kind] : undefined;
  const template = (wording ?? OTHER)[locale];
  // One pass: braces within a value stay what they are.
  return oneLine(template.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? '')));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const STYLE = 'font:16px/1.5 sans-serif;color:#1b2430;max-width:36rem';

const page = (locale: Locale, paragraphs: string[]): string =>
  `<!doctype html><html lang="${locale}"><body style="${STYLE}">${paragraphs.map((html) => `<p>${html}</p>`).join('')}</body></html>`;

const anchor = (url: string, words = url): string => `<a href="${escaped(url)}">${escaped(words)}</a>`;

/**
 * One mail with these lines, newest last: by itself the line is the subject, several are counted there. At most 50 are
 * written out.
 * @param publicUrl without a slash at its end
 */
export function composeNews(lines: readonly MessageLine[], locale: Locale, publicUrl: string): Words {
  const words = FRAME[locale];
  const [first] = lines;
  const subject = lines.length === 1 && first ? sentence(first, locale) : words.digest(lines.length);
  const shown = lines.slice(-LINES_MAX).map((line) => ({ says: sentence(line, locale), url: publicUrl + line.link }));
  const left = lines.length - shown.length;
  const more = left > 0 ? [words.more(left)] : [];
  const settings = `${publicUrl}/toi`;
  return {
    subject: [...subject].slice(0, SUBJECT_MAX).join(''),
    text: [
      ...[words.greeting, ...shown.map(({ says, url }) => `- ${says}\n  ${url}`), ...more],
      `${words.why}\n${settings}`,
    ].join('\n\n'),
    html: page(locale, [
      ...[words.greeting, ...shown.map(({ says, url }) => anchor(url, says)), ...more.map(escaped)],
      `<small>${escaped(words.why)} ${anchor(settings)}</small>`,
    ]),
  };
}

/** The mail that proves that an address is its owner's. It says nothing about the person: the mailbox may be a stranger's. */
export function composeCode(code: string, locale: Locale): Words {
  const words = FRAME[locale];
  const paragraphs = [words.greeting, words.code(code), words.codeWhy];
  return { subject: words.codeSubject, text: paragraphs.join('\n\n'), html: page(locale, paragraphs.map(escaped)) };
}
