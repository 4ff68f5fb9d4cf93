// Lists of a large federation: the same requests on few rows say little.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { ROOT } from '../scripts/journey/server-process.mjs';
import { withClient } from './cluster.mjs';

export const DEMO = { units: 1200, people: 60_000, seed: 7 };
const FEDERATION = 'LDLD-LG';
/** What officers type: without diacritics, a word that many have, one that few have, a code, one that nobody has. */
const SEARCHES = ['may mac', 'Trường Tiểu học', 'khu cong nghiep', 'LG-03.00', 'hoa sen', 'khong co don vi nay'];
const DEEP = 3000;
const API = '/api/v1';

/** As people make it: by the command, on the database given. @returns seconds */
export async function runDemo(settings) {
  const { PATH, HOME } = process.env;
  const figures = Object.entries(DEMO).flatMap(([name, figure]) => [`--${name}`, String(figure)]);
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'demo', ...figures], {
    cwd: ROOT,
    // Production refuses invented people.
    env: { PATH, HOME, ...settings, NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk.toString()));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The demonstration was not made (${code}):\n${said}`);
  return (performance.now() - began) / 1000;
}

/** The federation, with its officer signed in. */
export async function makeFederation(database, settings) {
  const seconds = await runDemo(settings);
  return withClient(database.superUrl, async (client) => {
    // Thousands of certificates wait to be drawn; nobody draws here.
    await client.query('DELETE FROM outbox_entry');
    await client.query('VACUUM ANALYZE');
    const token = await signInOfficer(client);
    const { rows: parents } = await client.query(
      `SELECT o.id FROM organisation o WHERE EXISTS (SELECT FROM organisation_period p WHERE p.parent_id = o.id AND p.valid_to IS NULL)
          AND o.code LIKE 'LG-%' ORDER BY o.code`,
    );
    const { rows: deep } = await client.query('SELECT id FROM certificate ORDER BY id DESC OFFSET $1 LIMIT 1', [DEEP]);
    if (parents.length === 0 || deep.length === 0) throw new Error('The federation is smaller than it should be');
    const people = Array.from({ length: 100 }, () => ({ token }));
    return { seconds, people, world: { parentIds: parents.map(({ id }) => id), deepCursor: deep[0].id } };
  });
}

async function signInOfficer(client) {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  const { rowCount } = await client.query(
    `INSERT INTO user_session (id, user_id, token_hash, created_at, last_seen_at, expires_at)
     SELECT $1, u.id, $2, now(), now(), now() + interval '1 day'
       FROM role_grant g JOIN user_account u ON u.person_id = g.person_id JOIN organisation o ON o.id = g.organisation_id
      WHERE g.role = 'federation-officer' AND o.code = $3 ORDER BY g.id LIMIT 1`,
    [uuidv7(), hash, FEDERATION],
  );
  if (rowCount !== 1) throw new Error('The federation has no officer with an account');
  return token;
}

async function list(send, path, least) {
  const answer = await send('GET', `${API}/${path}`, { expect: 200 });
  if (least === undefined) return;
  const { items } = answer.json();
  if (items.length < least) throw new Error(`${path} has ${items.length} lines instead of ${least} or more`);
}

const sizes = { quick: { warmUp: 150, round: 60 }, full: { warmUp: 400, round: 300 } };
const workload = (name, perform) => ({ name, unit: 'requests/s', sizes, aims: {}, perform });

export const SCALE_WORKLOADS = [
  workload('organisations: first page of 500', (send) => list(send, 'organisations')),
  workload('organisations: search', (send, { index }) =>
    list(send, `organisations?q=${encodeURIComponent(SEARCHES[index % SEARCHES.length])}`),
  ),
  workload('organisations: children of a union', (send, { index, world }) =>
    list(send, `organisations?parentId=${world.parentIds[index % world.parentIds.length]}`, 1),
  ),
  workload('certificate register: first page', (send) => list(send, 'certificate-register', 50)),
  workload(`certificate register: page after ${DEEP}`, (send, { world }) =>
    list(send, `certificate-register?cursor=${world.deepCursor}`, 50),
  ),
];
