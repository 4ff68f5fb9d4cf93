import type { Text } from '../../platform/problems/problem.js';

/** Elements of a Word file that a lesson cannot hold, by their names without prefix. */
export const LOST: Record<string, Text | undefined> = {
  chart: {
    vi: 'Biểu đồ chưa chuyển được; mời anh/chị chụp thành hình rồi chèn, kèm mô tả.',
    en: 'A chart was left out; please insert it as an image with a description.',
  },
  relIds: {
    vi: 'Sơ đồ SmartArt chưa chuyển được; mời anh/chị chụp thành hình hoặc viết thành danh sách.',
    en: 'A SmartArt diagram was left out; please insert it as an image or write it as a list.',
  },
  control: {
    vi: 'Nút hoặc ô điều khiển (ActiveX) được bỏ.',
    en: 'A control (ActiveX) was left out.',
  },
  contentPart: { vi: 'Nét vẽ tay được bỏ.', en: 'Handwriting was left out.' },
  altChunk: {
    vi: 'Một tệp khác được chèn vào tài liệu; nội dung của nó chưa được lấy.',
    en: 'Another file is inserted in the document; its content was left out.',
  },
  subDoc: {
    vi: 'Tài liệu con chưa được lấy; mời anh/chị nhập riêng.',
    en: 'A subdocument was left out; please import it by itself.',
  },
  webVideoPr: {
    vi: 'Video trên mạng chưa chuyển được; mời anh/chị thêm bài học kiểu video với liên kết ấy.',
    en: 'An online video was left out; please add a video lesson with its link.',
  },
};

export function EMBEDDED(program: string): Text {
  return {
    vi: `Đối tượng nhúng (${program}) chưa chuyển được; chỉ hình xem trước, nếu có, được lấy.`,
    en: `An embedded object (${program}) was left out; only its preview image, if any, was taken.`,
  };
}
