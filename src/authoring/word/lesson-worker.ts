import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../platform/problems/problem.js';
import { lessonFromDocx } from './docx-lesson.js';
import type { ImportedLesson } from './lesson-blocks.js';
import { lessonFromMarkdown } from './markdown-lesson.js';

/** What a thread is given to read. */
export interface LessonOrder {
  kind: 'docx' | 'markdown';
  bytes: Uint8Array;
}

/** A Problem loses its class on the way out of a thread; its parts do not. */
export type LessonAnswer =
  { lesson: ImportedLesson } | { problem: Pick<Problem, 'code' | 'status' | 'title' | 'detail'> } | { error: string };

async function answer({ kind, bytes }: LessonOrder): Promise<LessonAnswer> {
  try {
    return { lesson: kind === 'docx' ? await lessonFromDocx(bytes) : lessonFromMarkdown(bytes) };
  } catch (error) {
    if (!(error instanceof Problem))
      return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    const { code, status, title, detail } = error;
    return { problem: { code, status, title, detail } };
  }
}

void answer(workerData as LessonOrder).then((reply) => parentPort?.postMessage(reply));
