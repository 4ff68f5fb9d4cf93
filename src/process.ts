import { ConfigError, loadConfig, type Config, type ProcessRole } from './platform/config/config.js';
import { DataFolderInUseError } from './platform/database/embedded/instance-lock.js';
import { PostgresStartError } from './platform/database/embedded/postmaster.js';
import { UnsupportedPostgresError } from './platform/database/migrate.js';
import { MissingPrerequisiteError } from './platform/database/prerequisites.js';
import { startRuntime, type Runtime } from './runtime.js';

const STOP_WITHIN_MS = 20_000;

class PortTakenError extends Error {}

/** Faults that whoever starts the process can mend: the message says how, a stack would only hide it. */
const PLAIN_FAULTS = [
  ConfigError,
  DataFolderInUseError,
  PortTakenError,
  PostgresStartError,
  MissingPrerequisiteError,
  UnsupportedPostgresError,
];

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function banner(config: Config, runtime: Runtime, address: string): string {
  const rule = '─'.repeat(72);
  const accounts = runtime.demoAccounts.map(
    (account) => `  ${account.role.padEnd(12)} ${account.login.padEnd(12)} ${account.fullName}, ${account.unit}`,
  );
  const password = runtime.demoAccounts[0]?.password;
  return [
    rule,
    `  Kỹ năng Công đoàn / Union Skills      ${config.ROLE === 'worker' ? 'worker' : config.publicUrl}`,
    rule,
    ...(config.PUBLIC_URL ? [`  Listening on ${address}`] : []),
    ...(accounts.length > 0 ? [`  Demo accounts, password ${password}:`, ...accounts] : []),
    `  Data: ${config.DATA_DIR}`,
    `  Database: ${runtime.database.where}`,
    `  Queue: ${config.REDIS_URL ? 'Redis' : 'PostgreSQL'}`,
    '  Stop with Ctrl-C; all data is kept.',
    rule,
  ].join('\n');
}

/**
 * First signal: drain requests and jobs, stop PostgreSQL, end. A signal to the whole process group arrives here only
 * once, because PostgreSQL runs in a group of its own. Second signal: end at once; PostgreSQL recovers at next start.
 */
function stopOnSignals(runtime: Runtime): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(130);
    stopping = true;
    say(`${signal}: finishing requests and jobs, then stopping`);
    const late = setTimeout(() => {
      say('Not stopped in time; ending now');
      process.exit(1);
    }, STOP_WITHIN_MS);
    runtime.stop().then(
      () => {
        clearTimeout(late);
        say('Stopped; all data is kept');
        process.exit(0);
      },
      (error: unknown) => {
        say(`Stopping failed: ${String(error)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

async function serve(config: Config): Promise<void> {
  const runtime = await startRuntime(config, { progress: (line) => say(`· ${line}`) });
  stopOnSignals(runtime);
  try {
    await runtime.app.listen(config.PORT, config.HOST);
  } catch (error) {
    await runtime.stop();
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') throw error;
    throw new PortTakenError(`Port ${config.PORT} is taken. Choose another: PORT=${config.PORT + 1} npm start`, {
      cause: error,
    });
  }
  say(banner(config, runtime, await runtime.app.getUrl()));
}

/** Runs one process, configured by the environment, until a signal stops it. Faults end it with one clear message. */
export async function runProcess(role?: ProcessRole): Promise<void> {
  try {
    const config = loadConfig();
    if (role) config.ROLE = role;
    await serve(config);
  } catch (error) {
    if (PLAIN_FAULTS.some((fault) => error instanceof fault)) say((error as Error).message);
    else say(`Start failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  }
}
