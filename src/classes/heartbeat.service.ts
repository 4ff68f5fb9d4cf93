import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import type { Problem } from '../platform/problems/problem.js';
import { AttendanceService, type NewEvidence, type Seat } from './attendance.service.js';
import { EvidenceTooLate, HeartbeatInvalid, NotRegistered, SessionNotOnline } from './classes.problems.js';
import { clipHeartbeat, gradeOfHeartbeat, HEARTBEAT_MAX_MS, mayStillSync } from './classes.rules.js';

/** A stretch of time in which a device had an online session open. */
export interface SyncedHeartbeat {
  itemId: string;
  classSessionId: string;
  from: Date;
  to: Date;
  deviceId: string | null;
  receivedAt: Date;
}

@Injectable()
export class HeartbeatService {
  constructor(private readonly attendance: AttendanceService) {}

  /**
   * Takes heartbeats of one person, of several sessions and devices, in any order; the same item again adds nothing.
   * Three statements per session, whatever the number.
   * @returns the problems of the items that are refused, by item id; the others are applied
   */
  async apply(tx: EntityManager, actor: Actor, heartbeats: SyncedHeartbeat[]): Promise<Map<string, Problem>> {
    const refused = new Map<string, Problem>();
    const sessionIds = [...new Set(heartbeats.map(({ classSessionId }) => classSessionId))].sort();
    for (const sessionId of sessionIds) {
      const own = heartbeats.filter(({ classSessionId }) => classSessionId === sessionId);
      const seat = await this.attendance.lockSeat(tx, sessionId, actor.personId);
      const events: NewEvidence[] = [];
      for (const heartbeat of own) {
        const outcome = judge(seat, heartbeat);
        if ('event' in outcome) events.push(outcome.event);
        else refused.set(heartbeat.itemId, outcome.problem);
      }
      if (!seat || events.length === 0) continue;
      await this.attendance.add(tx, seat, await this.attendance.evidenceOf(tx, seat), distinct(events));
    }
    return refused;
  }
}

/** One id twice in a batch is one item. */
function distinct(events: NewEvidence[]): NewEvidence[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

function judge(seat: Seat | null, heartbeat: SyncedHeartbeat): { event: NewEvidence } | { problem: Problem } {
  if (!seat || seat.registrationState !== 'registered') return { problem: NotRegistered() };
  if (seat.mode === 'in-person') return { problem: SessionNotOnline() };
  const { itemId: id, from, to, receivedAt, deviceId } = heartbeat;
  if (!mayStillSync(seat, receivedAt)) return { problem: EvidenceTooLate() };
  const length = to.getTime() - from.getTime();
  const counted = length > 0 && length <= HEARTBEAT_MAX_MS ? clipHeartbeat({ from, to }, seat, receivedAt) : null;
  if (!counted) return { problem: HeartbeatInvalid() };
  const occurredAt = counted.to > receivedAt ? receivedAt : counted.to;
  const grade = gradeOfHeartbeat(counted.to, receivedAt);
  const interval = { intervalFrom: counted.from, intervalTo: counted.to };
  return { event: { id, kind: 'heartbeat', occurredAt, receivedAt, grade, deviceId, ...interval } };
}
