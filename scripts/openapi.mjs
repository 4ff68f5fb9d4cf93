// Writes docs/openapi.json from the built server, without a database: Nest's preview mode makes no provider.
import { writeFileSync } from 'node:fs';
import { describeApi } from '../dist/describe-api.js';

const document = `${JSON.stringify(await describeApi(), null, 2)}\n`;
writeFileSync(new URL('../docs/openapi.json', import.meta.url), document);
process.stderr.write(`docs/openapi.json: ${document.length} bytes\n`);
