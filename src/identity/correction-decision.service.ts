import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { NotAllowed } from '../platform/auth/auth.problems.js';
import type { Actor } from '../platform/auth/actor.js';
import { cleanWords } from '../platform/text/vietnamese.js';
import { CorrectionDecided, OwnMatter, RejectionNeedsReason } from './correction-request.problems.js';
import { correctionOf } from './correction-request.rules.js';
import { CorrectionRequestService } from './correction-request.service.js';
import type { CorrectionRequest } from './entities/correction-request.entity.js';
import { PeopleScopeService } from './people-scope.service.js';
import { PeopleService } from './people.service.js';
import { ERASERS, PEOPLE_CHANGERS } from './person.rules.js';
import { PersonErasureService } from './person-erasure.service.js';

export interface Decision {
  decision: 'accept' | 'reject';
  /** Told to the person when rejected; needed then. */
  reason?: string;
}

/** An officer's answer to what somebody asked about their own data. */
@Injectable()
export class CorrectionDecisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: CorrectionRequestService,
    private readonly scope: PeopleScopeService,
    private readonly people: PeopleService,
    private readonly erasure: PersonErasureService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Accepting applies the correction or erases the data; either answer reaches the person's inbox, but for an erasure,
   * which leaves none.
   * @throws Problem not-found, own-matter, correction-decided, rejection-needs-reason, person-erased; not-allowed for an
   *   erasure that only federation officers and administrators may decide on; and those of PeopleService.apply and
   *   PersonErasureService.erase
   */
  async decide(actor: Actor, requestId: string, { decision, reason }: Decision): Promise<void> {
    const said = cleanWords(reason ?? '');
    await this.dataSource.transaction(async (tx) => {
      const { personId } = await this.requests.get(tx, requestId);
      const asked = { actor, roles: PEOPLE_CHANGERS, personId };
      const { organisationId } = await this.scope.requireForChange(tx, asked);
      // Read again: the person is locked now, and with them whatever they asked for.
      const request = await this.requests.get(tx, requestId);
      if (actor.personId === personId) throw OwnMatter();
      if (request.state !== 'open') throw CorrectionDecided();
      if (decision === 'reject' && said === '') throw RejectionNeedsReason();
      const isErasure = request.field === 'erasure';
      if (isErasure && !(await this.scope.has(tx, { ...asked, roles: ERASERS }))) throw NotAllowed();
      const spoken = said === '' ? {} : { reason: said };
      if (isErasure && decision === 'accept') {
        return this.erasure.eraseWithin(tx, actor, { personId, requestId, ...spoken });
      }
      const fields = decision === 'accept' ? await this.grant(tx, request) : [];
      await this.requests.close(tx, request, { decision, reason: said, decidedById: actor.personId });
      await this.audit.record(tx, {
        ...{ action: `identity.${decision}-correction`, actorId: actor.personId },
        ...{ subjectKind: 'person', subjectId: personId, organisationId },
        ...{ details: { requestId, field: request.field, fields }, ...spoken },
      });
    });
  }

  private async grant(tx: EntityManager, request: CorrectionRequest): Promise<string[]> {
    const correction = correctionOf(request);
    return correction === null ? [] : this.people.apply(tx, request.personId, correction);
  }
}
