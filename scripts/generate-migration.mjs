// Writes the migration that takes the tables from what the existing migrations make to what the entities say.
//   npm run migration:generate -- <name>     a new migration with the difference
//   npm run migration:generate -- --fresh    one tables migration in place of all generated ones (before the first release)
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import swc from '@swc/core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'src/platform/database/migrations');
const compiled = join(root, 'node_modules/.cache/generate-migration');

/** Earlier than the guards migration, which stands on the tables. */
const TABLES = { name: 'tables', timestamp: '1763500000000' };

/** Tells generated migrations from those written by hand, which --fresh keeps. */
const MARK = 'Written by scripts/generate-migration.mjs from the entities.';

/** Compiled on its own, without types: dist/ may be in use, and other files may be in the middle of a change. */
function compile() {
  rmSync(compiled, { recursive: true, force: true });
  const sources = readdirSync(join(root, 'src'), { recursive: true }).filter(
    (file) => /\.ts$/.test(file) && !/\.(spec|d)\.ts$/.test(file),
  );
  for (const file of sources) {
    const { code } = swc.transformFileSync(join(root, 'src', file), { configFile: join(root, '.swcrc') });
    const target = join(compiled, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}

const built = (file) => import(pathToFileURL(join(compiled, file)).href);

/** The statements of the schema builder, forwards and backwards. */
async function difference(fresh) {
  const { ENTITIES } = await built('schema.js');
  const { startEmbeddedPostgres } = await built('platform/database/embedded-postgres.js');
  const { createDataSource } = await built('platform/database/data-source.js');
  const { migrate, prepare, withOwner } = await built('platform/database/migrate.js');
  const dir = mkdtempSync(join(tmpdir(), 'union-skills-migration-'));
  // Under root, PostgreSQL's own account must get through.
  chmodSync(dir, 0o711);
  const server = await startEmbeddedPostgres({ dir, flags: ['-c', 'fsync=off'] });
  try {
    const target = { ownerUrl: server.ownerUrl, entities: ENTITIES };
    if (fresh) await withOwner(server.ownerUrl, prepare);
    else await migrate(target);
    const dataSource = createDataSource({
      url: server.ownerUrl,
      pool: 2,
      entities: ENTITIES,
      applicationName: 'generate',
    });
    await dataSource.initialize();
    const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    return { up: upQueries.map(({ query }) => query), down: downQueries.map(({ query }) => query).reverse() };
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const tidy = (sql) => sql.replace(/ +\(/g, ' (').trim();
const literal = (sql) => `  \`${tidy(sql).replace(/[\\`]|\$\{/g, '\\$&')}\`,\n`;

function migrationText({ className, up, down }) {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ${MARK} */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
${up.map(literal).join('')}];

const DOWN = [
${down.map(literal).join('')}];
`;
}

/** `1763500000000-tables.ts` → `Tables1763500000000`. */
function classOf(file) {
  const [, timestamp, name] = /^(\d+)-(.+)\.ts$/.exec(file);
  return name.replace(/(^|-)(\w)/g, (_match, _dash, letter) => letter.toUpperCase()) + timestamp;
}

const migrationFiles = () =>
  readdirSync(folder)
    .filter((file) => /^\d+-.+\.ts$/.test(file))
    .sort();

function removeGenerated() {
  for (const file of migrationFiles()) {
    if (readFileSync(join(folder, file), 'utf8').includes(MARK)) rmSync(join(folder, file));
  }
}

function writeIndex() {
  const files = migrationFiles();
  const imports = files
    .map((file) => `import { ${classOf(file)} } from './${file.replace(/\.ts$/, '.js')}';\n`)
    .join('');
  writeFileSync(
    join(folder, 'index.ts'),
    `${imports}
/** Every migration in the order of its timestamp. Listed one by one: ESM leaves no room for globs. */
export const MIGRATIONS = [${files.map(classOf).join(', ')}];
`,
  );
}

const { values, positionals } = parseArgs({
  options: { fresh: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const name = values.fresh ? TABLES.name : positionals[0];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write(
    readFileSync(fileURLToPath(import.meta.url), 'utf8')
      .split('\n')
      .slice(0, 3)
      .join('\n') + '\n',
  );
  process.exit(2);
}

compile();
const { up, down } = await difference(values.fresh);
if (up.length === 0) {
  process.stdout.write(
    'TypeORM finds no difference; nothing written. Is the entity in src/schema.ts? Checks, exclusions and partial indexes\n' +
      'are compared by name only: test/schema-drift.spec.ts compares what they say.\n',
  );
} else {
  if (values.fresh) removeGenerated();
  const file = `${values.fresh ? TABLES.timestamp : Date.now()}-${name}.ts`;
  writeFileSync(join(folder, file), migrationText({ className: classOf(file), up, down }));
  writeIndex();
  execFileSync('npx', ['prettier', '--write', join(folder, file), join(folder, 'index.ts')], {
    stdio: 'ignore',
    cwd: root,
  });
  process.stdout.write(`${up.length} statements written to ${join(folder, file)}\n`);
}
rmSync(compiled, { recursive: true, force: true });
