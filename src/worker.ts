import { runProcess } from './process.js';

/** Jobs only; its port answers health checks and metrics, nothing else. */
await runProcess('worker');
