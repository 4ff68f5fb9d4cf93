import type { Locale, Text } from '../platform/problems/problem.js';
import type { CertificateDrawing } from './certificate-pdf/certificate-drawing.js';
import { dayBefore, groupedCode } from './credentials.rules.js';
import type { CertificateSnapshot } from './entities/certificate-snapshot.js';
import type { Certificate } from './entities/certificate.entity.js';

/** What the words on the paper are made from. */
export type PrintedCertificate = Pick<
  Certificate,
  'registerNumber' | 'blankSerial' | 'grade' | 'verificationCode' | 'snapshot' | 'issuedOn' | 'expiresOn'
>;

const KINDS: Record<CertificateSnapshot['kind'], Text> = {
  'giay-chung-nhan': { vi: 'Giấy chứng nhận', en: 'Certificate' },
  'chung-chi': { vi: 'Chứng chỉ', en: 'Statutory certificate' },
};

/** dd/MM/yyyy. */
export function shortDate(day: string): string {
  return day.split('-').reverse().join('/');
}

/** `ngày 05 tháng 02 năm 2026`: days below ten and the months January and February with a zero, as papers are dated. */
export function longDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const shown = Number(month) > 2 ? String(Number(month)) : month;
  return `ngày ${date} tháng ${shown} năm ${year}`;
}

const FIGURES: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};

/** 1,5 in Vietnamese and 1.5 in English. */
function figure(value: number, locale: Locale): string {
  return FIGURES[locale].format(value);
}

/** The heading, what it certifies, and the words before the course: a title often says some of it already. */
function headings({ kind, title, course }: CertificateSnapshot): {
  kind: string;
  title: string | null;
  completed: string;
} {
  const name = KINDS[kind].vi;
  let rest = title.vi.normalize('NFC').trim();
  if (rest.toLocaleLowerCase('vi').startsWith(name.toLocaleLowerCase('vi'))) rest = rest.slice(name.length).trim();
  if (rest.endsWith(course.title.vi)) rest = rest.slice(0, -course.title.vi.length).trim();
  const says = /^hoàn thành\s/iu.test(rest);
  return {
    kind: name.toLocaleUpperCase('vi'),
    title: says || rest === '' ? null : rest,
    completed: says ? `đã ${rest.charAt(0).toLocaleLowerCase('vi')}${rest.slice(1)}` : 'đã hoàn thành khoá học',
  };
}

function periodText({ from, to }: { from: string; to: string }): string {
  return from === to ? `ngày ${shortDate(from)}` : `từ ngày ${shortDate(from)} đến ngày ${shortDate(to)}`;
}

function resultTexts({ results }: CertificateSnapshot, locale: Locale): string[] {
  const words: Record<Locale, [string, string]> = { vi: ['kiểm tra', 'tham dự lớp'], en: ['test', 'attendance'] };
  const [quiz, attendance] = words[locale];
  return [
    ...(results.quizPercent === null ? [] : [`${quiz} ${figure(results.quizPercent, locale)}%`]),
    ...(results.attendancePercent === null ? [] : [`${attendance} ${figure(results.attendancePercent, locale)}%`]),
  ];
}

function detailLines(certificate: PrintedCertificate): string[] {
  const { course, classPeriod } = certificate.snapshot;
  const hours = `Thời lượng ${figure(course.hours, 'vi')} giờ`;
  const when = classPeriod ? `, lớp ${classPeriod.code} ${periodText(classPeriod)}` : '';
  const results = resultTexts(certificate.snapshot, 'vi');
  const grade = certificate.grade === null ? [] : [`xếp loại ${certificate.grade}`];
  const outcome = [...results, ...grade];
  return [hours + when, ...(outcome.length > 0 ? [`Kết quả: ${outcome.join(', ')}`] : [])];
}

/** Every word of the paper. `publicUrl` is the address that the QR code carries. */
export function drawingOf(certificate: PrintedCertificate, publicUrl: string): CertificateDrawing {
  const { snapshot, registerNumber, blankSerial, expiresOn, verificationCode, issuedOn } = certificate;
  const { holder, course, issuer } = snapshot;
  const groups = groupedCode(verificationCode);
  const programme = `Chương trình bản ${course.revision}, theo pháp luật tính đến ngày ${shortDate(course.asOf)}`;
  return {
    documentTitle: `${KINDS[snapshot.kind].vi} ${registerNumber} – ${holder.fullName}`,
    issuerParent: issuer.parentName,
    issuerName: issuer.name,
    ...headings(snapshot),
    addressing: 'Chứng nhận Ông/Bà',
    holder: holder.fullName,
    holderUnit: [holder.office, holder.unit].filter((part) => part !== null).join(', ') || null,
    course: course.title.vi,
    details: detailLines(certificate),
    registerLines: [
      `Số vào sổ: ${registerNumber}`,
      ...(blankSerial === null ? [] : [`Số hiệu: ${blankSerial}`]),
      ...(expiresOn === null ? [] : [`Có giá trị đến hết ngày ${shortDate(dayBefore(expiresOn))}`]),
      programme,
    ],
    dateLine: longDate(issuedOn).replace(/^n/, 'N'),
    signatory: 'ĐẠI DIỆN ĐƠN VỊ CẤP',
    verificationUrl: `${publicUrl}/xac-minh/${verificationCode}`,
    // Two lines of nine characters fit beneath the QR code.
    verificationCode: `${groups.slice(0, 9)} ${groups.slice(10)}`,
    verifyAt: `Kiểm tra giấy này tại ${publicUrl.replace(/^https?:\/\//, '')}/xac-minh`,
    issuedAt: `${issuedOn}T00:00:00+07:00`,
  };
}

/** One line of the verification page. */
export interface PrintedFact {
  label: string;
  value: string;
  isName?: boolean;
}

const LABELS = {
  holder: { vi: 'Người được cấp', en: 'Holder' },
  office: { vi: 'Chức danh, đơn vị khi cấp', en: 'Office and unit at the time' },
  title: { vi: 'Loại giấy', en: 'Kind of paper' },
  course: { vi: 'Khoá học', en: 'Course' },
  hours: { vi: 'Thời lượng', en: 'Duration' },
  class: { vi: 'Lớp', en: 'Class' },
  results: { vi: 'Kết quả', en: 'Results' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  registerNumber: { vi: 'Số vào sổ', en: 'Register number' },
  blankSerial: { vi: 'Số hiệu', en: 'Serial of the blank form' },
  issuer: { vi: 'Đơn vị cấp', en: 'Issuer' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  validUntil: { vi: 'Có giá trị đến hết ngày', en: 'Valid until the end of' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  code: { vi: 'Mã xác minh', en: 'Verification code' },
} satisfies Record<string, Text>;

/** Every fact that the paper prints, in its order; never more. The paper carries no birth date and no phone number. */
export function printedFacts(certificate: PrintedCertificate, locale: Locale): PrintedFact[] {
  const { snapshot } = certificate;
  const { holder, course, issuer, classPeriod } = snapshot;
  const inLocale = (text: CertificateSnapshot['title']) => (locale === 'en' ? (text.en ?? text.vi) : text.vi);
  const period = classPeriod && [...new Set([classPeriod.from, classPeriod.to])].map(shortDate).join(' – ');
  const programme: Text = {
    vi: `bản ${course.revision}, theo pháp luật tính đến ngày ${shortDate(course.asOf)}`,
    en: `revision ${course.revision}, law as of ${shortDate(course.asOf)}`,
  };
  const facts: [keyof typeof LABELS, string | null][] = [
    ['holder', holder.fullName],
    ['office', [holder.office, holder.unit].filter((part) => part !== null).join(', ') || null],
    ['title', inLocale(snapshot.title)],
    ['course', inLocale(course.title)],
    ['hours', `${figure(course.hours, locale)} ${locale === 'vi' ? 'giờ' : 'hours'}`],
    ['class', classPeriod && `${classPeriod.code}, ${period}`],
    ['results', resultTexts(snapshot, locale).join(', ') || null],
    ['grade', certificate.grade],
    ['registerNumber', certificate.registerNumber],
    ['blankSerial', certificate.blankSerial],
    ['issuer', [issuer.name, issuer.parentName].filter((part) => part !== null).join(', ')],
    ['issuedOn', shortDate(certificate.issuedOn)],
    ['validUntil', certificate.expiresOn && shortDate(dayBefore(certificate.expiresOn))],
    ['programme', programme[locale]],
    ['code', groupedCode(certificate.verificationCode)],
  ];
  return facts.flatMap(([key, value]) =>
    value === null ? [] : [{ label: LABELS[key][locale], value, ...(key === 'holder' ? { isName: true } : {}) }],
  );
}
