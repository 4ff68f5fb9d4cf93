import type { SourceFormat } from '../question-source.js';

/** Options, answers, pairs, items, gaps or criteria that one row can hold. */
export const MOST_ENTRIES = 20;

export type ColumnKey =
  'id' | 'kind' | 'title' | 'stem' | 'right' | 'general' | 'tags' | 'unit' | 'words' | 'photo' | 'format';

/** The headings, in the order in which they are written; the first name is the one written, others are read, too. */
export const COLUMNS: readonly { key: ColumnKey; names: readonly string[] }[] = [
  { key: 'id', names: ['Mã câu', 'Mã', 'id'] },
  { key: 'kind', names: ['Loại', 'Loại câu', 'kind', 'type'] },
  { key: 'title', names: ['Tên câu', 'Tên', 'title'] },
  { key: 'stem', names: ['Câu hỏi', 'Nội dung', 'question'] },
  { key: 'right', names: ['Đáp án đúng', 'Đáp án', 'answer'] },
  { key: 'general', names: ['Giải thích', 'Nhận xét chung', 'explanation'] },
  { key: 'tags', names: ['Nhãn', 'tags'] },
  { key: 'unit', names: ['Đơn vị', 'unit'] },
  { key: 'words', names: ['Số chữ tối thiểu', 'minimum words'] },
  { key: 'photo', names: ['Nhận ảnh', 'photo'] },
  { key: 'format', names: ['Định dạng', 'format'] },
];

/** Column of an option (A is 0), and of what is said to whoever chose it. */
export const OPTION_NAMES = ['Phương án', 'option'] as const;
export const FEEDBACK_NAMES = ['Nhận xét', 'feedback'] as const;

export type SheetKind =
  | 'single'
  | 'multiple'
  | 'true-false'
  | 'short-answer'
  | 'short-answer-exact'
  | 'numeric'
  | 'matching'
  | 'ordering'
  | 'cloze'
  | 'essay';

export const KIND_NAMES: Record<SheetKind, readonly string[]> = {
  single: ['Chọn một', 'Trắc nghiệm', 'single'],
  multiple: ['Chọn nhiều', 'multiple'],
  'true-false': ['Đúng sai', 'Đúng/Sai', 'true-false'],
  'short-answer': ['Trả lời ngắn', 'short-answer'],
  'short-answer-exact': ['Trả lời ngắn, phân biệt hoa thường', 'short-answer-exact'],
  numeric: ['Số', 'numeric'],
  matching: ['Ghép cặp', 'Nối', 'matching'],
  ordering: ['Sắp xếp', 'ordering'],
  cloze: ['Điền chỗ trống', 'cloze'],
  essay: ['Tự luận', 'essay'],
};

/** Headings and words as they are compared: without case, marks or further spaces. */
export function folded(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, ' ').trim();
}

export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

export const FORMAT_PREFIX = /^\[(markdown|html|plain|moodle)\]/;
export const DEFAULT_FORMAT: SourceFormat = 'plain';
