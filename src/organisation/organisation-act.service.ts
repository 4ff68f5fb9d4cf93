import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { foldVietnamese } from '../platform/text/vietnamese.js';
import { OrganisationHeadCount } from './entities/organisation-head-count.entity.js';
import { OrganisationPeriod } from './entities/organisation-period.entity.js';
import { Organisation } from './entities/organisation.entity.js';
import { changeFrom, endOn, replaceFrom, type Rewriting } from './organisation-history.rules.js';
import {
  OrganisationCycle,
  OrganisationHasChildren,
  OrganisationNameInvalid,
  OrganisationNotInForce,
  ParentNotInForce,
} from './organisation.problems.js';
import { REFRESH_PATHS } from './organisation.queries.js';
import { unitNameOf } from './organisation.rules.js';
import { treeFault, type TreeFault } from './organisation.tree.js';

/** What every act on a unit carries. `onDate` is a day of Asia/Ho_Chi_Minh, past or to come. */
export interface Act {
  onDate: string;
  /** The OfficialDocument that says so. */
  decisionId?: string;
  /** In the officer's own words; kept in the audit. */
  reason?: string;
}

/** An act on one unit; `actorId` null when the system acts. */
export interface UnitAct extends Act {
  unitId: string;
  actorId: string | null;
}

const FAULTS: Record<TreeFault, () => Error> = {
  cycle: () => OrganisationCycle(),
  'outside-parent': () => ParentNotInForce(),
  'children-left': () => OrganisationHasChildren(),
};

/**
 * What acts do to the tree, within the caller's transaction, which has locked the tree and asked who may. What was
 * recorded before is never overwritten: it is superseded, so that the tree of any day can be read as known then.
 */
@Injectable()
export class OrganisationActService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * @returns false when it was called so already
   * @throws Problem organisation-name-invalid, organisation-not-in-force
   */
  async rename(tx: EntityManager, act: UnitAct & { name: string }): Promise<boolean> {
    const name = unitNameOf(act.name);
    if (name === null) throw OrganisationNameInvalid();
    const change = { name, nameFolded: foldVietnamese(name) };
    const wasChanged = await this.rewrite(tx, act, (living) => changeFrom(living, act.onDate, change));
    if (wasChanged) await this.record(tx, 'rename-unit', act);
    return wasChanged;
  }

  /**
   * @returns false when it hung there already
   * @throws Problem organisation-cycle, organisation-parent-not-in-force, organisation-not-in-force
   */
  async move(tx: EntityManager, act: UnitAct & { parentId: string }): Promise<boolean> {
    const { parentId, unitId } = act;
    if (parentId === unitId) throw OrganisationCycle();
    const wasChanged = await this.rewrite(tx, act, (living) => changeFrom(living, act.onDate, { parentId }));
    if (!wasChanged) return false;
    await this.checkTree(tx, [unitId]);
    await this.refreshPaths(tx);
    await this.record(tx, 'move-unit', act, { parentId });
    return true;
  }

  /**
   * Ends a unit; the caller checks the tree, refreshes the paths and records, once for all that end together.
   * @throws Problem organisation-not-in-force
   */
  async end(tx: EntityManager, act: UnitAct): Promise<void> {
    await this.rewrite(tx, act, (living) => endOn(living, act.onDate));
    await tx.update(Organisation, { id: act.unitId }, { abolishedOn: act.onDate });
  }

  /**
   * Hangs what is below a unit from a day on under another one; what is planned for later days, too.
   * @param but units that stay where they are
   * @returns ids of the units moved
   * @throws Problem organisation-cycle
   */
  async redirectChildren(
    tx: EntityManager,
    act: UnitAct & { toId: string; only?: readonly string[]; but?: readonly string[] },
  ): Promise<string[]> {
    const { unitId, toId, onDate, only, but = [] } = act;
    const children = await this.childrenFrom(tx, unitId, onDate);
    const moving = children.filter((id) => (only === undefined || only.includes(id)) && !but.includes(id));
    if (moving.includes(toId)) throw OrganisationCycle();
    for (const child of moving) {
      await this.rewrite(tx, { ...act, unitId: child }, (living) =>
        replaceFrom(living, onDate, { fact: 'parentId', from: unitId, to: toId }),
      );
      await this.record(tx, 'move-unit', { ...act, unitId: child }, { parentId: toId });
    }
    return moving;
  }

  /** Ids of the units below this one on a day or planned for later. */
  async childrenFrom(tx: EntityManager, unitId: string, day: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT organisation_id AS id FROM organisation_period
        WHERE parent_id = $1 AND superseded_at IS NULL AND (valid_to IS NULL OR valid_to > $2::date) ORDER BY 1`,
      [unitId, day],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Writes a count of a day; one recorded before for it is superseded.
   * @returns false when it was known already
   * @throws Problem organisation-not-in-force
   */
  async count(tx: EntityManager, act: UnitAct & { members: number; workers: number }): Promise<boolean> {
    const { unitId, onDate, members, workers } = act;
    await this.requireLiving(tx, unitId, onDate);
    const living = { organisationId: unitId, countedOn: onDate, supersededAt: IsNull() };
    const known = await tx.findOneBy(OrganisationHeadCount, living);
    if (known?.members === members && known.workers === workers) return false;
    const now = this.clock.now();
    await tx.update(OrganisationHeadCount, living, { supersededAt: now });
    await tx.insert(OrganisationHeadCount, {
      id: newId(),
      organisationId: unitId,
      countedOn: onDate,
      members,
      workers,
      decisionId: act.decisionId ?? null,
      recordedAt: now,
      supersededAt: null,
    });
    await this.record(tx, 'record-head-count', act, { members, workers });
    return true;
  }

  /** @throws Problem organisation-not-in-force */
  async requireLiving(tx: EntityManager, unitId: string, day: string): Promise<OrganisationPeriod> {
    const period = (await this.livingPeriods(tx, unitId)).find((one) => lives(one, day));
    if (!period) throw OrganisationNotInForce({ day });
    return period;
  }

  /** @throws Problem organisation-cycle, organisation-parent-not-in-force, organisation-has-children */
  async checkTree(tx: EntityManager, unitIds: readonly string[]): Promise<void> {
    for (const unitId of unitIds) {
      const fault = await treeFault(tx, unitId);
      if (fault !== null) throw FAULTS[fault]();
    }
  }

  /** Brings the paths that access checks use to the tree of today. */
  async refreshPaths(tx: EntityManager): Promise<void> {
    await tx.query(REFRESH_PATHS, [vietnamDate(this.clock.now())]);
  }

  /** The audit row of an act: `organisation.<verb>`. */
  record(tx: EntityManager, verb: string, act: UnitAct, details: Record<string, unknown> = {}): Promise<void> {
    const { unitId, actorId, onDate, decisionId, reason } = act;
    return this.audit.record(tx, {
      action: `organisation.${verb}`,
      actorId,
      subjectKind: 'organisation',
      subjectId: unitId,
      organisationId: unitId,
      details: { ...details, onDate, ...(decisionId === undefined ? {} : { decisionId }) },
      ...(reason === undefined ? {} : { reason }),
    });
  }

  private livingPeriods(tx: EntityManager, unitId: string): Promise<OrganisationPeriod[]> {
    return tx.find(OrganisationPeriod, {
      where: { organisationId: unitId, supersededAt: IsNull() },
      order: { validFrom: 'ASC' },
    });
  }

  /** @returns false when everything was so already */
  private async rewrite(
    tx: EntityManager,
    { unitId, onDate, decisionId = null }: Omit<UnitAct, 'decisionId'> & { decisionId?: string | null },
    rule: (living: OrganisationPeriod[]) => Rewriting<OrganisationPeriod> | null,
  ): Promise<boolean> {
    const rewriting = rule(await this.livingPeriods(tx, unitId));
    if (rewriting === null) throw OrganisationNotInForce({ day: onDate });
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
        decisionId: period.validFrom < onDate ? period.decisionId : decisionId,
        recordedAt: now,
      })),
    );
    return true;
  }
}

const lives = (period: OrganisationPeriod, day: string) =>
  period.validFrom <= day && (period.validTo === null || day < period.validTo);
