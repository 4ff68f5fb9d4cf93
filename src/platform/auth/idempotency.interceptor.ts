import { createHash } from 'node:crypto';
import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import type { RequestWithActor } from './actor.js';
import { Clock } from '../clock/clock.js';
import { IdempotencyRecord } from './entities/idempotency-record.entity.js';
import { IdempotencyKeyInUse, IdempotencyKeyInvalid, IdempotencyKeyReused } from './idempotency.problems.js';

const KEY = /^[\x21-\x7e]{1,200}$/;
const UNREMEMBERED = 'union-skills:unremembered';

/** Marks a POST whose body or answer holds a secret: nothing of it is stored, and its Idempotency-Key is ignored. */
export const Unremembered = () => SetMetadata(UNREMEMBERED, true);

/** A first request that has not answered by then died; its retry may run. */
const ABANDONED_AFTER_MS = 60_000;

/**
 * Remembers a POST that carries an Idempotency-Key: the retry of a lost answer gets the first answer and does nothing.
 * Operations are idempotent by their own constraints as well; this spares the client from telling the cases apart.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.actor) return next.handle();
    if (Reflect.getMetadata(UNREMEMBERED, context.getHandler()) === true) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw IdempotencyKeyInvalid();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once({ userId: request.actor.userId, key, requestHash: hashOf(request) }, reply, next));
  }

  private async once(
    id: { userId: string; key: string; requestHash: Buffer },
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const first = await this.claim(id);
    if (first) {
      reply.status(first.status ?? 200);
      return first.response;
    }
    const { userId, key } = id;
    try {
      const response: unknown = await lastValueFrom(next.handle());
      const stored = { status: reply.statusCode, response: (response ?? null) as object };
      await this.dataSource.manager.update(IdempotencyRecord, { userId, key }, stored);
      return response;
    } catch (error) {
      // Nothing was done: the same key may try again.
      await this.dataSource.manager.delete(IdempotencyRecord, { userId, key });
      throw error;
    }
  }

  /** @returns the remembered record of a finished first request, or null when this request is the first */
  private async claim(id: { userId: string; key: string; requestHash: Buffer }): Promise<IdempotencyRecord | null> {
    const now = this.clock.now();
    const inserted = await this.dataSource.query<unknown[]>(
      `INSERT INTO idempotency_record (user_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id, key) DO UPDATE SET created_at = EXCLUDED.created_at
         WHERE idempotency_record.status IS NULL AND idempotency_record.created_at < $5
           AND idempotency_record.request_hash = EXCLUDED.request_hash
       RETURNING key`,
      [id.userId, id.key, id.requestHash, now, new Date(now.getTime() - ABANDONED_AFTER_MS)],
    );
    if (inserted.length > 0) return null;
    const { userId, key } = id;
    const record = await this.dataSource.manager.findOneBy(IdempotencyRecord, { userId, key });
    if (record && !record.requestHash.equals(id.requestHash)) throw IdempotencyKeyReused();
    if (!record || record.status === null) throw IdempotencyKeyInUse(undefined, { retryAfterSeconds: 1 });
    return record;
  }
}

function hashOf(request: RequestWithActor): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
}
