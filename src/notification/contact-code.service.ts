import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import type { Locale } from '../platform/problems/problem.js';
import { MessageRefused } from './channels/message-channel.js';
import { MessageChannels } from './channels/message-channels.service.js';
import { Contact } from './entities/contact.entity.js';
import { composeCode } from './message.rules.js';
import { CODE_TRIES, contactCode, isCodeAlive, isContactCode } from './notification.rules.js';
import { NotificationService } from './notification.service.js';

/** Codes that prove an address: derived, never stored, so the same job sends the same code however often it runs. */
@Injectable()
export class ContactCodeService {
  private readonly secret: Buffer;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly channels: MessageChannels,
    private readonly notifications: NotificationService,
    keys: KeyRing,
  ) {
    this.secret = keys.derive('contact-code');
  }

  isAlive({ codeAskedAt, codeTries }: Contact): boolean {
    return codeAskedAt !== null && codeTries < CODE_TRIES && isCodeAlive(codeAskedAt, this.clock.now());
  }

  isRight({ id, codeAskedAt }: Contact, typed: string): boolean {
    return codeAskedAt !== null && isContactCode(typed, contactCode(this.secret, id, codeAskedAt));
  }

  /**
   * Sends the code that was asked for at `askedAt`, unless a newer one was or the address is confirmed. Somebody waits for
   * it: quiet hours do not hold it. An address that is refused for good is told in the inbox.
   * @throws MessageNotSent when it is to be tried again
   */
  async send({ contactId, askedAt }: { contactId: string; askedAt: string }): Promise<void> {
    const contact = await this.dataSource.manager.findOneBy(Contact, { id: contactId });
    if (!contact?.address || contact.confirmedAt || contact.codeAskedAt?.toISOString() !== askedAt) return;
    if (!this.isAlive(contact) || !this.channels.isOn(contact.channel)) return;
    const locale = await this.localeOf(contact.personId);
    const id = `${contactId}.${contact.codeAskedAt.getTime()}`;
    const words = composeCode(contactCode(this.secret, contactId, contact.codeAskedAt), locale);
    try {
      await this.channels.get(contact.channel).send({ id, to: contact.address, locale, ...words });
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      await this.dataSource.transaction((tx) => this.notifications.tellRefused(tx, contact.personId, id));
    }
  }

  private async localeOf(personId: string): Promise<Locale> {
    const sql = 'SELECT locale FROM user_account WHERE person_id = $1';
    const [account] = await this.dataSource.query<{ locale: Locale }[]>(sql, [personId]);
    return account?.locale ?? 'vi';
  }
}
