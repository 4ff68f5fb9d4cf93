import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CorrectionRequest } from '../identity/entities/correction-request.entity.js';
import { IdentityService } from '../identity/identity.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotificationService } from './notification.service.js';

@Injectable()
export class CorrectionTidings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly notifications: NotificationService,
  ) {}

  /** Puts a line into the inbox of each officer nearest above somebody who asked something about their own data. */
  async tellOfficers(requestId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const request = await tx.findOneBy(CorrectionRequest, { id: requestId });
      if (request?.state !== 'open') return;
      const { personId } = request;
      const today = vietnamDate(this.clock.now());
      const person = (await this.identity.personCards(tx, [personId], today)).get(personId);
      for (const officerId of await this.identity.officersAbove(tx, personId, today)) {
        await this.notifications.tell(tx, {
          personId: officerId,
          dedupeKey: `correction-asked:${personId}:${requestId}`,
          kind: 'correction-asked',
          params: { person: person?.fullName ?? '' },
          link: '/ql/yeu-cau',
        });
      }
    });
  }

  /** Tells the person what became of the request. An erased person has neither request nor inbox. */
  async tellPerson(requestId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const request = await tx.findOneBy(CorrectionRequest, { id: requestId });
      if (!request || request.state === 'open') return;
      const { personId, state, reason } = request;
      await this.notifications.tell(tx, {
        personId,
        dedupeKey: `correction-answered:${requestId}`,
        kind: `correction-${state}`,
        params: { reason: reason ?? '' },
        link: '/toi',
      });
    });
  }
}
