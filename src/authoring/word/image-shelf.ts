import { createHash } from 'node:crypto';
import type { Text } from '../../platform/problems/problem.js';
import { cleanText } from './clean-text.js';
import type { LessonImage } from './lesson-blocks.js';

/** Formats that can be shown once they are re-encoded, by their first bytes. */
const FORMATS: [mediaType: string, extension: string, hex: RegExp][] = [
  ['image/png', 'png', /^89504e470d0a1a0a/],
  ['image/jpeg', 'jpg', /^ffd8ff/],
  ['image/gif', 'gif', /^47494638(?:37|39)61/],
  ['image/webp', 'webp', /^52494646.{8}57454250/],
];

/** Formats that people know by name, in order to say which image it was. */
const KNOWN: [name: string, hex: RegExp][] = [
  ['EMF', /^01000000.{72}20454d46/],
  ['WMF', /^(?:d7cdc69a|01000900)/],
  // "<?xml", "<svg" or "<!--".
  ['SVG', /^(?:efbbbf)?(?:3c3f786d6c|3c737667|3c212d2d)/],
  ['BMP', /^424d/],
  ['TIFF', /^(?:49492a00|4d4d002a)/],
  ['PDF', /^25504446/],
];

/** One image of more bytes is no picture for a lesson. */
const MOST_BYTES = 20 * 1_048_576;

export const NO_ALT: Text = {
  vi: 'Hình chưa có mô tả; mời anh/chị viết mô tả để người không thấy hình vẫn hiểu.',
  en: 'An image has no description; please write one for those who cannot see it.',
};

export type TakenImage = { image: LessonImage } | { lost: Text };

/** The images of a lesson, each kept once however often it stands there. */
export class ImageShelf {
  private readonly byHash = new Map<string, LessonImage>();

  /** @param description as the file has it; what programs write by themselves is left out */
  take(bytes: Buffer, description: string): TakenImage {
    const format = formatOf(bytes);
    if (format === null || bytes.length > MOST_BYTES) return { lost: unusable(bytes) };
    const hash = createHash('sha256').update(bytes).digest('hex');
    const alt = altOf(description);
    const name = `hinh-${this.byHash.size + 1}.${format.extension}`;
    const image = this.byHash.get(hash) ?? { name, bytes, mediaType: format.mediaType, alt };
    this.byHash.set(hash, image);
    // The same picture may stand there twice, described once.
    if (image.alt === '') image.alt = alt;
    return { image };
  }

  all(): LessonImage[] {
    return [...this.byHash.values()];
  }
}

function formatOf(bytes: Buffer): { mediaType: string; extension: string } | null {
  const head = bytes.subarray(0, 64).toString('hex');
  const found = FORMATS.find(([, , mark]) => mark.test(head));
  return found ? { mediaType: found[0], extension: found[1] } : null;
}

function unusable(bytes: Buffer): Text {
  if (bytes.length > MOST_BYTES)
    return { vi: 'Hình lớn hơn 20 MB được bỏ.', en: 'An image larger than 20 MB was left out.' };
  const head = bytes.subarray(0, 64).toString('hex');
  const name = KNOWN.find(([, mark]) => mark.test(head))?.[0] ?? '?';
  return {
    vi: `Hình kiểu ${name} chưa chuyển được; mời anh/chị lưu thành PNG hoặc JPEG rồi chèn lại.`,
    en: `An image of type ${name} was left out; please save it as PNG or JPEG and insert that.`,
  };
}

/** What programs write into the description by themselves describes nothing. */
const MACHINE_MADE =
  /(?:description automatically generated|mô tả (?:được )?(?:tạo )?tự động)|^(?:picture|image|hình ảnh|hình|ảnh|img|screenshot)[\s_-]*[\d_-]*$|^[^\s]+\.(?:png|jpe?g|gif|bmp|webp|tiff?|emf|wmf|svg)$/iu;

function altOf(description: string): string {
  const text = cleanText(description).replace(/\s+/g, ' ').trim();
  return MACHINE_MADE.test(text) ? '' : text.slice(0, 300);
}
