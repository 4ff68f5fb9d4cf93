import { Worker } from 'node:worker_threads';
import type { Logger } from '../../platform/logging/logger.js';
import { Problem, Unavailable } from '../../platform/problems/problem.js';
import { builtUrl } from '../../platform/threads/built-url.js';
import type { ImportedLesson } from './lesson-blocks.js';
import { LessonFileDamaged, LessonFileTooLarge } from './lesson-import.problems.js';
import type { LessonAnswer, LessonOrder } from './lesson-worker.js';

interface ReaderOptions {
  /** A file that takes longer is given up. */
  timeoutMs: number;
  /** Megabytes of a thread's heap; a file that needs more is given up. */
  memoryMb: number;
  /** Files that may wait for the one that is read. */
  waiting: number;
}

const WORKER = new URL('./lesson-worker.js', import.meta.url);

const USUAL: ReaderOptions = { timeoutMs: 30_000, memoryMb: 768, waiting: 20 };

/**
 * Reads files of lessons one after the other, each in a thread of its own that ends with it: whatever a file does, the
 * server goes on answering, and nothing of the file stays behind.
 */
export class LessonReader {
  private last: Promise<unknown> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly logger: Logger,
    private readonly options: ReaderOptions = USUAL,
  ) {}

  /**
   * @param bytes a .docx file or Markdown; which of them is seen by its first bytes. They are handed over to the thread
   * @throws Problem what is wrong with the file, or 503 when too many wait
   */
  async read(bytes: Uint8Array): Promise<ImportedLesson> {
    if (this.count > this.options.waiting) throw Unavailable(undefined, { retryAfterSeconds: 30 });
    this.count += 1;
    const turn = this.last.then(() => this.inThread({ kind: kindOf(bytes), bytes }));
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.count -= 1;
    }
  }

  private async inThread(order: LessonOrder): Promise<ImportedLesson> {
    const { timeoutMs, memoryMb } = this.options;
    const worker = new Worker(builtUrl(WORKER), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    let deadline: NodeJS.Timeout | undefined;
    try {
      const answer = await new Promise<LessonAnswer>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', (code) => reject(new Error(`the thread ended with code ${code}`)));
        deadline = setTimeout(
          () => reject(LessonFileTooLarge({ limit: 'time', most: Math.ceil(timeoutMs / 1000) })),
          timeoutMs,
        );
      });
      return this.lessonOf(answer);
    } catch (error) {
      throw error instanceof Problem ? error : this.damaged(error);
    } finally {
      clearTimeout(deadline);
      await worker.terminate();
    }
  }

  private lessonOf(answer: LessonAnswer): ImportedLesson {
    if ('lesson' in answer) return answer.lesson;
    if ('error' in answer) throw new Error(answer.error);
    const { code, status, title, detail } = answer.problem;
    throw new Problem(code, status, title, detail);
  }

  /** A file on which the reading fails is damaged for its author, and a fault to be looked into for us. */
  private damaged(error: unknown): Problem {
    this.logger.warn({ err: error }, 'a lesson file could not be read');
    return LessonFileDamaged();
  }
}

/** Word files and what is sent in their place begin with signs that no text has. */
function kindOf(bytes: Uint8Array): LessonOrder['kind'] {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return head.startsWith('PK') || head.startsWith('\xd0\xcf\x11\xe0') ? 'docx' : 'markdown';
}
