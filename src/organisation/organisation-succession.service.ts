import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { OrganisationSuccession } from './entities/organisation-succession.entity.js';
import { OrganisationActService, type Act, type UnitAct } from './organisation-act.service.js';
import { SplitChildrenWrong, SplitCountsWrong, UnitsTwice } from './organisation.problems.js';
import { COUNTED_BY_HAND, COUNTS_BROUGHT } from './organisation.queries.js';

export interface Merger extends Act {
  /** Units that end. */
  sourceIds: string[];
  /** The unit that takes them in: it exists on the day, or is founded on it. */
  targetId: string;
  actorId: string | null;
}

export interface SplitPart {
  /** A unit founded on the day of the split. */
  unitId: string;
  childIds: string[];
  members: number;
  workers: number;
}

export interface Split extends UnitAct {
  /** The first one is the heir of a unit that ends, and takes what no part was given. */
  parts: SplitPart[];
  /** Chia: the unit ends. Tách: it goes on with what no part was given. */
  ends: boolean;
}

interface Heads {
  members: number;
  workers: number;
}

/**
 * Units that become one, and one that becomes several, within the caller's transaction, which has locked the tree. The
 * people are moved by identity, in the same transaction.
 */
@Injectable()
export class OrganisationSuccessionService {
  constructor(
    private readonly clock: Clock,
    private readonly acts: OrganisationActService,
  ) {}

  /**
   * Ends the sources; what hangs below them hangs below the target. The target's count of that day is the sum of the last
   * counts before it, unless somebody counted it on that very day. Counts recorded after a merger to come was entered are
   * not added by themselves.
   * @returns ids of the units that hang below the target now
   * @throws Problem organisation-units-twice, organisation-cycle, organisation-not-in-force, organisation-has-children,
   *   organisation-parent-not-in-force
   */
  async merge(tx: EntityManager, merger: Merger): Promise<string[]> {
    const { sourceIds, targetId, onDate } = merger;
    if (new Set([...sourceIds, targetId]).size <= sourceIds.length) throw UnitsTwice();
    await this.acts.requireLiving(tx, targetId, onDate);
    const children: string[] = [];
    for (const unitId of sourceIds) {
      const moved = await this.acts.redirectChildren(tx, { ...merger, unitId, toId: targetId, but: sourceIds });
      children.push(...moved);
    }
    for (const unitId of sourceIds) await this.acts.end(tx, { ...merger, unitId });
    await this.acts.checkTree(tx, [targetId, ...sourceIds, ...children]);
    const heads = await this.headsBrought(tx, [...sourceIds, targetId], onDate);
    const sum = sumOf([...heads.values()]);
    const isCounted = await this.isCountedByHand(tx, targetId, onDate);
    if (sourceIds.some((id) => heads.has(id)) && !isCounted) {
      await this.acts.count(tx, { ...merger, unitId: targetId, ...sum });
    }
    for (const unitId of sourceIds) {
      await this.succeed(tx, { ...merger, unitId }, { successorId: targetId, isHeir: true });
      await this.acts.record(tx, 'merge-unit', { ...merger, unitId }, { targetId });
    }
    await this.acts.refreshPaths(tx);
    return children;
  }

  /**
   * Gives the children and heads of a unit to its parts.
   * @throws Problem organisation-units-twice, organisation-split-children-wrong, organisation-split-counts-wrong,
   *   organisation-not-in-force, organisation-has-children
   */
  async split(tx: EntityManager, split: Split): Promise<void> {
    const { unitId, parts, ends, onDate } = split;
    const named = parts.flatMap(({ childIds }) => childIds);
    if (new Set(named).size < named.length) throw UnitsTwice();
    const children = await this.acts.childrenFrom(tx, unitId, onDate);
    const ids = parts.map((part) => part.unitId);
    if (named.some((id) => !children.includes(id) || ids.includes(id))) throw SplitChildrenWrong();
    await this.acts.requireLiving(tx, unitId, onDate);
    for (const { unitId: toId, childIds } of parts)
      await this.acts.redirectChildren(tx, { ...split, toId, only: childIds });
    const [heir] = ids;
    if (ends && heir !== undefined) {
      await this.acts.redirectChildren(tx, { ...split, toId: heir });
      await this.acts.end(tx, split);
    }
    await this.acts.checkTree(tx, [unitId, ...ids, ...children]);
    await this.shareHeads(tx, split);
    for (const successorId of ids) await this.succeed(tx, split, { successorId, isHeir: ends && successorId === heir });
    await this.acts.record(tx, 'split-unit', split, { partIds: ids, ends });
    await this.acts.refreshPaths(tx);
  }

  private async shareHeads(tx: EntityManager, split: Split): Promise<void> {
    const { unitId, parts, ends, onDate } = split;
    const whole = (await this.headsBrought(tx, [unitId], onDate)).get(unitId);
    const given = sumOf(parts);
    if (whole === undefined && given.members === 0 && given.workers === 0) return;
    const rest = {
      members: (whole?.members ?? 0) - given.members,
      workers: (whole?.workers ?? 0) - given.workers,
    };
    const isWhole = rest.members === 0 && rest.workers === 0;
    if (ends ? !isWhole : rest.members < 0 || rest.workers < 0) {
      throw SplitCountsWrong(whole ?? { members: 0, workers: 0 });
    }
    for (const { unitId: partId, members, workers } of parts) {
      await this.acts.count(tx, { ...split, unitId: partId, members, workers });
    }
    const isCounted = await this.isCountedByHand(tx, unitId, onDate);
    if (!ends && !isCounted) await this.acts.count(tx, { ...split, ...rest });
  }

  private async headsBrought(tx: EntityManager, unitIds: string[], day: string): Promise<Map<string, Heads>> {
    const rows = await tx.query<(Heads & { unitId: string })[]>(COUNTS_BROUGHT, [unitIds, day]);
    return new Map(rows.map(({ unitId, ...heads }) => [unitId, heads]));
  }

  private async isCountedByHand(tx: EntityManager, unitId: string, day: string): Promise<boolean> {
    return (await tx.query<unknown[]>(COUNTED_BY_HAND, [unitId, day])).length > 0;
  }

  private async succeed(
    tx: EntityManager,
    { unitId, onDate, decisionId }: UnitAct,
    succession: Pick<OrganisationSuccession, 'successorId' | 'isHeir'>,
  ): Promise<void> {
    await tx.insert(OrganisationSuccession, {
      ...succession,
      id: newId(),
      predecessorId: unitId,
      onDate,
      decisionId: decisionId ?? null,
      recordedAt: this.clock.now(),
    });
  }
}

const sumOf = (heads: readonly Heads[]): Heads => ({
  members: heads.reduce((sum, one) => sum + one.members, 0),
  workers: heads.reduce((sum, one) => sum + one.workers, 0),
});
