import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { cleanText } from '../clean-text.js';

/** A paragraph, a list item or a table, in the order of the document. `number` counts paragraphs and rows from 1. */
export type WordBlock =
  | { kind: 'line'; number: number; text: string; isListed: boolean }
  | { kind: 'table'; rows: { number: number; cells: string[] }[] };

export interface WordDocument {
  blocks: WordBlock[];
  /** Numbers of the paragraphs in which a picture was. */
  pictures: number[];
}

/**
 * The text of a Word document. Macros, pictures, fields and styles are not read; nothing outside the file is.
 * @throws Error when mammoth cannot read the file
 */
export async function wordBlocks(bytes: Buffer): Promise<WordDocument> {
  const picture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { convertImage: picture, externalFileAccess: false },
  );
  const reader = new BlockReader();
  reader.read(value);
  return reader.document;
}

/** Reads mammoth's HTML, whose elements are well-formed and few. */
class BlockReader {
  readonly document: WordDocument = { blocks: [], pictures: [] };
  private text = '';
  private lists = 0;
  private number = 0;
  /** Of the outermost table; tables within become its text. */
  private rows: { number: number; cells: string[] }[] | null = null;
  private tables = 0;

  read(html: string): void {
    const parser = new SaxesParser({ fragment: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (text) => (this.text += text));
    parser.on('opentag', ({ name }) => this.open(name));
    parser.on('closetag', ({ name }) => this.close(name));
    parser.write(html).close();
    this.flush();
  }

  private open(name: string): void {
    if (name === 'br') this.text += '\n';
    else if (name === 'img') this.document.pictures.push(this.number + 1);
    else if (name === 'ol' || name === 'ul') {
      this.flush();
      this.lists += 1;
    } else if (name === 'table') {
      if (this.tables === 0) {
        this.flush();
        this.rows = [];
      }
      this.tables += 1;
    } else if (name === 'tr' && this.tables === 1) this.rows?.push({ number: (this.number += 1), cells: [] });
    else if (name === 'li' && this.rows === null) this.flush();
  }

  private close(name: string): void {
    if (/^(?:p|li|h[1-6])$/.test(name)) {
      if (this.rows === null) this.flush();
      else this.text += '\n';
    } else if (name === 'ol' || name === 'ul') this.lists -= 1;
    else if ((name === 'td' || name === 'th') && this.tables === 1) {
      this.rows?.at(-1)?.cells.push(cleanText(this.text));
      this.text = '';
    } else if (name === 'table') {
      this.tables -= 1;
      if (this.tables > 0 || this.rows === null) return;
      this.document.blocks.push({ kind: 'table', rows: this.rows });
      this.rows = null;
    }
  }

  private flush(): void {
    const text = cleanText(this.text);
    this.text = '';
    if (text === '') return;
    this.number += 1;
    this.document.blocks.push({ kind: 'line', number: this.number, text, isListed: this.lists > 0 });
  }
}
