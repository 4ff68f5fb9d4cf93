import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { IdentityService, type NewGrant } from './identity.service.js';
import { PATH_IN_SCOPE } from './people.queries.js';
import { PeopleScopeService } from './people-scope.service.js';
import { PEOPLE_READERS } from './person.rules.js';
import { GRANTERS, mayGrant } from './role-grant.policy.js';
import { LastAdministrator, RoleBeyondOwn, RolePeriodInvalid } from './role-grant.problems.js';
import { GRANT_IN_SCOPE, GRANTS_IN_SCOPE, OTHER_ADMINISTRATORS } from './role-grant.queries.js';

const PAGE_SIZE = 100;

interface GrantRow {
  id: string;
  personId: string;
  fullName: string;
  role: RoleName;
  organisationId: string;
  path: string;
  validFrom: string;
  validTo: string | null;
}

export interface RoleGrantView {
  id: string;
  person: { id: string; fullName: string };
  role: RoleName;
  organisation: { id: string; name: string };
  validFrom: string;
  validTo: string | null;
  can: { revoke: boolean };
}

export interface GrantFilter {
  /** This unit and those below it. */
  organisationId?: string;
  personId?: string;
  cursor?: string;
}

/**
 * Who may do what in which subtree. Grants are read anew with every request, so that a role given or taken is in force
 * with the person's next click, on every device.
 */
@Injectable()
export class RoleGrantService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationService,
    private readonly scope: PeopleScopeService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Roles granted within the actor's scope, in force or to come, the newest first, 100 at a time.
   * @throws Problem not-found for a unit outside the scope
   */
  async list(actor: Actor, filter: GrantFilter): Promise<{ items: RoleGrantView[]; nextCursor: string | null }> {
    const wide = this.identity.scopeOf(actor, PEOPLE_READERS);
    const { manager } = this.dataSource;
    const scope =
      filter.organisationId === undefined ? wide : [await this.pathOf(manager, filter.organisationId, wide)];
    const values = [scope, this.today(), filter.personId ?? null, filter.cursor ?? null, PAGE_SIZE + 1];
    const rows = await manager.query<GrantRow[]>(GRANTS_IN_SCOPE, values);
    const items = await this.views(manager, actor, rows.slice(0, PAGE_SIZE));
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Grants a role to somebody whom the actor answers for, on one of the actor's units.
   * @throws Problem not-found, person-erased, role-beyond-own, role-period-invalid, role-already-granted
   */
  async grant(actor: Actor, wished: Omit<NewGrant, 'actorId'>): Promise<RoleGrantView> {
    return this.dataSource.transaction(async (tx) => {
      const { organisationId, personId, role, validFrom, validTo } = wished;
      const scope = this.identity.scopeOf(actor, GRANTERS);
      const path = await this.pathOf(tx, organisationId, scope);
      await this.scope.requireForChange(tx, { actor, roles: GRANTERS, personId });
      if (!mayGrant(actor.grants, { role, path })) throw RoleBeyondOwn();
      const isOrdered = validFrom >= this.today() && (validTo === undefined || validTo > validFrom);
      if (!isOrdered) throw RolePeriodInvalid();
      const id = await this.identity.grantRole(tx, { ...wished, actorId: actor.personId });
      const [view] = await this.views(tx, actor, await tx.query<GrantRow[]>(GRANT_IN_SCOPE, [id, scope]));
      if (!view) throw NotFound();
      return view;
    });
  }

  /**
   * Takes a role away from today on; the record keeps it. Of a role that has ended nothing changes.
   * @throws Problem not-found, role-beyond-own, last-administrator
   */
  async revoke(actor: Actor, id: string, reason?: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.takeTurn(tx);
      const scope = this.identity.scopeOf(actor, GRANTERS);
      const [grant] = await tx.query<GrantRow[]>(GRANT_IN_SCOPE, [id, scope]);
      if (!grant) throw NotFound();
      if (!mayGrant(actor.grants, grant)) throw RoleBeyondOwn();
      if (grant.validTo !== null && grant.validTo <= this.today()) return;
      await this.keepAnAdministrator(tx, [grant]);
      await this.finish(tx, actor, { grant, reason });
    });
  }

  /**
   * Ends every role of a person, as part of a larger act that has locked the person.
   * @throws Problem role-beyond-own when the actor may not take one of them, last-administrator
   */
  async revokeAllOf(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    await this.takeTurn(tx);
    const root = await tx.query<{ path: string }[]>(
      'SELECT path::text AS path FROM organisation WHERE nlevel(path) = 1',
    );
    const everywhere = root.map(({ path }) => path);
    const values = [everywhere, this.today(), personId, null, null];
    const held = await tx.query<GrantRow[]>(GRANTS_IN_SCOPE, values);
    if (!held.every((grant) => mayGrant(actor.grants, grant))) throw RoleBeyondOwn();
    await this.keepAnAdministrator(tx, held);
    for (const grant of held) await this.finish(tx, actor, { grant });
  }

  private async finish(
    tx: EntityManager,
    actor: Actor,
    { grant, reason }: { grant: GrantRow; reason?: string | undefined },
  ): Promise<void> {
    const { id, role, personId, organisationId, validFrom, validTo } = grant;
    const today = this.today();
    // Periods are of whole days: what would end on the day it began was never in force, and only the record has it.
    if (validFrom >= today) await tx.delete(RoleGrant, { id });
    else await tx.update(RoleGrant, { id }, { validTo: today });
    await this.audit.record(tx, {
      ...{ action: 'identity.revoke-role', actorId: actor.personId, subjectKind: 'person', subjectId: personId },
      ...{ organisationId, details: { role, grantId: id, validFrom, validTo } },
      ...(reason === undefined ? {} : { reason }),
    });
  }

  /** Two administrators who revoke each other take turns; the second one finds that nobody else is left. */
  private async takeTurn(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('revoke-role', 0))`);
  }

  /** Without these grants the root keeps an administrator who can sign in, for as long as it would have had one. */
  private async keepAnAdministrator(tx: EntityManager, grants: GrantRow[]): Promise<void> {
    const today = this.today();
    const leaving = grants.filter(
      ({ role, path, validFrom }) => role === 'administrator' && !path.includes('.') && validFrom <= today,
    );
    if (leaving.length === 0) return;
    const values = [today, leaving.map(({ id }) => id)];
    const [other] = await tx.query<{ until: string | null }[]>(OTHER_ADMINISTRATORS, values);
    const staysAsLong = ({ validTo }: GrantRow) =>
      other !== undefined && (other.until === null || (validTo !== null && other.until >= validTo));
    if (!leaving.every(staysAsLong)) throw LastAdministrator();
  }

  private async pathOf(executor: EntityManager, organisationId: string, scope: string[]): Promise<string> {
    const [unit] = await executor.query<{ path: string }[]>(PATH_IN_SCOPE, [organisationId, scope]);
    if (!unit) throw NotFound();
    return unit.path;
  }

  private async views(executor: EntityManager, actor: Actor, rows: GrantRow[]): Promise<RoleGrantView[]> {
    const ids = rows.map(({ organisationId }) => organisationId);
    const units = await this.organisations.describe(executor, ids, this.today());
    return rows.map((row) => ({
      ...{ id: row.id, role: row.role, validFrom: row.validFrom, validTo: row.validTo },
      person: { id: row.personId, fullName: row.fullName },
      organisation: { id: row.organisationId, name: units.get(row.organisationId)?.name ?? '' },
      can: { revoke: mayGrant(actor.grants, row) },
    }));
  }

  private today(): string {
    return vietnamDate(this.clock.now());
  }
}
