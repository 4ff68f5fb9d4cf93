import { describe, expect, it } from '@jest/globals';
import { drawingOf, longDate, printedFacts, type PrintedCertificate } from './certificate-wording.rules.js';

const certificate: PrintedCertificate = {
  registerNumber: 'TCD-2026-000123',
  blankSerial: null,
  grade: null,
  verificationCode: '7K3M9QWE4T2BXH6R',
  issuedOn: '2026-11-25',
  expiresOn: '2029-11-25',
  snapshot: {
    kind: 'giay-chung-nhan',
    title: { vi: 'Giấy chứng nhận hoàn thành khoá bồi dưỡng Giải quyết tranh chấp lao động', en: 'Certificate' },
    holder: { fullName: 'Nguyễn Thị Hồng', birthDate: '1985-02-17', unit: 'CĐCS May Lúa Vàng', office: 'Chủ tịch' },
    course: {
      slug: 'giai-quyet-tranh-chap-lao-dong',
      title: { vi: 'Giải quyết tranh chấp lao động', en: 'Resolving labour disputes' },
      revision: 3,
      contentHash: 'ab',
      asOf: '2026-11-01',
      hours: 1.5,
    },
    issuer: { code: 'TCD', name: 'Trường Trung cấp Công đoàn', parentName: 'LĐLĐ tỉnh Phương Nam' },
    results: { quizPercent: 92.5, attendancePercent: 100 },
    completedOn: '2026-11-25',
    classPeriod: { code: 'TCD-2026-01', from: '2026-11-24', to: '2026-11-25' },
  },
};
const with_ = (part: Partial<PrintedCertificate['snapshot']>) => ({
  ...certificate,
  snapshot: { ...certificate.snapshot, ...part },
});
const PUBLIC_URL = 'https://kynang.example.vn';

describe('words on the paper', () => {
  it('says each thing once: what the title repeats of kind and course is left out', () => {
    const drawing = drawingOf(certificate, PUBLIC_URL);
    expect(drawing).toMatchObject({
      kind: 'GIẤY CHỨNG NHẬN',
      title: null,
      addressing: 'Chứng nhận Ông/Bà',
      completed: 'đã hoàn thành khoá bồi dưỡng',
      course: 'Giải quyết tranh chấp lao động',
    });
  });

  it('keeps a title that says something else', () => {
    const chungChi = with_({ kind: 'chung-chi', title: { vi: 'Chứng chỉ nghiệp vụ hoà giải' } });
    expect(drawingOf(chungChi, PUBLIC_URL)).toMatchObject({
      kind: 'CHỨNG CHỈ',
      title: 'nghiệp vụ hoà giải',
      completed: 'đã hoàn thành khoá học',
    });
  });

  it('has the register number, the last day of validity and the address to verify at', () => {
    const drawing = drawingOf(certificate, PUBLIC_URL);
    expect(drawing.registerLines).toEqual([
      'Số vào sổ: TCD-2026-000123',
      'Có giá trị đến hết ngày 24/11/2029',
      'Chương trình bản 3, theo pháp luật tính đến ngày 01/11/2026',
    ]);
    expect(drawing.details).toEqual([
      'Thời lượng 1,5 giờ, lớp TCD-2026-01 từ ngày 24/11/2026 đến ngày 25/11/2026',
      'Kết quả: kiểm tra 92,5%, tham dự lớp 100%',
    ]);
    expect(drawing).toMatchObject({
      verificationUrl: 'https://kynang.example.vn/xac-minh/7K3M9QWE4T2BXH6R',
      verificationCode: '7K3M-9QWE 4T2B-XH6R',
      dateLine: 'Ngày 25 tháng 11 năm 2026',
      holderUnit: 'Chủ tịch, CĐCS May Lúa Vàng',
    });
  });

  it('dates as official papers do', () => {
    expect(longDate('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(longDate('2026-03-15')).toBe('ngày 15 tháng 3 năm 2026');
  });

  it('prints no birth date', () => {
    expect(JSON.stringify(drawingOf(certificate, PUBLIC_URL))).not.toContain('1985');
  });
});

describe('facts of the verification page', () => {
  const full = { ...certificate, grade: 'Giỏi', blankSerial: 'AB 0123456' };

  it.each(['vi', 'en'] as const)('in %s name everything that the paper prints, and no birth date', (locale) => {
    const text = printedFacts(full, locale)
      .map(({ label, value }) => `${label}: ${value}`)
      .join('\n');
    for (const printed of [
      'Nguyễn Thị Hồng',
      'Chủ tịch, CĐCS May Lúa Vàng',
      'TCD-2026-01',
      '24/11/2026',
      'TCD-2026-000123',
      'AB 0123456',
      'Giỏi',
      'Trường Trung cấp Công đoàn, LĐLĐ tỉnh Phương Nam',
      '25/11/2026',
      '24/11/2029',
      '01/11/2026',
      '7K3M-9QWE-4T2B-XH6R',
      '100%',
    ]) {
      expect(text).toContain(printed);
    }
    expect(text).not.toContain('1985');
    expect(text).toContain(locale === 'vi' ? '92,5%' : '92.5%');
    expect(text).toContain(locale === 'vi' ? 'Giải quyết tranh chấp lao động' : 'Resolving labour disputes');
  });

  it('leave out what there is not', () => {
    const bare = {
      ...with_({ classPeriod: null, results: { quizPercent: null, attendancePercent: null } }),
      expiresOn: null,
    };
    const labels = printedFacts(bare, 'vi').map(({ label }) => label);
    expect(labels).not.toContain('Lớp');
    expect(labels).not.toContain('Kết quả');
    expect(labels).not.toContain('Có giá trị đến hết ngày');
  });
});
