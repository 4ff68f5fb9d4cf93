import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { cleanName, foldVietnamese } from '../platform/text/vietnamese.js';
import { OrganisationPeriod } from './entities/organisation-period.entity.js';
import { Organisation } from './entities/organisation.entity.js';
import {
  OrganisationCodeInvalid,
  OrganisationCodeTaken,
  OrganisationNameInvalid,
  ParentNotInForce,
} from './organisation.problems.js';
import { UNITS_IN_SCOPE, UNITS_ON_DATE } from './organisation.queries.js';
import { organisationCodeOf, scopeOf, treePath } from './organisation.rules.js';

export { withinScope } from './organisation.queries.js';
export { isWithin, scopeOf } from './organisation.rules.js';

const NAME_MAX = 200;
const PAGE_SIZE = 500;
const READERS: RoleName[] = ['auditor', 'school-officer', 'unit-officer', 'federation-officer', 'administrator'];

/** What is needed to found a unit. `foundedOn` is a day of Asia/Ho_Chi_Minh; without `actorId` the system acts. */
export interface Founding {
  code: string;
  name: string;
  /** `central`, `superior` or `grassroots` today; data, not a closed list. */
  tier: string;
  /** `ldld-tinh`, `cdcs`, `truong` …; data, not a closed list. */
  kind: string;
  sector: OrganisationPeriod['sector'];
  parentId: string | null;
  foundedOn: string;
  actorId?: string;
}

/** A unit as it was on some day. */
export interface UnitDescription {
  id: string;
  code: string;
  name: string;
  tier: string;
  kind: string;
  parentId: string | null;
}

@Injectable()
export class OrganisationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * Founds a unit below its parent and opens its first period.
   * @throws Problem organisation-code-invalid, organisation-name-invalid, organisation-code-taken,
   *   organisation-parent-not-in-force
   */
  async found(tx: EntityManager, founding: Founding): Promise<Organisation> {
    const code = organisationCodeOf(founding.code);
    if (code === null) throw OrganisationCodeInvalid();
    const name = cleanName(founding.name);
    if (name === '' || name.length > NAME_MAX) throw OrganisationNameInvalid();
    const now = this.clock.now();
    const id = newId();
    const path = treePath(await this.pathOfParent(tx, founding.parentId), id);
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO organisation (id, code, path, founded_on, created_at) VALUES ($1, $2, $3::ltree, $4, $5)
       ON CONFLICT (code) DO NOTHING RETURNING id`,
      [id, code, path, founding.foundedOn, now],
    );
    if (inserted.length === 0) throw OrganisationCodeTaken({ code });
    await tx.insert(OrganisationPeriod, {
      id: newId(),
      organisationId: id,
      parentId: founding.parentId,
      name,
      nameFolded: foldVietnamese(name),
      tier: founding.tier,
      kind: founding.kind,
      sector: founding.sector,
      validFrom: founding.foundedOn,
      validTo: null,
      recordedAt: now,
      supersededAt: null,
    });
    if (founding.actorId !== undefined) {
      await this.audit.record(tx, {
        action: 'organisation.found-unit',
        actorId: founding.actorId,
        subjectKind: 'organisation',
        subjectId: id,
        organisationId: id,
        details: { code, parentId: founding.parentId, foundedOn: founding.foundedOn },
      });
    }
    return tx.findOneByOrFail(Organisation, { id });
  }

  /** The parent's path, locked against being moved or abolished until the child hangs below it. */
  private async pathOfParent(tx: EntityManager, parentId: string | null): Promise<string | null> {
    if (parentId === null) return null;
    const parent = await tx.findOne(Organisation, { where: { id: parentId }, lock: { mode: 'pessimistic_read' } });
    if (!parent || parent.path === null) throw ParentNotInForce();
    return parent.path;
  }

  /** @returns the unit with this code, abolished ones included, or null */
  findByCode(tx: EntityManager, code: string): Promise<Organisation | null> {
    return tx.findOneBy(Organisation, { code: code.toUpperCase() });
  }

  /**
   * The units an officer or auditor answers for today, parents before children, 500 at a time. The root of a scope
   * shows no parent: what is above is not the reader's to see.
   */
  async list(actor: Actor, cursor?: string): Promise<{ items: UnitDescription[]; nextCursor: string | null }> {
    const scope = scopeOf(actor, READERS);
    const today = vietnamDate(this.clock.now());
    const rows = await this.dataSource.query<UnitDescription[]>(UNITS_IN_SCOPE, [
      scope,
      today,
      cursor ?? null,
      PAGE_SIZE + 1,
    ]);
    const items = rows.slice(0, PAGE_SIZE);
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Names of units on a day (YYYY-MM-DD), by id; unknown ids are absent. Past papers keep the name of their day.
   * @param executor the transaction of the caller, or a plain manager when reading
   */
  async describe(
    executor: EntityManager,
    ids: readonly string[],
    onDate: string,
  ): Promise<Map<string, UnitDescription>> {
    if (ids.length === 0) return new Map();
    const rows = await executor.query<UnitDescription[]>(UNITS_ON_DATE, [[...new Set(ids)], onDate]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
