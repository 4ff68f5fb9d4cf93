import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { MessageChannels } from './channels/message-channels.service.js';
import { ContactCodeService } from './contact-code.service.js';
import { Contact, type Rhythm } from './entities/contact.entity.js';
import { ContactCodeRefused, MailNotOffered, TooManyCodes } from './notification.problems.js';
import { CODES_A_DAY, mailAddressOf } from './notification.rules.js';

/** What a person chose for mail. */
export interface MailWish {
  /** As typed; null for no address. */
  address: string | null;
  rhythm: Rhythm;
}

export interface MailSettings extends MailWish {
  /** Whether this installation sends mail at all. */
  isOffered: boolean;
  /** Nothing but codes goes to an address before. */
  isConfirmed: boolean;
}

@Injectable()
export class ContactService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly channels: MessageChannels,
    private readonly codes: ContactCodeService,
  ) {}

  /** The actor's own settings. */
  async read({ personId }: Actor): Promise<MailSettings> {
    return this.view(await this.dataSource.manager.findOneBy(Contact, { personId, channel: 'mail' }));
  }

  private view(contact: Contact | null): MailSettings {
    const { address = null, rhythm = 'none', confirmedAt = null } = contact ?? {};
    return { isOffered: this.channels.isOn('mail'), address, isConfirmed: confirmedAt !== null, rhythm };
  }

  /**
   * Keeps the actor's wish. A new address is unconfirmed and gets a code.
   * @throws Problem mail-not-offered, too-many-codes
   */
  async change(actor: Actor, wish: MailWish): Promise<MailSettings> {
    const address = wish.address === null ? null : mailAddressOf(wish.address);
    return this.dataSource.transaction(async (tx) => {
      const contact = await this.lock(tx, actor);
      if (address !== null && !this.channels.isOn('mail')) throw MailNotOffered();
      const rhythm = address === null ? 'none' : wish.rhythm;
      const rhythmSince = rhythm === contact.rhythm ? contact.rhythmSince : this.clock.now();
      const isNew = address !== contact.address;
      const next = { ...contact, rhythm, rhythmSince, address };
      const changed = isNew ? { ...next, confirmedAt: null, codeAskedAt: null } : next;
      await tx.save(Contact, changed);
      if (isNew && address !== null) return this.view(await this.askForCode(tx, changed));
      return this.view(changed);
    });
  }

  /**
   * Sends a new code to the actor's unconfirmed address; the former stops working.
   * @throws Problem mail-not-offered, also without an address; too-many-codes
   */
  async sendCode(actor: Actor): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const contact = await this.lock(tx, actor);
      if (contact.address === null || !this.channels.isOn('mail')) throw MailNotOffered();
      if (contact.confirmedAt === null) await this.askForCode(tx, contact);
    });
  }

  /**
   * Confirms the actor's address with the code that was sent to it.
   * @throws Problem contact-code-refused; five wrong ones end the code
   */
  async confirm(actor: Actor, typed: string): Promise<MailSettings> {
    const confirmed = await this.dataSource.transaction(async (tx) => {
      const contact = await this.lock(tx, actor);
      if (contact.confirmedAt !== null) return contact;
      if (!this.codes.isAlive(contact)) return null;
      const isRight = this.codes.isRight(contact, typed);
      const outcome = isRight ? { confirmedAt: this.clock.now() } : { codeTries: contact.codeTries + 1 };
      const next = { ...contact, ...outcome };
      await tx.save(Contact, next);
      return isRight ? next : null;
    });
    if (!confirmed) throw ContactCodeRefused();
    return this.view(confirmed);
  }

  /** The actor's row, made when there is none; simultaneous changes take turns. */
  private async lock(tx: EntityManager, { personId }: Actor): Promise<Contact> {
    const row = { id: newId(), personId, channel: 'mail' as const, address: null, confirmedAt: null };
    const blank = { codeAskedAt: null, codeTries: 0, codesOn: null, codesSent: 0 };
    const contact = { ...row, rhythm: 'none' as const, rhythmSince: this.clock.now(), ...blank };
    await tx.createQueryBuilder().insert().into(Contact).values(contact).orIgnore().execute();
    return tx.findOneOrFail(Contact, { where: { personId, channel: 'mail' }, lock: { mode: 'pessimistic_write' } });
  }

  private async askForCode(tx: EntityManager, contact: Contact): Promise<Contact> {
    const now = this.clock.now();
    const today = vietnamDate(now);
    const codesSent = (contact.codesOn === today ? contact.codesSent : 0) + 1;
    if (codesSent > CODES_A_DAY) throw TooManyCodes();
    const asked = { ...contact, codeAskedAt: now, codeTries: 0, codesOn: today, codesSent };
    await tx.save(Contact, asked);
    await this.outbox.enqueue(tx, 'notification.send-contact-code', {
      contactId: contact.id,
      askedAt: now.toISOString(),
    });
    return asked;
  }
}
