import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnrolmentMoveService } from '../enrolment/enrolment-move.service.js';
import { NEWER_REVISION, WITHOUT_ATTEMPT } from './enrolment-move.queries.js';

const BATCH = 500;

/** Takes learners along to a new revision once no attempt of theirs is running; enrolment decides who loses nothing by it. */
@Injectable()
export class RevisionMoveService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moves: EnrolmentMoveService,
  ) {}

  /** Everybody in the course of a revision that became current, 500 to a transaction. Done again it moves who is left. */
  async moveAll(revisionId: string): Promise<void> {
    let last: string | null = null;
    do {
      last = await this.moveBatch(revisionId, { after: last, only: null });
    } while (last !== null);
  }

  /** One learner whose attempt has ended. */
  async moveOne(enrolmentId: string): Promise<void> {
    const [newer] = await this.dataSource.query<{ id: string }[]>(NEWER_REVISION, [enrolmentId]);
    if (newer) await this.moveBatch(newer.id, { after: null, only: enrolmentId });
  }

  private async moveBatch(
    revisionId: string,
    { after, only }: { after: string | null; only: string | null },
  ): Promise<string | null> {
    return this.dataSource.transaction(async (tx) => {
      const rows = await tx.query<{ id: string }[]>(WITHOUT_ATTEMPT, [revisionId, after, BATCH, only]);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await this.moves.move(tx, revisionId, ids);
      return ids.length === BATCH ? (ids.at(-1) ?? null) : null;
    });
  }
}
