import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound } from '../platform/problems/problem.js';
import { newId } from '../platform/ids/new-id.js';
import { Notification } from './entities/notification.entity.js';

const PAGE_SIZE = 50;

const TELL = `
INSERT INTO notification (id, person_id, dedupe_key, kind, params, link, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (person_id, dedupe_key) DO NOTHING
RETURNING id`;

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
}

export type InboxLine = Pick<Notification, 'id' | 'kind' | 'params' | 'link' | 'createdAt' | 'readAt'>;

@Injectable()
export class NotificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a line into a person's inbox, once per dedupe key, whoever tells it and however often.
   * @returns whether this call was the first to tell it
   */
  async tell(tx: EntityManager, { personId, dedupeKey, kind, params, link }: Tiding): Promise<boolean> {
    const now = this.clock.now();
    const values = [newId(), personId, dedupeKey, kind, JSON.stringify(params), link, now];
    const rows = await namedQuery(tx, 'notification.tell', TELL, values);
    return rows.length > 0;
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

  /** Empties the inbox of somebody whose data were erased, and takes away what others were told about them by name. */
  async erase(personId: string): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM notification
        WHERE person_id = $1 OR dedupe_key LIKE 'password-reset:' || $1::text || ':%'
           OR dedupe_key LIKE 'correction-asked:' || $1::text || ':%'`,
      [personId],
    );
  }
}
