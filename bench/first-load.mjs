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

/**
 * The document with the scripts and style sheets of some chunks and of all that these import, in brotli kB (1000 bytes).
 * @param isLoaded of a key of Vite's manifest
 */
export function loadKb(isLoaded) {
  const manifest = JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8'));
  const files = new Set(['index.html']);
  const seen = new Set();
  const add = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const { file, css = [], imports = [] } = manifest[key];
    for (const each of [file, ...css]) files.add(each);
    imports.forEach(add);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (isLoaded(key, chunk)) add(key);
  return [...files].reduce((sum, file) => sum + brotliSize(file), 0) / 1000;
}

/** What a learner's phone loads at first. */
export const firstLoadKb = () => loadKb((key, chunk) => chunk.isEntry || FIRST_SCREENS.test(key));
