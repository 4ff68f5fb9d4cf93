import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { namedQuery } from '../../platform/database/sql.js';
import { toProblem } from '../../platform/http/problem.filter.js';
import { Logger } from '../../platform/logging/logger.js';
import { InvalidRequest, Problem, Unavailable } from '../../platform/problems/problem.js';
import type { RememberedProblem } from '../entities/sync-item.entity.js';
import { SyncEffectService, type Effect } from './sync-effect.service.js';
import { groupItems, MAX_ITEMS, readSyncItem, type SyncGroup, type SyncItem } from './sync-item.rules.js';
import { ItemIdTaken, SyncItemInvalid } from './sync.problems.js';
import { CLAIM_ITEMS, KNOWN_ITEMS, REFUSE_ITEMS } from './sync.queries.js';

/**
 * What became of an item. `duplicate`: applied before, and not again. `refused`: not applied; a problem with status 429 or
 * 5xx is not remembered, and the item may be sent again later, every other one is for good.
 */
export type SyncOutcome = { outcome: 'applied' | 'duplicate' } | { outcome: 'refused'; problem: Problem };

export interface SyncResult {
  /** As sent; null when the item had no usable one. */
  id: string | null;
  outcome: SyncOutcome;
}

interface KnownItem {
  id: string;
  userId: string;
  outcome: 'applied' | 'refused';
  problem: RememberedProblem | null;
}

type Outcomes = Map<string, SyncOutcome>;

/** Two transactions that wait for each other: PostgreSQL ends one of them, which may simply be tried again. */
const DEADLOCK = new Set(['40P01', '40001']);

/** The one way in which learners' devices write, online and offline alike. */
@Injectable()
export class SyncService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly effects: SyncEffectService,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Applies the items of a device, each by itself: a bad one is refused alone. An item's effect and the memory of its id
   * commit together, one transaction for all items of a kind about one thing; sending a batch again, in another order or
   * in parts gives the same state.
   * @returns one result per item, in the order sent
   * @throws Problem invalid-request when there is no list of at most 500 items; unavailable when the database is away:
   *   what was applied until then is remembered, and the whole batch may be sent again
   */
  async apply(actor: Actor, sent: unknown): Promise<SyncResult[]> {
    if (!Array.isArray(sent) || sent.length > MAX_ITEMS) throw InvalidRequest(undefined, { errors: [NO_BATCH] });
    const read = sent.map((item: unknown, index) => readSyncItem(item, `/items/${index}`));
    const items = new Map<string, SyncItem>();
    for (const each of read) {
      if ('item' in each && !items.has(each.item.id)) items.set(each.item.id, each.item);
    }
    const outcomes: Outcomes = new Map();
    for (const group of groupItems([...items.values()])) {
      for (const [id, outcome] of await this.applyGroup(actor, group)) outcomes.set(id, outcome);
    }
    return read.map((each, index) => {
      if ('faults' in each) {
        const problem = SyncItemInvalid(undefined, { errors: each.faults });
        return { id: idOf(sent[index]), outcome: { outcome: 'refused', problem } };
      }
      const { id } = each.item;
      const outcome = outcomes.get(id);
      if (!outcome) throw new Error(`Sync item ${id} has no outcome`);
      // The same id further on in the batch finds it applied.
      if (outcome.outcome === 'applied') outcomes.set(id, { outcome: 'duplicate' });
      return { id, outcome };
    });
  }

  private async applyGroup(actor: Actor, group: SyncGroup): Promise<Outcomes> {
    try {
      const effect = await this.effects.prepare(actor, group, this.clock.now());
      return await this.commit(actor, group, effect);
    } catch (error) {
      // The outside is away: the device keeps the whole batch and sends it again.
      if (toProblem(error).status === 503) throw error;
      if (DEADLOCK.has((error as { code?: string }).code ?? '')) {
        throw Unavailable(undefined, { retryAfterSeconds: 1 });
      }
      if (group.items.length > 1) return this.applyOneByOne(actor, group);
      return this.refuse(actor, group, error);
    }
  }

  /** Finds out which item of a group is the bad one. */
  private async applyOneByOne(actor: Actor, { kind, items }: SyncGroup): Promise<Outcomes> {
    const outcomes: Outcomes = new Map();
    for (const item of items) {
      for (const [id, outcome] of await this.applyGroup(actor, { kind, items: [item] })) outcomes.set(id, outcome);
    }
    return outcomes;
  }

  private async refuse(actor: Actor, group: SyncGroup, error: unknown): Promise<Outcomes> {
    const problem = toProblem(error);
    if (problem.status >= 500) this.logger.error({ err: error, kind: group.kind }, 'sync item failed');
    const isForGood = problem.status < 500 && problem.status !== 429;
    const refused = new Map(group.items.map(({ id }) => [id, problem]));
    if (isForGood) return this.commit(actor, group, () => Promise.resolve(refused));
    return new Map(group.items.map(({ id }) => [id, { outcome: 'refused', problem }]));
  }

  private commit(actor: Actor, { kind, items }: SyncGroup, effect: Effect): Promise<Outcomes> {
    return this.dataSource.transaction(async (tx) => {
      const fresh = await this.claim(tx, actor, { kind, items });
      const outcomes: Outcomes = new Map(fresh.map(({ id }) => [id, { outcome: 'applied' }]));
      if (fresh.length > 0) {
        const refused = await effect(tx, fresh);
        for (const [id, problem] of refused) outcomes.set(id, { outcome: 'refused', problem });
        await this.rememberRefusals(tx, refused);
      }
      const known = items.filter(({ id }) => !outcomes.has(id));
      for (const [id, outcome] of await this.recall(tx, actor, known)) outcomes.set(id, outcome);
      return outcomes;
    });
  }

  /** @returns the items that nobody sent before */
  private async claim(tx: EntityManager, actor: Actor, { kind, items }: SyncGroup): Promise<SyncItem[]> {
    const claimed = await namedQuery<{ id: string }>(tx, 'sync.claim', CLAIM_ITEMS, [
      actor.userId,
      kind,
      this.clock.now(),
      items.map(({ id }) => id),
      items.map(({ deviceId }) => deviceId),
      items.map(({ occurredAt }) => occurredAt),
    ]);
    const ids = new Set(claimed.map(({ id }) => id));
    return items.filter(({ id }) => ids.has(id));
  }

  private async rememberRefusals(tx: EntityManager, refused: Map<string, Problem>): Promise<void> {
    if (refused.size === 0) return;
    const problems = [...refused.values()].map(({ code, status, title, detail }) =>
      JSON.stringify({ code, status, title, detail } satisfies RememberedProblem),
    );
    await namedQuery(tx, 'sync.refuse', REFUSE_ITEMS, [[...refused.keys()], problems]);
  }

  /** What became of items sent before: the same as then. An id that another account used tells nothing about it. */
  private async recall(tx: EntityManager, actor: Actor, items: SyncItem[]): Promise<Outcomes> {
    if (items.length === 0) return new Map();
    const known = await namedQuery<KnownItem>(tx, 'sync.known', KNOWN_ITEMS, [items.map(({ id }) => id)]);
    return new Map(known.map((item) => [item.id, outcomeOf(item, actor)]));
  }
}

const NO_BATCH = {
  pointer: '/items',
  detail: {
    vi: `phải là một danh sách có tối đa ${MAX_ITEMS} mục`,
    en: `must be a list of at most ${MAX_ITEMS} items`,
  },
};

function outcomeOf({ userId, problem }: KnownItem, actor: Actor): SyncOutcome {
  if (userId !== actor.userId) return { outcome: 'refused', problem: ItemIdTaken() };
  if (problem === null) return { outcome: 'duplicate' };
  const { code, status, title, detail } = problem;
  return { outcome: 'refused', problem: new Problem(code, status, title, detail) };
}

function idOf(sent: unknown): string | null {
  const id = (sent as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id.length <= 100 ? id : null;
}
