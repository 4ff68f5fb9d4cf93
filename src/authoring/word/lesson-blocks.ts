import type { Text } from '../../platform/problems/problem.js';

/** A piece of a line. Text is NFC, on one line, and stands for itself: nothing in it is Markdown. */
export type Inline =
  | { kind: 'text'; text: string; bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean; href?: string }
  | { kind: 'break' }
  | { kind: 'image'; src: string; alt: string };

/** Boxes of lessons that an import makes or keeps; see CALLOUTS in src/catalogue/lesson-markdown.ts. */
export const BOXES = ['ghi-nho', 'vi-du', 'luu-y', 'nghi-van', 'quy-trinh', 'mau-van-ban'] as const;

export type BoxName = (typeof BOXES)[number];

/** What a lesson is made of, whatever file it came from. */
export type Block =
  | { kind: 'heading'; level: number; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'table'; rows: Inline[][][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'box'; name: BoxName; blocks: Block[] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'rule' };

/** What could not be kept as it was. `where` is the heading above it; null before the first, or for the whole file. */
export interface Loss {
  what: Text;
  where: string | null;
}

export interface LessonImage {
  /** `hinh-1.png`; the Markdown names it `anh/hinh-1.png`. */
  name: string;
  bytes: Uint8Array;
  /** By its first bytes, not by what the file claims. */
  mediaType: string;
  /** Empty where the author has to write it. */
  alt: string;
}

export interface ImportedLesson {
  /** One line, at most 200 characters; empty only where the file has no words. */
  title: string;
  markdown: string;
  images: LessonImage[];
  losses: Loss[];
}

export function plainText(content: readonly Inline[]): string {
  return content.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'break' ? ' ' : '')).join('');
}
