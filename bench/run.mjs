// `npm run bench`: measures the built server. One JSON document on standard output, a table on standard error.
//   npm run bench -- --quick     fewer and shorter rounds
//   npm run bench -- --scale     instead: lists of a federation of 60,000 people
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
import { openPool } from './replay.mjs';
import { result, table, workloadResults } from './report.mjs';
import { DEMO, makeFederation, SCALE_WORKLOADS } from './scale.mjs';
import { record, settings, startRecorder } from './servers.mjs';
import { lessonsDuringSignIns } from './sign-in-storm.mjs';

const flag = { type: 'boolean', default: false };
const { values } = parseArgs({ options: { quick: flag, scale: flag } });
const mode = values.quick ? 'quick' : 'full';
const ROUNDS = { quick: 2, full: 5 };
const CERTIFICATES = { quick: 48, full: 240 };

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
  client.close();
  return results;
}

async function stormResult({ server, world }) {
  step('measuring: lessons while 50 people sign in');
  return lessonsDuringSignIns(server, world, mode);
}

const memoryResult = (value) =>
  result({ name: 'RSS of ROLE=api under load', unit: 'MB', value, aim: 250, aimOn: 'value', lowerIsBetter: true });

function otherResults(certificates) {
  const perWorker = { name: 'certificates per worker', unit: 'PDFs/s', value: certificates, aim: 20, aimOn: 'value' };
  const firstLoad = { name: 'first load', unit: 'kB brotli', value: firstLoadKb(), aim: 140, aimOn: 'value' };
  return [result(perWorker), result({ ...firstLoad, lowerIsBetter: true })];
}

async function prepare() {
  for (const built of [MAIN, join(WEB, 'index.html')]) {
    if (!existsSync(built)) throw new Error(`${built} is missing: npm run build`);
  }
  const folder = await temporaryFolder('union-skills-bench-');
  undo.push(() => removeFolder(folder));
  const cluster = await startCluster(folder);
  undo.push(() => cluster.stop());
  return { folder, cluster };
}

async function run({ folder, cluster }) {
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
    startRecorder(start, folder, recorded),
    start({ env: { ...settings(folder, measured), ROLE: 'api' } }),
  ]);
  step('recording the statements of every operation');
  const streams = await record(plans, { folder, world, server: recorder });
  const results = await measureAll(plans, { world, cluster, server, bare, streams });
  const memory = memoryResult(peakMemoryMb(server.pid));
  return [...results, memory, await stormResult({ server, world }), ...otherResults(certificates)];
}

/** Lists of a large federation. All of it only reads, so one database does for recording, measuring and replaying. */
async function runScale({ folder, cluster }) {
  step(`a federation of ${DEMO.units} units and ${DEMO.people} people`);
  const database = await cluster.createDatabase('bench_scale');
  const { world, people, seconds } = await makeFederation(database, settings(folder, database));
  const plans = planAll({ mode, rounds: ROUNDS[mode], people, workloads: SCALE_WORKLOADS });
  step('recording the statements of every operation');
  const streams = await record(plans, { folder, world, server: await startRecorder(start, folder, database) });
  const server = await start({ env: { ...settings(folder, database), ROLE: 'api' } });
  const results = await measureAll(plans, { world, cluster, server, bare: database, streams });
  const making = result({ name: `demo of ${DEMO.people} people`, unit: 's', value: seconds, lowerIsBetter: true });
  return [...results, making, memoryResult(peakMemoryMb(server.pid))];
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().then(() => process.exit(130)));

try {
  const stage = await prepare();
  const results = await (values.scale ? runScale(stage) : run(stage));
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
