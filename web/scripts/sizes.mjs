// Prints, as JSON, the brotli sizes (kB of 1,000 bytes) of what a phone loads, against the budgets, out of Vite's
// manifest of the last build. Fails when a budget is broken.
//   npm run -w web build && npm run -w web sizes
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

const BUDGETS = { learnerFirstScreen: 140, signIn: 140, learnerAllScreens: 200 };

/** Every file that has to be there before these modules run. */
function filesOf(keys) {
  const files = new Set();
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no ${key}: was a screen renamed?`);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  keys.forEach(visit);
  return [...files].filter((file) => /\.(js|css)$/.test(file)).sort();
}

const compressed = new Map();
function sizeOf(file) {
  if (!compressed.has(file)) {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    compressed.set(file, brotliCompressSync(readFileSync(join(dist, file)), options).length);
  }
  return compressed.get(file);
}

const kB = (bytes) => Math.round(bytes / 10) / 100;
const measure = (keys) => {
  const files = filesOf(keys);
  return { kB: kB(files.reduce((sum, file) => sum + sizeOf(file), 0)), files: files.length };
};

const screens = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && key.startsWith('src/'));
const learner = screens.filter((key) => /^src\/(learn|app)\//.test(key));
const staff = screens.filter((key) => /^src\/(teach|manage)\//.test(key));

const report = {
  learnerFirstScreen: measure(['index.html', ...screens.filter((key) => key === 'src/learn/learning.tsx')]),
  signIn: measure(['index.html', 'src/app/sign-in.tsx']),
  learnerAllScreens: measure(['index.html', ...learner]),
  everything: measure(['index.html', ...screens]),
  screens: Object.fromEntries([...learner, ...staff].map((key) => [key, measure(['index.html', key]).kB])),
  indexHtml: kB(brotliCompressSync(readFileSync(join(dist, 'index.html'))).length),
};
const broken = Object.entries(BUDGETS).filter(([name, limit]) => report[name].kB > limit);
for (const [name, limit] of Object.entries(BUDGETS)) report[name].budget = limit;
console.log(JSON.stringify({ ...report, ok: broken.length === 0 }, null, 2));
if (broken.length > 0) process.exitCode = 1;
