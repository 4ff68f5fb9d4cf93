import { AbstractLogger, DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { columnTypes } from './column-types.js';
import { SnakeCaseNaming } from './naming-strategy.js';

export interface DataSourceSettings {
  url: string;
  /** Role that every session takes, when the login is not the application's own. */
  role?: string;
  /** Most connections at once. */
  pool: number;
  entities: NewableFunction[];
  migrations?: (new () => MigrationInterface)[];
  /** Shown in pg_stat_activity and in PostgreSQL's log. */
  applicationName: string;
  /** Longest statement in milliseconds, 0 for no limit. 30 seconds unless told otherwise. */
  statementTimeoutMs?: number;
}

const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * TypeORM on PostgreSQL as this project uses it: no synchronisation, our names, UTC, bounded statements. Not yet
 * connected: call `initialize()`.
 *
 * What entities and migrations must agree on is checked by test/schema-drift.spec.ts. TypeORM compares by name, and
 * would drop what it does not know:
 * - an index that only the guards migration makes (GIN, trigram, gist): declare its name in the entity with
 *   `@Index('ix_person_full_name_folded', { synchronize: false })`;
 * - a partial or a composite index: no guard needed, `@Index(name, [...], { unique, where })`;
 * - EXCLUDE: no guard needed, `@Exclusion('ex_office_term_overlap', 'USING gist (…) WHERE (…)')`; there is no
 *   `synchronize: false` for exclusions, so one made by hand and not declared would be reported as drift;
 * - triggers, functions, sequences, grants: not seen by TypeORM, so they need no declaration.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource(dataSourceOptions(settings));
}

function dataSourceOptions(settings: DataSourceSettings): DataSourceOptions {
  const { url, options } = withoutOptions(settings.url);
  return {
    type: 'postgres',
    url,
    poolSize: settings.pool,
    applicationName: settings.applicationName,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    entities: settings.entities,
    migrations: settings.migrations ?? [],
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    // migrate() makes the extensions under the owner; the application's login may not.
    installExtensions: false,
    logger: new SilentLogger(),
    extra: { options: `${options} ${sessionSettings(settings)}`.trim(), types: columnTypes },
  };
}

/** Whatever fails is thrown, and logged by whoever catches it; TypeORM would also print it, to the console and as text. */
class SilentLogger extends AbstractLogger {
  protected writeLog(): void {}
}

/** pg takes `options` from the URL or from its settings, never from both; ours are added to those of the URL. */
function withoutOptions(url: string): { url: string; options: string } {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options') ?? '';
  parsed.searchParams.delete('options');
  return { url: parsed.toString(), options };
}

/** Sent with the start of each session: costs no round trip, and a pooled session cannot miss it. */
function sessionSettings({ role, statementTimeoutMs = STATEMENT_TIMEOUT_MS }: DataSourceSettings): string {
  const values: Record<string, string | number> = {
    timezone: 'UTC',
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    ...(role === undefined ? {} : { role }),
  };
  return Object.entries(values)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}
