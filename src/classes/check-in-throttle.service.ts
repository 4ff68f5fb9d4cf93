import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { Logger } from '../platform/logging/logger.js';
import { TooManyCodes } from './classes.problems.js';

const LIMIT = 5;
const WINDOW_MS = 5 * 60_000;

/** Takes one of the guesses of the window; no row when none is left. A new window begins when the old one is over. */
const TAKE_GUESS = `
INSERT INTO check_in_throttle AS t (person_id, failures, window_ends_at) VALUES ($1, 1, $3)
ON CONFLICT (person_id) DO UPDATE
   SET failures = CASE WHEN t.window_ends_at <= $2 THEN 1 ELSE t.failures + 1 END,
       window_ends_at = CASE WHEN t.window_ends_at <= $2 THEN $3 ELSE t.window_ends_at END
 WHERE t.window_ends_at <= $2 OR t.failures < ${LIMIT}
RETURNING failures`;

const GUESSES = `SELECT failures, window_ends_at AS "windowEndsAt" FROM check_in_throttle WHERE person_id = $1`;

interface GuessesRow {
  failures: number;
  windowEndsAt: Date;
}

/**
 * Five wrong codes per person and five minutes: six digits of four fresh slots would otherwise be found by trying. The
 * count is in the database, so that all processes share it.
 */
@Injectable()
export class CheckInThrottleService {
  /** Wrong codes of this process that are on their way to the database, by person. */
  private readonly underway = new Map<string, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Counts a guess before it is judged, in a transaction of its own: of many guesses at once, five are judged.
   * @throws Problem too-many-codes with Retry-After
   */
  async takeGuess(personId: string): Promise<void> {
    const now = this.clock.now();
    const values = [personId, now, new Date(now.getTime() + WINDOW_MS)];
    const rows = await namedQuery(this.dataSource, 'check-in-throttle.take', TAKE_GUESS, values);
    if (rows.length === 0) throw await this.tooMany(this.dataSource.manager, personId);
  }

  /** The code was right: the guesses before it are forgotten. */
  async forget(executor: EntityManager, personId: string): Promise<void> {
    await executor.query('DELETE FROM check_in_throttle WHERE person_id = $1', [personId]);
  }

  /**
   * Looks before a guess that comes within somebody else's transaction.
   * @throws Problem too-many-codes with Retry-After
   */
  async assertOpen(tx: EntityManager, personId: string): Promise<void> {
    const [row] = await namedQuery<GuessesRow>(tx, 'check-in-throttle.guesses', GUESSES, [personId]);
    const counted = row && row.windowEndsAt > this.clock.now() ? row.failures : 0;
    if (counted + (this.underway.get(personId) ?? 0) >= LIMIT) throw await this.tooMany(tx, personId);
  }

  /**
   * Counts a wrong guess that came within somebody else's transaction. That transaction takes the refusal back, and
   * waiting in it for a second connection could stop everybody when all connections wait alike; so it is written on its
   * own, and until it is there it counts in memory.
   */
  noteWrong(personId: string): void {
    this.underway.set(personId, (this.underway.get(personId) ?? 0) + 1);
    this.takeGuess(personId)
      .catch((error: unknown) => {
        if ((error as { code?: unknown }).code !== TooManyCodes.code)
          this.logger.warn({ err: error }, 'guess not counted');
      })
      .finally(() => {
        const left = (this.underway.get(personId) ?? 1) - 1;
        if (left > 0) this.underway.set(personId, left);
        else this.underway.delete(personId);
      });
  }

  private async tooMany(executor: EntityManager, personId: string): Promise<Error> {
    const [row] = await namedQuery<GuessesRow>(executor, 'check-in-throttle.guesses', GUESSES, [personId]);
    const remainingMs = (row?.windowEndsAt.getTime() ?? 0) - this.clock.now().getTime();
    const retryAfterSeconds = Math.max(1, Math.ceil((remainingMs > 0 ? remainingMs : WINDOW_MS) / 1000));
    return TooManyCodes({ minutes: Math.ceil(retryAfterSeconds / 60) }, { retryAfterSeconds });
  }
}
