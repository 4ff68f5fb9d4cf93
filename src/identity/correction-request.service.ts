import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { scopeOf } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { NotFound } from '../platform/problems/problem.js';
import { ASK, OPEN_REQUESTS } from './correction-request.queries.js';
import { CorrectionAlreadyAsked } from './correction-request.problems.js';
import { wishOf } from './correction-request.rules.js';
import { CorrectionRequest } from './entities/correction-request.entity.js';
import { CorrectionAnswered, CorrectionAsked } from './identity.events.js';
import { PEOPLE_CHANGERS } from './person.rules.js';

const OWN_MAX = 100;
const PAGE_SIZE = 50;

/** A request as typed. `wishedValue`: a name, a day (YYYY-MM-DD) or a gender; none for `other` and `erasure`. */
export interface Wish {
  field: CorrectionRequest['field'];
  wishedValue?: string;
  note?: string;
}

export type OwnRequest = Pick<
  CorrectionRequest,
  'id' | 'field' | 'wishedValue' | 'note' | 'state' | 'createdAt' | 'decidedAt' | 'reason'
>;

export interface OpenRequest extends OwnRequest {
  person: { id: string; fullName: string };
}

interface RequestRow extends OwnRequest {
  personId: string;
  fullName: string;
}

/** What people ask for about their own data. */
@Injectable()
export class CorrectionRequestService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Asks the officers of one's unit for a correction, or for the erasure of one's data.
   * @throws Problem correction-already-asked, person-name-invalid, birth-date-invalid, invalid-request
   */
  async ask(actor: Actor, wish: Wish): Promise<OwnRequest> {
    const now = this.clock.now();
    const wished = wishOf(wish, vietnamDate(now));
    const id = newId();
    return this.dataSource.transaction(async (tx) => {
      const values = [id, actor.personId, wish.field, wished.value, wished.note, now];
      const asked = await tx.query<unknown[]>(ASK, values);
      if (asked.length === 0) throw CorrectionAlreadyAsked();
      await this.outbox.publish(tx, CorrectionAsked, { requestId: id });
      return this.get(tx, id);
    });
  }

  /** One's own requests, the newest first; the last hundred. */
  own(actor: Actor): Promise<OwnRequest[]> {
    return this.dataSource.manager.find(CorrectionRequest, {
      where: { personId: actor.personId },
      order: { id: 'DESC' },
      take: OWN_MAX,
    });
  }

  /**
   * Open requests of the people whom the actor answers for, the oldest first, 50 at a time.
   */
  async open(actor: Actor, cursor?: string): Promise<{ items: OpenRequest[]; nextCursor: string | null }> {
    const scope = scopeOf(actor, PEOPLE_CHANGERS);
    const values = [vietnamDate(this.clock.now()), scope, cursor ?? null, PAGE_SIZE + 1];
    const rows = await this.dataSource.query<RequestRow[]>(OPEN_REQUESTS, values);
    const items = rows.slice(0, PAGE_SIZE).map(({ personId, fullName, ...request }) => ({
      ...request,
      person: { id: personId, fullName },
    }));
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws Problem not-found */
  async get(tx: EntityManager, id: string): Promise<CorrectionRequest> {
    const request = await tx.findOneBy(CorrectionRequest, { id });
    if (!request) throw NotFound();
    return request;
  }

  /** Writes down the answer, as part of the decision that has made sure of everything, and has it told. */
  async close(
    tx: EntityManager,
    { id }: Pick<CorrectionRequest, 'id'>,
    { decision, reason, decidedById }: { decision: 'accept' | 'reject'; reason: string; decidedById: string },
  ): Promise<void> {
    await tx.update(
      CorrectionRequest,
      { id },
      {
        ...{ state: decision === 'accept' ? 'accepted' : 'rejected', decidedAt: this.clock.now(), decidedById },
        reason: reason === '' ? null : reason,
      },
    );
    await this.outbox.publish(tx, CorrectionAnswered, { requestId: id });
  }
}
