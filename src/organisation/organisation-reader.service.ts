import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { cleanName, foldVietnamese } from '../platform/text/vietnamese.js';
import { OrganisationHeadCount } from './entities/organisation-head-count.entity.js';
import { OrganisationPeriod } from './entities/organisation-period.entity.js';
import { FACTS_OF_UNITS, UNITS_OF_A_BRANCH } from './organisation-list.queries.js';
import { mayChange, mayReplace, maySee, READERS, unitsOf } from './organisation.policy.js';
import { UNIT_ON_A_DAY, UNITS_IN_SCOPE, UNITS_ON_A_DAY } from './organisation.queries.js';
import { scopeOf } from './organisation.rules.js';
import { OrganisationService, type UnitDescription } from './organisation.service.js';
import { chainsOf } from './organisation.tree.js';

const PAGE_SIZE = 500;

/** Which tree: of day `asOf` (today unless given), as known at `knownAt` (now unless given). */
export interface TimeAsked {
  asOf?: string;
  knownAt?: Date;
}

export interface UnitsAsked extends TimeAsked {
  /** Id of the last unit of the previous page. */
  cursor?: string;
  /** Part of a name or code, with or without diacritics. */
  q?: string;
  /** Only the units directly below this one. */
  parentId?: string;
  /** Only the units at the top of what the actor may see. */
  top?: boolean;
  /** 500 unless given. */
  limit?: number;
}

interface UnitFacts {
  sector: OrganisationPeriod['sector'];
  parentName: string | null;
  /** Number of units directly below. */
  children: number;
  headCount: UnitRow['headCount'];
}

export type ListedUnit = UnitDescription & UnitFacts;

interface UnitRow extends UnitDescription {
  sector: OrganisationPeriod['sector'];
  validFrom: string;
  validTo: string | null;
  children: number;
  headCount: { countedOn: string; members: number; workers: number } | null;
}

export interface UnitView extends Omit<UnitRow, 'parentId'> {
  /** Null for the root, and for what is above the reader's scope. */
  parent: { id: string; name: string } | null;
  /** From the top of the reader's scope down to the parent, with the names of that day. */
  ancestors: { id: string; name: string }[];
  can: { rename: boolean; move: boolean; abolish: boolean; recordHeadCount: boolean; foundBelow: boolean };
}

export interface UnitHistory {
  id: string;
  /** In order of time, superseded ones before what took their place. `parentId` null also for what is above the scope. */
  periods: (OrganisationPeriod & { parentName: string | null })[];
  headCounts: OrganisationHeadCount[];
}

/** The tree of any day as its officers and auditors may see it. */
@Injectable()
export class OrganisationReaderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly organisations: OrganisationService,
  ) {}

  /**
   * The units an officer or auditor answers for, parents before children, 500 at a time; for another day, what hung below
   * them then. One branch, or the top, comes by name. The root of a scope shows no parent: what is above is not the
   * reader's to see.
   */
  async list(actor: Actor, asked: UnitsAsked = {}): Promise<{ items: ListedUnit[]; nextCursor: string | null }> {
    const limit = asked.limit ?? PAGE_SIZE;
    const isBranch = (asked.q ?? '').trim() === '' && (asked.top === true || asked.parentId !== undefined);
    const rows = await (isBranch ? this.branch(actor, asked, limit + 1) : this.subtrees(actor, asked, limit + 1));
    const items = await this.withFacts(rows.slice(0, limit), asked);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  private subtrees(actor: Actor, asked: UnitsAsked, limit: number): Promise<UnitDescription[]> {
    const values = [asked.cursor ?? null, limit, likePattern(asked.q), asked.parentId ?? null];
    const day = asked.asOf ?? this.today();
    return asked.asOf === undefined && asked.knownAt === undefined
      ? this.dataSource.query(UNITS_IN_SCOPE, [scopeOf(actor, READERS), day, ...values])
      : this.dataSource.query(UNITS_ON_A_DAY, [unitsOf(actor, READERS), day, ...values, asked.knownAt ?? null]);
  }

  private async branch(actor: Actor, asked: UnitsAsked, limit: number): Promise<UnitDescription[]> {
    const day = asked.asOf ?? this.today();
    const known = asked.knownAt ?? null;
    const { parentId = null, cursor = null } = asked;
    const own = unitsOf(actor, READERS);
    const chains = await chainsOf(this.dataSource.manager, parentId === null ? own : [parentId], day, known);
    if (parentId !== null && !maySee(actor, chains.get(parentId) ?? [])) return [];
    const tops = own.filter((id) => !maySee(actor, chains.get(id)?.slice(0, -1) ?? []));
    return this.dataSource.query(UNITS_OF_A_BRANCH, [tops, parentId, day, known, cursor, limit]);
  }

  private async withFacts(units: UnitDescription[], { asOf, knownAt }: TimeAsked): Promise<ListedUnit[]> {
    const ids = units.map(({ id }) => id);
    const values = [ids, asOf ?? this.today(), knownAt ?? null];
    const rows = await this.dataSource.query<({ id: string } & UnitFacts)[]>(FACTS_OF_UNITS, values);
    const facts = new Map(rows.map((row) => [row.id, row]));
    return units.flatMap((unit) => {
      const known = facts.get(unit.id);
      if (!known) return [];
      // The name of what is above the scope is not the reader's to see either.
      return { ...known, ...unit, parentName: unit.parentId === null ? null : known.parentName };
    });
  }

  /**
   * One unit on a day. Who answers for its place that day may see it, and who answers for its place today.
   * @throws Problem not-found, also when the unit did not exist that day as far as was known
   */
  async get(actor: Actor, id: string, { asOf, knownAt }: TimeAsked): Promise<UnitView> {
    const { manager } = this.dataSource;
    const day = asOf ?? this.today();
    const [row] = await manager.query<UnitRow[]>(UNIT_ON_A_DAY, [id, day, knownAt ?? null]);
    if (!row) throw NotFound();
    const { parentId, ...unit } = row;
    const chain = (await chainsOf(manager, [id], day, knownAt ?? null)).get(id) ?? [];
    const now = await chainsOf(manager, chain, this.today());
    const isSeen = (one: string) => maySee(actor, upTo(chain, one)) || maySee(actor, now.get(one) ?? []);
    if (!isSeen(id)) throw NotFound();
    const above = chain.slice(0, -1).filter(isSeen);
    const names = await this.organisations.describe(manager, above, day);
    const ancestors = above.flatMap((one) => ({ id: one, name: names.get(one)?.name ?? '' }));
    const place = now.get(id) ?? [];
    const change = mayChange(actor, place);
    const replace = mayReplace(actor, place);
    return {
      ...unit,
      parent: ancestors.find((one) => one.id === parentId) ?? null,
      ancestors,
      can: { rename: change, move: replace, abolish: replace, recordHeadCount: change, foundBelow: change },
    };
  }

  /**
   * Everything ever recorded of a unit, superseded facts included.
   * @throws Problem not-found
   */
  async history(actor: Actor, id: string): Promise<UnitHistory> {
    const { manager } = this.dataSource;
    const periods = await manager.find(OrganisationPeriod, {
      where: { organisationId: id },
      order: { validFrom: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    });
    const parents = periods.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
    const chains = await chainsOf(manager, [id, ...new Set(parents)], this.today());
    if (!maySee(actor, chains.get(id) ?? [])) throw NotFound();
    const shown = (parentId: string | null) =>
      parentId !== null && maySee(actor, chains.get(parentId) ?? []) ? parentId : null;
    const headCounts = await manager.find(OrganisationHeadCount, {
      where: { organisationId: id },
      order: { countedOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    });
    const placed = periods.map((period) => ({ ...period, parentId: shown(period.parentId) }));
    const named = placed.map(async (period) => ({ ...period, parentName: await this.parentName(period) }));
    return { id, periods: await Promise.all(named), headCounts };
  }

  private async parentName({ parentId, validFrom }: Pick<OrganisationPeriod, 'parentId' | 'validFrom'>) {
    if (parentId === null) return null;
    const names = await this.organisations.describe(this.dataSource.manager, [parentId], validFrom);
    return names.get(parentId)?.name ?? null;
  }

  private today(): string {
    return vietnamDate(this.clock.now());
  }
}

const upTo = (chain: readonly string[], id: string) => chain.slice(0, chain.indexOf(id) + 1);

/** What is typed, folded as names are stored and with LIKE's own signs taken literally; null when nothing is asked. */
function likePattern(q: string | undefined): string | null {
  const folded = foldVietnamese(cleanName(q ?? ''));
  return folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
}
