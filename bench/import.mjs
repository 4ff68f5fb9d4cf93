// `npm run bench:import`: how fast a register file of many people is checked and written, and the memory that it takes.
//   npm run bench:import -- --rows 100000 --format xlsx
// One JSON document on standard output. Fails only when something does not work. What it measures: bench/README.md.
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { removeFolder, startServer, temporaryFolder } from '../scripts/journey/server-process.mjs';
import { startCluster, withClient } from './cluster.mjs';
import { peakMemoryMb, referenceCpuMs } from './process-figures.mjs';
import { signInAs } from './sign-in.mjs';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, format: { type: 'string', default: 'xlsx' } },
});
const ROWS = Number(values.rows);
const UNITS = 1000;
const WITHIN_MS = 30 * 60_000;
const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' };
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Hoàng', 'Võ', 'Đặng', 'Bùi', 'Đỗ'];
const MIDDLE = ['Thị Mỹ', 'Văn', 'Ngọc', 'Thị Thu', 'Minh', 'Quốc', 'Hồng', 'Thị Kim', 'Thành', 'Đức'];
const GIVEN = ['Duyên', 'Hậu', 'Phượng', 'Tuấn', 'Ấn', 'Được', 'Thủy', 'Nguyệt', 'Oanh', 'Yến', 'Ân', 'Lựu', 'Quý'];

/** In 1965, in days since 1970. */
const FIRST_DAY = -1826;

const say = (line) => process.stderr.write(`${line}\n`);
const startedAt = performance.now();
const step = (line) => say(`· ${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${line}`);

function* unitRows(parentCode) {
  yield ['Mã đơn vị', 'Tên đơn vị', 'Mã đơn vị cấp trên', 'Cấp', 'Loại hình', 'Khu vực', 'Ngày thành lập'];
  for (let n = 0; n < UNITS; n += 1) {
    yield [`DO-${n}`, `Công đoàn cơ sở số ${n}`, parentCode, 'Cơ sở', 'cdcs', 'Ngoài nhà nước', '01/01/2024'];
  }
}

/** dd/MM/yyyy of a count of days since 1970. */
const shownDay = (days) =>
  new Date(Math.floor(days) * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');

function* personRows() {
  yield ['Mã đoàn viên', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số điện thoại', 'Mã đơn vị', 'Chức danh', 'Từ ngày'];
  for (let n = 0; n < ROWS; n += 1) {
    const name = `${FAMILY[n % 10]} ${MIDDLE[(n >> 3) % 10]} ${GIVEN[(n >> 5) % 13]}`;
    // Nobody of one unit was born on the same day: a human would be asked.
    const day = shownDay(FIRST_DAY + Math.floor(n / UNITS) * 97);
    const phone = `9${String(n).padStart(8, '0')}`;
    // Every tenth has no code, and is known by name, date of birth and unit.
    yield [
      n % 10 ? `DO${n}` : '',
      name,
      day,
      n % 2 ? 'Nữ' : 'Nam',
      phone,
      `DO-${n % UNITS}`,
      'Tổ trưởng công đoàn',
      '01/01/2026',
    ];
  }
}

async function request({ url, cookie }, address, body, type) {
  const [method, path] = address.split(' ');
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': type }) };
  const response = await fetch(`${url}${path}`, { method, headers, body });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

async function until(server, id, state) {
  const end = Date.now() + WITHIN_MS;
  for (;;) {
    const job = await request(server, `GET /api/v1/imports/${id}`);
    if (job.state === state) return job;
    if (!['checking', 'applying'].includes(job.state) || Date.now() > end) throw new Error(JSON.stringify(job));
    await delay(100);
  }
}

const seconds = (from) => (performance.now() - from) / 1000;

/** Sends a file, waits for its check, applies it. @returns the seconds of both, and the counts */
async function importFile(server, kind, bytes) {
  let from = performance.now();
  const address = `POST /api/v1/imports?kind=${kind}&fileName=bench`;
  const { id } = await request(server, address, bytes, TYPES[values.format]);
  const { counts } = await until(server, id, 'checked');
  const checkSeconds = seconds(from);
  from = performance.now();
  await request(server, `POST /api/v1/imports/${id}/application`, '{}', 'application/json');
  await until(server, id, 'applied');
  return { checkSeconds, applySeconds: seconds(from), counts };
}

async function run(folder) {
  const { writeSheet } = await import('../dist/platform/sheet/sheet-writer.js');
  const sheet = (rows) => buffer(writeSheet(values.format, [{ name: 'S', rows }]));
  step('a server with an embedded PostgreSQL migrates and seeds the demonstration union');
  const cluster = await startCluster(folder);
  const database = await cluster.createDatabase('bench_import');
  const urls = { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl };
  const env = { ...urls, NODE_ENV: 'development', DEMO: 'yes', DATA_DIR: join(folder, 'data'), ROLE: 'all' };
  const server = await startServer({ env });
  try {
    const { cookie, code } = await withClient(database.superUrl, (client) =>
      signInAs(client, ['administrator', 'federation-officer']),
    );
    const target = { url: server.url, cookie };
    step(`${UNITS} units`);
    await importFile(target, 'units', await sheet(unitRows(code)));
    const file = await sheet(personRows());
    const idleMb = peakMemoryMb(server.pid);
    step(`${ROWS} people, ${(file.length / 1e6).toFixed(1)} MB of ${values.format}`);
    const first = await importFile(target, 'people', file);
    step('the same file once more');
    const second = await importFile(target, 'people', file);
    if (first.counts.new !== ROWS || second.counts.same !== ROWS) throw new Error(JSON.stringify({ first, second }));
    const perSecond = ({ checkSeconds, applySeconds }) => Math.round(ROWS / (checkSeconds + applySeconds));
    return {
      ...{ rows: ROWS, format: values.format, fileMb: file.length / 1e6, referenceCpuMs: referenceCpuMs() },
      ...{
        first: { ...first, rowsPerSecond: perSecond(first) },
        second: { ...second, rowsPerSecond: perSecond(second) },
      },
      ...{ peakMb: peakMemoryMb(server.pid), peakMbBefore: idleMb },
    };
  } finally {
    await server.stop();
    await cluster.stop();
  }
}

const folder = await temporaryFolder('union-skills-bench-import-');
try {
  process.stdout.write(`${JSON.stringify(await run(folder), null, 2)}\n`);
} finally {
  await removeFolder(folder);
}
