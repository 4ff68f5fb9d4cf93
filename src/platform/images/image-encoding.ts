import sharp from 'sharp';
import type { Text } from '../problems/problem.js';

/** An image as it is kept: WebP without metadata, upright, at most 1600 pixels a side. */
export interface EncodedImage {
  bytes: Buffer;
  width: number;
  height: number;
}

export type Encoding = { image: EncodedImage } | { fault: Text };

export const MAX_SENT_BYTES = 12 * 1024 * 1024;
const MAX_SIDE = 1600;
/** A picture of 8000 × 8000; decoding it takes about 250 MB for a moment. */
const MAX_PIXELS = 64_000_000;
const MAX_KEPT_BYTES = 1024 * 1024;
const QUALITIES = [80, 65, 50, 35];
const SECONDS = 15;
/** What browsers send for a drawing. SVG is a program, not a picture. */
const DRAWINGS = ['jpeg', 'png', 'webp', 'gif', 'heif'];
/** What telephones make of a sheet of paper. Of HEIF our decoder reads AVIF, not the HEVC of iPhones (measured). */
export const PHOTOGRAPHS = ['jpeg', 'png', 'webp', 'heif'];

const UNREADABLE: Text = {
  vi: 'Không đọc được ảnh này. Mời anh/chị dùng ảnh JPEG, PNG hoặc WebP.',
  en: 'This image cannot be read. Please use JPEG, PNG or WebP.',
};

const HEIC: Text = {
  vi: 'Chưa đọc được ảnh HEIC của iPhone. Mời anh/chị vào Cài đặt, mục Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại, hoặc gửi ảnh JPEG.',
  en: 'HEIC pictures of iPhones cannot be read yet. Please choose “Most Compatible” under Settings, Camera, Formats and take it again, or send a JPEG.',
};

/**
 * Makes the image that is kept of whatever was sent; pictures one at a time, so that memory stays bounded.
 * @param formats taken, by their content and not by what they are called
 */
export async function encodeImage(sent: Buffer, formats: readonly string[] = DRAWINGS): Promise<Encoding> {
  if (sent.length === 0) return { fault: UNREADABLE };
  if (isSvg(sent)) {
    return {
      fault: {
        vi: 'Không nhận ảnh SVG vì tệp SVG có thể chứa mã lệnh. Mời anh/chị xuất ra PNG rồi tải lên.',
        en: 'SVG is not taken, for it may carry scripts. Please export it as PNG.',
      },
    };
  }
  if (isHeic(sent)) return { fault: HEIC };
  const turn = encoding.then(() => encodeOne(sent, formats));
  encoding = turn.catch(() => undefined);
  return turn;
}

let encoding: Promise<unknown> = Promise.resolve();

async function encodeOne(sent: Buffer, formats: readonly string[]): Promise<Encoding> {
  try {
    const input = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true } as const;
    const { format, pages = 1, width, height } = await sharp(sent, input).metadata();
    if (!formats.includes(format)) return { fault: UNREADABLE };
    if (pages > 1) {
      return {
        fault: {
          vi: 'Không dùng ảnh động: nó làm người đọc xao nhãng và tốn dung lượng. Mời anh/chị chọn một ảnh tĩnh.',
          en: 'Animated images are not taken: they distract and weigh much. Please choose a still one.',
        },
      };
    }
    if (width * height > MAX_PIXELS) return { fault: tooLarge() };
    for (const quality of QUALITIES) {
      const { data, info } = await sharp(sent, input)
        .autoOrient()
        .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
        .webp({ quality })
        .timeout({ seconds: SECONDS })
        .toBuffer({ resolveWithObject: true });
      if (data.length <= MAX_KEPT_BYTES) return { image: { bytes: data, width: info.width, height: info.height } };
    }
    return { fault: tooLarge() };
  } catch (error) {
    return { fault: String(error).includes('pixel limit') ? tooLarge() : UNREADABLE };
  }
}

function tooLarge(): Text {
  return {
    vi: 'Ảnh lớn quá: nhiều nhất 64 triệu điểm ảnh và 12 MB. Mời anh/chị thu nhỏ rồi tải lên.',
    en: 'The image is too large: at most 64 million pixels and 12 MB. Please make it smaller.',
  };
}

function isSvg(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 1024).replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(head);
}

/** The brand of an ISO media file that holds HEVC pictures. */
function isHeic(bytes: Buffer): boolean {
  return /^ftyphe(?:ic|ix|im|is|vc|vx)/.test(bytes.toString('latin1', 4, 12));
}
