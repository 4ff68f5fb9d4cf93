// Fails when package-lock.json lacks a platform binary that one of its packages asks for. A registry that lags behind
// makes `npm install` drop such binaries silently, and `npm ci` on another machine then refuses the lock.
import fs from 'node:fs';

const { packages } = JSON.parse(fs.readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const paths = Object.keys(packages);
const problems = [];

for (const [path, entry] of Object.entries(packages)) {
  const missing = Object.entries(entry.optionalDependencies ?? {}).filter(
    ([name]) => !paths.some((candidate) => candidate.endsWith(`node_modules/${name}`)),
  );
  if (missing.length > 0) {
    const list = missing.map(([name, version]) => `${name}@${version}`).join(' ');
    problems.push(`${path || 'the root package'} ${entry.version}: missing ${list}`);
  }
}

if (problems.length > 0) {
  console.error(`package-lock.json is incomplete:\n  ${problems.join('\n  ')}`);
  console.error('Pin a version whose binaries are all published, reinstall, and check again.');
  process.exit(1);
}
console.log(`package-lock.json: ${paths.length} entries, every platform binary is present`);
