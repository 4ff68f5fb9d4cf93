import type { Text } from '../../platform/problems/problem.js';
import type { Block, Inline } from './lesson-blocks.js';

/** What is said to the author where notes were moved. */
export function notesMoved(count: number): Text {
  return {
    vi: `${count} chú thích thành danh sách đánh số ở cuối bài, trong bài ghi [1], [2]…`,
    en: `${count} footnotes became a numbered list at the end; the text shows [1], [2]…`,
  };
}

/** The notes of a lesson as its last section; a lesson's text shows their numbers in square brackets. */
export function notesAsBlocks(notes: readonly Inline[][]): Block[] {
  if (notes.length === 0) return [];
  const items = notes.map((content): Block[] => {
    const isEmpty = content.every((piece) => piece.kind === 'text' && piece.text.trim() === '');
    // An empty note keeps its number.
    return [{ kind: 'paragraph', content: isEmpty ? [{ kind: 'text', text: '…' }] : content }];
  });
  const heading: Block = { kind: 'heading', level: 2, content: [{ kind: 'text', text: 'Chú thích' }] };
  return [heading, { kind: 'list', start: 1, items }];
}
