// Writes docs/openapi.json from the built server (or prints it with --print), without a database.
import { writeFileSync } from 'node:fs';
import { describeApi } from '../dist/describe-api.js';

const document = `${JSON.stringify(await describeApi(), null, 2)}\n`;
if (process.argv.includes('--print')) process.stdout.write(document);
else writeFileSync(new URL('../docs/openapi.json', import.meta.url), document);
