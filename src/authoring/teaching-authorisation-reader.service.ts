import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { IdentityService } from '../identity/identity.service.js';
import type { DecisionDocument } from '../organisation/official-document.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import type { TeachingAuthorisation } from './entities/teaching-authorisation.entity.js';
import { AUTHORISERS, AUTHORISATION_READERS } from './teaching-authorisation.policy.js';
import { AUTHORISATIONS_OF, OWN_AUTHORISATIONS, TOPICS } from './teaching-authorisation.queries.js';

type Shown = 'id' | 'topic' | 'validFrom' | 'validTo' | 'lawAsOf';

interface Row extends Pick<TeachingAuthorisation, Shown | 'organisationId' | 'grantedById'> {
  document: DecisionDocument | null;
}

export interface AuthorisationView extends Pick<TeachingAuthorisation, Shown> {
  organisation: { id: string; name: string };
  grantedBy: { id: string; fullName: string };
  document: DecisionDocument | null;
  isInForce: boolean;
  can: { end: boolean };
}

export interface AuthorisationList {
  items: AuthorisationView[];
  /** Topics that courses name. */
  topics: string[];
}

/** What lecturers may teach, to read. */
@Injectable()
export class TeachingAuthorisationReaderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationService,
    private readonly clock: Clock,
  ) {}

  /** What somebody may or might teach for the actor's units, and the topics that courses name. */
  async list(actor: Actor, personId: string): Promise<AuthorisationList> {
    const { manager } = this.dataSource;
    const scope = this.identity.scopeOf(actor, AUTHORISATION_READERS);
    const rows = await manager.query<Row[]>(AUTHORISATIONS_OF, [scope, personId]);
    const mayEnd = this.identity.scopeOf(actor, AUTHORISERS).length > 0;
    return { items: await this.views(manager, rows, mayEnd), topics: await this.topics(manager) };
  }

  /** What the actor may or might teach, for whichever unit; to be ended by others. */
  async own(actor: Actor): Promise<AuthorisationView[]> {
    const { manager } = this.dataSource;
    return this.views(manager, await manager.query<Row[]>(OWN_AUTHORISATIONS, [actor.personId]), false);
  }

  async topics(executor: EntityManager): Promise<string[]> {
    const rows = await executor.query<{ topic: string }[]>(TOPICS);
    return rows.map(({ topic }) => topic);
  }

  private async views(executor: EntityManager, rows: Row[], mayEnd: boolean): Promise<AuthorisationView[]> {
    const today = vietnamDate(this.clock.now());
    const unitIds = rows.map(({ organisationId }) => organisationId);
    const units = await this.organisations.describe(executor, unitIds, today);
    const personIds = rows.map(({ grantedById }) => grantedById);
    const cards = await this.identity.personCards(executor, personIds);
    return rows.map(({ id, topic, validFrom, validTo, lawAsOf, document, organisationId, grantedById }) => ({
      ...{ id, topic, validFrom, validTo, lawAsOf, document },
      organisation: { id: organisationId, name: units.get(organisationId)?.name ?? '' },
      grantedBy: { id: grantedById, fullName: cards.get(grantedById)?.fullName ?? '' },
      isInForce: validFrom <= today && (validTo === null || validTo > today),
      can: { end: mayEnd && (validTo === null || validTo > today) },
    }));
  }
}
