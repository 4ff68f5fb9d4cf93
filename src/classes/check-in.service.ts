import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { newId } from '../platform/ids/new-id.js';
import { AttendanceService, type KnownEvidence, type NewEvidence, type Seat } from './attendance.service.js';
import {
  freshSlots,
  isCapturedInSlot,
  isFresh,
  isGenuine,
  readSixDigits,
  readToken,
  slotOfSixDigits,
  slotsAround,
  slotStart,
  SLOT_SECONDS,
} from './check-in-code.rules.js';
import { CheckInThrottleService } from './check-in-throttle.service.js';
import { CheckInClosed, CodeExpired, CodeInvalid, NotRegistered, SessionNotInPerson } from './classes.problems.js';
import { OPEN_SESSIONS, SESSION_SECRET } from './classes.queries.js';
import { doorOf, DOOR_OPENS_BEFORE_MS, mayStillSync } from './classes.rules.js';

/** A check-in captured by a learner's device and sent through the sync endpoint. */
export interface SyncedCheckIn {
  itemId: string;
  /** The device's word. */
  occurredAt: Date;
  receivedAt: Date;
  deviceId: string | null;
  /** Content of the QR code; or … */
  token?: string;
  /** … the session and the six digits beneath it. */
  classSessionId?: string;
  sixDigits?: string;
}

/** A check-in that happens now: one of the two. */
export interface LiveCheckIn {
  token?: string;
  sixDigits?: string;
  /** When this server saw the code, if earlier than now: proved by the receipt of a scan. */
  seenAt?: Date;
  deviceId?: string;
}

export interface CheckedIn {
  sessionId: string;
  title: string;
  className: string;
  occurredAt: Date;
  alreadyCheckedIn: boolean;
}

/** A code that was recognised: which slot it proves and how it came. */
interface Proof {
  sessionId: string;
  slot: number;
  by: 'qr' | 'code';
  /** Whether the session's secret made it; six digits are compared before. */
  isGenuine(secret: Buffer): boolean;
}

interface Capture {
  itemId: string;
  /** When the server learned of it. */
  witnessedAt: Date;
  occurredAt: Date;
  receivedAt: Date;
  deviceId: string | null;
}

interface SecretRow {
  id: string;
  title: string;
  className: string;
  checkInSecret: Buffer;
}

@Injectable()
export class CheckInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly attendance: AttendanceService,
    private readonly throttle: CheckInThrottleService,
  ) {}

  /**
   * Checks the actor in at the door, now.
   * @throws Problem code-invalid, code-expired, not-registered, session-not-in-person, check-in-closed, too-many-codes
   */
  async checkIn(actor: Actor, { token, sixDigits, seenAt, deviceId }: LiveCheckIn): Promise<CheckedIn> {
    const now = this.clock.now();
    const witnessedAt = seenAt ?? now;
    const capture = {
      itemId: newId(),
      witnessedAt,
      occurredAt: witnessedAt,
      receivedAt: now,
      deviceId: deviceId ?? null,
    };
    if (token !== undefined) {
      const proof = proofOfToken(token);
      return this.dataSource.transaction((tx) => this.admit(tx, actor, proof, capture));
    }
    await this.throttle.takeGuess(actor.personId);
    return this.dataSource.transaction(async (tx) => {
      const proof = await this.findBySixDigits(tx, actor, { sixDigits: sixDigits ?? '', witnessedAt });
      await this.throttle.forget(tx, actor.personId);
      return this.admit(tx, actor, proof, capture);
    });
  }

  /**
   * Takes a check-in that a device sends through sync, at once or up to 24 hours after the session. The same item again
   * adds nothing.
   * @throws Problem as `checkIn`, and item-id-taken
   */
  async apply(tx: EntityManager, actor: Actor, item: SyncedCheckIn): Promise<CheckedIn> {
    const { itemId, receivedAt, deviceId } = item;
    // Nothing happened later than we heard of it.
    const occurredAt = item.occurredAt > receivedAt ? receivedAt : item.occurredAt;
    const capture = { itemId, witnessedAt: receivedAt, occurredAt, receivedAt, deviceId };
    if (item.token !== undefined) return this.admit(tx, actor, proofOfToken(item.token), capture);
    await this.throttle.assertOpen(tx, actor.personId);
    const proof = await this.proofOfDigits(tx, item, occurredAt);
    if (proof) return this.admit(tx, actor, proof, capture);
    this.throttle.noteWrong(actor.personId);
    throw CodeInvalid();
  }

  /**
   * What a scanned token is for, before anybody is signed in.
   * @throws Problem code-invalid, and code-expired when it must be fresh
   */
  async describe(
    token: string,
    { mustBeFresh }: { mustBeFresh: boolean },
  ): Promise<{ title: string; className: string }> {
    const proof = proofOfToken(token);
    const session = await this.findSecret(this.dataSource.manager, proof.sessionId);
    if (!session || !proof.isGenuine(session.checkInSecret)) throw CodeInvalid();
    if (mustBeFresh && !isFresh(proof.slot, this.clock.now())) throw CodeExpired();
    return { title: session.title, className: session.className };
  }

  private async findSecret(executor: EntityManager, sessionId: string): Promise<SecretRow | null> {
    const rows = await namedQuery<SecretRow>(executor, 'check-in.session-secret', SESSION_SECRET, [sessionId]);
    return rows[0] ?? null;
  }

  /** The session of the actor whose screen shows these digits. */
  private async findBySixDigits(
    tx: EntityManager,
    actor: Actor,
    { sixDigits, witnessedAt }: { sixDigits: string; witnessedAt: Date },
  ): Promise<Proof> {
    const digits = readSixDigits(sixDigits);
    if (digits === null) throw CodeInvalid();
    const soon = new Date(witnessedAt.getTime() + DOOR_OPENS_BEFORE_MS);
    const values = [actor.personId, witnessedAt, soon];
    const sessions = await namedQuery<Pick<SecretRow, 'id' | 'checkInSecret'>>(
      tx,
      'check-in.open-sessions',
      OPEN_SESSIONS,
      values,
    );
    for (const { id, checkInSecret } of sessions) {
      const slot = slotOfSixDigits(checkInSecret, digits, freshSlots(witnessedAt));
      if (slot !== null) return { sessionId: id, slot, by: 'code', isGenuine: () => true };
    }
    throw CodeInvalid();
  }

  private async proofOfDigits(tx: EntityManager, item: SyncedCheckIn, occurredAt: Date): Promise<Proof | null> {
    const digits = readSixDigits(item.sixDigits ?? '');
    const sessionId = item.classSessionId;
    if (digits === null || sessionId === undefined) return null;
    const session = await this.findSecret(tx, sessionId);
    if (!session) return null;
    const slots = [...freshSlots(item.receivedAt), ...slotsAround(occurredAt)];
    const slot = slotOfSixDigits(session.checkInSecret, digits, slots);
    return slot === null ? null : { sessionId, slot, by: 'code', isGenuine: () => true };
  }

  private async admit(tx: EntityManager, actor: Actor, proof: Proof, capture: Capture): Promise<CheckedIn> {
    const seat = await this.attendance.lockSeat(tx, proof.sessionId, actor.personId);
    if (!seat) throw await this.refusalWithoutSeat(tx, proof);
    if (!proof.isGenuine(seat.checkInSecret)) throw CodeInvalid();
    const event = eventOf(seat, proof, capture);
    const known = await this.attendance.evidenceOf(tx, seat);
    const former = earliestCheckIn(known.evidence);
    if (!former) await this.attendance.add(tx, seat, known, [event]);
    return {
      sessionId: seat.sessionId,
      title: seat.title,
      className: seat.className,
      occurredAt: former?.occurredAt ?? event.occurredAt,
      alreadyCheckedIn: former !== undefined && former.id !== capture.itemId,
    };
  }

  private async refusalWithoutSeat(tx: EntityManager, proof: Proof): Promise<Error> {
    const session = await this.findSecret(tx, proof.sessionId);
    return session && proof.isGenuine(session.checkInSecret) ? NotRegistered() : CodeInvalid();
  }
}

function proofOfToken(text: string): Proof {
  const token = readToken(text);
  if (!token) throw CodeInvalid();
  const { sessionId, slot } = token;
  return { sessionId, slot, by: 'qr', isGenuine: (secret) => isGenuine(token, secret) };
}

function earliestCheckIn(evidence: KnownEvidence[]): KnownEvidence | undefined {
  return evidence
    .filter(({ kind }) => kind === 'qr-check-in' || kind === 'code-check-in')
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())[0];
}

/** The evidence that a genuine code makes at this seat. */
function eventOf(seat: Seat, { slot, by }: Proof, capture: Capture): NewEvidence {
  if (seat.registrationState !== 'registered') throw NotRegistered();
  if (seat.mode === 'online') throw SessionNotInPerson();
  const door = doorOf(seat);
  const [shownFrom, shownTo] = [slotStart(slot), new Date(slotStart(slot).getTime() + SLOT_SECONDS * 1000)];
  if (seat.classState === 'cancelled' || shownTo <= door.from || shownFrom > door.to) throw CheckInClosed();
  const { itemId: id, occurredAt, receivedAt, deviceId, witnessedAt } = capture;
  const kind = by === 'qr' ? 'qr-check-in' : 'code-check-in';
  const plausible = isCapturedInSlot(slot, occurredAt);
  if (isFresh(slot, witnessedAt)) {
    return { id, kind, occurredAt: plausible ? occurredAt : witnessedAt, receivedAt, grade: 'on-time', deviceId, slot };
  }
  if (!plausible || !mayStillSync(seat, receivedAt)) throw CodeExpired();
  return { id, kind, occurredAt, receivedAt, grade: by === 'qr' ? 'late-sync' : 'device-clock', deviceId, slot };
}
