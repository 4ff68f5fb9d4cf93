import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { TooManyAttempts } from './identity.problems.js';
import { networkOf } from './login-name.rules.js';

const WINDOW_MS = 15 * 60_000;
/** Failures within a window after which an account is closed for a window. */
const ACCOUNT_LIMIT = 5;
/**
 * The same of a network. A factory or a school shows one address for hundreds of people, so only failures count, and
 * generously: this only slows somebody who tries one password on many accounts.
 */
const NETWORK_LIMIT = 100;

const LOCKS = `
SELECT max(window_ends_at) AS "until" FROM sign_in_throttle
 WHERE window_ends_at > $3 AND ((key = $1 AND failures >= ${ACCOUNT_LIMIT}) OR (key = $2 AND failures >= ${NETWORK_LIMIT}))`;

/** A new window begins when the old one is over; reaching the limit ($4) starts a whole window of being locked. */
const COUNT_FAILURE = `
INSERT INTO sign_in_throttle AS t (key, failures, window_ends_at) VALUES ($1, 1, $3)
ON CONFLICT (key) DO UPDATE
   SET failures = CASE WHEN t.window_ends_at <= $2 THEN 1 ELSE t.failures + 1 END,
       window_ends_at = CASE WHEN t.window_ends_at <= $2 OR t.failures + 1 >= $4 THEN $3 ELSE t.window_ends_at END
 WHERE t.window_ends_at <= $2 OR t.failures < $4
RETURNING key`;

/** What a sign-in is counted against: the account, known or not, and the network it comes from. */
export interface ThrottleKeys {
  account: string;
  network: string;
}

/** Failed sign-ins, counted in the database so that all processes share one memory. */
@Injectable()
export class SignInThrottleService {
  private readonly secret: Buffer;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    keys: KeyRing,
  ) {
    this.secret = keys.derive('sign-in-throttle');
  }

  /**
   * @param account the account's id, or the name that was typed when there is no such account: both lock alike
   * @param address the client's IP address
   */
  keysOf(account: string, address: string): ThrottleKeys {
    const hidden = createHmac('sha256', this.secret).update(account).digest('base64url');
    return { account: `account:${hidden}`, network: `network:${networkOf(address)}` };
  }

  /** @throws Problem too-many-attempts with Retry-After, while the account or the network is locked */
  async assertOpen(keys: ThrottleKeys, executor: EntityManager = this.dataSource.manager): Promise<void> {
    const now = this.clock.now();
    const [lock] = await namedQuery<{ until: Date | null }>(executor, 'sign-in-throttle.locks', LOCKS, [
      keys.account,
      keys.network,
      now,
    ]);
    if (lock?.until) throw tooMany(lock.until.getTime() - now.getTime());
  }

  /**
   * Counts one failure against both keys, the account first: one order of locking for all.
   * @throws Problem too-many-attempts when others have used up the account's limit meanwhile: this guess gets no answer
   */
  async countFailure(tx: EntityManager, keys: ThrottleKeys): Promise<void> {
    const now = this.clock.now();
    const end = new Date(now.getTime() + WINDOW_MS);
    for (const [key, limit] of [
      [keys.account, ACCOUNT_LIMIT],
      [keys.network, NETWORK_LIMIT],
    ]) {
      const counted = await namedQuery(tx, 'sign-in-throttle.count-failure', COUNT_FAILURE, [key, now, end, limit]);
      if (counted.length === 0) await this.assertOpen(keys, tx);
    }
  }

  /**
   * Lets a right password through and forgets the account's failures. Decided under the row's lock: a guess that was
   * checked while others used up the limit comes too late, whatever it is.
   * @throws Problem too-many-attempts
   */
  async admit(tx: EntityManager, keys: ThrottleKeys): Promise<void> {
    const rows = await namedQuery(
      tx,
      'sign-in-throttle.lock-account',
      'SELECT key FROM sign_in_throttle WHERE key = $1 FOR UPDATE',
      [keys.account],
    );
    if (rows.length === 0) return;
    await this.assertOpen(keys, tx);
    await tx.query('DELETE FROM sign_in_throttle WHERE key = $1', [keys.account]);
  }

  /** Forgets windows that are over. */
  async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_throttle WHERE window_ends_at <= $1', [this.clock.now()]);
  }
}

function tooMany(remainingMs: number): Error {
  const retryAfterSeconds = Math.ceil(remainingMs / 1000);
  return TooManyAttempts({ minutes: Math.ceil(retryAfterSeconds / 60) }, { retryAfterSeconds });
}
