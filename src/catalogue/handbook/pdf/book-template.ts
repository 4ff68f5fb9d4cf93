import PDFDocument from 'pdfkit';
import type { Book } from '../book.js';
import { WORDING } from '../wording.js';
import { BookSetter } from './book-setter.js';
import { registerFaces } from './faces.js';
import { PagePainter } from './page-painter.js';
import { PAPERS, type PaperName } from './paper.js';

/** Share of the work that is done when every line has its place. */
const SET = 0.3;

/**
 * Draws a whole book: tagged, fonts embedded, with bookmarks. The same book makes the same bytes.
 * @param report told the share that is done
 * @returns the bytes of the PDF
 */
export async function draw(
  { book, paper }: { book: Book; paper: PaperName },
  report: (share: number) => void = () => undefined,
): Promise<Buffer> {
  const { width, height } = PAPERS[paper];
  const pages = new BookSetter(book, PAPERS[paper]).set();
  report(SET);
  const at = new Date(book.publishedAt);
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'vi-VN',
    font: null as never,
    info: {
      Title: `${WORDING.kind}: ${book.title}`,
      Author: WORDING.platform,
      Subject: book.summary,
      Creator: 'Union Skills',
      Producer: 'Union Skills',
      CreationDate: at,
      ModDate: at,
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  registerFaces(doc);
  const painter = new PagePainter(doc, PAPERS[paper]);
  pages.forEach((page, index) => {
    painter.paint(page, book.title);
    if (index % 10 === 9) report(SET + (1 - SET) * (index / pages.length));
  });
  painter.end();
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}
