import type { Text } from '../../platform/problems/problem.js';
import { childrenOf, type DocxImage, type DocxNode } from './docx-model.js';
import type { ImageShelf, TakenImage } from './image-shelf.js';

export const EXTERNAL: Text = {
  vi: 'Hình lấy từ địa chỉ bên ngoài không được tải về; mời anh/chị chèn lại hình từ máy.',
  en: 'An image at an outside address was not fetched; please insert it from your computer.',
};
const MISSING: Text = {
  vi: 'Hình bị thiếu trong tệp; mời anh/chị chèn lại.',
  en: 'An image is missing in the file; please insert it again.',
};

/**
 * Reads the images of a document onto the shelf.
 * @param hasExternal whether the document points to images elsewhere; these are never fetched
 */
export async function takeImages(
  roots: readonly DocxNode[],
  shelf: ImageShelf,
  hasExternal: boolean,
): Promise<Map<DocxImage, TakenImage>> {
  const taken = new Map<DocxImage, TakenImage>();
  for (const node of imagesIn(roots)) {
    const bytes = await readImage(node);
    taken.set(
      node,
      bytes === null ? { lost: hasExternal ? EXTERNAL : MISSING } : shelf.take(bytes, node.altText ?? ''),
    );
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
