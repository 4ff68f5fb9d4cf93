import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { AUDIT_IN_SCOPE } from './identity.queries.js';
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
}

/**
 * Reads the record of administrative acts. It stands here and not beside AuditService: the platform that writes the
 * record knows neither the tree nor the scope, and identity is the lowest feature that knows both.
 */
@Injectable()
export class AuditReaderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
  ) {}

  /**
   * Acts in the units that the actor answers for, newest first, 50 at a time. Acts that concern no unit are nobody's to
   * read here. Writes nothing.
   * @throws Problem not-found for a unit outside the scope
   */
  async list(actor: Actor, filter: AuditFilter): Promise<{ items: AuditLine[]; nextCursor: string | null }> {
    const { organisationId, action, subjectId, from, to, cursor } = filter;
    const { manager } = this.dataSource;
    if (organisationId !== undefined) {
      await this.identity.requireInScope(manager, { actor, roles: AUDIT_READERS, organisationId });
    }
    const scope = this.identity.scopeOf(actor, AUDIT_READERS);
    const given = [organisationId, action, subjectId, from, to, cursor].map((value) => value ?? null);
    const rows = await manager.query<AuditLine[]>(AUDIT_IN_SCOPE, [scope, ...given, PAGE_SIZE + 1]);
    const items = rows.slice(0, PAGE_SIZE);
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }
}
