import { createHash } from 'node:crypto';
import type { Text } from '../../platform/problems/problem.js';
import { cleanText } from './clean-text.js';
import { childrenOf, type DocxImage, type DocxNode } from './docx-model.js';
import type { LessonImage } from './lesson-blocks.js';

/** Formats that can be shown once they are re-encoded, by their first bytes. */
const FORMATS: [mediaType: string, extension: string, mark: RegExp][] = [
  ['image/png', 'png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', 'jpg', /^\xff\xd8\xff/],
  ['image/gif', 'gif', /^GIF8[79]a/],
  ['image/webp', 'webp', /^RIFF[^]{4}WEBP/],
  ['image/tiff', 'tif', /^(?:II\*\0|MM\0\*)/],
];

/** Formats that people know by name, in order to say which image it was. */
const KNOWN: [name: string, mark: RegExp][] = [
  ['EMF', /^\x01\0\0\0[^]{36} EMF/],
  ['WMF', /^(?:\xd7\xcd\xc6\x9a|\x01\0\x09\0\0)/],
  ['SVG', /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!)/i],
  ['BMP', /^BM/],
  ['PDF', /^%PDF/],
];

/** One image of more bytes is no picture for a lesson. */
const MOST_BYTES = 20 * 1_048_576;

const EXTERNAL: Text = {
  vi: 'Hình lấy từ địa chỉ bên ngoài không được tải về; mời anh/chị chèn lại hình từ máy.',
  en: 'An image at an outside address was not fetched; please insert it from your computer.',
};
const MISSING: Text = {
  vi: 'Hình bị thiếu trong tệp; mời anh/chị chèn lại.',
  en: 'An image is missing in the file; please insert it again.',
};

export type TakenImage = { image: LessonImage } | { lost: Text };

/**
 * Reads the images of a document, each once however often it stands there.
 * @param hasExternal whether the document points to images elsewhere; these are never fetched
 */
export async function takeImages(roots: readonly DocxNode[], hasExternal: boolean): Promise<Map<DocxImage, TakenImage>> {
  const taken = new Map<DocxImage, TakenImage>();
  const byHash = new Map<string, LessonImage>();
  for (const node of imagesIn(roots)) {
    const bytes = await readImage(node);
    if (bytes === null) {
      taken.set(node, { lost: hasExternal ? EXTERNAL : MISSING });
      continue;
    }
    const format = formatOf(bytes);
    if (format === null || bytes.length > MOST_BYTES) {
      taken.set(node, { lost: unusable(bytes) });
      continue;
    }
    const hash = createHash('sha256').update(bytes).digest('hex');
    const name = `hinh-${byHash.size + 1}.${format.extension}`;
    const image = byHash.get(hash) ?? { name, bytes, mediaType: format.mediaType, alt: altOf(node) };
    byHash.set(hash, image);
    // The same picture may stand there twice, described once.
    if (image.alt === '') image.alt = altOf(node);
    taken.set(node, { image });
  }
  return taken;
}

function* imagesIn(nodes: readonly DocxNode[]): Generator<DocxImage> {
  for (const node of nodes) {
    if (node.type === 'image') yield node;
    else yield* imagesIn(childrenOf(node));
  }
}

/** @returns null when the file does not hold the image */
async function readImage(node: DocxImage): Promise<Buffer | null> {
  try {
    return await node.readAsBuffer();
  } catch {
    return null;
  }
}

function formatOf(bytes: Buffer): { mediaType: string; extension: string } | null {
  const head = bytes.subarray(0, 64).toString('latin1');
  const found = FORMATS.find(([, , mark]) => mark.test(head));
  return found ? { mediaType: found[0], extension: found[1] } : null;
}

function unusable(bytes: Buffer): Text {
  if (bytes.length > MOST_BYTES)
    return { vi: 'Hình lớn hơn 20 MB được bỏ.', en: 'An image larger than 20 MB was left out.' };
  const head = bytes.subarray(0, 64).toString('latin1');
  const name = KNOWN.find(([, mark]) => mark.test(head))?.[0] ?? '?';
  return {
    vi: `Hình kiểu ${name} chưa chuyển được; mời anh/chị lưu thành PNG hoặc JPEG rồi chèn lại.`,
    en: `An image of type ${name} was left out; please save it as PNG or JPEG and insert that.`,
  };
}

/** What programs write into the description by themselves describes nothing. */
const MACHINE_MADE =
  /(?:description automatically generated|mô tả (?:được )?(?:tạo )?tự động)|^(?:picture|image|hình ảnh|hình|ảnh|img|screenshot)[\s_-]*[\d_-]*$|^[^\s]+\.(?:png|jpe?g|gif|bmp|webp|tiff?|emf|wmf|svg)$/iu;

function altOf({ altText }: DocxImage): string {
  const text = cleanText(altText ?? '').replace(/\s+/g, ' ').trim();
  return MACHINE_MADE.test(text) ? '' : text.slice(0, 300);
}
