import { isUtf8 } from 'node:buffer';
import yauzl, { type RawEntry, type RawZipFile } from 'yauzl';
import type { Text } from '../problems/problem.js';

/** Bounds of an archive that is read into memory, in bytes but for `entries`. */
export interface ZipLimits {
  entries: number;
  fileBytes: number;
  totalBytes: number;
}

/** What is wrong with an archive, or with one of its entries. */
export interface ZipFault {
  /** As the archive calls it; null where the fault is the whole archive. */
  name: string | null;
  message: Text;
}

const DAMAGED: Text = { vi: 'Tệp không phải zip, hoặc đã hỏng.', en: 'This is no zip archive, or it is damaged.' };
const NOT_TEXT: Text = { vi: 'Tên tệp không phải UTF-8.', en: 'The name is not UTF-8.' };
const OUTSIDE: Text = {
  vi: 'Tên tệp dẫn ra ngoài thư mục của khoá học.',
  en: 'The name leads out of the course folder.',
};
const TWICE: Text = { vi: 'Tên tệp có hai lần.', en: 'The name occurs twice.' };
const LOCKED: Text = { vi: 'Tệp có mật khẩu.', en: 'The entry is encrypted.' };

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** Beside what was packed, some systems pack their own notes. */
const NOTES = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/**
 * Reads an archive into memory, never more than the limits allow, whatever sizes it claims. Names are those of the
 * archive with `/`; folders and systems' notes are left out.
 * @returns the files, to be used only when there are no faults
 */
export async function readZip(
  bytes: Buffer,
  limits: ZipLimits,
): Promise<{ files: Map<string, Buffer>; faults: ZipFault[] }> {
  const files = new Map<string, Buffer>();
  const faults: ZipFault[] = [];
  try {
    const archive = await yauzl.fromBufferPromise(bytes, { decodeStrings: false });
    if (archive.entryCount > limits.entries) {
      const message = { vi: `Nhiều quá ${limits.entries} tệp.`, en: `There are more than ${limits.entries} files.` };
      return { files, faults: [{ name: null, message }] };
    }
    let left = limits.totalBytes;
    for await (const entry of archive.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/') || NOTES.test(name)) continue;
      const fault = faultOf(entry, name) ?? (files.has(name) ? TWICE : null);
      const content = fault ? null : await contentOf(archive, entry, Math.min(limits.fileBytes, left));
      if (content) {
        files.set(name, content);
        left -= content.length;
        continue;
      }
      faults.push({ name, message: fault ?? tooLarge(limits) });
      // A bomb is not defused piece by piece.
      if (!fault) return { files, faults };
    }
  } catch {
    faults.push({ name: null, message: DAMAGED });
  }
  return { files, faults };
}

function nameOf({ fileName }: RawEntry): string {
  return fileName
    .toString(isUtf8(fileName) ? 'utf8' : 'latin1')
    .replaceAll('\\', '/')
    .normalize('NFC');
}

function faultOf(entry: RawEntry, name: string): Text | null {
  if (!isUtf8(entry.fileName)) return NOT_TEXT;
  if (entry.isEncrypted()) return LOCKED;
  const isOutside = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').some((part) => /^\.*$/.test(part));
  return isOutside || name.includes('\0') ? OUTSIDE : null;
}

/** @returns null when it is longer than it may be */
async function contentOf(archive: RawZipFile, entry: RawEntry, most: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > most) return null;
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function tooLarge({ fileBytes, totalBytes }: ZipLimits): Text {
  return {
    vi: `Giải nén ra lớn quá: mỗi tệp nhiều nhất ${megabytes(fileBytes)} MB, tất cả nhiều nhất ${megabytes(totalBytes)} MB.`,
    en: `It unpacks to too much: at most ${megabytes(fileBytes)} MB a file and ${megabytes(totalBytes)} MB in all.`,
  };
}
