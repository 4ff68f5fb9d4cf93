import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { centreBlocks, LEADING, placeBlocks, type FontName, type PlacedBlock } from './centre-blocks.js';
import { ORNAMENT, ORNAMENT_NAME } from './certificate-frame.js';
import type { CertificateDrawing } from './certificate-drawing.js';
import { INK, PAGE, SEAL } from './paper.js';
import { fitText, type FittedText } from './text-fit.js';

type Doc = PDFKit.PDFDocument;

const require = createRequire(import.meta.url);
const face = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/be-vietnam-pro/${file}.ttf`));
const FACES: Record<FontName, Buffer> = {
  regular: face('400Regular/BeVietnamPro_400Regular'),
  semibold: face('600SemiBold/BeVietnamPro_600SemiBold'),
  bold: face('700Bold/BeVietnamPro_700Bold'),
  italic: face('400Regular_Italic/BeVietnamPro_400Regular_Italic'),
};

/**
 * The faces, parsed once per thread: pdfkit takes a parsed font (anything with `layout`) as well as a file, and parsing
 * the four for each certificate costs more than all the rest of it (40 of 65 ms, measured).
 */
function parseFaces(): Map<FontName, Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false, font: null as never });
  return new Map(
    Object.entries(FACES).map(([name, file]) => {
      doc.font(file);
      return [name as FontName, (doc as unknown as { _font: { font: Buffer } })._font.font];
    }),
  );
}

const FONTS = parseFaces();

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập – Tự do – Hạnh phúc';

const HEAD = { top: 68, width: 312, left: 76 + 156, right: PAGE.width - 76 - 156 };
const CENTRE_AREA = { top: 114, bottom: 429 };
const QR = { size: 66, x: 84, y: 438 };
const FOOT_X = QR.x + QR.size + 16;
const FOOT_TEXT_WIDTH = 300;

const MEASURE_SIZE = 1000;

/** The pen: one document and the few ways in which a certificate puts text on it. */
class Pen {
  constructor(readonly doc: Doc) {}

  width(font: FontName, text: string, size: number, letterSpacing = 0): number {
    const em = this.doc.font(font).fontSize(MEASURE_SIZE).widthOfString(text) / MEASURE_SIZE;
    return em * size + letterSpacing * Math.max(0, [...text].length - 1);
  }

  line(text: string, style: LineStyle, x: number, baseline: number): void {
    const width = this.width(style.font, text, style.size, style.letterSpacing);
    const shift = { left: 0, centre: width / 2, right: width }[style.align];
    this.doc.font(style.font).fontSize(style.size).fillColor(style.colour);
    this.doc.text(style.open ? `${text} ` : text, x - shift, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: style.letterSpacing ?? 0,
    });
  }

  lines(fitted: FittedText, style: LineStyle, x: number, baseline: (line: number) => number): void {
    const last = fitted.lines.length - 1;
    fitted.lines.forEach((text, i) => this.line(text, { ...style, size: fitted.size, open: i < last }, x, baseline(i)));
  }

  /** Fitted lines from a height down; returns where the next may begin. */
  paragraph(
    text: string,
    style: LineStyle,
    at: { x: number; top: number; maxWidth: number; maxLines: number },
  ): number {
    const { x, top, maxWidth, maxLines } = at;
    const sizes = Array.from({ length: 12 }, (_, i) => style.size * (1 - i * 0.04));
    const fitted = fitText(text, { maxWidth, sizes, maxLines }, (part, size) => this.width(style.font, part, size));
    const step = fitted.size * LEADING;
    this.lines(fitted, style, x, (i) => top + i * step + fitted.size);
    return top + fitted.lines.length * step;
  }
}

interface LineStyle {
  font: FontName;
  size: number;
  colour: string;
  align: 'left' | 'centre' | 'right';
  letterSpacing?: number;
  /** The sentence goes on in the next line: a space keeps the words apart for who copies or hears it. */
  open?: boolean;
}

const upper = (text: string) => text.toLocaleUpperCase('vi');

/** @returns the height at which the middle may begin */
function drawHead(pen: Pen, data: CertificateDrawing, section: PDFKit.PDFStructureElement): number {
  const style: LineStyle = { font: 'regular', size: 10, colour: INK, align: 'centre' };
  const at = { x: HEAD.left, maxWidth: HEAD.width, maxLines: 2 };
  let left = HEAD.top;
  let right = HEAD.top;
  const paragraph = (draw: () => void) => void section.add(pen.doc.struct('P', {}, draw));
  paragraph(() => {
    if (data.issuerParent !== null) left = pen.paragraph(upper(data.issuerParent), style, { ...at, top: left });
  });
  paragraph(() => {
    left = pen.paragraph(upper(data.issuerName), { ...style, font: 'bold' }, { ...at, top: left });
  });
  paragraph(() => {
    right = pen.paragraph(NATION, { ...style, font: 'bold' }, { ...at, x: HEAD.right, top: right });
  });
  paragraph(() => {
    right = pen.paragraph(MOTTO, { ...style, font: 'semibold', size: 11 }, { ...at, x: HEAD.right, top: right });
  });
  // After the texts: an artifact may not lie inside a tagged paragraph.
  underline(pen, HEAD.left, left, 70);
  underline(pen, HEAD.right, right, pen.width('semibold', MOTTO, 11));
  return Math.max(left, right);
}

function underline(pen: Pen, x: number, y: number, width: number): void {
  pen.doc.markContent('Artifact', { type: 'Layout' });
  pen.doc
    .moveTo(x - width / 2, y + 2)
    .lineTo(x + width / 2, y + 2)
    .lineWidth(0.6)
    .stroke(INK);
  pen.doc.endMarkedContent();
}

function drawCentre(pen: Pen, blocks: PlacedBlock[], section: PDFKit.PDFStructureElement): void {
  for (const { fitted, baselines, ...block } of blocks) {
    const style: LineStyle = { ...block, size: fitted.size, align: 'centre' };
    const draw = () => pen.lines(fitted, style, PAGE.width / 2, (i) => baselines[i] ?? 0);
    section.add(pen.doc.struct(block.tag, {}, draw));
  }
}

/** Dark modules as one path: runs of a row joined, so that no viewer shows hairlines between them. */
function drawQr(pen: Pen, url: string): void {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const module = QR.size / size;
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x] || row[x - 1]) continue;
      let end = x;
      while (row[end]) end += 1;
      pen.doc.rect(QR.x + x * module, QR.y + y * module, (end - x) * module, module);
    }
  });
  pen.doc.fill('#000000');
}

function drawFoot(pen: Pen, data: CertificateDrawing, section: PDFKit.PDFStructureElement): void {
  const { doc } = pen;
  const small: LineStyle = { font: 'regular', size: 9, colour: INK, align: 'left' };
  const alt = `Mã QR để xác minh: ${data.verificationUrl}`;
  section.add(doc.struct('Figure', { alt }, () => drawQr(pen, data.verificationUrl)));
  const code: LineStyle = { font: 'semibold', size: 9.5, colour: INK, align: 'centre' };
  const under = { x: QR.x + QR.size / 2, top: QR.y + QR.size + 5, maxWidth: QR.size + 6, maxLines: 2 };
  section.add(doc.struct('P', {}, () => void pen.paragraph(data.verificationCode, code, under)));
  let top = QR.y - 3;
  for (const [i, text] of [...data.registerLines, data.verifyAt].entries()) {
    const style: LineStyle = i === 0 ? { ...small, font: 'semibold', size: 11 } : small;
    const draw = () => {
      top = pen.paragraph(text, style, { x: FOOT_X, top, maxWidth: FOOT_TEXT_WIDTH, maxLines: 2 });
    };
    section.add(doc.struct('P', {}, draw));
  }
  const date: LineStyle = { font: 'italic', size: 11, colour: INK, align: 'centre' };
  const at = { x: SEAL.x, top: QR.y - 4, maxWidth: 260, maxLines: 1 };
  section.add(doc.struct('P', {}, () => void pen.paragraph(data.dateLine, date, at)));
  const signatory: LineStyle = { ...date, font: 'bold', size: 10.5 };
  section.add(doc.struct('P', {}, () => void pen.paragraph(data.signatory, signatory, { ...at, top: at.top + 15.5 })));
}

/** Puts the border under everything, as content that a screen reader skips. */
function drawOrnament(doc: Doc): void {
  const form = doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, PAGE.width, PAGE.height],
    Resources: {},
    Filter: 'FlateDecode',
  });
  form.end(ORNAMENT);
  (doc.page as unknown as { xobjects: Record<string, unknown> }).xobjects[ORNAMENT_NAME] = form;
  doc.markContent('Artifact', { type: 'Layout' });
  doc.addContent(`/${ORNAMENT_NAME} Do`);
  doc.endMarkedContent();
}

/**
 * Draws one certificate: A4 landscape, tagged, fonts embedded. The same data always gives the same bytes.
 * @returns the bytes of the PDF
 */
export async function draw(data: CertificateDrawing): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'vi-VN',
    font: null as never,
    info: {
      Title: data.documentTitle,
      Author: data.issuerName,
      Creator: 'Union Skills',
      Producer: 'Union Skills',
      CreationDate: new Date(data.issuedAt),
      ModDate: new Date(data.issuedAt),
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  for (const [name, font] of FONTS) doc.registerFont(name, font);
  drawOrnament(doc);
  const pen = new Pen(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const top = Math.max(CENTRE_AREA.top, drawHead(pen, data, root) + 8);
  const blocks = placeBlocks(centreBlocks(data), { ...CENTRE_AREA, top }, (block) => {
    return (text, size) => pen.width(block.font, text, size, block.letterSpacing);
  });
  drawCentre(pen, blocks, root);
  drawFoot(pen, data, root);
  root.end();
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}
