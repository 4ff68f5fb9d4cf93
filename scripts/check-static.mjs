// `npm run check:static`: every check that runs nothing of the product, two at a time; the longest first. What a check says is
// printed when it ends, so that two never mix. All of them run, also after one has failed.
import { spawn } from 'node:child_process';

const LANES = 2;
const CHECKS = [
  ['lint'],
  ['typecheck'],
  ['arch'],
  ['format:check'],
  ['deadcode'],
  ['i18n:check', '-w', 'web'],
  ['lock:check'],
];

const waiting = [...CHECKS];
const failed = [];

function run([name, ...rest]) {
  const from = performance.now();
  const child = spawn('npm', ['run', '--silent', name, ...rest], { shell: process.platform === 'win32' });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)\n${Buffer.concat(said)}`);
      if (code !== 0) failed.push(name);
      resolve();
    });
  });
}

async function lane() {
  for (let next = waiting.shift(); next; next = waiting.shift()) await run(next);
}

await Promise.all(Array.from({ length: LANES }, lane));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
