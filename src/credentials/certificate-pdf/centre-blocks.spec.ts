import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { centreBlocks, LEADING, placeBlocks } from './centre-blocks.js';
import type { CertificateDrawing } from './certificate-drawing.js';

const AREA = { top: 114, bottom: 429 };
/** Wider than Be Vietnam Pro Bold on average. */
const typewriter = () => (text: string, size: number) => [...text].length * size * 0.62;

const drawing: CertificateDrawing = {
  documentTitle: '',
  issuerParent: null,
  issuerName: '',
  kind: 'GIẤY CHỨNG NHẬN',
  title: null,
  addressing: 'chứng nhận Ông/Bà',
  holder: 'Lê Ỷ',
  holderUnit: null,
  completed: 'đã hoàn thành khoá học',
  course: 'Thương lượng tập thể',
  details: ['Thời lượng 6 giờ'],
  registerLines: [],
  dateLine: '',
  signatory: '',
  verificationUrl: '',
  verificationCode: '',
  verifyAt: '',
  issuedAt: '2026-11-21T00:00:00+07:00',
};

const words = (max: number) =>
  fc
    .array(fc.stringMatching(/^[A-Za-zđĐơưẫỡỹỄẬ]{1,12}$/u), { minLength: 1, maxLength: max })
    .map((all) => all.join(' '));

describe('the middle of a certificate', () => {
  it('never overlaps, never leaves its area, however long names and titles are', () => {
    fc.assert(
      fc.property(words(18), words(40), words(40), fc.option(words(12)), (holder, course, holderUnit, title) => {
        const blocks = centreBlocks({ ...drawing, holder, course, holderUnit, title });
        const placed = placeBlocks(blocks, AREA, typewriter);
        let reached = AREA.top;
        for (const { fitted, baselines, rule } of placed) {
          for (const baseline of baselines) {
            // A line's own height: marks above capitals, and below the baseline.
            expect(baseline - fitted.size * 1.06).toBeGreaterThanOrEqual(reached - 0.01);
            reached = baseline + fitted.size * (LEADING - 1.06);
          }
          for (const line of fitted.lines)
            expect(typewriter()(line, fitted.size)).toBeLessThanOrEqual(rule.maxWidth + 0.01);
        }
        expect(reached).toBeLessThanOrEqual(AREA.bottom + 0.01);
      }),
      { numRuns: 200 },
    );
  });

  it('gives an ordinary name its full size', () => {
    const [holder] = placeBlocks(centreBlocks(drawing), AREA, typewriter).filter(({ tag }) => tag === 'H2');
    expect(holder?.fitted).toEqual({ lines: ['Lê Ỷ'], size: 37 });
  });
});
