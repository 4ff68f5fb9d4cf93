import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { IdentityService } from '../identity/identity.service.js';
import { PeopleScopeService } from '../identity/people-scope.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { TeachingAuthorisation } from './entities/teaching-authorisation.entity.js';
import { AuthorisationOverlaps, AuthorisationPeriodInvalid, TopicUnknown } from './teaching-authorisation.problems.js';
import {
  AUTHORISATIONS_OF,
  AUTHORISATION_FOR_CHANGE,
  AUTHORISATION_OVERLAPS,
  TOPICS,
} from './teaching-authorisation.queries.js';

/** Who says what lecturers may teach; the permission `teaching-authorisation.change` names the same. */
const AUTHORISERS: RoleName[] = ['school-officer', 'federation-officer', 'administrator'];
const READERS: RoleName[] = [...AUTHORISERS, 'unit-officer', 'auditor'];

type Row = Omit<
  TeachingAuthorisation,
  'person' | 'organisation' | 'grantedBy' | 'officialDocument' | 'officialDocumentId'
>;

/** Days are YYYY-MM-DD, the period half-open. */
export interface NewAuthorisation {
  personId: string;
  topic: string;
  organisationId: string;
  validFrom: string;
  validTo?: string | undefined;
  /** The day whose law the lecturer was examined on; not after the first day. */
  lawAsOf: string;
}

export interface AuthorisationView extends Pick<Row, 'id' | 'topic' | 'validFrom' | 'validTo' | 'lawAsOf'> {
  organisation: { id: string; name: string };
  grantedBy: { id: string; fullName: string };
  isInForce: boolean;
  can: { end: boolean };
}

/** Which topics a lecturer may teach, for which units and until when, on the law of which day. */
@Injectable()
export class TeachingAuthorisationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
    private readonly scope: PeopleScopeService,
    private readonly organisations: OrganisationService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What somebody may or might teach for the actor's units, and the topics that courses name. */
  async list(actor: Actor, personId: string): Promise<{ items: AuthorisationView[]; topics: string[] }> {
    const { manager } = this.dataSource;
    const scope = this.identity.scopeOf(actor, READERS);
    const rows = await manager.query<Row[]>(AUTHORISATIONS_OF, [scope, personId]);
    return { items: await this.views(manager, actor, rows), topics: await this.topics(manager) };
  }

  /**
   * Lets somebody whom the actor answers for teach a topic.
   * @returns the id
   * @throws Problem not-found, person-erased, topic-unknown, authorisation-period-invalid, authorisation-overlaps
   */
  async grant(actor: Actor, given: NewAuthorisation): Promise<{ id: string }> {
    return this.dataSource.transaction(async (tx) => {
      const { personId, topic, organisationId, validFrom, validTo = null, lawAsOf } = given;
      await this.identity.requireInScope(tx, { actor, roles: AUTHORISERS, organisationId });
      // Locked: of two who grant at once, the second one sees what the first one did.
      await this.scope.requireForChange(tx, { actor, roles: AUTHORISERS, personId });
      if (!(await this.topics(tx)).includes(topic)) throw TopicUnknown();
      if ((validTo !== null && validTo <= validFrom) || lawAsOf > validFrom) throw AuthorisationPeriodInvalid();
      const known = await tx.query<unknown[]>(AUTHORISATION_OVERLAPS, [
        personId,
        topic,
        organisationId,
        validFrom,
        validTo,
      ]);
      if (known.length > 0) throw AuthorisationOverlaps();
      const id = newId();
      await tx.insert(TeachingAuthorisation, {
        ...{ id, personId, topic, organisationId, grantedById: actor.personId, validFrom, validTo, lawAsOf },
        officialDocumentId: null,
      });
      const details = { authorisationId: id, topic, validFrom, validTo, lawAsOf };
      await this.record(tx, actor, { action: 'authoring.authorise-teaching', personId, organisationId, details });
      return { id };
    });
  }

  /**
   * Ends it on a day, on which it is not in force any more; the record keeps it.
   * @throws Problem not-found, authorisation-period-invalid
   */
  async end(actor: Actor, id: string, given: { on: string; reason?: string | undefined }): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const [row] = await tx.query<Row[]>(AUTHORISATION_FOR_CHANGE, [this.identity.scopeOf(actor, AUTHORISERS), id]);
      if (!row) throw NotFound();
      if (row.validTo === given.on) return;
      const isWithin = given.on > row.validFrom && (row.validTo === null || given.on < row.validTo);
      if (!isWithin) throw AuthorisationPeriodInvalid();
      await tx.update(TeachingAuthorisation, { id }, { validTo: given.on });
      const { personId, organisationId, topic, validTo } = row;
      const details = { authorisationId: id, topic, until: given.on, validTo };
      const reason = given.reason === undefined ? {} : { reason: given.reason };
      await this.record(tx, actor, { action: 'authoring.end-teaching', personId, organisationId, details, ...reason });
    });
  }

  private async topics(executor: EntityManager): Promise<string[]> {
    const rows = await executor.query<{ topic: string }[]>(TOPICS);
    return rows.map(({ topic }) => topic);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    {
      personId,
      ...act
    }: { action: string; personId: string; organisationId: string; details: object; reason?: string },
  ): Promise<void> {
    const details = { ...act.details };
    return this.audit.record(tx, {
      ...act,
      details,
      actorId: actor.personId,
      subjectKind: 'person',
      subjectId: personId,
    });
  }

  private async views(executor: EntityManager, actor: Actor, rows: Row[]): Promise<AuthorisationView[]> {
    const today = vietnamDate(this.clock.now());
    const units = await this.organisations.describe(
      executor,
      rows.map(({ organisationId }) => organisationId),
      today,
    );
    const cards = await this.identity.personCards(
      executor,
      rows.map(({ grantedById }) => grantedById),
    );
    const mayEnd = this.identity.scopeOf(actor, AUTHORISERS).length > 0;
    return rows.map(({ id, topic, validFrom, validTo, lawAsOf, organisationId, grantedById }) => ({
      ...{ id, topic, validFrom, validTo, lawAsOf },
      organisation: { id: organisationId, name: units.get(organisationId)?.name ?? '' },
      grantedBy: { id: grantedById, fullName: cards.get(grantedById)?.fullName ?? '' },
      isInForce: validFrom <= today && (validTo === null || validTo > today),
      can: { end: mayEnd && (validTo === null || validTo > today) },
    }));
  }
}
