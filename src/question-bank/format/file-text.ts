import { isUtf8 } from 'node:buffer';

/** How the bytes of a question file were read. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1258';

/** Bytes with which Windows-1258 puts a mark on the letter before: grave, hook, tilde, acute, dot below. */
const MARKS = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
/** Vowels of Vietnamese in Windows-1258, both cases. */
const VOWELS = new Set([
  ...Buffer.from('aeiouyAEIOUY'),
  ...[0xc2, 0xc3, 0xca, 0xd4, 0xd5, 0xdd, 0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd],
]);
/** Đ and đ, which in Windows-1252 are the Icelandic Ð and ð. */
const CROSSED_D = new Set([0xd0, 0xf0]);
const DECLARED = /^<\?xml[^>]{0,200}?encoding=["'](windows-125[28]|iso-8859-1)["']/i;

/**
 * The text of a file, in NFC: by its mark, by the zeros of UTF-16, by being valid UTF-8, by what an XML file declares;
 * what is left is Windows-1258 when its marks stand on vowels, as they do in Vietnamese, and else Windows-1252.
 * @returns null for bytes that are no text
 */
export function decodeText(bytes: Buffer): { text: string; encoding: FileEncoding } | null {
  const encoding = encodingOf(bytes);
  if (encoding === null) return null;
  try {
    const text = new TextDecoder(encoding, { fatal: encoding.startsWith('utf') }).decode(bytes);
    return { text: text.normalize('NFC'), encoding };
  } catch {
    return null;
  }
}

function encodingOf(bytes: Buffer): FileEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.subarray(0, 4096).includes(0)) return utf16OrderOf(bytes.subarray(0, 4096));
  if (isUtf8(bytes)) return 'utf-8';
  const declared = DECLARED.exec(bytes.toString('latin1', 0, 300))?.[1]?.toLowerCase();
  if (declared !== undefined) return declared === 'windows-1258' ? 'windows-1258' : 'windows-1252';
  return isVietnamese(bytes) ? 'windows-1258' : 'windows-1252';
}

/** The ASCII of any question file has a zero byte in UTF-16; which of the two bytes says the order. */
function utf16OrderOf(head: Buffer): FileEncoding | null {
  let [even, odd] = [0, 0];
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : null;
}

function isVietnamese(bytes: Buffer): boolean {
  let [onVowels, elsewhere, crossed] = [0, 0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (CROSSED_D.has(byte)) crossed += 1;
    else if (MARKS.has(byte)) {
      if (VOWELS.has(bytes[at - 1] ?? 0)) onVowels += 1;
      else elsewhere += 1;
    }
  }
  return elsewhere * 20 <= onVowels && onVowels + crossed > 0;
}
