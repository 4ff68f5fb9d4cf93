import { plainText, type Block, type Inline } from './lesson-blocks.js';
import { writeLine, writeLines } from './inline-writer.js';

type ListBlock = Extract<Block, { kind: 'list' }>;

/** Lessons' Markdown of the blocks: NFC, no raw HTML, a new line at the end; empty for nothing. */
export function writeMarkdown(blocks: readonly Block[]): string {
  const text = writeBlocks(pruned(blocks)).join('\n').trimEnd();
  return text === '' ? '' : `${text}\n`.normalize('NFC');
}

/** Without what shows nothing. */
function pruned(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return hasContent(block.content) ? [block] : [];
      case 'table':
        return block.rows.some((row) => row.some(hasContent)) ? [block] : [];
      case 'list': {
        const items = block.items.map(pruned).filter(({ length }) => length > 0);
        return items.length > 0 ? [{ ...block, items }] : [];
      }
      case 'quote':
      case 'box': {
        const inner = pruned(block.blocks);
        return inner.length > 0 ? [{ ...block, blocks: inner }] : [];
      }
      default:
        return [block];
    }
  });
}

function hasContent(content: readonly Inline[]): boolean {
  return plainText(content).trim() !== '' || content.some(({ kind }) => kind === 'image');
}

/** The lines of blocks, with an empty line between two of them. */
function writeBlocks(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  let previous: ListBlock | null = null;
  let isOther = false;
  for (const block of blocks) {
    const isNextList = block.kind === 'list' && previous !== null && isSameKind(block, previous);
    // Two lists of a kind in a row would be read as one: the second has the other sign.
    isOther = isNextList && !isOther;
    const written = block.kind === 'list' ? writeList(block, isOther) : writeBlock(block);
    if (lines.length > 0) lines.push('');
    lines.push(...written);
    previous = block.kind === 'list' ? block : null;
  }
  return lines;
}

function isSameKind(one: ListBlock, other: ListBlock): boolean {
  return (one.start === null) === (other.start === null);
}

function writeBlock(block: Exclude<Block, { kind: 'list' }>): string[] {
  switch (block.kind) {
    case 'heading': {
      const text = writeLine(block.content);
      // "#" at the end would be taken for decoration.
      return [`${'#'.repeat(Math.min(Math.max(block.level, 2), 4))} ${text.replace(/#$/, '\\#')}`];
    }
    case 'paragraph':
      return writeLines(block.content).split('\n');
    case 'table':
      return writeTable(block.rows);
    case 'quote':
      return writeBlocks(block.blocks).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'box': {
      const inner = writeBlocks(block.blocks);
      return [`${fence(inner, ':')} ${block.name}`, ...inner, fence(inner, ':')];
    }
    case 'code': {
      const inner = block.text.replace(/\n$/, '').split('\n');
      return [`${fence(inner, '`')}${block.language}`, ...inner, fence(inner, '`')];
    }
    case 'rule':
      return ['---'];
  }
}

/** Three signs, or one more than any line inside begins with. */
function fence(inner: readonly string[], sign: string): string {
  const runs = inner.map((line) => /^\s*(:*|`*)/.exec(line)?.[1] ?? '').filter((run) => run.startsWith(sign));
  return sign.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
}

function writeList(list: ListBlock, isOther = false): string[] {
  const items = list.items.map(writeItem);
  const isLoose = items.some((lines) => lines.includes(''));
  return items.flatMap((lines, at) => {
    const marker =
      list.start === null
        ? isOther
          ? '* '
          : '- '
        : `${Math.min(list.start + at, 999_999_999)}${isOther ? ')' : '.'} `;
    const indent = ' '.repeat(marker.length);
    const written = lines.map((line, index) => (index === 0 ? marker + line : line === '' ? '' : indent + line));
    return isLoose && at > 0 ? ['', ...written] : written;
  });
}

/** An item's paragraph and the list below it stand close together; everything else is separated as usual. */
function writeItem(blocks: readonly Block[]): string[] {
  const [first, second, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || second?.kind !== 'list' || rest.length > 0) return writeBlocks(blocks);
  const below = writeList(second);
  const text = writeBlock(first);
  // Only a list that begins with 1 may follow a paragraph without an empty line.
  const isClose = second.start === null || second.start === 1;
  return isClose ? [...text, ...below] : [...text, '', ...below];
}

function writeTable(rows: readonly Inline[][][]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, at) => writeCell(row[at] ?? []));
    return `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
  });
  return [lines[0] ?? '', `|${' --- |'.repeat(width)}`, ...lines.slice(1)];
}

/** Every sign that would end the cell is escaped, in code too. */
function writeCell(content: readonly Inline[]): string {
  return writeLine(content).replace(/(?<!\\)\|/g, '\\|');
}
