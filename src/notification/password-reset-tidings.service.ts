import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdentityService } from '../identity/identity.service.js';
import { NotificationService } from './notification.service.js';

@Injectable()
export class PasswordResetTidings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
    private readonly notifications: NotificationService,
  ) {}

  /**
   * Puts a line into the inbox of each officer nearest above the person, once per person and day. Nothing happens for an
   * id that is nobody's, which requests for unknown names carry.
   * @param day YYYY-MM-DD, of the request
   */
  async tell({ personId, day }: { personId: string; day: string }): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const person = (await this.identity.personCards(tx, [personId], day)).get(personId);
      if (!person) return;
      for (const officerId of await this.identity.officersAbove(tx, personId, day)) {
        await this.notifications.tell(tx, {
          personId: officerId,
          dedupeKey: `password-reset:${personId}:${day}`,
          kind: 'password-reset-asked',
          params: { person: person.fullName, unit: person.unit?.name ?? '' },
          link: '/thong-bao',
        });
      }
    });
  }
}
