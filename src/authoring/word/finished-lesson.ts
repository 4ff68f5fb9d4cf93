import type { Block, ImportedLesson, LessonImage, Loss } from './lesson-blocks.js';
import { LessonFileEmpty, LessonFileTooLarge } from './lesson-import.problems.js';
import { writeMarkdown } from './markdown-writer.js';

/** As much as a lesson of a draft may have: ten times the longest that anybody has read. */
const MOST_SIGNS = 500_000;

interface Parts {
  title: string;
  blocks: Block[];
  images: LessonImage[];
  losses: Loss[];
}

/** @throws Problem when nothing is left, or too much */
export function finishedLesson({ title, blocks, images, losses }: Parts): ImportedLesson {
  const markdown = writeMarkdown(blocks);
  if (markdown === '' && title === '') throw LessonFileEmpty();
  if (markdown.length > MOST_SIGNS) throw LessonFileTooLarge({ limit: 'text', most: MOST_SIGNS });
  return { title, markdown, images: images.filter(({ name }) => markdown.includes(`anh/${name}`)), losses };
}
