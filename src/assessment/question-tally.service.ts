import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { COUNT_ANSWERS, FORGET_UNANSWERED, IS_TALLY_DUE } from './question-tally.queries.js';

const STATEMENT_TIMEOUT = `SET LOCAL statement_timeout = '10min'`;
/** Longer than any grading takes from its clock to its commit. */
const LOOK_BACK_SECONDS = 300;

/**
 * Counts how questions are answered. Counting while a lecturer waits would read every response; an index for it would
 * cost each start of an attempt; so it is done now and then, as a whole: 500,000 responses take about a second.
 */
@Injectable()
export class QuestionTallyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Counts anew unless no attempt has ended since. Done again it changes nothing. */
  async bringUpToDate(): Promise<void> {
    const [row] = await this.dataSource.query<{ due: boolean }[]>(IS_TALLY_DUE, [LOOK_BACK_SECONDS]);
    if (!row?.due) return;
    await this.dataSource.transaction(async (tx) => {
      await tx.query(STATEMENT_TIMEOUT);
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:question-tally'))`);
      const now = this.clock.now();
      await tx.query(COUNT_ANSWERS, [now]);
      await tx.query(FORGET_UNANSWERED, [now]);
    });
  }
}
