import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { ErasureWhileInOffice, OwnMatter } from './correction-request.problems.js';
import { Person } from './entities/person.entity.js';
import { PersonErased } from './identity.events.js';
import { ERASE_ACCOUNT, ERASE_CODES, ERASE_REMEMBERED, ERASE_REQUESTS, OFFICES_NOT_ENDED } from './people.queries.js';
import { PeopleScopeService } from './people-scope.service.js';
import { ERASERS, PSEUDONYM } from './person.rules.js';
import { RoleGrantService } from './role-grant.service.js';

/**
 * Erases what is personal and keeps what the registers must hold. docs/personal-data.md says what stays, and why.
 */
@Injectable()
export class PersonErasureService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly scope: PeopleScopeService,
    private readonly grants: RoleGrantService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Erases the personal data of somebody whom the actor answers for as federation officer or administrator. For good.
   * @throws Problem not-found, person-erased, own-matter, erasure-while-in-office, role-beyond-own, last-administrator
   */
  async erase(actor: Actor, personId: string, reason: string): Promise<void> {
    await this.dataSource.transaction((tx) => this.eraseWithin(tx, actor, { personId, reason }));
  }

  /** The same as a part of a decision. */
  async eraseWithin(
    tx: EntityManager,
    actor: Actor,
    { personId, reason, requestId }: { personId: string; reason?: string; requestId?: string },
  ): Promise<void> {
    const { organisationId } = await this.scope.requireForChange(tx, { actor, roles: ERASERS, personId });
    if (actor.personId === personId) throw OwnMatter();
    const now = this.clock.now();
    const held = await tx.query<unknown[]>(OFFICES_NOT_ENDED, [personId, vietnamDate(now)]);
    if (held.length > 0) throw ErasureWhileInOffice();
    await this.grants.revokeAllOf(tx, actor, personId);
    await tx.update(Person, { id: personId }, { ...PSEUDONYM, birthDate: null, gender: null, erasedAt: now });
    for (const statement of [ERASE_REMEMBERED, ERASE_ACCOUNT, ERASE_CODES, ERASE_REQUESTS]) {
      await tx.query(statement, [personId]);
    }
    await this.audit.record(tx, {
      ...{ action: 'identity.erase-person', actorId: actor.personId, subjectKind: 'person', subjectId: personId },
      ...{ organisationId, details: requestId === undefined ? {} : { requestId } },
      ...(reason === undefined ? {} : { reason }),
    });
    await this.outbox.publish(tx, PersonErased, { personId });
  }
}
