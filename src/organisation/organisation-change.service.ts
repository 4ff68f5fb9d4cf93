import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NotAllowed } from '../platform/auth/auth.problems.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { OfficialDocument } from './entities/official-document.entity.js';
import { OrganisationActService, type Act, type UnitAct } from './organisation-act.service.js';
import { mayChange, mayReplace, maySee } from './organisation.policy.js';
import { DecisionUnknown, HeadCountInFuture, ParentNotInForce, UnitsUnknown } from './organisation.problems.js';
import { OrganisationService, type Founding } from './organisation.service.js';
import { chainsOf, lockTree } from './organisation.tree.js';

export interface HeadCount extends Act {
  members: number;
  workers: number;
}

type Right = (actor: Actor, chain: readonly string[]) => boolean;

/** Acts of officers on the tree: who may, and each in a transaction of its own with the tree locked. */
@Injectable()
export class OrganisationChangeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly organisations: OrganisationService,
    private readonly acts: OrganisationActService,
  ) {}

  /**
   * Founds a unit below one that the actor answers for.
   * @returns the id of the new unit
   * @throws Problem of OrganisationService.found, organisation-decision-unknown
   */
  async found(actor: Actor, founding: Omit<Founding, 'actorId'> & { parentId: string }): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      await lockTree(tx);
      return this.foundBelow(tx, actor, founding);
    });
  }

  /** @throws Problem not-found, organisation-name-invalid, organisation-not-in-force, organisation-decision-unknown */
  async rename(actor: Actor, unitId: string, act: Act & { name: string }): Promise<void> {
    await this.perform({ actor, unitId, right: mayChange }, act, async (tx, unitAct) => {
      await this.acts.rename(tx, unitAct);
    });
  }

  /**
   * Hangs the unit with everything below it under another one.
   * @throws Problem not-found, not-allowed, organisation-cycle, organisation-parent-not-in-force,
   *   organisation-not-in-force, organisation-decision-unknown
   */
  async move(actor: Actor, unitId: string, act: Act & { parentId: string }): Promise<void> {
    await this.perform({ actor, unitId, right: mayReplace }, act, async (tx, unitAct) => {
      await this.checkParent(tx, actor, act.parentId);
      await this.acts.move(tx, unitAct);
    });
  }

  /**
   * Ends the unit: `onDate` is its first day of not existing. Nothing may hang below it any more.
   * @throws Problem not-found, not-allowed, organisation-has-children, organisation-not-in-force,
   *   organisation-decision-unknown
   */
  async abolish(actor: Actor, unitId: string, act: Act): Promise<void> {
    await this.perform({ actor, unitId, right: mayReplace }, act, async (tx, unitAct) => {
      await this.acts.end(tx, unitAct);
      await this.acts.checkTree(tx, [unitId]);
      await this.acts.refreshPaths(tx);
      await this.acts.record(tx, 'abolish-unit', unitAct);
    });
  }

  /**
   * Records members and workers of a day; a count recorded before for that day is superseded.
   * @throws Problem not-found, organisation-head-count-in-future, organisation-not-in-force, organisation-decision-unknown
   */
  async recordHeadCount(actor: Actor, unitId: string, count: HeadCount): Promise<void> {
    if (count.onDate > vietnamDate(this.clock.now())) throw HeadCountInFuture();
    await this.perform({ actor, unitId, right: mayChange }, count, async (tx, unitAct) => {
      await this.acts.count(tx, unitAct);
    });
  }

  /** Changes decided for today take their place in the paths that access checks use; harmless when repeated. */
  async applyDueChanges(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await lockTree(tx);
      await this.acts.refreshPaths(tx);
    });
  }

  /** Locks the tree: first in every transaction that changes it. */
  async lock(tx: EntityManager): Promise<void> {
    await lockTree(tx);
  }

  /**
   * Founds a unit within an act that holds the lock of the tree.
   * @throws as `found`
   */
  async foundBelow(
    tx: EntityManager,
    actor: Actor,
    founding: Omit<Founding, 'actorId'> & { parentId: string },
  ): Promise<string> {
    await this.checkParent(tx, actor, founding.parentId);
    await this.checkDecision(tx, founding.decisionId);
    const { id } = await this.organisations.found(tx, { ...founding, actorId: actor.personId });
    return id;
  }

  /**
   * Asserts that the actor may end or move this unit (`replace`), or change it.
   * @throws Problem not-found, not-allowed
   */
  async requireRight(
    tx: EntityManager,
    actor: Actor,
    unit: { id: string; right: 'change' | 'replace' },
  ): Promise<void> {
    const right = unit.right === 'change' ? mayChange : mayReplace;
    await this.checkRight(tx, { actor, unitId: unit.id, right });
  }

  /**
   * Asserts that the actor may end all of these units; one that may not be known is as one that does not exist.
   * @throws Problem organisation-units-unknown, with a pointer to each
   */
  async requireMayEnd(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<void> {
    const chains = await chainsOf(tx, ids, vietnamDate(this.clock.now()));
    const errors = ids.flatMap((id, index) =>
      mayReplace(actor, chains.get(id) ?? [])
        ? []
        : [
            {
              pointer: `/unitIds/${index}`,
              detail: { vi: 'Không tìm thấy đơn vị này.', en: 'This unit was not found.' },
            },
          ],
    );
    if (errors.length > 0) throw UnitsUnknown(undefined, { errors });
  }

  /** @throws Problem organisation-decision-unknown */
  async checkDecision(tx: EntityManager, decisionId: string | undefined): Promise<void> {
    if (decisionId !== undefined && !(await tx.existsBy(OfficialDocument, { id: decisionId }))) throw DecisionUnknown();
  }

  private async perform<A extends Act>(
    asked: { actor: Actor; unitId: string; right: Right },
    act: A,
    work: (tx: EntityManager, act: A & UnitAct) => Promise<void>,
  ): Promise<void> {
    const { actor, unitId } = asked;
    await this.dataSource.transaction(async (tx) => {
      await lockTree(tx);
      await this.checkRight(tx, asked);
      await this.checkDecision(tx, act.decisionId);
      await work(tx, { ...act, unitId, actorId: actor.personId });
    });
  }

  private async checkRight(
    tx: EntityManager,
    { actor, unitId, right }: { actor: Actor; unitId: string; right: Right },
  ): Promise<void> {
    const chain = (await chainsOf(tx, [unitId], vietnamDate(this.clock.now()))).get(unitId);
    if (chain === undefined || !maySee(actor, chain)) throw NotFound();
    if (!right(actor, chain)) throw NotAllowed();
  }

  private async checkParent(tx: EntityManager, actor: Actor, parentId: string): Promise<void> {
    const chain = (await chainsOf(tx, [parentId], vietnamDate(this.clock.now()))).get(parentId);
    if (chain === undefined || !mayChange(actor, chain)) throw ParentNotInForce();
  }
}
