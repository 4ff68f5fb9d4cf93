// What a phone downloads to see the application for the first time, from the build of web/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ROOT } from '../scripts/journey/server-process.mjs';

export const WEB = join(ROOT, 'web/dist');
/** What somebody sees who comes for the first time: signing in, then the learner's own courses. */
const FIRST_SCREENS = /^src\/(app\/sign-in|learn\/learning)\.tsx$/;

function brotliSize(file) {
  const bytes = readFileSync(join(WEB, file));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** The document, its scripts and style sheets, and those of the first screens, in brotli kB (1000 bytes). */
export function firstLoadKb() {
  const manifest = JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8'));
  const entries = Object.entries(manifest);
  const files = new Set(['index.html']);
  const seen = new Set();
  const add = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const { file, css = [], imports = [] } = manifest[key];
    for (const each of [file, ...css]) files.add(each);
    imports.forEach(add);
  };
  for (const [key, chunk] of entries) if (chunk.isEntry || FIRST_SCREENS.test(key)) add(key);
  return [...files].reduce((sum, file) => sum + brotliSize(file), 0) / 1000;
}
