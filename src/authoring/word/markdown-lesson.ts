import createMarkdownIt, { type Token } from 'markdown-it';
import container from 'markdown-it-container';
import { parse } from 'yaml';
import { cleanText } from './clean-text.js';
import { finishedLesson } from './finished-lesson.js';
import { ImageShelf } from './image-shelf.js';
import { BOXES, plainText, type Block, type ImportedLesson } from './lesson-blocks.js';
import { LessonEncodingUnknown, LessonFileTooLarge } from './lesson-import.problems.js';
import { excerpt, LossList } from './losses.js';
import { MarkdownBlocks } from './markdown-blocks.js';
import { notesAsBlocks, notesMoved } from './notes.js';
import { cutTitle, lessonLevels } from './title.js';

/** With images in the text, as word processors export them. */
const MOST_MEGABYTES = 10;
const MOST_HEAD = 65_536;
/** markdown-it leaves out what is nested deeper than 100 tokens, without a word; a list in a list takes two. */
const MOST_LEVELS = 96;

const PARSER = createMarkdownIt({ html: true, linkify: false, typographer: false });
// Every link is judged, and named where it cannot be kept, by the reader of blocks.
PARSER.validateLink = () => true;
for (const name of BOXES) PARSER.use(container, name);

/**
 * Reads a Markdown file as a lesson: CommonMark, tables, footnotes, front matter of which the title is used, images only
 * where they are in the text itself. HTML is removed and named. Call it in a thread of its own (`LessonReader` does).
 * @param bytes UTF-8, or UTF-16 with its mark
 * @throws Problem when the file is no text, too large or empty
 */
export function lessonFromMarkdown(bytes: Uint8Array): ImportedLesson {
  if (bytes.length > MOST_MEGABYTES * 1_048_576) throw LessonFileTooLarge({ limit: 'file', most: MOST_MEGABYTES });
  const losses = new LossList();
  const text = decodedText(bytes);
  const front = withoutFrontMatter(text, losses);
  const { body, notes } = withoutNotes(front.body);
  const tokens = PARSER.parse(body, {});
  if (tokens.some(({ level }) => level >= MOST_LEVELS))
    throw LessonFileTooLarge({ limit: 'nesting', most: MOST_LEVELS / 2 });
  const images = new ImageShelf();
  const order: string[] = [];
  const noteNumber = (name: string) => {
    if (!notes.has(name)) return null;
    if (!order.includes(name)) order.push(name);
    return order.indexOf(name) + 1;
  };
  const reader = new MarkdownBlocks({ losses, images, noteNumber });
  const { title, blocks } = titled(front.title, reader.read(tokens));
  // A note may point to a further one.
  const written = [];
  for (let at = 0; at < order.length; at += 1)
    written.push(reader.inline(lineTokens(notes.get(order[at] ?? '') ?? '')));
  losses.where = null;
  if (written.length > 0) losses.add(notesMoved(written.length));
  return finishedLesson({
    title,
    blocks: [...blocks, ...notesAsBlocks(written)],
    images: images.all(),
    losses: losses.list(),
  });
}

function decodedText(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text.replace(/\r\n?/g, '\n');
  } catch {
    // Said below.
  }
  throw LessonEncodingUnknown();
}

function withoutFrontMatter(text: string, losses: LossList): { title: string; body: string } {
  const match = /^---[ \t]*\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(0, MOST_HEAD));
  if (!match) return { title: '', body: text };
  const body = text.slice(match[0].length);
  try {
    const facts: unknown = parse(match[1] ?? '');
    if (typeof facts !== 'object' || facts === null) return { title: '', body: text };
    const others = Object.keys(facts).filter((key) => key !== 'title');
    if (others.length > 0) losses.add(factsLeft(excerpt(cleanText(others.join(', ')))));
    return { title: titleIn(facts), body };
  } catch {
    losses.add({
      vi: 'Phần thông tin ở đầu tệp (giữa hai dòng ---) không đọc được nên bị bỏ.',
      en: 'The front matter (between two lines of ---) could not be read and was left out.',
    });
    return { title: '', body };
  }
}

function factsLeft(keys: string) {
  return {
    vi: `Thông tin ở đầu tệp chỉ lấy tên bài; mời anh/chị nhập lại các mục: ${keys}.`,
    en: `Of the front matter only the title was taken; please fill in again: ${keys}.`,
  };
}

/** `title: words`, or `title: { vi: words }` as this project's own lessons have it. */
function titleIn(facts: object): string {
  const title: unknown = 'title' in facts ? facts.title : '';
  const words = typeof title === 'object' && title !== null && 'vi' in title ? title.vi : title;
  return typeof words === 'string' || typeof words === 'number' ? cutTitle(cleanText(String(words))) : '';
}

/** `[^name]: words`, with indented lines that go on; the text without them, and each note by name. */
function withoutNotes(text: string): { body: string; notes: Map<string, string> } {
  const notes = new Map<string, string>();
  const body: string[] = [];
  let fence: string | null = null;
  let note: string | null = null;
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && note === null) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
    }
    const [, name, words] = (fence === null && /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$/.exec(line)) || [];
    if (name !== undefined) {
      note = name;
      notes.set(name, words ?? '');
    } else if (note !== null && /^(?: {2,}|\t)\S/.test(line))
      notes.set(note, `${notes.get(note) ?? ''} ${line.trim()}`);
    else {
      if (line.trim() !== '') note = null;
      body.push(line);
    }
  }
  return { body: body.join('\n'), notes };
}

function lineTokens(text: string): readonly Token[] {
  return PARSER.parseInline(text, {})[0]?.children ?? [];
}

/** The title is the file's own, or the heading at the beginning, or else the first words. */
function titled(known: string, read: Block[]): { title: string; blocks: Block[] } {
  const words = (block: Block | undefined) =>
    block?.kind === 'heading' || block?.kind === 'paragraph' ? plainText(block.content) : '';
  const first = read.findIndex((block) => block.kind === 'heading' && words(block).trim() !== '');
  const isTitle = known === '' && first === 0;
  const blocks = isTitle ? read.slice(1) : read;
  const levels = lessonLevels(
    blocks.flatMap((block) => (block.kind === 'heading' && words(block).trim() !== '' ? block.level : [])),
  );
  return {
    title: known || cutTitle(words(read[first]) || words(read.find((block) => words(block).trim() !== ''))),
    blocks: blocks.map((block) =>
      block.kind === 'heading' ? { ...block, level: levels.get(block.level) ?? 2 } : block,
    ),
  };
}
