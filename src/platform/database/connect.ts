import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { Logger } from '../logging/logger.js';
import { attachToEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { DataFolderInUseError } from './embedded/instance-lock.js';
import { APP_ROLE } from './embedded/logins.js';

/** Where PostgreSQL is and how to sign in as its owner and as the application. */
export interface DatabaseHandle {
  /** Owner of the tables: for migrations, backup and restore only. */
  ownerUrl: string;
  appUrl: string;
  /** Role that the application's sessions must take (`-c role=`), when its login is the owner's. */
  appRole?: string;
  embedded: boolean;
  /** For people: host, port and database, without a password. */
  where: string;
  /** Stops the embedded PostgreSQL; does nothing to any other. */
  stop(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** For tools: when another process of this installation runs the embedded PostgreSQL, use that one. */
  besideRunning?: boolean;
}

type DatabaseConfig = Pick<Config, 'DATA_DIR' | 'DATABASE_URL' | 'DATABASE_APP_URL'>;

/**
 * The database of the configuration: DATABASE_URL, or the embedded PostgreSQL in DATA_DIR/postgres, which is started.
 * @throws DataFolderInUseError when another process uses DATA_DIR
 * @throws PostgresStartError when the embedded PostgreSQL does not start
 */
export async function openDatabase(
  config: DatabaseConfig,
  logger: Pick<Logger, 'warn'>,
  { besideRunning = false }: OpenDatabaseOptions = {},
): Promise<DatabaseHandle> {
  if (config.DATABASE_URL) return external(config.DATABASE_URL, config.DATABASE_APP_URL);
  const dir = join(config.DATA_DIR, 'postgres');
  const server = await startEmbeddedPostgres({
    dir,
    log: (line) => logger.warn({ component: 'postgres' }, line),
  }).catch((error: unknown) => {
    if (besideRunning && error instanceof DataFolderInUseError) return attach(dir, error);
    throw error;
  });
  return {
    ownerUrl: server.ownerUrl,
    appUrl: server.appUrl,
    embedded: true,
    where: `${place(server.appUrl)} (embedded, ${dir})`,
    stop: () => server.stop(),
  };
}

async function attach(dir: string, error: DataFolderInUseError): Promise<EmbeddedPostgres> {
  const running = await attachToEmbeddedPostgres(dir);
  if (running) return running;
  throw error;
}

function external(ownerUrl: string, appUrl: string | undefined): DatabaseHandle {
  return {
    ownerUrl,
    appUrl: appUrl ?? ownerUrl,
    ...(appUrl ? {} : { appRole: APP_ROLE }),
    embedded: false,
    where: place(appUrl ?? ownerUrl),
    stop: () => Promise.resolve(),
  };
}

function place(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}
