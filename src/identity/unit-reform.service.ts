import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../organisation/organisation-act.service.js';
import { OrganisationActService } from '../organisation/organisation-act.service.js';
import { OrganisationChangeService } from '../organisation/organisation-change.service.js';
import { OrganisationSuccessionService, type SplitPart } from '../organisation/organisation-succession.service.js';
import type { Founding } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { PeopleNotInUnit } from './identity.problems.js';
import { OfficeSuccessionService, type CarriedOver } from './office-succession.service.js';

/** A unit that comes into being by the act; its parent is that of the unit it comes from, unless given. */
export type NewUnit = Pick<Founding, 'code' | 'name' | 'tier' | 'kind' | 'sector'>;

export interface MergerAsked extends Act {
  unitIds: string[];
  newUnit?: NewUnit;
}

export interface PartAsked extends NewUnit, Pick<SplitPart, 'childIds' | 'members' | 'workers'> {
  personIds: string[];
}

export interface SplitAsked extends Act {
  ends: boolean;
  parts: PartAsked[];
}

export interface Reformed extends CarriedOver {
  /** The unit that took the others in; the parts of one that was split. */
  unitIds: string[];
}

/**
 * Units with their people become one, or several. The tree, the offices and the roles change in one transaction under the
 * lock of the tree, which is why it is here and not in organisation: organisation knows no people.
 */
@Injectable()
export class UnitReformService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: OrganisationChangeService,
    private readonly acts: OrganisationActService,
    private readonly tree: OrganisationSuccessionService,
    private readonly offices: OfficeSuccessionService,
  ) {}

  /**
   * Merges units into this one or, with `newUnit`, this one and the others into a new one under the same parent. People keep
   * their titles; where the one chair is taken, see INSTEAD_OF.
   * @throws Problem not-found, not-allowed, organisation-units-unknown and those of OrganisationSuccessionService.merge,
   *   OrganisationService.found and OfficeSuccessionService.carryOver
   */
  async merge(actor: Actor, unitId: string, asked: MergerAsked): Promise<Reformed> {
    const { newUnit, unitIds, ...act } = asked;
    return this.dataSource.transaction(async (tx) => {
      await this.changes.lock(tx);
      await this.changes.requireRight(tx, actor, { id: unitId, right: newUnit ? 'replace' : 'change' });
      await this.changes.requireMayEnd(tx, actor, unitIds);
      await this.changes.checkDecision(tx, act.decisionId);
      const targetId = newUnit ? await this.foundBeside(tx, actor, { unitId, act, newUnit }) : unitId;
      const sourceIds = newUnit ? [unitId, ...unitIds] : unitIds;
      await this.tree.merge(tx, { ...act, sourceIds, targetId, actorId: actor.personId });
      const carrying = { ...act, fromIds: sourceIds, toId: targetId, roles: true, actorId: actor.personId };
      return { unitIds: [targetId], ...(await this.offices.carryOver(tx, carrying)) };
    });
  }

  /**
   * Splits a unit into new ones under the same parent. What no part was given stays, or goes to the first part when the unit
   * ends.
   * @throws Problem not-found, not-allowed, people-not-in-unit, and those of OrganisationSuccessionService.split and
   *   OrganisationService.found
   */
  async split(actor: Actor, unitId: string, asked: SplitAsked): Promise<Reformed> {
    const { parts, ends, ...act } = asked;
    return this.dataSource.transaction(async (tx) => {
      await this.changes.lock(tx);
      await this.changes.requireRight(tx, actor, { id: unitId, right: 'replace' });
      await this.changes.checkDecision(tx, act.decisionId);
      const named = parts.flatMap(({ personIds }) => personIds);
      const people = await this.offices.peopleFrom(tx, [unitId], act.onDate);
      const isWrong = named.some((id) => !people.includes(id)) || new Set(named).size < named.length;
      if (isWrong) throw PeopleNotInUnit();
      const made: (SplitPart & { personIds: string[] })[] = [];
      for (const { childIds, members, workers, personIds, ...newUnit } of parts) {
        const id = await this.foundBeside(tx, actor, { unitId, act, newUnit });
        made.push({ unitId: id, childIds, members, workers, personIds });
      }
      const actorId = actor.personId;
      await this.tree.split(tx, { ...act, unitId, parts: made, ends, actorId });
      const carry = (toId: string, of: { personIds?: string[]; roles: boolean }) =>
        this.offices.carryOver(tx, { ...act, ...of, fromIds: [unitId], toId, actorId });
      const carried: CarriedOver[] = [];
      for (const part of made) carried.push(await carry(part.unitId, { personIds: part.personIds, roles: ends }));
      const [heir] = made;
      if (ends && heir) carried.push(await carry(heir.unitId, { roles: true }));
      return { unitIds: made.map((part) => part.unitId), ...together(carried) };
    });
  }

  private async foundBeside(
    tx: EntityManager,
    actor: Actor,
    { unitId, act, newUnit }: { unitId: string; act: Act; newUnit: NewUnit },
  ): Promise<string> {
    const { parentId } = await this.acts.requireLiving(tx, unitId, act.onDate);
    const { decisionId } = act;
    const founding = { ...newUnit, foundedOn: act.onDate, ...(decisionId === undefined ? {} : { decisionId }) };
    return this.changes.foundBelow(tx, actor, { ...founding, parentId: parentId ?? unitId });
  }
}

const together = (carried: readonly CarriedOver[]): CarriedOver => ({
  personIds: [...new Set(carried.flatMap(({ personIds }) => personIds))],
  substituted: carried.flatMap(({ substituted }) => substituted),
  endedRoles: carried.flatMap(({ endedRoles }) => endedRoles),
});
