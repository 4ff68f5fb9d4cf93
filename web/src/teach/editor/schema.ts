import { Mark, mergeAttributes, Node, type AnyExtension } from '@tiptap/core';
import Blockquote from '@tiptap/extension-blockquote';
import Bold from '@tiptap/extension-bold';
import Code from '@tiptap/extension-code';
import CodeBlock from '@tiptap/extension-code-block';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import Heading from '@tiptap/extension-heading';
import HorizontalRule from '@tiptap/extension-horizontal-rule';
import Image from '@tiptap/extension-image';
import Italic from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import Paragraph from '@tiptap/extension-paragraph';
import Strike from '@tiptap/extension-strike';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import Text from '@tiptap/extension-text';
import { BOXES, citedArticle, isAttachment, type Box } from './markdown-grammar.js';

/** Words of the page that stand inside the document: the headings of the boxes. They are Vietnamese as lessons are. */
export const BOX_TITLES: Record<Box, string> = {
  'ghi-nho': 'Ghi nhớ',
  'vi-du': 'Ví dụ',
  'luu-y': 'Lưu ý',
  'quy-trinh': 'Quy trình từng bước',
  'mau-van-ban': 'Mẫu văn bản',
  'nghi-van': 'Điểm còn chưa chắc chắn',
};

const titleOf = (kind: unknown): string => BOX_TITLES[kind as Box] ?? '';

/** A coloured box: drawn as the learner sees it, its heading from the style sheet. */
const BoxNode = Node.create({
  name: 'box',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: BOXES[0],
      parseHTML: (element: HTMLElement) => BOXES.find((box) => element.classList.contains(box)) ?? BOXES[0],
      renderHTML: ({ kind }: { kind: string }) => ({ class: `callout ${kind}`, 'data-title': titleOf(kind) }),
    },
  }),
  parseHTML: () => [{ tag: 'aside.callout' }],
  renderHTML: ({ HTMLAttributes, node }) => [
    'aside',
    mergeAttributes(HTMLAttributes, { 'aria-label': titleOf(node.attrs['kind']) }),
    0,
  ],
});

/** Lines that the editor cannot show as anything else; they stay as they are. */
const Verbatim = Node.create({
  name: 'verbatim',
  group: 'block',
  atom: true,
  addAttributes: () => ({ source: { default: '', renderHTML: () => ({}) } }),
  parseHTML: () => [],
  renderHTML: ({ node }) => ['pre', { class: 'verbatim' }, ['code', {}, String(node.attrs['source'])]],
});

/** A link; a citation of an article is one to `law:<code>`. */
const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null }, title: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href') ?? '';
        const isSafe = /^(https?:|mailto:|tel:)/i.test(href) || citedArticle(href) !== null || isAttachment(href);
        return isSafe ? { href, title: element.getAttribute('title') } : false;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes, mark }) => {
    const href = String(mark.attrs['href']);
    const looks = citedArticle(href) !== null ? 'law' : isAttachment(href) ? 'attachment' : null;
    return ['a', mergeAttributes(HTMLAttributes, looks ? { class: looks } : { rel: 'noopener noreferrer' }), 0];
  },
});

/** How a list was written, so that a changed one is written alike. */
const listStyle = (marker: string) => ({
  marker: { default: marker, rendered: false },
  tight: { default: true, rendered: false },
});

/** A row of a table is one line of Markdown, so a cell holds one. */
const ONE_LINE = 'paragraph';

/** Everything a lesson can hold, and nothing else: what is pasted loses the rest. */
export const LESSON_SCHEMA: AnyExtension[] = [
  Document,
  Text,
  Paragraph,
  Heading,
  Blockquote,
  CodeBlock,
  HorizontalRule,
  HardBreak,
  BulletList.extend({ addAttributes: () => listStyle('-') }),
  OrderedList.extend({
    addAttributes() {
      return { ...this.parent?.(), ...listStyle('.'), type: { default: null, rendered: false, parseHTML: () => null } };
    },
  }),
  ListItem,
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: ONE_LINE }),
  TableCell.extend({ content: ONE_LINE }),
  Image.configure({ inline: true }),
  BoxNode,
  Verbatim,
  Link,
  Bold,
  Italic,
  Strike,
  Code.extend({ excludes: '' }),
];
