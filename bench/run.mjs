// `npm run bench`: measures the built server. One JSON document on standard output, a table on standard error.
//   npm run bench -- --quick     fewer and shorter rounds
// Fails only when something does not work, never because something is slow. How it measures: bench/README.md.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MAIN, removeFolder, startServer, temporaryFolder } from '../scripts/journey/server-process.mjs';
import { measureCertificates } from './certificates.mjs';
import { startCluster, withClient } from './cluster.mjs';
import { firstLoadKb, WEB } from './first-load.mjs';
import { CONCURRENCY, LoadClient } from './load.mjs';
import { measure } from './measure.mjs';
import { peopleNeeded, planAll } from './plan.mjs';
import { populate } from './population.mjs';
import { peakMemoryMb, referenceCpuMs } from './process-figures.mjs';
import { openPool, readRecording } from './replay.mjs';
import { result, table, workloadResults } from './report.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const mode = values.quick ? 'quick' : 'full';
const ROUNDS = { quick: 2, full: 5 };
const CERTIFICATES = { quick: 48, full: 240 };
const RECORD_FILE = 'statements.json';
const MASTER_KEY = 'k8Zr2vQ0yWm5Tt9sLx3Jc7Hb1Nf6Pd4Ga';

const startedAt = performance.now();
const say = (line) => process.stderr.write(`${line}\n`);
const step = (line) => say(`· ${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${line}`);

/** What to undo at the end, last first, whatever happened. */
const undo = [];
let undoing;
function cleanUp() {
  undoing ??= (async () => {
    for (const action of undo.reverse()) await action().catch((error) => say(`Clean-up: ${error.message}`));
  })();
  return undoing;
}

async function start(options) {
  const server = await startServer(options);
  undo.push(() => server.stop());
  return server;
}

/** The settings of every server process: as in production, on a database of its own. */
function settings(folder, database) {
  return {
    NODE_ENV: 'production',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    PUBLIC_URL: 'https://union-skills.example',
    TRUSTED_PROXIES: '127.0.0.1',
    MASTER_KEY,
  };
}

/** The database that all others are copies of; on the way, what a worker does in a second. */
async function makeTemplate(folder, cluster) {
  step('a worker migrates, imports the content and seeds the demonstration union');
  const database = await cluster.createDatabase('bench_template');
  const env = { ...settings(folder, database), NODE_ENV: 'development', DEMO: 'yes', ROLE: 'worker' };
  const worker = await start({ env });
  const learners = peopleNeeded(mode, ROUNDS[mode]);
  const count = CERTIFICATES[mode];
  return withClient(database.superUrl, async (client) => {
    step(`people: ${learners} learners, ${count} graduates whose certificates the worker issues and draws`);
    const world = await populate(client, { learners, graduates: count });
    const certificates = await measureCertificates({ worker, client, count });
    await worker.stop();
    const { rows } = await client.query('SELECT verification_code AS code FROM certificate');
    await client.query('VACUUM ANALYZE');
    return { certificates, world: { ...world, verificationCodes: rows.map(({ code }) => code) } };
  });
}

/** What is to be replayed, once, on a server that writes down its statements. */
async function record(plans, { folder, world, server }) {
  step('recording the statements of every operation');
  const client = new LoadClient(server);
  for (const { workload, recorded } of plans) {
    if (!workload.noCeiling) await client.perform(workload, recorded, world);
  }
  client.close();
  await server.stop();
  return readRecording(join(folder, RECORD_FILE));
}

function startRecorder(folder, database) {
  const recorder = new URL('./record-statements.mjs', import.meta.url).href;
  // So many connections that no request waits for one: what waits is counted, but in another order.
  const env = { ...settings(folder, database), ROLE: 'api', DATABASE_POOL: '30' };
  const nodeFlags = ['--import', recorder];
  return start({ env: { ...env, RECORD_FILE: join(folder, RECORD_FILE) }, nodeFlags });
}

async function measureAll(plans, { world, cluster, server, bare, streams }) {
  const client = new LoadClient(server);
  const pool = openPool(bare.appUrl, CONCURRENCY);
  undo.push(() => pool.end());
  await cluster.checkpoint();
  const target = { client, server, cluster, pool, streams };
  const results = [];
  for (const plan of plans) {
    step(`measuring: ${plan.workload.name}`);
    const figures = await measure(plan, { world, target });
    results.push(...workloadResults(plan.workload, figures));
  }
  const memory = peakMemoryMb(server.pid);
  client.close();
  return [...results, memoryResult(memory)];
}

const memoryResult = (value) =>
  result({ name: 'RSS of ROLE=api under load', unit: 'MB', value, aim: 250, aimOn: 'value', lowerIsBetter: true });

function otherResults(certificates) {
  const perWorker = { name: 'certificates per worker', unit: 'PDFs/s', value: certificates, aim: 20, aimOn: 'value' };
  const firstLoad = { name: 'first load', unit: 'kB brotli', value: firstLoadKb(), aim: 140, aimOn: 'value' };
  return [result(perWorker), result({ ...firstLoad, lowerIsBetter: true })];
}

async function run() {
  for (const built of [MAIN, join(WEB, 'index.html')]) {
    if (!existsSync(built)) throw new Error(`${built} is missing: npm run build`);
  }
  const folder = await temporaryFolder('union-skills-bench-');
  undo.push(() => removeFolder(folder));
  const cluster = await startCluster(folder);
  undo.push(() => cluster.stop());
  const { certificates, world } = await makeTemplate(folder, cluster);
  const plans = planAll({ mode, rounds: ROUNDS[mode], people: world.people });
  step('copies of the database, and a server on each');
  const copy = (name) => cluster.createDatabase(name, 'bench_template');
  const [recorded, measured, bare] = [
    await copy('bench_recorded'),
    await copy('bench_measured'),
    await copy('bench_bare'),
  ];
  const [recorder, server] = await Promise.all([
    startRecorder(folder, recorded),
    start({ env: { ...settings(folder, measured), ROLE: 'api' } }),
  ]);
  const streams = await record(plans, { folder, world, server: recorder });
  const results = await measureAll(plans, { world, cluster, server, bare, streams });
  return [...results, ...otherResults(certificates)];
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().then(() => process.exit(130)));

try {
  const results = await run();
  await cleanUp();
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const machine = {
    node: process.version,
    processors: cpus().length,
    model: cpus()[0]?.model.trim(),
    referenceCpuMs: Math.round(referenceCpuMs()),
  };
  say(
    `\n${table(results)}\n\n${mode} run, ${seconds} s, ${machine.processors} × ${machine.model}, reference work ${machine.referenceCpuMs} ms`,
  );
  process.stdout.write(`${JSON.stringify({ mode, seconds, machine, results }, null, 2)}\n`);
} catch (error) {
  say(`Does not work: ${error.stack}`);
  await cleanUp();
  process.exitCode = 1;
}
