import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { foldVietnamese } from '../platform/text/vietnamese.js';
import { OrganisationPeriod } from './entities/organisation-period.entity.js';
import { Organisation } from './entities/organisation.entity.js';
import { OrganisationKindService } from './organisation-kind.service.js';
import {
  OrganisationCodeInvalid,
  OrganisationCodeTaken,
  OrganisationNameInvalid,
  ParentNotInForce,
} from './organisation.problems.js';
import { lockTree, treeFault } from './organisation.tree.js';
import { UNITS_ON_DATE } from './organisation.queries.js';
import { organisationCodeOf, treePath, unitNameOf } from './organisation.rules.js';

export { recordPlaces, withinScope } from './organisation.queries.js';
export { isWithin, organisationCodeOf, scopeOf, unitNameOf } from './organisation.rules.js';

/** What is needed to found a unit. `foundedOn` is a day of Asia/Ho_Chi_Minh; without `actorId` the system acts. */
export interface Founding {
  code: string;
  name: string;
  /** Code of an OrganisationTier, that of the kind. */
  tier: string;
  /** Code of an OrganisationKind in force on the day: `ldld-tinh`, `cdcs`, `truong` … */
  kind: string;
  sector: OrganisationPeriod['sector'];
  parentId: string | null;
  foundedOn: string;
  /** The OfficialDocument that says so. */
  decisionId?: string;
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
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * Founds a unit below its parent and opens its first period.
   * @throws Problem organisation-code-invalid, organisation-name-invalid, organisation-code-taken,
   *   organisation-parent-not-in-force, organisation-kind-unknown, organisation-tier-wrong, organisation-kind-not-in-force
   */
  async found(tx: EntityManager, founding: Founding): Promise<Organisation> {
    const code = organisationCodeOf(founding.code);
    if (code === null) throw OrganisationCodeInvalid();
    const name = unitNameOf(founding.name);
    if (name === null) throw OrganisationNameInvalid();
    await OrganisationKindService.check(tx, { ...founding, onDate: founding.foundedOn });
    await lockTree(tx);
    const now = this.clock.now();
    const id = newId();
    const path = await this.placeBelow(tx, founding, id);
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
      decisionId: founding.decisionId ?? null,
      recordedAt: now,
      supersededAt: null,
    });
    if ((await treeFault(tx, id)) !== null) throw ParentNotInForce();
    if (founding.actorId !== undefined) {
      await this.audit.record(tx, {
        action: 'organisation.found-unit',
        actorId: founding.actorId,
        subjectKind: 'organisation',
        subjectId: id,
        organisationId: id,
        details: { code, parentId: founding.parentId, foundedOn: founding.foundedOn, decisionId: founding.decisionId },
      });
    }
    return tx.findOneByOrFail(Organisation, { id });
  }

  /** Where a unit founded under this parent hangs today: nowhere yet when it is founded later. */
  private async placeBelow(tx: EntityManager, founding: Founding, id: string): Promise<string | null> {
    const isDue = founding.foundedOn <= vietnamDate(this.clock.now());
    if (founding.parentId === null) return isDue ? treePath(null, id) : null;
    const parent = await tx.findOneBy(Organisation, { id: founding.parentId });
    if (!parent || (isDue && parent.path === null)) throw ParentNotInForce();
    return isDue ? treePath(parent.path, id) : null;
  }

  /** @returns the unit with this code, abolished ones included, or null */
  findByCode(tx: EntityManager, code: string): Promise<Organisation | null> {
    return tx.findOneBy(Organisation, { code: code.toUpperCase() });
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
