import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { namedQuery } from '../platform/database/sql.js';
import { makeToken, sixDigitsOf, SLOT_SECONDS, slotOf, slotStart } from './check-in-code.rules.js';
import { ClassStandingService } from './class-standing.service.js';
import { CheckInClosed, SessionNotInPerson } from './classes.problems.js';
import { SESSION_COUNTS } from './classes.queries.js';
import { doorOf, isWithin } from './classes.rules.js';

/** What the lecturer's screen shows now. */
export interface SessionCode {
  sessionId: string;
  url: string;
  sixDigits: string;
  slot: number;
  /** When the next code is shown. */
  validUntil: Date;
  refreshInSeconds: number;
  presentCount: number;
  registeredCount: number;
}

/** The lecturer's screen: a code that keeps changing, and how many are there. */
@Injectable()
export class ClassSessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly standings: ClassStandingService,
  ) {}

  /**
   * The code of this moment.
   * @throws Problem not-found, session-not-in-person, check-in-closed
   */
  async code(actor: Actor, sessionId: string): Promise<SessionCode> {
    const { session, standing } = await this.standings.sessionToRun(actor, sessionId);
    if (session.mode === 'online') throw SessionNotInPerson();
    const now = this.clock.now();
    if (standing.state === 'cancelled' || !isWithin(doorOf(session), now)) throw CheckInClosed();
    const slot = slotOf(now);
    const validUntil = slotStart(slot + 1);
    const [counts] = await namedQuery<Pick<SessionCode, 'presentCount' | 'registeredCount'>>(
      this.dataSource,
      'class-session.counts',
      SESSION_COUNTS,
      [sessionId],
    );
    return {
      sessionId,
      url: `${this.config.publicUrl}/d/${makeToken(session.checkInSecret, sessionId, slot)}`,
      sixDigits: sixDigitsOf(session.checkInSecret, slot),
      slot,
      validUntil,
      refreshInSeconds: Math.min(SLOT_SECONDS, Math.max(1, Math.ceil((validUntil.getTime() - now.getTime()) / 1000))),
      presentCount: counts?.presentCount ?? 0,
      registeredCount: counts?.registeredCount ?? 0,
    };
  }
}
