import { availableParallelism } from 'node:os';
import { Module } from '@nestjs/common';
import { Logger } from '../logging/logger.js';
import { PdfRenderer } from './pdf-renderer.js';
import { PdfThreadPool } from './pdf-thread-pool.js';

/** One thread draws about 40 certificates a second; a second one only where a core is left for the event loop. */
const THREADS = availableParallelism() > 2 ? 2 : 1;
const TIMEOUT_MS = 30_000;

/** PDF drawing in worker threads. Knows no paper: features bring their templates. */
@Module({
  providers: [
    {
      provide: PdfRenderer,
      useFactory: (logger: Logger) => new PdfThreadPool(logger, { threads: THREADS, timeoutMs: TIMEOUT_MS }),
      inject: [Logger],
    },
  ],
  exports: [PdfRenderer],
})
export class PdfModule {}
