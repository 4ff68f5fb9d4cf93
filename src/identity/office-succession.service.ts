import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import type { RoleName } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { OfficeTerm } from './entities/office-term.entity.js';
import { OfficeTitle } from './entities/office-title.entity.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { OfficeSeatTaken } from './identity.problems.js';
import { daysWithout, seatAll, type Claim } from './office-succession.rules.js';

export interface CarryingOver {
  /** Units that the people come from, the leading one first: its holders of exclusive titles are served first. */
  fromIds: readonly string[];
  toId: string;
  /** The first day in the other unit, YYYY-MM-DD. */
  onDate: string;
  /** Only these people; all unless given. */
  personIds?: readonly string[];
  /** Roles on the units that the people come from end, or go with their people; unless given, they stay. */
  roles?: boolean;
  decisionId?: string;
  actorId: string | null;
}

export interface CarriedOver {
  /** Ids of everybody who holds an office in the other unit now. */
  personIds: string[];
  /** The seat was taken: held instead. */
  substituted: { personId: string; titleCode: string; insteadCode: string }[];
  /** Roles that see others' data reach no further than they were granted: they end, and are to be granted anew. */
  endedRoles: { personId: string; role: RoleName; organisationId: string }[];
}

/** Roles that show nothing of other people, and so may follow their holder into a larger unit. */
const FOLLOWING: readonly RoleName[] = ['learner', 'lecturer', 'reviewer'];

/**
 * The people of a unit that is merged, split or abolished go to another one on a day: the past stays as it was, from the
 * day on they hold the same titles there. Within the transaction that changes the tree.
 */
@Injectable()
export class OfficeSuccessionService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Ids of the people with an office in one of the units on the day or later. */
  async peopleFrom(tx: EntityManager, unitIds: readonly string[], day: string): Promise<string[]> {
    const terms = await this.termsFrom(tx, unitIds, day);
    return [...new Set(terms.map(({ personId }) => personId))];
  }

  /** @throws Problem office-seat-taken when an exclusive title has no substitute */
  async carryOver(tx: EntityManager, given: CarryingOver): Promise<CarriedOver> {
    const { fromIds, toId, onDate, personIds } = given;
    const isMeant = ({ personId }: { personId: string }) => personIds === undefined || personIds.includes(personId);
    const leaving = (await this.termsFrom(tx, fromIds, onDate)).filter(isMeant);
    const order = (term: OfficeTerm) => fromIds.indexOf(term.organisationId);
    const claims = leaving
      .toSorted((a, b) => order(a) - order(b) || a.validFrom.localeCompare(b.validFrom) || a.id.localeCompare(b.id))
      .map((term) => ({ ...term, validFrom: later(term.validFrom, onDate) }));
    await this.leave(tx, leaving, onDate);
    const seats = await this.termsFrom(tx, [toId], onDate);
    const substituted = await this.seat(tx, given, { seats, claims });
    const endedRoles = given.roles === true ? await this.moveRoles(tx, given, isMeant) : [];
    const moved = [...new Set(leaving.map(({ personId }) => personId))];
    for (const personId of moved) await this.record(tx, given, personId);
    return { personIds: moved, substituted, endedRoles };
  }

  private termsFrom(tx: EntityManager, unitIds: readonly string[], day: string): Promise<OfficeTerm[]> {
    return tx
      .createQueryBuilder(OfficeTerm, 'term')
      .where('term.organisationId = ANY(:unitIds) AND term.supersededAt IS NULL', { unitIds })
      .andWhere('(term.validTo IS NULL OR term.validTo > :day)', { day })
      .orderBy('term.validFrom')
      .addOrderBy('term.id')
      .getMany();
  }

  /** The terms end on the day; what they were until then stands on the decision it always stood on. */
  private async leave(tx: EntityManager, terms: readonly OfficeTerm[], day: string): Promise<void> {
    if (terms.length === 0) return;
    const now = this.clock.now();
    const living = { id: In(terms.map(({ id }) => id)), supersededAt: IsNull() };
    await tx.update(OfficeTerm, living, { supersededAt: now });
    const past = terms.filter(({ validFrom }) => validFrom < day);
    await tx.insert(
      OfficeTerm,
      past.map((term) => ({ ...term, id: newId(), validTo: day, recordedAt: now })),
    );
  }

  private async seat(
    tx: EntityManager,
    { toId, decisionId }: CarryingOver,
    { seats, claims }: { seats: OfficeTerm[]; claims: Claim<OfficeTerm>[] },
  ): Promise<CarriedOver['substituted']> {
    const now = this.clock.now();
    const titles = new Map((await tx.find(OfficeTitle)).map((title) => [title.code, title]));
    const substituted: CarriedOver['substituted'] = [];
    for (const { claim, titleCode, days } of seatAll(seats, claims)) {
      const title = titleCode === null ? undefined : titles.get(titleCode);
      if (!title) throw OfficeSeatTaken({ title: titles.get(claim.titleCode)?.nameVi ?? claim.titleCode });
      const { code, exclusive } = title;
      const written = days.map((piece) => ({
        ...{ ...piece, id: newId(), personId: claim.personId, organisationId: toId, titleCode: code, exclusive },
        ...{ recordedAt: now, supersededAt: null, decisionId: decisionId ?? claim.decisionId },
      }));
      if (written.length > 0) await tx.insert(OfficeTerm, written);
      if (code !== claim.titleCode) {
        substituted.push({ personId: claim.personId, titleCode: claim.titleCode, insteadCode: code });
      }
    }
    return substituted;
  }

  private async moveRoles(
    tx: EntityManager,
    { fromIds, toId, onDate, actorId }: CarryingOver,
    isMeant: (grant: { personId: string }) => boolean,
  ): Promise<CarriedOver['endedRoles']> {
    const living = async (unitIds: readonly string[]) =>
      tx
        .createQueryBuilder(RoleGrant, 'held')
        .where('held.organisationId = ANY(:unitIds) AND (held.validTo IS NULL OR held.validTo > :onDate)', {
          ...{ unitIds, onDate },
        })
        .orderBy('held.id')
        .getMany();
    const leaving = (await living(fromIds)).filter(isMeant);
    const held: RoleGrant[] = await living([toId]);
    const ended: CarriedOver['endedRoles'] = [];
    for (const grant of leaving) {
      const { id, personId, role, organisationId, validTo } = grant;
      if (grant.validFrom < onDate) await tx.update(RoleGrant, { id }, { validTo: onDate });
      else await tx.delete(RoleGrant, { id });
      if (!FOLLOWING.includes(role)) {
        ended.push({ personId, role, organisationId });
        continue;
      }
      const same = held.filter((one) => one.personId === personId && one.role === role);
      const days = daysWithout({ validFrom: later(grant.validFrom, onDate), validTo }, same);
      const given = days.map((piece) => {
        const row = { ...piece, id: newId(), personId, role, organisationId: toId, grantedById: grant.grantedById };
        return Object.assign(new RoleGrant(), row);
      });
      if (given.length > 0) await tx.insert(RoleGrant, given);
      held.push(...given);
    }
    for (const { personId, role, organisationId } of ended) {
      await this.audit.record(tx, {
        ...{ action: 'identity.end-role', actorId, subjectKind: 'person', subjectId: personId, organisationId },
        details: { role, onDate },
      });
    }
    return ended;
  }

  private record(tx: EntityManager, given: CarryingOver, personId: string): Promise<void> {
    const { toId, fromIds, onDate, decisionId, actorId } = given;
    return this.audit.record(tx, {
      action: 'identity.carry-over-offices',
      actorId,
      subjectKind: 'person',
      subjectId: personId,
      organisationId: toId,
      details: { fromIds, toId, onDate, ...(decisionId === undefined ? {} : { decisionId }) },
    });
  }
}

const later = (one: string, other: string) => (one < other ? other : one);
