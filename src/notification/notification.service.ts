import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound } from '../platform/problems/problem.js';
import { newId } from '../platform/ids/new-id.js';
import { DeliveryQueue } from './delivery-queue.service.js';
import { Notification } from './entities/notification.entity.js';

const PAGE_SIZE = 50;

const TELL = `
INSERT INTO notification (id, person_id, dedupe_key, kind, params, link, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (person_id, dedupe_key) DO NOTHING
RETURNING id`;

/** As TELL, for many people at once. */
const TELL_ALL = `
INSERT INTO notification (id, person_id, dedupe_key, kind, params, link, created_at)
SELECT n.id, n.person_id, n.dedupe_key, n.kind, n.params::jsonb, n.link, $7
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS n (id, person_id, dedupe_key, kind, params, link)
ON CONFLICT (person_id, dedupe_key) DO NOTHING
RETURNING id AS "notificationId", person_id AS "personId"`;

const INBOX = `
SELECT id, kind, params, link, created_at AS "createdAt", read_at AS "readAt"
  FROM notification
 WHERE person_id = $1
   AND ($2::uuid IS NULL OR (created_at, id) < (SELECT last.created_at, last.id FROM notification last
                                                 WHERE last.id = $2::uuid AND last.person_id = $1))
 ORDER BY created_at DESC, id DESC
 LIMIT $3`;

/** A fact to tell one person. */
export interface Tiding {
  personId: string;
  /** Names the fact, such as `certificate-issued:<id>`: told again, it changes nothing. */
  dedupeKey: string;
  /** Catalogue key of the sentence shown, such as `certificate-issued`. */
  kind: string;
  /** Values that the sentence needs. */
  params: Notification['params'];
  /** Path in the web application, such as `/chung-chi/<id>`. */
  link: string;
  /** Goes out by other channels also in the quiet hours. */
  isUrgent?: boolean;
  /** Of no use on any other channel. */
  isInboxOnly?: boolean;
}

export type InboxLine = Pick<Notification, 'id' | 'kind' | 'params' | 'link' | 'createdAt' | 'readAt'>;

@Injectable()
export class NotificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly deliveries: DeliveryQueue,
  ) {}

  /**
   * Puts a line into a person's inbox, once per dedupe key, whoever tells it and however often, and queues it for the
   * channels on which they want to hear of it at once.
   * @returns whether this call was the first to tell it
   */
  async tell(tx: EntityManager, tiding: Tiding): Promise<boolean> {
    const { personId, dedupeKey, kind, params, link, isUrgent = false, isInboxOnly = false } = tiding;
    const notificationId = newId();
    const values = [notificationId, personId, dedupeKey, kind, JSON.stringify(params), link, this.clock.now()];
    const rows = await namedQuery(tx, 'notification.tell', TELL, values);
    if (rows.length === 0) return false;
    if (!isInboxOnly) await this.deliveries.queueAtOnce(tx, { notificationId, personId, isUrgent });
    return true;
  }

  /** As `tell`, for many people in one statement; none of it urgent. Other channels cost a statement a person, if one is on. */
  async tellAll(tx: EntityManager, tidings: Omit<Tiding, 'isUrgent' | 'isInboxOnly'>[]): Promise<void> {
    const rows = await namedQuery<{ notificationId: string; personId: string }>(tx, 'notification.tell-all', TELL_ALL, [
      tidings.map(() => newId()),
      tidings.map(({ personId }) => personId),
      tidings.map(({ dedupeKey }) => dedupeKey),
      tidings.map(({ kind }) => kind),
      tidings.map(({ params }) => JSON.stringify(params)),
      tidings.map(({ link }) => link),
      this.clock.now(),
    ]);
    for (const line of rows) await this.deliveries.queueAtOnce(tx, { ...line, isUrgent: false });
  }

  /** Tells a person that the server of their mail address refused message `messageId` for good. */
  async tellRefused(tx: EntityManager, personId: string, messageId: string): Promise<void> {
    const line = { dedupeKey: `mail-refused:${messageId}`, kind: 'mail-refused', params: {}, link: '/toi' };
    await this.tell(tx, { personId, ...line, isInboxOnly: true });
  }

  /** The actor's inbox, newest first, 50 at a time; `cursor` is the `nextCursor` of the page before. */
  async list(actor: Actor, cursor?: string): Promise<{ items: InboxLine[]; nextCursor: string | null }> {
    const values = [actor.personId, cursor ?? null, PAGE_SIZE + 1];
    const rows = await namedQuery<InboxLine>(this.dataSource, 'notification.inbox', INBOX, values);
    const items = rows.slice(0, PAGE_SIZE);
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Marks a line as read; marking it again keeps the first time.
   * @throws Problem not-found, also for another person's line
   */
  async markRead(actor: Actor, id: string): Promise<void> {
    const rows = await namedQuery(
      this.dataSource,
      'notification.mark-read',
      'UPDATE notification SET read_at = coalesce(read_at, $3) WHERE id = $1 AND person_id = $2 RETURNING id',
      [id, actor.personId, this.clock.now()],
    );
    if (rows.length === 0) throw NotFound();
  }

  /** Empties the inbox and the contacts of somebody whose data were erased, and takes away what others were told about them by name. */
  async erase(personId: string): Promise<void> {
    await this.dataSource.query(
      `WITH contacts AS (DELETE FROM contact WHERE person_id = $1),
            digests AS (DELETE FROM notification_digest WHERE person_id = $1)
       DELETE FROM notification
        WHERE person_id = $1 OR dedupe_key LIKE 'password-reset:' || $1::text || ':%'
           OR dedupe_key LIKE 'correction-asked:' || $1::text || ':%'`,
      [personId],
    );
  }
}
