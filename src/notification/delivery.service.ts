import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import type { Locale } from '../platform/problems/problem.js';
import { MessageNotSent, MessageRefused, type ChannelName } from './channels/message-channel.js';
import { MessageChannels } from './channels/message-channels.service.js';
import { CLAIM, IN_HAND, MARK_SENT, MARK_UNSENT, RECIPIENT, UNREAD_LINES } from './delivery.queries.js';
import { Contact } from './entities/contact.entity.js';
import type { DeliveryState } from './entities/notification-delivery.entity.js';
import { composeNews, type MessageLine } from './message.rules.js';
import { nextTry } from './notification.rules.js';
import { NotificationService } from './notification.service.js';

/** Longer than a channel may take for one message. */
const CLAIM_MS = 120_000;

interface Recipient {
  contactId: string;
  personId: string;
  address: string;
  locale: Locale;
}

interface Claimed {
  channel: ChannelName;
  createdAt: Date;
}

@Injectable()
export class DeliveryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly channels: MessageChannels,
    private readonly notifications: NotificationService,
  ) {}

  /**
   * Sends one message, a line or a digest, unless it went out, is not wanted any more, or was read in the inbox.
   * A process that dies after the server took the mail and before the row says so sends that one mail again, with the
   * same Message-ID: no protocol can tell the two apart. Nothing else is ever sent twice.
   * @throws MessageNotSent when it is to be tried again: the queue does, with growing pauses
   */
  async deliver(batchId: string): Promise<void> {
    const claim = await this.claim(batchId);
    if (!claim) return;
    const [recipient] = await this.dataSource.query<Recipient[]>(RECIPIENT, [batchId]);
    if (!recipient || !this.channels.isOn(claim.channel)) return this.markUnsent(batchId, 'given-up', 'not-wanted');
    const lines = await this.dataSource.query<(MessageLine & { id: string })[]>(UNREAD_LINES, [batchId]);
    if (lines.length === 0) return this.markUnsent(batchId, 'given-up', 'read');
    const words = composeNews(lines, recipient.locale, this.config.publicUrl);
    try {
      const { address, locale } = recipient;
      await this.channels.get(claim.channel).send({ id: batchId, to: address, locale, ...words });
    } catch (error) {
      return this.fail(batchId, { error, claim, recipient });
    }
    const lineIds = lines.map(({ id }) => id);
    await this.dataSource.query(MARK_SENT, [batchId, this.clock.now(), lineIds]);
  }

  private async claim(batchId: string): Promise<Claimed | undefined> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + CLAIM_MS);
    const [[claim]] = await this.dataSource.query<[Claimed[], number]>(CLAIM, [batchId, now, until]);
    if (claim) return claim;
    const inHand = await this.dataSource.query<unknown[]>(IN_HAND, [batchId, now]);
    // Of a worker that died, or is still busy: asked again when the claim is over.
    if (inHand.length > 0) throw new MessageNotSent('in-hand');
    return undefined;
  }

  private async fail(
    batchId: string,
    { error, claim, recipient }: { error: unknown; claim: Claimed; recipient: Recipient },
  ): Promise<void> {
    if (error instanceof MessageRefused) return this.giveUp(batchId, error, recipient);
    const reason = error instanceof MessageNotSent ? error.reason : 'unexpected';
    const later = nextTry(claim.createdAt, this.clock.now());
    await this.markUnsent(batchId, later ? 'failed' : 'given-up', reason, later);
    if (later) throw error;
  }

  private async markUnsent(
    batchId: string,
    state: DeliveryState,
    outcome: string,
    heldUntil: Date | null = null,
  ): Promise<void> {
    await this.dataSource.query(MARK_UNSENT, [batchId, state, outcome, heldUntil]);
  }

  /** An address that its server does not know is not written to again until it is confirmed anew. */
  private async giveUp(batchId: string, refusal: MessageRefused, recipient: Recipient): Promise<void> {
    const { contactId, address, personId } = recipient;
    await this.dataSource.transaction(async (tx) => {
      await tx.query(MARK_UNSENT, [batchId, 'given-up', refusal.reason, null]);
      if (refusal.ofAddress) await tx.update(Contact, { id: contactId, address }, { confirmedAt: null });
      await this.notifications.tellRefused(tx, personId, batchId);
    });
  }
}
