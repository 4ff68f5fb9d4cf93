import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { newId } from '../ids/new-id.js';
import { currentContext } from '../logging/request-context.js';
import { cleanWords } from '../text/vietnamese.js';
import { AuditEntry } from './entities/audit-entry.entity.js';

export interface Act {
  /** `<feature>.<verb-object>`. */
  action: string;
  actorId: string | null;
  subjectKind: string;
  subjectId: string;
  organisationId?: string | null;
  /** Ids, numbers and codes; never names or contacts. */
  details?: Record<string, unknown>;
  reason?: string;
}

/** Writes the audit row of an administrative act in the act's own transaction. */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  async record(tx: EntityManager, act: Act): Promise<void> {
    await tx.insert(AuditEntry, {
      id: newId(),
      action: act.action,
      actorId: act.actorId,
      subjectKind: act.subjectKind,
      subjectId: act.subjectId,
      organisationId: act.organisationId ?? null,
      details: act.details ?? {},
      reason: act.reason === undefined ? null : cleanWords(act.reason),
      traceId: currentContext()?.traceId ?? null,
      occurredAt: this.clock.now(),
    });
  }
}
