import type { Text } from '../../../platform/problems/problem.js';

/** A fault of a lesson's text at a line (from 1, within the text). */
export interface ReadingFault {
  line: number;
  message: Text;
}

const MIN_WORDS = 400;
const MAX_WORDS = 900;
const MAX_REMEMBERED = 5;
const OPENING = '**Trả lời ngắn.**';

const LINK = /(!?)\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g;
const TARGET = /^(?:law:vn(?:\.[a-z0-9]+)+|https:\/\/\S+|mailto:\S+|tel:\S+)$/;

/** Words that are read: of links the text, of tables the cells. */
export function countWords(markdown: string): number {
  const read = markdown.replaceAll(LINK, '$2');
  return read.split(/[\s|]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Lines of the first box of a kind, such as `ghi-nho`; null when the lesson has none. */
function boxOf(lines: string[], kind: string): { line: number; lines: string[] } | null {
  const start = lines.indexOf(`::: ${kind}`);
  if (start < 0) return null;
  const end = lines.indexOf(':::', start);
  const inside = lines.slice(start + 1, end < 0 ? undefined : end).filter((line) => line.trim() !== '');
  return { line: start + 1, lines: inside };
}

/** What keeps a lesson from being read between two shifts: answer first, an example, something to remember, a fit length. */
export function readingFaults(markdown: string): ReadingFault[] {
  const lines = markdown.split('\n');
  const faults: ReadingFault[] = [];
  const fault = (line: number, vi: string, en: string) => faults.push({ line, message: { vi, en } });
  if (!markdown.startsWith(OPENING)) {
    fault(1, `Bài phải mở đầu bằng câu trả lời: "${OPENING} …".`, `A lesson begins with its answer: "${OPENING} …".`);
  }
  const words = countWords(markdown);
  if (words < MIN_WORDS || words > MAX_WORDS) {
    fault(1, `Bài có ${words} chữ; cần từ 400 đến 900.`, `The lesson has ${words} words; 400 to 900 are wanted.`);
  }
  if (!boxOf(lines, 'vi-du')) fault(1, 'Thiếu ví dụ (::: vi-du).', 'There is no worked example (::: vi-du).');
  const remembered = boxOf(lines, 'ghi-nho');
  if (!remembered) fault(1, 'Thiếu phần ghi nhớ (::: ghi-nho).', 'There is nothing to remember (::: ghi-nho).');
  else if (remembered.lines.length > MAX_REMEMBERED) {
    fault(
      remembered.line,
      `Phần ghi nhớ có ${remembered.lines.length} dòng; nhiều nhất 5.`,
      `There are ${remembered.lines.length} lines to remember; at most 5.`,
    );
  }
  return [...faults, ...linkFaults(lines)];
}

function linkFaults(lines: string[]): ReadingFault[] {
  return lines.flatMap((text, index) =>
    [...text.matchAll(LINK)].flatMap(([, image, words = '', target = '']): ReadingFault[] => {
      const line = index + 1;
      const found: ReadingFault[] = [];
      if (image === '!' && words.trim() === '') {
        found.push({
          line,
          message: { vi: `Ảnh ${target} thiếu lời mô tả.`, en: `The image ${target} has no alternative text.` },
        });
      }
      if (!TARGET.test(target)) {
        found.push({
          line,
          message: {
            vi: `Liên kết "${target}" không dẫn đến đâu: dùng law:…, https://…, mailto: hoặc tel:.`,
            en: `The link "${target}" leads nowhere: use law:…, https://…, mailto: or tel:.`,
          },
        });
      }
      return found;
    }),
  );
}
