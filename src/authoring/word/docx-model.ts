import mammoth from 'mammoth';
import { zipOf } from '../../platform/zip/zip-writer.js';
import type { DocxParts } from './docx-package.js';
import { LessonFileDamaged } from './lesson-import.problems.js';

/** The parts of mammoth's document that are read; mammoth declares it as `any`. */
export type DocxNode =
  | DocxParagraph
  | DocxRun
  | DocxTable
  | DocxImage
  | { type: 'text'; value: string }
  | { type: 'tab' }
  | { type: 'checkbox'; checked: boolean }
  | { type: 'hyperlink'; children: DocxNode[]; href?: string; anchor?: string }
  | { type: 'noteReference'; noteType: string; noteId: string }
  | { type: 'commentReference'; commentId: string }
  | { type: 'break'; breakType: 'line' | 'page' | 'column' }
  | { type: 'bookmarkStart'; name: string }
  | DocxRow
  | DocxCell;

export interface DocxParagraph {
  type: 'paragraph';
  children: DocxNode[];
  alignment: string | null;
}

export interface DocxRun {
  type: 'run';
  children: DocxNode[];
  styleName: string | null;
  isBold: boolean;
  isItalic: boolean;
  isUnderline: boolean;
  isStrikethrough: boolean;
  isAllCaps: boolean;
  verticalAlignment: 'baseline' | 'superscript' | 'subscript';
  highlight: string | null;
}

export interface DocxTable {
  type: 'table';
  children: DocxNode[];
}

interface DocxRow {
  type: 'tableRow';
  children: DocxNode[];
}

export interface DocxCell {
  type: 'tableCell';
  children: DocxNode[];
  colSpan: number;
  rowSpan: number;
}

export interface DocxImage {
  type: 'image';
  altText?: string;
  readAsBuffer(): Promise<Buffer>;
}

interface DocxNote {
  body: DocxNode[];
}

export interface DocxDocument {
  children: DocxNode[];
  notes: { resolve(reference: { noteType: string; noteId: string }): DocxNote | null };
  comments: { commentId: string; body: DocxNode[]; authorName?: string }[];
}

/**
 * mammoth's reading of a Word file. It gets the parts in a new archive, so that it never sees the one that was sent.
 * @throws Problem
 */
export async function readModel(parts: DocxParts): Promise<{ document: DocxDocument; messages: string[] }> {
  const pieces: Buffer[] = [];
  const files = [...parts].map(([name, content]) => ({ name, content: [content], stored: true }));
  for await (const piece of zipOf(files)) pieces.push(piece);
  let read: DocxDocument | null = null;
  // The document is taken before it becomes HTML, which would lose where lists begin and what is a note.
  const transformDocument = (document: DocxDocument) => {
    read = document;
    return { ...document, children: [], comments: [] };
  };
  try {
    const options = { transformDocument, includeEmbeddedStyleMap: false, includeDefaultStyleMap: false };
    const { messages } = await mammoth.convertToHtml({ buffer: Buffer.concat(pieces) }, options);
    const document = read as DocxDocument | null;
    if (document === null) throw LessonFileDamaged();
    return { document, messages: messages.map(({ message }) => message) };
  } catch {
    throw LessonFileDamaged();
  }
}

export function childrenOf(node: DocxNode): readonly DocxNode[] {
  return 'children' in node ? node.children : [];
}

/** The words below a node. */
export function wordsOf(nodes: readonly DocxNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'tab' || node.type === 'break') return ' ';
      return wordsOf(childrenOf(node)) + (node.type === 'paragraph' ? ' ' : '');
    })
    .join('');
}
