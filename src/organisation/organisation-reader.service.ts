import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { cleanName, foldVietnamese } from '../platform/text/vietnamese.js';
import { OrganisationHeadCount } from './entities/organisation-head-count.entity.js';
import { OrganisationPeriod } from './entities/organisation-period.entity.js';
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
}

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
  can: { rename: boolean; move: boolean; abolish: boolean; recordHeadCount: boolean; foundBelow: boolean };
}

export interface UnitHistory {
  id: string;
  /** In order of time, superseded ones before what took their place. `parentId` null also for what is above the scope. */
  periods: OrganisationPeriod[];
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
   * them then. The root of a scope shows no parent: what is above is not the reader's to see.
   */
  async list(actor: Actor, asked: UnitsAsked = {}): Promise<{ items: UnitDescription[]; nextCursor: string | null }> {
    const values = [asked.cursor ?? null, PAGE_SIZE + 1, likePattern(asked.q), asked.parentId ?? null];
    const day = asked.asOf ?? this.today();
    const rows =
      asked.asOf === undefined && asked.knownAt === undefined
        ? await this.dataSource.query<UnitDescription[]>(UNITS_IN_SCOPE, [scopeOf(actor, READERS), day, ...values])
        : await this.dataSource.query<UnitDescription[]>(UNITS_ON_A_DAY, [
            unitsOf(actor, READERS),
            day,
            ...values,
            asked.knownAt ?? null,
          ]);
    const items = rows.slice(0, PAGE_SIZE);
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
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
    const ids = parentId === null ? [id] : [id, parentId];
    const then = await chainsOf(manager, ids, day, knownAt ?? null);
    const now = await chainsOf(manager, ids, this.today());
    const isSeen = (one: string) => [then, now].some((chains) => maySee(actor, chains.get(one) ?? []));
    if (!isSeen(id)) throw NotFound();
    const shown = parentId !== null && isSeen(parentId) ? parentId : null;
    const parent = shown === null ? undefined : (await this.organisations.describe(manager, [shown], day)).get(shown);
    const place = now.get(id) ?? [];
    const change = mayChange(actor, place);
    const replace = mayReplace(actor, place);
    return {
      ...unit,
      parent: parent === undefined ? null : { id: parent.id, name: parent.name },
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
    return { id, periods: periods.map((period) => ({ ...period, parentId: shown(period.parentId) })), headCounts };
  }

  private today(): string {
    return vietnamDate(this.clock.now());
  }
}

/** What is typed, folded as names are stored and with LIKE's own signs taken literally; null when nothing is asked. */
function likePattern(q: string | undefined): string | null {
  const folded = foldVietnamese(cleanName(q ?? ''));
  return folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
}
