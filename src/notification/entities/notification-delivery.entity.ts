import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CHANNELS, type ChannelName } from '../channels/message-channel.js';
import { Notification } from './notification.entity.js';

/**
 * `queued`: waits for its job, or for the morning. `failed`: will be tried again. `given-up`: refused for good, not wanted
 * any more, or read in the inbox before; `outcome` says which.
 */
export const DELIVERY_STATES = ['queued', 'sent', 'failed', 'given-up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * One line of the inbox on its way through one channel: at most once per channel, whether alone or in a digest. Rows of
 * one `batchId` are one message; the id of the message is that of the digest, or of the only row.
 */
@Entity()
@Index(['notificationId', 'channel'], { unique: true })
@Index(['batchId'])
@Index('ix_notification_delivery_held', ['heldUntil'], { where: 'held_until IS NOT NULL' })
@Check('ck_notification_delivery_channel', `channel IN (${CHANNELS.map((name) => `'${name}'`).join(', ')})`)
@Check('ck_notification_delivery_state', `state IN (${DELIVERY_STATES.map((state) => `'${state}'`).join(', ')})`)
@Check('ck_notification_delivery_sent', `(state = 'sent') = (sent_at IS NOT NULL)`)
export class NotificationDelivery {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  notificationId: string;

  @ManyToOne(() => Notification, { nullable: false, onDelete: 'CASCADE' })
  notification: Relation<Notification>;

  @Column('text')
  channel: ChannelName;

  @Column('uuid')
  batchId: string;

  @Column('text')
  state: DeliveryState;

  @Column('smallint')
  attempts: number;

  /** When the next job is asked for: the end of the quiet hours, or a later try than the queue's own; null when it has been. */
  @Column('timestamptz', { nullable: true })
  heldUntil: Date | null;

  /** Until then one worker has it in hand. */
  @Column('timestamptz', { nullable: true })
  claimedUntil: Date | null;

  /** Code of the last failure or of giving up; never what the server wrote, which repeats the address. */
  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
