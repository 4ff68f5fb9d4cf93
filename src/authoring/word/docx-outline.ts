import { cleanText } from './clean-text.js';
import { wordsOf, type DocxNode, type DocxParagraph } from './docx-model.js';
import { MARK, type ParagraphMark } from './docx-survey.js';
import { cutTitle, lessonLevels } from './title.js';

/** A bold line of its own up to this length may be a heading in a file without headings. */
const MOST_BOLD_HEADING = 120;

/** Title and headings of a document, known before it is converted. */
export interface Outline {
  title: string;
  /** The paragraphs that are the title, no longer part of the lesson. */
  titleParagraphs: ReadonlySet<DocxParagraph>;
  /** Levels from 2 to 4. */
  levels: ReadonlyMap<DocxParagraph, number>;
  /** Bold lines that were taken for headings, since the file has none. */
  guessed: number;
}

interface Line {
  paragraph: DocxParagraph;
  mark: ParagraphMark | undefined;
  words: string;
}

export function outlineOf(nodes: readonly DocxNode[], marks: readonly ParagraphMark[]): Outline {
  const lines = nodes
    .filter((node) => node.type === 'paragraph')
    .map((paragraph) => ({ paragraph, mark: markOf(paragraph, marks), words: titleText(wordsOf(paragraph.children)) }))
    .filter(({ words, mark }) => words !== '' && !mark?.isContents);
  const styled = lines.filter(({ mark }) => mark?.heading != null && mark.textBox === null);
  const titles = leadingTitles(lines);
  const isGuessing = styled.length === 0;
  const headings = isGuessing ? lines.filter((line) => !titles.includes(line) && isBoldLine(line)) : styled;
  const startsWithHeading = headings[0] !== undefined && headings[0] === lines[0];
  const title = titles.length > 0 ? titles : startsWithHeading ? headings.slice(0, 1) : [];
  const inBody = headings.filter((line) => !title.includes(line));
  return {
    title: cutTitle(title.map(({ words }) => words).join(' ') || headings[0]?.words || lines[0]?.words || ''),
    titleParagraphs: new Set(title.map(({ paragraph }) => paragraph)),
    levels: levelsOf(inBody),
    guessed: isGuessing ? inBody.length : 0,
  };
}

/** The mark that the survey left in a paragraph. Where a deleted paragraph was joined to the next, the last one counts. */
export function markOf(paragraph: DocxParagraph, marks: readonly ParagraphMark[]): ParagraphMark | undefined {
  return marksOf(paragraph, marks).at(-1);
}

export function marksOf({ children }: DocxParagraph, marks: readonly ParagraphMark[]): ParagraphMark[] {
  return children.flatMap((node) => {
    if (node.type !== 'bookmarkStart' || !node.name.startsWith(MARK)) return [];
    return marks[Number(node.name.slice(MARK.length))] ?? [];
  });
}

function leadingTitles(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(({ mark }) => mark?.isTitle);
  if (first < 0) return [];
  const end = lines.findIndex(({ mark }, at) => at > first && !mark?.isTitle);
  return lines.slice(first, end < 0 ? undefined : end);
}

function levelsOf(lines: readonly Line[]): Map<DocxParagraph, number> {
  const depth = ({ mark }: Line) => mark?.heading ?? 1;
  const levels = lessonLevels(lines.map(depth));
  return new Map(lines.map((line) => [line.paragraph, levels.get(depth(line)) ?? 2] as const));
}

function isBoldLine({ paragraph, mark, words }: Line): boolean {
  if (words.length > MOST_BOLD_HEADING || mark?.list || mark?.textBox != null || /[.;:,]$/.test(words)) return false;
  if (/^[-–+•*]\s/.test(words)) return false;
  return paragraph.children.every((node) => {
    if (node.type === 'bookmarkStart') return true;
    return node.type === 'run' && (node.isBold || wordsOf(node.children).trim() === '');
  });
}

function titleText(words: string): string {
  return cleanText(words).replace(/\s+/g, ' ').trim();
}
