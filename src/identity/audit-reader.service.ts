import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { AUDIT_IN_SCOPE, NAMES_IN_SCOPE, READABLE_UNIT } from './identity.queries.js';
import { NotFound } from '../platform/problems/problem.js';
import { IdentityService } from './identity.service.js';

const PAGE_SIZE = 50;

/** Who reads the record of the units they answer for; the same roles hold the permission `audit.read`. */
const AUDIT_READERS: RoleName[] = ['auditor', 'unit-officer', 'federation-officer', 'administrator'];

/** What to read of the record; everything in scope unless given. `from` is included, `to` is not. */
export interface AuditFilter {
  /** This unit and those below it. */
  organisationId?: string;
  action?: string;
  subjectId?: string;
  from?: Date;
  to?: Date;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

export interface AuditLine extends Omit<AuditEntry, 'traceId'> {
  /** Whether the row is linked into the chain that shows later changes. */
  sealed: boolean;
  /**
   * Names of the units and people that the act mentions, by id, as far as the reader may know them. The record itself
   * keeps ids only: who asks to be forgotten is forgotten here too.
   */
  names: Record<string, string>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idsOf = ({ actorId, subjectId, organisationId, details }: Omit<AuditLine, 'names'>): string[] =>
  [actorId, subjectId, organisationId, ...Object.values<unknown>({ ...details })].filter(
    (value): value is string => typeof value === 'string' && UUID.test(value),
  );

const pick = (names: ReadonlyMap<string, string>, ids: string[]): Record<string, string> =>
  Object.fromEntries([...names].filter(([id]) => ids.includes(id)));

/**
 * Reads the record of administrative acts. It stands here and not beside AuditService: the platform that writes the
 * record knows neither the tree nor the scope, and identity is the lowest feature that knows both.
 */
@Injectable()
export class AuditReaderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Acts in the units that the actor answers for, newest first, 50 at a time; those of a unit that ended without an heir,
   * or is still to be founded, are its superior unit's to read. Acts that concern no unit are nobody's to
   * read here. Writes nothing.
   * @throws Problem not-found for a unit outside the scope
   */
  async list(actor: Actor, filter: AuditFilter): Promise<{ items: AuditLine[]; nextCursor: string | null }> {
    const { organisationId, action, subjectId, from, to, cursor } = filter;
    const { manager } = this.dataSource;
    const scope = this.identity.scopeOf(actor, AUDIT_READERS);
    const today = vietnamDate(this.clock.now());
    if (organisationId !== undefined) {
      const rows = await manager.query<unknown[]>(READABLE_UNIT, [organisationId, scope, today]);
      if (rows.length === 0) throw NotFound();
    }
    const given = [organisationId, action, subjectId, from, to, cursor].map((value) => value ?? null);
    const rows = await manager.query<Omit<AuditLine, 'names'>[]>(AUDIT_IN_SCOPE, [
      scope,
      ...given,
      PAGE_SIZE + 1,
      today,
    ]);
    const page = rows.slice(0, PAGE_SIZE);
    const names = await this.namesFor(actor, scope, page.flatMap(idsOf));
    const items = page.map((line) => ({
      ...line,
      names: pick(names, idsOf(line)),
    }));
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  private async namesFor(actor: Actor, scope: string[], ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const values = [[...new Set(ids)], scope, actor.personId, vietnamDate(this.clock.now())];
    const rows = await this.dataSource.query<{ id: string; name: string }[]>(NAMES_IN_SCOPE, values);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
