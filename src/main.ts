import { runProcess } from './process.js';

/** HTTP, and jobs as ROLE says. */
await runProcess();
