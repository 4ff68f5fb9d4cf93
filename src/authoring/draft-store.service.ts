import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { scopeOf } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { DRAFT_READERS, rightsOf, type DraftStanding } from './draft.policy.js';
import { DraftClosed } from './draft.problems.js';
import { DRAFT_BYTES, DRAFT_IN_SCOPE } from './draft.queries.js';
import type { DraftContent } from './draft-tree.rules.js';
import { CourseDraft } from './entities/course-draft.entity.js';
import { DraftContributor } from './entities/draft-contributor.entity.js';
import { DraftFile } from './entities/draft-file.entity.js';
import { ReviewService } from './review.service.js';

/** A draft as an actor may know it. */
export interface DraftHead extends DraftStanding {
  id: string;
  courseId: string;
  slug: string;
  organisationId: string;
  baseRevisionId: string | null;
  version: number;
  startedAt: Date;
  closedAt: Date | null;
}

/** What a change of a draft writes and takes away. A file that only moves keeps its version and who changed it. */
export interface DraftChange {
  set?: ReadonlyMap<string, Partial<DraftContent> & Partial<Pick<DraftFile, 'version' | 'changedById' | 'changedAt'>>>;
  gone?: Iterable<string>;
}

type Row = Omit<DraftHead, 'isClosed'>;

/** The files of drafts, and the one way to change them. */
@Injectable()
export class DraftStoreService {
  constructor(
    private readonly reviews: ReviewService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, also for a draft of another unit */
  async get(executor: EntityManager, actor: Actor, id: string): Promise<DraftHead> {
    const [row] = await executor.query<Row[]>(DRAFT_IN_SCOPE, [id, actor.personId, scopeOf(actor, DRAFT_READERS)]);
    if (!row) throw NotFound();
    return { ...row, isClosed: row.closedAt !== null };
  }

  /**
   * The same, locked until the transaction ends: changes of one draft follow each other.
   * @throws Problem not-found
   */
  async lock(tx: EntityManager, actor: Actor, id: string): Promise<DraftHead> {
    // First the lock, then the look: a statement that waits for a lock still sees what was there when it began.
    await tx.query('SELECT 1 FROM course_draft WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.get(tx, actor, id);
  }

  /**
   * Locked by somebody who may write.
   * @throws Problem not-found, also for those who may only read; draft-closed
   */
  async lockForEdit(tx: EntityManager, actor: Actor, id: string): Promise<DraftHead> {
    const head = await this.lock(tx, actor, id);
    if (!rightsOf(actor, { ...head, isClosed: false, review: null }).edit) throw NotFound();
    if (head.isClosed) throw DraftClosed();
    return head;
  }

  /** Every file of a draft by path. */
  async files(executor: EntityManager, draftId: string): Promise<Map<string, DraftFile>> {
    const rows = await executor.findBy(DraftFile, { draftId });
    return new Map(rows.map((row) => [row.path, row]));
  }

  /** Every file as bytes, images included. */
  async bytes(executor: EntityManager, draftId: string): Promise<Map<string, Buffer>> {
    const rows = await executor.query<{ path: string; bytes: Buffer }[]>(DRAFT_BYTES, [draftId]);
    return new Map(rows.map(({ path, bytes }) => [path, bytes]));
  }

  /**
   * Writes a change of a draft that is locked: its files get the draft's next version, the actor counts among its authors
   * from now on, and a review that is open or approved is void.
   * @returns the version of what was set
   */
  async change(
    tx: EntityManager,
    { actor, head, change }: { actor: Actor; head: DraftHead; change: DraftChange },
  ): Promise<number> {
    const { set = new Map(), gone = [] } = change;
    const version = head.version + 1;
    const changedAt = this.clock.now();
    const paths = [...new Set([...gone, ...set.keys()])];
    if (paths.length > 0) await tx.delete(DraftFile, { draftId: head.id, path: In(paths) });
    for (const [path, content] of set as NonNullable<DraftChange['set']>) {
      await tx.insert(DraftFile, {
        ...{ draftId: head.id, path, text: content.text ?? null, hash: content.hash ?? null },
        version: content.version ?? version,
        changedById: content.changedById ?? actor.personId,
        changedAt: content.changedAt ?? changedAt,
      });
    }
    await tx.update(CourseDraft, { id: head.id }, { version });
    const author = { draftId: head.id, personId: actor.personId };
    await tx.createQueryBuilder().insert().into(DraftContributor).values(author).orIgnore().execute();
    const draft = await tx.findOneByOrFail(CourseDraft, { id: head.id });
    await this.reviews.end(tx, { draft, actorId: actor.personId, as: 'voided' });
    return version;
  }
}
