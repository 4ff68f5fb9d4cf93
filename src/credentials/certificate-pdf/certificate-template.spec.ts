import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { draw } from './certificate-template.js';
import type { CertificateDrawing } from './certificate-drawing.js';

const drawing: CertificateDrawing = {
  documentTitle: 'Giấy chứng nhận TCD-2026-000123 – Ẩn Ễ Ộ',
  issuerParent: 'Liên đoàn Lao động tỉnh Phương Nam',
  issuerName: 'Trường Trung cấp Công đoàn Phương Nam',
  kind: 'GIẤY CHỨNG NHẬN',
  title: null,
  addressing: 'chứng nhận Ông/Bà',
  holder: 'Nguyễn Thị Hồng Nhung',
  holderUnit: 'Chủ tịch',
  completed: 'đã hoàn thành khoá học',
  course: 'ẰẮẲẴẶẦẤẨẪẬỀẾỂỄỆỒỐỔỖỘỜỚỞỠỢỪỨỬỮỰỲÝỶỸỴĐđ',
  details: [],
  registerLines: ['Số vào sổ: TCD-2026-000123'],
  dateLine: 'Ngày 25 tháng 11 năm 2026',
  signatory: 'ĐẠI DIỆN ĐƠN VỊ CẤP',
  verificationUrl: 'https://kynang.example.vn/xac-minh/7K3M9QWE4T2BXH6R',
  verificationCode: '7K3M-9QWE 4T2B-XH6R',
  verifyAt: 'kynang.example.vn/xac-minh',
  issuedAt: '2026-11-25T00:00:00+07:00',
};

/** The objects of a PDF as text, streams unpacked. */
function unpacked(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return text + streams.join('\n');
}

describe('certificate on paper', () => {
  it('is the same bytes for the same facts, and others for others', async () => {
    const [first, second] = [await draw(drawing), await draw(drawing)];
    expect(first.equals(second)).toBe(true);
    expect(first.equals(await draw({ ...drawing, holder: 'Người khác' }))).toBe(false);
    expect(first.length).toBeLessThan(90_000);
  });

  it('is one page of A4 landscape, tagged, in Vietnamese, with its title', async () => {
    const text = unpacked(await draw(drawing));
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain('/MediaBox [0 0 841.89 595.28]');
    expect(text).toContain('/Lang (vi-VN)');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/DisplayDocTitle true');
    const utf16 = Buffer.from(`\ufeff${drawing.documentTitle}`, 'utf16le').swap16().toString('latin1');
    expect(text).toContain(utf16.slice(0, 20));
    for (const tag of ['/S /H1', '/S /H2', '/S /Figure']) expect(text).toContain(tag);
  });

  it('embeds its fonts and has every Vietnamese letter in them', async () => {
    const text = unpacked(await draw(drawing));
    expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text).not.toContain('/BaseFont /Helvetica');
    // The maps from glyphs back to text: what is copied from the PDF is what was printed.
    for (const letter of [...drawing.course]) {
      expect(text).toContain(`<${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`);
    }
  });
});
