import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { SheetFault } from './sheet.js';

const SNIFFED_BYTES = 4096;

/** How the bytes of a text file are to be read, and how many of them are a mark at the beginning. */
export interface TextEncoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';
  bomBytes: number;
}

/**
 * Finds the encoding: by its mark, by the zeros of UTF-16, by being valid UTF-8 from beginning to end; what is left is
 * taken for Windows-1258, the Vietnamese code page, and proves itself by headings that can be read.
 * @throws SheetFault file-unreadable: not a text at all
 */
export async function textEncodingOf(path: string): Promise<TextEncoding> {
  const head = await firstBytes(path, SNIFFED_BYTES);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', bomBytes: 2 };
  if (head.includes(0)) return { name: utf16Order(head), bomBytes: 0 };
  return { name: (await isUtf8(path)) ? 'utf-8' : 'windows-1258', bomBytes: 0 };
}

/** Separators and digits have a zero byte in UTF-16; which of the two bytes says the order. */
function utf16Order(head: Buffer): 'utf-16le' | 'utf-16be' {
  let [even, odd] = [0, 0];
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > 4 * even) return 'utf-16le';
  if (even > 4 * odd) return 'utf-16be';
  throw new SheetFault('file-unreadable');
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (isWronglyEncoded(error)) return false;
    throw error;
  }
}

function isWronglyEncoded(error: unknown): boolean {
  return (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The text of a file, piece by piece. @throws SheetFault file-damaged */
export async function* textOf(path: string, { name, bomBytes }: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(name === 'utf-16be' ? 'utf-16be' : name, { fatal: name !== 'windows-1258' });
  try {
    for await (const chunk of createReadStream(path, { start: bomBytes })) {
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (isWronglyEncoded(error)) throw new SheetFault('file-damaged');
    throw error;
  }
}
