import { plainToInstance, Transform } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, ValidateIf, validateSync } from 'class-validator';
import { resolve } from 'node:path';

export type ProcessRole = 'all' | 'api' | 'worker';

const toInt = ({ value }: { value: unknown }) => (value === undefined || value === '' ? undefined : Number(value));
const blankToUndefined = ({ value }: { value: unknown }) => (value === '' ? undefined : value);

/**
 * Everything the process may be told from outside, validated once. `process.env` is read here and nowhere else.
 * Defaults describe the embedded single-process installation on loopback.
 */
export class Config {
  @IsIn(['development', 'production', 'test'])
  NODE_ENV: 'development' | 'production' | 'test' = 'development';

  /** Which entry points this process serves. */
  @IsIn(['all', 'api', 'worker'])
  ROLE: ProcessRole = 'all';

  @Transform(toInt)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  /** Address to listen on; loopback unless told otherwise. */
  @IsString()
  HOST = '127.0.0.1';

  /** Folder of everything that is not in PostgreSQL: stored files, keys, checkpoints, and the embedded cluster. */
  @Transform(({ value }: { value: string }) => resolve(value))
  @IsString()
  DATA_DIR = resolve('.data');

  /** Folder of course and law files imported at start-up. */
  @Transform(({ value }: { value: string }) => resolve(value))
  @IsString()
  CONTENT_DIR = resolve('content');

  /** PostgreSQL of the owner role, which migrates. Absent: the embedded PostgreSQL is started. */
  @Transform(blankToUndefined)
  @IsOptional()
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true })
  DATABASE_URL?: string;

  /** PostgreSQL login of the application role. Absent: the owner's login followed by `SET ROLE union_app`. */
  @Transform(blankToUndefined)
  @IsOptional()
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true })
  DATABASE_APP_URL?: string;

  /** Connections of one process to PostgreSQL, without those of the queue. */
  @Transform(toInt)
  @IsInt()
  @Min(2)
  @Max(100)
  DATABASE_POOL = 10;

  /** Redis for the queues. Absent: BullMQ runs on PostgreSQL. */
  @Transform(blankToUndefined)
  @IsOptional()
  @IsUrl({ protocols: ['redis', 'rediss'], require_tld: false, require_protocol: true })
  REDIS_URL?: string;

  /** The address that certificates and QR codes carry. Required in production. */
  @Transform(blankToUndefined)
  @ValidateIf((c: Config) => c.NODE_ENV === 'production' || c.PUBLIC_URL !== undefined)
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  PUBLIC_URL?: string;

  /** Secret from which signing and encryption keys are derived. Required in production; made once otherwise. */
  @Transform(blankToUndefined)
  @ValidateIf((c: Config) => c.NODE_ENV === 'production' || c.MASTER_KEY !== undefined)
  @IsString()
  MASTER_KEY?: string;

  /** Comma-separated addresses of reverse proxies whose X-Forwarded-For is believed. */
  @Transform(blankToUndefined)
  @IsOptional()
  @IsString()
  TRUSTED_PROXIES?: string;

  /** Folder, outside the database, that receives the signed checkpoints of the append-only tables. */
  @Transform(blankToUndefined)
  @IsOptional()
  @IsString()
  CHECKPOINT_DIR?: string;

  /** Bearer token for /metrics. Absent: only the same machine may read them. */
  @Transform(blankToUndefined)
  @IsOptional()
  @IsString()
  METRICS_TOKEN?: string;

  /**
   * SMTP server for notifications by mail: smtp://user:password@host:587?requireTLS=true or smtps://…:465. Absent: no
   * mail is offered, and none is queued.
   */
  @Transform(blankToUndefined)
  @IsOptional()
  @IsUrl({ protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true })
  MAIL_URL?: string;

  /** Sender of every mail, such as no-reply@kynang.congdoan.vn. Required with MAIL_URL. */
  @Transform(blankToUndefined)
  @ValidateIf((c: Config) => c.MAIL_URL !== undefined || c.MAIL_FROM !== undefined)
  @IsEmail({ require_tld: false })
  MAIL_FROM?: string;

  /** Seed the demonstration union at start. Refused in production. */
  @IsIn(['yes', 'no'])
  DEMO: 'yes' | 'no' = 'yes';

  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  get publicUrl(): string {
    return (this.PUBLIC_URL ?? `http://localhost:${this.PORT}`).replace(/\/+$/, '');
  }

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }
}

/** Thrown with every fault of the configuration at once, one line each. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`Configuration is not usable:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
  }
}

const MASTER_KEY_MIN_LENGTH = 32;

function productionFaults(config: Config): string[] {
  if (!config.isProduction) return [];
  const faults: string[] = [];
  if (config.DEMO === 'yes') faults.push('DEMO must be "no" in production: demo accounts have known passwords');
  if (!config.PUBLIC_URL) faults.push('PUBLIC_URL is required in production: certificates and QR codes carry it');
  if (!config.MASTER_KEY) faults.push('MASTER_KEY is required in production (openssl rand -base64 48)');
  else if (config.MASTER_KEY.length < MASTER_KEY_MIN_LENGTH || /demo|example|change/i.test(config.MASTER_KEY))
    faults.push(`MASTER_KEY must be at least ${MASTER_KEY_MIN_LENGTH} random characters, not an example`);
  return faults;
}

/**
 * Reads and validates the environment.
 * @throws ConfigError naming every fault together
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.keys(new Config()).concat(
    'DATABASE_URL',
    'DATABASE_APP_URL',
    'REDIS_URL',
    'PUBLIC_URL',
    'MASTER_KEY',
    'TRUSTED_PROXIES',
    'CHECKPOINT_DIR',
    'METRICS_TOKEN',
    'MAIL_URL',
    'MAIL_FROM',
  );
  const given = Object.fromEntries(known.filter((k) => env[k] !== undefined && env[k] !== '').map((k) => [k, env[k]]));
  if (given['NODE_ENV'] === 'production' && given['DEMO'] === undefined) given['DEMO'] = 'no';
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const faults = validateSync(config, { whitelist: true }).flatMap((e) =>
    Object.values(e.constraints ?? {}).map((text) => `${e.property}: ${text}`),
  );
  const all = [...new Set([...faults, ...productionFaults(config)])];
  if (all.length > 0) throw new ConfigError(all);
  return config;
}

/**
 * A secret that a command names, such as the passphrase of a backup: never on the command line, where others see it.
 * @throws ConfigError when the variable is empty
 */
export function secretFromEnvironment(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const secret = env[name];
  if (!secret) throw new ConfigError([`${name} is empty: put the secret into that variable`]);
  return secret;
}
