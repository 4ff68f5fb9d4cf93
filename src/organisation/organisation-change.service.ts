import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { NotAllowed } from '../platform/auth/auth.problems.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { foldVietnamese } from '../platform/text/vietnamese.js';
import { OfficialDocument } from './entities/official-document.entity.js';
import { OrganisationHeadCount } from './entities/organisation-head-count.entity.js';
import { OrganisationPeriod } from './entities/organisation-period.entity.js';
import { Organisation } from './entities/organisation.entity.js';
import { changeFrom, endOn, type Rewriting } from './organisation-history.rules.js';
import { mayChange, mayReplace, maySee } from './organisation.policy.js';
import {
  DecisionUnknown,
  HeadCountInFuture,
  OrganisationCycle,
  OrganisationHasChildren,
  OrganisationNameInvalid,
  OrganisationNotInForce,
  ParentNotInForce,
} from './organisation.problems.js';
import { REFRESH_PATHS } from './organisation.queries.js';
import { unitNameOf } from './organisation.rules.js';
import { OrganisationService, type Founding } from './organisation.service.js';
import { chainsOf, lockTree, treeFault, type TreeFault } from './organisation.tree.js';

/** What every act on a unit carries. `onDate` is a day of Asia/Ho_Chi_Minh, past or to come. */
export interface Act {
  onDate: string;
  /** The OfficialDocument that says so. */
  decisionId?: string;
  /** In the officer's own words; kept in the audit. */
  reason?: string;
}

export interface HeadCount extends Act {
  members: number;
  workers: number;
}

type Right = (actor: Actor, chain: readonly string[]) => boolean;

/** An act within its transaction, with the tree locked. */
interface Work {
  tx: EntityManager;
  actor: Actor;
  unitId: string;
  act: Act;
}

const FAULTS: Record<TreeFault, () => Error> = {
  cycle: () => OrganisationCycle(),
  'outside-parent': () => ParentNotInForce(),
  'children-left': () => OrganisationHasChildren(),
};

/**
 * Acts of officers on the tree. What was recorded before is never overwritten: it is superseded, so that the tree of any
 * day can be read as known then.
 */
@Injectable()
export class OrganisationChangeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly organisations: OrganisationService,
  ) {}

  /**
   * Founds a unit below one that the actor answers for.
   * @returns the id of the new unit
   * @throws Problem of OrganisationService.found, organisation-decision-unknown
   */
  async found(actor: Actor, founding: Omit<Founding, 'actorId'> & { parentId: string }): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      await lockTree(tx);
      await this.checkParent(tx, actor, founding.parentId);
      await this.checkDecision(tx, founding.decisionId);
      const { id } = await this.organisations.found(tx, { ...founding, actorId: actor.personId });
      return id;
    });
  }

  /** @throws Problem not-found, organisation-name-invalid, organisation-not-in-force, organisation-decision-unknown */
  async rename(actor: Actor, unitId: string, act: Act & { name: string }): Promise<void> {
    const name = unitNameOf(act.name);
    if (name === null) throw OrganisationNameInvalid();
    await this.perform({ actor, unitId, act, right: mayChange }, async (work) => {
      const change = { name, nameFolded: foldVietnamese(name) };
      const wasChanged = await this.rewrite(work, (living) => changeFrom(living, act.onDate, change));
      if (wasChanged) await this.record(work, 'rename-unit', {});
    });
  }

  /**
   * Hangs the unit with everything below it under another one.
   * @throws Problem not-found, not-allowed, organisation-cycle, organisation-parent-not-in-force,
   *   organisation-not-in-force, organisation-decision-unknown
   */
  async move(actor: Actor, unitId: string, act: Act & { parentId: string }): Promise<void> {
    const { parentId } = act;
    await this.perform({ actor, unitId, act, right: mayReplace }, async (work) => {
      await this.checkParent(work.tx, actor, parentId);
      if (parentId === unitId) throw OrganisationCycle();
      const wasChanged = await this.rewrite(work, (living) => changeFrom(living, act.onDate, { parentId }));
      if (!wasChanged) return;
      await this.refreshPaths(work.tx);
      await this.record(work, 'move-unit', { parentId });
    });
  }

  /**
   * Ends the unit: `onDate` is its first day of not existing. Nothing may hang below it any more.
   * @throws Problem not-found, not-allowed, organisation-has-children, organisation-not-in-force,
   *   organisation-decision-unknown
   */
  async abolish(actor: Actor, unitId: string, act: Act): Promise<void> {
    await this.perform({ actor, unitId, act, right: mayReplace }, async (work) => {
      await this.rewrite(work, (living) => endOn(living, act.onDate));
      await work.tx.update(Organisation, { id: unitId }, { abolishedOn: act.onDate });
      await this.refreshPaths(work.tx);
      await this.record(work, 'abolish-unit', {});
    });
  }

  /**
   * Records members and workers of a day; a count recorded before for that day is superseded.
   * @throws Problem not-found, organisation-head-count-in-future, organisation-not-in-force, organisation-decision-unknown
   */
  async recordHeadCount(actor: Actor, unitId: string, count: HeadCount): Promise<void> {
    const { onDate, members, workers } = count;
    if (onDate > vietnamDate(this.clock.now())) throw HeadCountInFuture();
    await this.perform({ actor, unitId, act: count, right: mayChange }, async (work) => {
      const { tx } = work;
      if (!(await this.livingPeriods(tx, unitId)).some((period) => lives(period, onDate))) {
        throw OrganisationNotInForce({ day: onDate });
      }
      const living = { organisationId: unitId, countedOn: onDate, supersededAt: IsNull() };
      const known = await tx.findOneBy(OrganisationHeadCount, living);
      if (known?.members === members && known.workers === workers) return;
      const now = this.clock.now();
      await tx.update(OrganisationHeadCount, living, { supersededAt: now });
      await tx.insert(OrganisationHeadCount, {
        id: newId(),
        organisationId: unitId,
        countedOn: onDate,
        members,
        workers,
        decisionId: count.decisionId ?? null,
        recordedAt: now,
        supersededAt: null,
      });
      await this.record(work, 'record-head-count', { members, workers });
    });
  }

  /** Changes decided for today take their place in the paths that access checks use; harmless when repeated. */
  async applyDueChanges(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await lockTree(tx);
      await this.refreshPaths(tx);
    });
  }

  private async perform(
    { right, ...asked }: Omit<Work, 'tx'> & { right: Right },
    work: (work: Work) => Promise<void>,
  ): Promise<void> {
    const { actor, unitId, act } = asked;
    await this.dataSource.transaction(async (tx) => {
      await lockTree(tx);
      const chain = (await chainsOf(tx, [unitId], vietnamDate(this.clock.now()))).get(unitId);
      if (chain === undefined || !maySee(actor, chain)) throw NotFound();
      if (!right(actor, chain)) throw NotAllowed();
      await this.checkDecision(tx, act.decisionId);
      await work({ tx, ...asked });
    });
  }

  private async checkParent(tx: EntityManager, actor: Actor, parentId: string): Promise<void> {
    const chain = (await chainsOf(tx, [parentId], vietnamDate(this.clock.now()))).get(parentId);
    if (chain === undefined || !mayChange(actor, chain)) throw ParentNotInForce();
  }

  private async checkDecision(tx: EntityManager, decisionId: string | undefined): Promise<void> {
    if (decisionId !== undefined && !(await tx.existsBy(OfficialDocument, { id: decisionId }))) throw DecisionUnknown();
  }

  private livingPeriods(tx: EntityManager, unitId: string): Promise<OrganisationPeriod[]> {
    return tx.find(OrganisationPeriod, {
      where: { organisationId: unitId, supersededAt: IsNull() },
      order: { validFrom: 'ASC' },
    });
  }

  /** @returns false when everything was so already */
  private async rewrite(
    { tx, unitId, act }: Work,
    rule: (living: OrganisationPeriod[]) => Rewriting<OrganisationPeriod> | null,
  ): Promise<boolean> {
    const rewriting = rule(await this.livingPeriods(tx, unitId));
    if (rewriting === null) throw OrganisationNotInForce({ day: act.onDate });
    if (rewriting.superseded.length === 0) return false;
    const now = this.clock.now();
    const ids = rewriting.superseded.map(({ id }) => id);
    await tx.update(OrganisationPeriod, { id: In(ids) }, { supersededAt: now });
    await tx.insert(
      OrganisationPeriod,
      rewriting.written.map((period) => ({
        ...period,
        id: newId(),
        // The half before the change stands on the decision it always stood on.
        decisionId: period.validFrom < act.onDate ? period.decisionId : (act.decisionId ?? null),
        recordedAt: now,
      })),
    );
    const fault = await treeFault(tx, unitId);
    if (fault !== null) throw FAULTS[fault]();
    return true;
  }

  private async refreshPaths(tx: EntityManager): Promise<void> {
    await tx.query(REFRESH_PATHS, [vietnamDate(this.clock.now())]);
  }

  private record({ tx, actor, unitId, act }: Work, verb: string, details: Record<string, unknown>): Promise<void> {
    const { onDate, decisionId, reason } = act;
    return this.audit.record(tx, {
      action: `organisation.${verb}`,
      actorId: actor.personId,
      subjectKind: 'organisation',
      subjectId: unitId,
      organisationId: unitId,
      details: { ...details, onDate, ...(decisionId === undefined ? {} : { decisionId }) },
      ...(reason === undefined ? {} : { reason }),
    });
  }
}

const lives = (period: OrganisationPeriod, day: string) =>
  period.validFrom <= day && (period.validTo === null || day < period.validTo);
