import { Worker } from 'node:worker_threads';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '../logging/logger.js';
import { builtUrl } from '../threads/built-url.js';
import { PdfRenderer } from './pdf-renderer.js';

/** What a thread is asked for. */
export interface PdfOrder {
  template: string;
  data: object;
}

export type PdfAnswer = { bytes: Uint8Array } | { error: string } | { progress: number };

interface Task extends PdfOrder {
  onProgress: ((share: number) => void) | undefined;
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  task: Task | null;
  deadline: NodeJS.Timeout | undefined;
}

interface PoolOptions {
  /** Most threads at once. */
  threads: number;
  /** A drawing that takes longer is given up and its thread replaced. */
  timeoutMs: number;
}

const WORKER = new URL('./pdf-worker.js', import.meta.url);

/** Draws in worker threads: started when first needed, one order at a time each, replaced when they die. */
export class PdfThreadPool extends PdfRenderer implements OnApplicationShutdown {
  private readonly waiting: Task[] = [];
  private readonly threads = new Set<Thread>();
  private stopped = false;

  constructor(
    private readonly logger: Logger,
    private readonly options: PoolOptions,
  ) {
    super();
  }

  render(template: URL, data: object, onProgress?: (share: number) => void): Promise<Buffer> {
    if (this.stopped) return Promise.reject(new Error('PDF threads are stopped'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ template: builtUrl(template).href, data, onProgress, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const thread = this.idleThread();
      const task = thread && this.waiting.shift();
      if (!task) return;
      this.begin(thread, task);
    }
  }

  private idleThread(): Thread | null {
    for (const thread of this.threads) if (thread.task === null) return thread;
    return this.threads.size < this.options.threads ? this.startThread() : null;
  }

  private startThread(): Thread {
    const thread: Thread = { worker: new Worker(builtUrl(WORKER)), task: null, deadline: undefined };
    thread.worker.on('message', (answer: PdfAnswer) => {
      if ('progress' in answer) thread.task?.onProgress?.(answer.progress);
      else this.finish(thread, answer);
    });
    thread.worker.on('error', (error) => this.lose(thread, error));
    thread.worker.on('exit', (code) => this.lose(thread, new Error(`PDF thread ended with code ${code}`)));
    this.threads.add(thread);
    return thread;
  }

  private begin(thread: Thread, task: Task): void {
    thread.task = task;
    // Only a thread at work keeps the process alive.
    thread.worker.ref();
    thread.deadline = setTimeout(() => {
      this.lose(thread, new Error(`PDF not drawn within ${this.options.timeoutMs} ms`));
    }, this.options.timeoutMs);
    try {
      thread.worker.postMessage({ template: task.template, data: task.data } satisfies PdfOrder);
    } catch (error) {
      // Data that cannot be cloned is the caller's fault, not the thread's.
      this.finish(thread, { error: String(error) });
    }
  }

  private finish(thread: Thread, answer: Exclude<PdfAnswer, { progress: number }>): void {
    const { task } = thread;
    clearTimeout(thread.deadline);
    thread.task = null;
    thread.worker.unref();
    if ('bytes' in answer) task?.resolve(Buffer.from(answer.bytes));
    else task?.reject(new Error(`PDF template failed: ${answer.error}`));
    this.next();
  }

  /** A thread that died or hangs: its order fails, the others go on with a new thread. */
  private lose(thread: Thread, error: Error): void {
    if (!this.threads.delete(thread)) return;
    clearTimeout(thread.deadline);
    if (!this.stopped) this.logger.warn({ err: error }, 'PDF thread lost');
    void thread.worker.terminate();
    thread.task?.reject(error);
    this.next();
  }

  /** The jobs that draw are done by now; what still waits fails and is drawn again after the restart. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const error = new Error('PDF threads are stopped');
    for (const task of this.waiting.splice(0)) task.reject(error);
    const workers = [...this.threads].map((thread) => {
      this.lose(thread, error);
      return thread.worker.terminate();
    });
    await Promise.all(workers);
  }
}
