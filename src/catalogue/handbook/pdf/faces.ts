import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

export type FaceName = 'regular' | 'italic' | 'semibold' | 'semibold-italic' | 'bold';

const require = createRequire(import.meta.url);
const face = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/be-vietnam-pro/${file}.ttf`));
const FILES: Record<FaceName, Buffer> = {
  regular: face('400Regular/BeVietnamPro_400Regular'),
  italic: face('400Regular_Italic/BeVietnamPro_400Regular_Italic'),
  semibold: face('600SemiBold/BeVietnamPro_600SemiBold'),
  'semibold-italic': face('600SemiBold_Italic/BeVietnamPro_600SemiBold_Italic'),
  bold: face('700Bold/BeVietnamPro_700Bold'),
};

const measuring = new PDFDocument({ autoFirstPage: false, font: null as never });

/** The faces, parsed once per thread: pdfkit takes a parsed font as well as a file. */
const PARSED = new Map(
  Object.entries(FILES).map(([name, file]) => {
    measuring.font(file);
    return [name as FaceName, (measuring as unknown as { _font: { font: Buffer } })._font.font];
  }),
);

export function registerFaces(doc: PDFKit.PDFDocument): void {
  for (const [name, font] of PARSED) doc.registerFont(name, font);
}

registerFaces(measuring);

const MEASURE_SIZE = 1000;
const widths = new Map<string, number>();

/** Width of a word in sizes of its letters. */
export function widthOf(name: FaceName, text: string): number {
  const key = `${name} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = measuring.font(name).fontSize(MEASURE_SIZE).widthOfString(text) / MEASURE_SIZE;
  widths.set(key, width);
  return width;
}

/** Signs that the face lacks, as signs that it has. */
const SUBSTITUTES: Record<string, string> = { '→': '›', '⇒': '»', '←': '‹', '✓': '+', '✗': '×', '\t': ' ' };

export const printable = (text: string): string =>
  text.normalize('NFC').replace(/[→⇒←✓✗\t]/g, (sign) => SUBSTITUTES[sign] ?? sign);

export const UNBREAKING = '\u00a0';

/** A number stays on one line with what it counts or names: "Điều 17", "30 ngày", "8.400.000 đồng". */
const NAMED = /(?<![\p{L}\d])(Điều|điều|Khoản|khoản|Bài|Chương|Phụ lục|số|tr\.) (?=\d)/gu;
const COUNTED = /(?<=\d) (?=(?:ngày|tháng|năm|giờ|phút|lần|người|đồng|triệu|tỷ|tuổi|bản|[×=+–−%])(?!\p{L}))/gu;

export const boundTogether = (text: string): string =>
  text.replace(NAMED, `$1${UNBREAKING}`).replace(COUNTED, UNBREAKING);
