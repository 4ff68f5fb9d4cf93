// `npm start`: builds what has changed since the last build, then runs the server in this same process, so that signals
// reach it without a detour. What was built is remembered as a hash of its sources in a .stamp beside the output, which
// every build empties: a build made otherwise leaves no stamp and is made again. With --build-only it stops there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const parts = {
  server: {
    sources: ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json', '.swcrc'],
    output: 'dist/main.js',
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
    folder: '.',
  },
  web: {
    sources: ['web', 'package-lock.json'],
    output: 'web/dist/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    folder: 'web',
  },
};

const generated = new Set(['src/metadata.ts', 'web/dist', 'web/node_modules']);
const isSource = (file) => !generated.has(file) && !/\.spec\.tsx?$/.test(file);

function* filesUnder(relative) {
  if (!isSource(relative)) return;
  const absolute = path.join(root, relative);
  if (!fs.existsSync(absolute)) return;
  if (!fs.statSync(absolute).isDirectory()) {
    yield relative;
    return;
  }
  for (const name of fs.readdirSync(absolute).sort()) yield* filesUnder(`${relative}/${name}`);
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(source)) {
      hash
        .update(`${file}\0`)
        .update(fs.readFileSync(path.join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

const readIfPresent = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

function build(name, part) {
  console.error(`start: building the ${name}`);
  const began = Date.now();
  const [script, ...args] = part.command;
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: path.join(root, part.folder),
    // Standard output belongs to the command that follows: a benchmark's is one JSON document.
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    console.error(`start: the build of the ${name} failed`);
    process.exit(1);
  }
  console.error(`start: built the ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

for (const [name, part] of Object.entries(parts)) {
  const output = path.join(root, part.output);
  const stampFile = path.join(path.dirname(output), '.stamp');
  const hash = hashOf(part.sources);
  if (fs.existsSync(output) && readIfPresent(stampFile) === hash) {
    console.error(`start: the ${name} is up to date`);
    continue;
  }
  build(name, part);
  fs.writeFileSync(stampFile, hash);
}

if (!process.argv.includes('--build-only')) await import('../dist/main.js');
