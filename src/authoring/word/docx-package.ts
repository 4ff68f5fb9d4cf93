import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Problem } from '../../platform/problems/problem.js';
import {
  LessonFileDamaged,
  LessonFileTooLarge,
  NoWordFile,
  OldOrEncryptedWordFile,
  WordFileHasMacros,
} from './lesson-import.problems.js';

const MEGABYTE = 1_048_576;

/** Beyond any lesson: what exceeds it is a book, a mistake or an attack. */
export const DOCX_LIMITS = {
  fileBytes: 30 * MEGABYTE,
  /** Of all parts that are read. */
  unpackedBytes: 80 * MEGABYTE,
  /** Of one part of XML: 15 MB of it are about 1,000 pages. */
  xmlBytes: 15 * MEGABYTE,
  entries: 2_000,
  /** Word's XML shrinks 10 to 40 times; a bomb 1,000 times. */
  ratio: 200,
  /** Below this nobody is harmed whatever the ratio. */
  harmlessBytes: MEGABYTE,
};

const [ZIP, COMPOUND] = ['504b0304', 'd0cf11e0a1b11ae1'];
/** Parts with the lesson in them; the others (themes, settings, fonts, thumbnails, embedded workbooks) are never unpacked. */
const READ =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|docprops\/core\.xml|word\/[^/]*\.xml|word\/_rels\/[^/]*\.rels|word\/media\/[^/]*)$/;
const UNREAD = /^word\/(?:settings|websettings|fonttable|stylesWithEffects|people)\.xml$/i;

/** The parts of a Word file by their names as written in the file, unpacked within limits. */
export type DocxParts = Map<string, Buffer>;

/**
 * Unpacks a Word file, before anything else looks into it.
 * @throws Problem
 */
export async function unpackDocx(bytes: Uint8Array): Promise<DocxParts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length > DOCX_LIMITS.fileBytes) throw tooLarge('file', DOCX_LIMITS.fileBytes / MEGABYTE);
  const head = buffer.subarray(0, 8).toString('hex');
  // The old .doc, and every Word file that asks for a password, are compound files.
  if (head === COMPOUND) throw OldOrEncryptedWordFile();
  if (!head.startsWith(ZIP)) throw NoWordFile();
  let zip: ZipFile | undefined;
  try {
    zip = await yauzl.fromBufferPromise(buffer, { autoClose: false });
    return await partsOf(zip);
  } catch (error) {
    throw error instanceof Problem ? error : LessonFileDamaged();
  } finally {
    zip?.close();
  }
}

async function partsOf(zip: ZipFile): Promise<DocxParts> {
  if (zip.entryCount > DOCX_LIMITS.entries) throw tooLarge('entries', DOCX_LIMITS.entries);
  const entries: Entry[] = [];
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw OldOrEncryptedWordFile();
    if (/vbaproject\.bin$|vbadata\.xml$/.test(name)) throw WordFileHasMacros();
    // Two parts of one name: each reader would see another document.
    if (names.has(name)) throw LessonFileDamaged();
    names.add(name);
    if (READ.test(name) && !UNREAD.test(name)) entries.push(entry);
  }
  if (!names.has('[content_types].xml')) throw NoWordFile();
  const parts: DocxParts = new Map();
  let total = 0;
  for (const entry of entries) {
    total += checkedSize(entry);
    if (total > DOCX_LIMITS.unpackedBytes) throw tooLarge('unpacked', DOCX_LIMITS.unpackedBytes / MEGABYTE);
    parts.set(entry.fileName, await contentOf(zip, entry));
  }
  if (/macroEnabled/i.test(parts.get('[Content_Types].xml')?.toString('utf8') ?? '')) throw WordFileHasMacros();
  return parts;
}

/** The size that a part declares. yauzl holds it to that: a part that goes on beyond it ends in an error. */
function checkedSize({ fileName, uncompressedSize: unpacked, compressedSize: packed }: Entry): number {
  const most = fileName.toLowerCase().startsWith('word/media/') ? DOCX_LIMITS.unpackedBytes : DOCX_LIMITS.xmlBytes;
  const isBomb = unpacked > DOCX_LIMITS.harmlessBytes && unpacked > packed * DOCX_LIMITS.ratio;
  if (isBomb || unpacked > most) throw tooLarge('unpacked', most / MEGABYTE);
  return unpacked;
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function tooLarge(limit: 'file' | 'unpacked' | 'entries', most: number): Problem {
  return LessonFileTooLarge({ limit, most });
}
