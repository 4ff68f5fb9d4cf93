import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { vietnamDate } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import type { Problem } from '../platform/problems/problem.js';
import { CheckInService, type CheckedIn, type SyncedCheckIn } from './check-in.service.js';
import { CLASS_OF_ENROLMENT } from './classes.queries.js';
import { DemoClassService, type DemoClass } from './demo-class.service.js';
import { HeartbeatService, type SyncedHeartbeat } from './heartbeat.service.js';

/** The class whose attendance counts for an enrolment. Days of Asia/Ho_Chi_Minh, YYYY-MM-DD. */
export interface AttendedClass {
  organiserId: string;
  code: string;
  from: string;
  to: string;
  /** Share (0–100) of the planned sessions; null when nothing was recorded. */
  percent: number | null;
}

interface AttendedClassRow extends Pick<AttendedClass, 'organiserId' | 'code' | 'percent'> {
  startsAt: Date;
  endsAt: Date;
}

/** What other features ask of classes. */
@Injectable()
export class ClassesService {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly heartbeats: HeartbeatService,
    private readonly demo: DemoClassService,
  ) {}

  /**
   * Takes a check-in that a device sends through sync. The same item again adds nothing.
   * @throws Problem code-invalid, code-expired, not-registered, session-not-in-person, check-in-closed, too-many-codes,
   *   item-id-taken
   */
  applyCheckIn(tx: EntityManager, actor: Actor, item: SyncedCheckIn): Promise<CheckedIn> {
    return this.checkIns.apply(tx, actor, item);
  }

  /**
   * Takes heartbeats of online sessions that a device sends through sync; the same item again adds nothing.
   * @returns the problems of the items that are refused, by item id; all others are applied
   */
  applyHeartbeats(tx: EntityManager, actor: Actor, heartbeats: SyncedHeartbeat[]): Promise<Map<string, Problem>> {
    return this.heartbeats.apply(tx, actor, heartbeats);
  }

  /** The class that an enrolment was attended in: the one attended most; null for a course taken without a class. */
  async attendedClassOf(executor: EntityManager, enrolmentId: string): Promise<AttendedClass | null> {
    const values = [enrolmentId];
    const [row] = await namedQuery<AttendedClassRow>(executor, 'classes.of-enrolment', CLASS_OF_ENROLMENT, values);
    if (!row) return null;
    const { organiserId, code, percent, startsAt, endsAt } = row;
    return { organiserId, code, percent, from: vietnamDate(startsAt), to: vietnamDate(endsAt) };
  }

  /** Opens the demonstration class of today and registers its learners; repeating it changes nothing. */
  seedDemoClass(tx: EntityManager, demo: DemoClass): Promise<void> {
    return this.demo.seed(tx, demo);
  }
}
