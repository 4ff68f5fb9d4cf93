import { posix } from 'node:path';
import { cleanText } from './clean-text.js';
import { BlockReader } from './docx-blocks.js';
import { takeImages } from './docx-images.js';
import { InlineReader } from './docx-inlines.js';
import { readModel, type DocxDocument, type DocxNode } from './docx-model.js';
import { ImageShelf } from './image-shelf.js';
import { NumberingReader } from './docx-numbering.js';
import { outlineOf } from './docx-outline.js';
import { unpackDocx, type DocxParts } from './docx-package.js';
import { StyleReader } from './docx-styles.js';
import { SurveyReader, type SurveyTools } from './docx-survey.js';
import { RelationReader, WordsReader, xmlText, type Relation } from './docx-xml.js';
import type { ImportedLesson } from './lesson-blocks.js';
import { finishedLesson } from './finished-lesson.js';
import { NoWordFile } from './lesson-import.problems.js';
import { excerpt, LossList } from './losses.js';
import { notesAsBlocks, notesMoved } from './notes.js';

const EMPTY_XML = '<none/>';

/**
 * Reads a Word file as a lesson. Takes seconds and much memory for a hostile file: call it in a thread of its own
 * (`LessonReader` does).
 *
 * Notes at the foot or end become a numbered list under a last heading "Chú thích"; the text shows `[1]` where they
 * belong. Bold lines stand for headings in a file that has none.
 * @param bytes a .docx file
 * @throws Problem when the file is no Word file, unsafe, too large or empty
 */
export async function lessonFromDocx(bytes: Uint8Array): Promise<ImportedLesson> {
  const parts = await unpackDocx(bytes);
  const main = mainPart(parts);
  const losses = new LossList();
  const tools: SurveyTools = {
    styles: new StyleReader(textOf(parts, 'word/styles.xml')).read(),
    numbering: new NumberingReader(textOf(parts, 'word/numbering.xml')).read(),
    marks: [],
  };
  const survey = surveyPart(parts, main, tools);
  for (const note of ['word/footnotes.xml', 'word/endnotes.xml', 'word/comments.xml'])
    if (parts.has(note)) surveyPart(parts, note, tools);
  // mammoth reads these too, and with less care.
  for (const [name, content] of parts) if (/\.(?:xml|rels)$/i.test(name)) new WordsReader(xmlText(content)).read();
  const { document, messages } = await readModel(parts);
  const hasExternal = [...relationsOf(parts, main).values()].some((to) => to.isExternal && to.type === 'image');
  const shelf = new ImageShelf();
  const images = await takeImages([...document.children, ...notesOf(document)], shelf, hasExternal);
  const inlines = new InlineReader(document, images, losses);
  const outline = outlineOf(document.children, tools.marks);
  tellBefore(parts, outline.guessed, losses);
  const blocks = new BlockReader(tools.marks, outline, inlines, losses).read(document.children);
  const notes = inlines.notes();
  losses.where = null;
  tellAfter([...survey.rest, ...symbolsLost(messages)], notes.length, losses);
  return finishedLesson({
    title: outline.title,
    blocks: [...blocks, ...notesAsBlocks(notes)],
    images: shelf.all(),
    losses: losses.list(),
  });
}

function textOf(parts: DocxParts, name: string): string {
  const content = parts.get(name);
  return content === undefined ? EMPTY_XML : xmlText(content);
}

/** The part that the package calls its document; Word on the web has named it otherwise at times. */
function mainPart(parts: DocxParts): string {
  const relations = new RelationReader(textOf(parts, '_rels/.rels')).read().relations;
  const named = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target.replace(/^\//, '');
  const main = [named ?? '', 'word/document.xml'].find((name) => parts.has(name));
  if (main === undefined) throw NoWordFile();
  return main;
}

function surveyPart(parts: DocxParts, name: string, tools: SurveyTools): SurveyReader {
  const survey = new SurveyReader(textOf(parts, name), tools).read();
  parts.set(name, Buffer.from(survey.edited()));
  return survey;
}

function relationsOf(parts: DocxParts, part: string): Map<string, Relation> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  return new RelationReader(textOf(parts, name)).read().relations;
}

/** The notes that the document's text points to, for their images. */
function notesOf(document: DocxDocument): DocxNode[] {
  const found: DocxNode[] = [];
  const visit = (nodes: readonly DocxNode[]) => {
    for (const node of nodes) {
      if (node.type === 'noteReference') found.push(...(document.notes.resolve(node)?.body ?? []));
      else if ('children' in node) visit(node.children);
    }
  };
  visit(document.children);
  return found;
}

function tellBefore(parts: DocxParts, guessed: number, losses: LossList): void {
  for (const name of parts.keys()) {
    if (!/^word\/(?:header|footer)\d*\.xml$/.test(name)) continue;
    const words = excerpt(cleanText(new WordsReader(textOf(parts, name)).read().words));
    // A page's number is no loss.
    if (!/\p{L}{2}/u.test(words.replace(/trang|page|of/giu, ''))) continue;
    losses.add({
      vi: `Đầu trang hoặc chân trang được bỏ: “${words}”.`,
      en: `A header or footer was left out: “${words}”.`,
    });
  }
  if (guessed === 0) return;
  losses.add({
    vi: `Tệp không dùng kiểu đề mục (Heading), nên ${guessed} dòng in đậm đứng riêng được coi là đề mục; mời anh/chị kiểm tra.`,
    en: `The file has no heading styles, so ${guessed} bold lines of their own were taken for headings; please check.`,
  });
}

function tellAfter(rest: ImportedLesson['losses'][number]['what'][], notes: number, losses: LossList): void {
  for (const what of rest) losses.add(what);
  if (notes === 0) return;
  losses.add(notesMoved(notes));
}

function symbolsLost(messages: readonly string[]): ImportedLesson['losses'][number]['what'][] {
  return messages
    .filter((message) => message.startsWith('A w:sym element'))
    .map(() => ({ vi: 'Một ký hiệu đặc biệt không chuyển được.', en: 'A special symbol was left out.' }));
}
