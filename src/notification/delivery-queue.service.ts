import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { MessageChannels } from './channels/message-channels.service.js';
import {
  DIGEST_LINES,
  DIGEST_READERS,
  OPEN_DIGESTS,
  QUEUE_AT_ONCE,
  QUEUE_IN_DIGEST,
  RELEASE,
} from './delivery.queries.js';
import { digestCutoff, quietUntil } from './notification.rules.js';

const DELIVER = 'notification.deliver-message';

/** Decides what goes out beside the inbox, and when. While no channel is set up, nothing is written here. */
@Injectable()
export class DeliveryQueue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly channels: MessageChannels,
  ) {}

  /** Queues a new line of the inbox for a person who wants to hear at once; at night it waits, unless it is urgent. */
  async queueAtOnce(
    tx: EntityManager,
    line: { notificationId: string; personId: string; isUrgent: boolean },
  ): Promise<void> {
    if (!this.channels.isOn('mail')) return;
    const now = this.clock.now();
    const heldUntil = line.isUrgent ? null : quietUntil(now);
    const batchId = newId();
    const values = [batchId, line.notificationId, line.personId, 'mail', heldUntil, now];
    const rows = await namedQuery(tx, 'delivery.queue-at-once', QUEUE_AT_ONCE, values);
    if (rows.length > 0 && heldUntil === null) await this.outbox.enqueue(tx, DELIVER, { batchId });
  }

  /** Asks for the jobs of messages whose night is over, and of those whose former tries all failed. */
  async release(): Promise<void> {
    if (!this.channels.isOn('mail')) return;
    for (;;) {
      const released = await this.dataSource.transaction(async (tx) => {
        const rows = await namedQuery<{ batchId: string }>(tx, 'delivery.release', RELEASE, [this.clock.now()]);
        const batchIds = new Set(rows.map(({ batchId }) => batchId));
        for (const batchId of batchIds) await this.outbox.enqueue(tx, DELIVER, { batchId });
        return rows.length;
      });
      if (released === 0) return;
    }
  }

  /** Gathers today's digests, from 07:00 on, 500 people to a transaction. Called again, it goes on with who is left. */
  async gatherDigests(): Promise<void> {
    const now = this.clock.now();
    const cutoff = digestCutoff(now);
    if (cutoff === null || !this.channels.isOn('mail')) return;
    while ((await this.gatherSome(cutoff, now)) > 0);
  }

  private gatherSome(cutoff: Date, now: Date): Promise<number> {
    const day = vietnamDate(now);
    return this.dataSource.transaction(async (tx) => {
      const readers = await tx.query<{ personId: string }[]>(DIGEST_READERS, [cutoff, day]);
      const ids = readers.map(() => newId());
      const personIds = readers.map(({ personId }) => personId);
      const opened = await tx.query<{ id: string }[]>(OPEN_DIGESTS, [ids, personIds, day, now]);
      const batchIds = opened.map(({ id }) => id);
      type Line = { notificationId: string; batchId: string };
      const lines = await tx.query<Line[]>(DIGEST_LINES, [cutoff, batchIds]);
      await tx.query(QUEUE_IN_DIGEST, [
        lines.map(() => newId()),
        lines.map(({ notificationId }) => notificationId),
        lines.map(({ batchId }) => batchId),
        now,
      ]);
      for (const batchId of batchIds) await this.outbox.enqueue(tx, DELIVER, { batchId });
      return readers.length;
    });
  }
}
