import { createHash } from 'node:crypto';
import { imagesInMarkdown, type LessonImage, type LessonImages } from '../../catalogue/course-import.service.js';
import type { Text } from '../../platform/problems/problem.js';
import type { ContentFolder } from './content-folder.js';
import { readWebp } from './webp.js';

/** Where the images of a course are, and what they are called. */
export const IMAGE_FOLDER = 'anh';
const IMAGE_FILE = /^anh\/[a-z0-9]+(?:-[a-z0-9]+)*\.webp$/;
/** An image is never larger; the desk makes far smaller ones. */
const MAX_IMAGE_BYTES = 1024 * 1024;
const MAX_PIXELS_A_SIDE = 1600;

/** The images of one course folder. */
export class ImageFiles {
  readonly images: LessonImages;

  constructor(private readonly folder: ContentFolder) {
    const images: Record<string, LessonImage> = {};
    for (const [name, bytes] of folder.files()) {
      if (!name.startsWith(`${IMAGE_FOLDER}/`)) continue;
      const image = this.read(name, bytes);
      if (image) images[name] = image;
    }
    this.images = images;
  }

  /**
   * The images that a lesson shows, with a fault for each that is not there or has no description.
   * @param bodyLine the line of the file on which its Markdown begins
   */
  shownBy(name: string, markdown: string, bodyLine: number): LessonImages {
    const shown: Record<string, LessonImage> = {};
    for (const { src, alt, line } of imagesInMarkdown(markdown)) {
      const image = this.images[src];
      if (image) shown[src] = image;
      else {
        this.folder.fault(name, bodyLine + line, {
          vi: `Không có ảnh "${src}" trong thư mục anh/ của khoá học; ảnh lấy từ trang khác không dùng được.`,
          en: `There is no image "${src}" in the course's anh/ folder; images of other sites cannot be used.`,
        });
      }
      if (alt === '') {
        this.folder.fault(name, bodyLine + line, {
          vi: `Ảnh "${src}" chưa có lời mô tả cho người không nhìn thấy ảnh.`,
          en: `The image "${src}" has no description for those who cannot see it.`,
        });
      }
    }
    return shown;
  }

  private read(name: string, bytes: Buffer): LessonImage | null {
    const facts = readWebp(bytes);
    const fault = IMAGE_FILE.test(name) ? faultOf(bytes, facts) : NAME_FAULT;
    if (fault) this.folder.fault(name, null, fault);
    if (!facts || fault) return null;
    return { hash: createHash('sha256').update(bytes).digest('hex'), width: facts.width, height: facts.height };
  }
}

const NAME_FAULT: Text = {
  vi: 'Tên ảnh phải có dạng anh/ten-anh.webp, chữ thường không dấu.',
  en: 'An image is named anh/some-name.webp, in lower case without diacritics.',
};

function faultOf(bytes: Buffer, facts: ReturnType<typeof readWebp>): Text | null {
  if (!facts) return { vi: 'Ảnh không phải tệp WebP.', en: 'The image is not a WebP file.' };
  if (facts.isAnimated) return { vi: 'Không dùng ảnh động.', en: 'Animated images are not used.' };
  if (facts.hasMetadata) {
    return {
      vi: 'Ảnh còn mang dữ liệu kèm theo (có thể gồm nơi chụp); mời tải ảnh lên qua bàn soạn bài.',
      en: 'The image carries metadata (perhaps the place where it was taken); please upload it at the desk.',
    };
  }
  if (bytes.length > MAX_IMAGE_BYTES || Math.max(facts.width, facts.height) > MAX_PIXELS_A_SIDE) {
    return {
      vi: 'Ảnh lớn hơn 1 MB hoặc có cạnh dài hơn 1600 điểm ảnh.',
      en: 'The image is over 1 MB, or has a side over 1600 pixels.',
    };
  }
  return null;
}
