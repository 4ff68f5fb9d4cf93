import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { IdentityService } from '../identity/identity.service.js';
import { PeopleScopeService } from '../identity/people-scope.service.js';
import { OfficialDocumentService, type DecisionDocument } from '../organisation/official-document.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { TeachingAuthorisation } from './entities/teaching-authorisation.entity.js';
import { AUTHORISERS } from './teaching-authorisation.policy.js';
import { AuthorisationOverlaps, AuthorisationPeriodInvalid, TopicUnknown } from './teaching-authorisation.problems.js';
import {
  AUTHORISATION_FOR_CHANGE,
  AUTHORISATION_OVERLAPS,
  LECTURER_IN_SCOPE,
  TOPICS,
} from './teaching-authorisation.queries.js';

type Row = Pick<
  TeachingAuthorisation,
  'id' | 'personId' | 'topic' | 'organisationId' | 'grantedById' | 'validFrom' | 'validTo' | 'lawAsOf'
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
  /** The decision that says so. */
  document?: DecisionDocument | undefined;
}

interface TeachingAct {
  action: string;
  personId: string;
  organisationId: string;
  details: Record<string, unknown>;
  reason?: string;
}

/** Which topics a lecturer may teach, for which units and until when, on the law of which day. */
@Injectable()
export class TeachingAuthorisationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
    private readonly scope: PeopleScopeService,
    private readonly documents: OfficialDocumentService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets somebody whom the actor answers for, or a lecturer of the actor's units, teach a topic.
   * @returns the id
   * @throws Problem not-found, person-erased, topic-unknown, authorisation-period-invalid, authorisation-overlaps,
   *   document-known-otherwise, invalid-request
   */
  async grant(actor: Actor, given: NewAuthorisation): Promise<{ id: string }> {
    return this.dataSource.transaction(async (tx) => {
      const { personId, organisationId } = given;
      await this.identity.requireInScope(tx, { actor, roles: AUTHORISERS, organisationId });
      await this.requirePerson(tx, actor, personId);
      return { id: await this.authorise(tx, actor.personId, given) };
    });
  }

  /**
   * Writes an authorisation by somebody who may, within the caller's transaction.
   * @throws Problem topic-unknown, authorisation-period-invalid, authorisation-overlaps, document-known-otherwise,
   *   invalid-request
   */
  async authorise(tx: EntityManager, grantedById: string, given: NewAuthorisation): Promise<string> {
    const { personId, topic, organisationId, validFrom, validTo = null, lawAsOf, document } = given;
    const topics = await tx.query<{ topic: string }[]>(TOPICS);
    if (!topics.some((known) => known.topic === topic)) throw TopicUnknown();
    if ((validTo !== null && validTo <= validFrom) || lawAsOf > validFrom) throw AuthorisationPeriodInvalid();
    const period = [personId, topic, organisationId, validFrom, validTo];
    if ((await tx.query<unknown[]>(AUTHORISATION_OVERLAPS, period)).length > 0) throw AuthorisationOverlaps();
    const title = 'Phân công giảng dạy';
    const officialDocumentId = document ? await this.documents.keep(tx, { organisationId, document, title }) : null;
    const id = newId();
    await tx.insert(TeachingAuthorisation, {
      ...{ id, personId, topic, organisationId, grantedById, validFrom, validTo, lawAsOf, officialDocumentId },
    });
    const details = { authorisationId: id, topic, validFrom, validTo, lawAsOf, officialDocumentId };
    await this.record(tx, grantedById, { action: 'authoring.authorise-teaching', personId, organisationId, details });
    return id;
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
      const act = { action: 'authoring.end-teaching', personId, organisationId, details, ...reason };
      await this.record(tx, actor.personId, act);
    });
  }

  /** Locked either way: of two who grant at once, the second one sees what the first one did. */
  private async requirePerson(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    const scope = this.identity.scopeOf(actor, AUTHORISERS);
    const values = [personId, scope, vietnamDate(this.clock.now())];
    const isLecturer = (await tx.query<unknown[]>(LECTURER_IN_SCOPE, values)).length > 0;
    if (isLecturer) await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
    else await this.scope.requireForChange(tx, { actor, roles: AUTHORISERS, personId });
  }

  private record(tx: EntityManager, actorId: string, { personId, ...act }: TeachingAct): Promise<void> {
    return this.audit.record(tx, { ...act, actorId, subjectKind: 'person', subjectId: personId });
  }
}
