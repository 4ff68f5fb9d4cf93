import { parentPort } from 'node:worker_threads';
import type { PdfAnswer, PdfOrder } from './pdf-thread-pool.js';

interface Template {
  draw: (data: object, report: (share: number) => void) => Promise<Uint8Array>;
}

/** The thread's own main: draws one order after the other with the template each names. */
parentPort?.on('message', (order: PdfOrder) => {
  void answer(order).then((reply) => parentPort?.postMessage(reply));
});

async function answer({ template, data }: PdfOrder): Promise<PdfAnswer> {
  try {
    const { draw } = (await import(template)) as Template;
    return { bytes: await draw(data, (progress) => parentPort?.postMessage({ progress } satisfies PdfAnswer)) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
