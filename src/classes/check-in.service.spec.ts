import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { ClassRoom } from '../../test/support/training-class.js';
import { EnrolmentResult } from '../enrolment/entities/enrolment-result.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { CheckInService, type SyncedCheckIn } from './check-in.service.js';
import { ClassesModule } from './classes.module.js';
import { ClassesService } from './classes.service.js';
import { AttendanceEvent } from './entities/attendance-event.entity.js';
import { AttendanceRecord } from './entities/attendance-record.entity.js';
import type { ClassSession } from './entities/class-session.entity.js';

const START = '2026-11-21T01:00:05Z';

let world: FeatureWorld;
let room: ClassRoom;
let checkIns: CheckInService;
let classes: ClassesService;
let classId: string;
let door: ClassSession;
let learner: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([ClassesModule]);
  room = await ClassRoom.furnish(world);
  checkIns = world.get(CheckInService);
  classes = world.get(ClassesService);
}, 60_000);
afterAll(() => world.stop());

beforeEach(async () => {
  world.clock.set(START);
  const opened = await room.open([room.session('in-person', -10, 170), room.session('online', 200, 260)]);
  classId = opened.id;
  door = opened.sessions[0] as ClassSession;
  learner = await room.seat(classId);
});
afterEach(() => world.dataSource.query('DELETE FROM check_in_throttle'));

const eventsOf = (actor: Actor) =>
  world.dataSource.manager.find(AttendanceEvent, { where: { personId: actor.personId }, order: { id: 'ASC' } });
const recordOf = (actor: Actor, session = door) =>
  world.dataSource.manager.findOneBy(AttendanceRecord, { classSessionId: session.id, personId: actor.personId });
const share = async () =>
  (await world.dataSource.manager.findOneBy(EnrolmentResult, { kind: 'attendance', subjectKey: classId }))?.percent;

/** As the sync endpoint does: each item in a transaction of its own. */
const sync = (actor: Actor, item: Partial<SyncedCheckIn>) => {
  const now = world.clock.now();
  const whole = { itemId: newId(), occurredAt: now, receivedAt: now, deviceId: 'phone', ...item };
  return world.dataSource.transaction((tx) => classes.applyCheckIn(tx, actor, whole));
};

describe('check-in at the door', () => {
  it('by QR code makes the person present and tells the enrolment', async () => {
    const { token } = room.shown(door);
    world.clock.advance({ seconds: 15 });
    const answer = await checkIns.checkIn(learner, { token });
    expect(answer).toMatchObject({
      sessionId: door.id,
      className: 'Lớp thương lượng tập thể',
      alreadyCheckedIn: false,
    });
    expect(answer.occurredAt).toEqual(world.clock.now());
    expect(await eventsOf(learner)).toMatchObject([{ kind: 'qr-check-in', grade: 'on-time', deviceId: null }]);
    expect(await recordOf(learner)).toMatchObject({ verdict: 'present', basis: 'qr', minutes: 0 });
    // One of two planned sessions.
    expect(await share()).toBe(50);
  });

  it('by the six digits, however they are typed', async () => {
    const { sixDigits } = room.shown(door);
    const typed = `${sixDigits.slice(0, 3)} ${sixDigits.slice(3)}`;
    await checkIns.checkIn(learner, { sixDigits: typed });
    expect(await eventsOf(learner)).toMatchObject([{ kind: 'code-check-in', grade: 'on-time' }]);
    expect(await recordOf(learner)).toMatchObject({ verdict: 'present', basis: 'code' });
  });

  it('a second time says when the first was and adds nothing', async () => {
    const first = await checkIns.checkIn(learner, { token: room.shown(door).token });
    world.clock.advance({ minutes: 5 });
    const second = await checkIns.checkIn(learner, { sixDigits: room.shown(door).sixDigits });
    expect(second).toEqual({ ...first, alreadyCheckedIn: true });
    expect(await eventsOf(learner)).toHaveLength(1);
  });

  it('twice at the same moment counts once', async () => {
    const { token } = room.shown(door);
    await Promise.all(Array.from({ length: 8 }, () => checkIns.checkIn(learner, { token })));
    expect(await eventsOf(learner)).toHaveLength(1);
    expect(await share()).toBe(50);
  });

  it.each([
    ['60 seconds after its slot began', 60, 'code-expired'],
    ['59 seconds after its slot began', 54.9, null],
  ])('with a code seen %s', async (_, seconds, refusal) => {
    // The slot began five seconds before the clock's start.
    const { token } = room.shown(door);
    world.clock.advance({ seconds });
    expect(await refusalOf(checkIns.checkIn(learner, { token }))).toBe(refusal);
  });

  it('refuses forged codes and those of other sessions', async () => {
    const { token } = room.shown(door);
    const forged = token.slice(0, -2) + (token.endsWith('A') ? 'BA' : 'AA');
    expect(await refusalOf(checkIns.checkIn(learner, { token: forged }))).toBe('code-invalid');
    expect(await refusalOf(checkIns.checkIn(learner, { token: 'not a token' }))).toBe('code-invalid');
    const other = await room.open([room.session('in-person', -10, 60)]);
    const elsewhere = other.sessions[0] as ClassSession;
    expect(await refusalOf(checkIns.checkIn(learner, { token: room.shown(elsewhere).token }))).toBe('not-registered');
    // The session of one class under the secret of another.
    const mixed = { ...door, checkInSecret: elsewhere.checkInSecret };
    expect(await refusalOf(checkIns.checkIn(learner, { token: room.shown(mixed).token }))).toBe('code-invalid');
    expect(await eventsOf(learner)).toEqual([]);
  });

  it('refuses who has no seat: a stranger, somebody on the waiting list', async () => {
    const full = await room.open([room.session('in-person', -10, 60)], { capacity: 1 });
    await room.seat(full.id);
    const waiting = await room.seat(full.id);
    const { token, sixDigits } = room.shown(full.sessions[0] as ClassSession);
    expect(await refusalOf(checkIns.checkIn(waiting, { token }))).toBe('not-registered');
    expect(await refusalOf(checkIns.checkIn(learner, { token }))).toBe('not-registered');
    expect(await refusalOf(checkIns.checkIn(learner, { sixDigits }))).toBe('code-invalid');
  });

  it('refuses a code for an online session, and outside the door’s hours', async () => {
    const { sessions } = await room.open([room.session('online', -10, 60), room.session('in-person', 31, 90)]);
    const [online, later] = sessions as [ClassSession, ClassSession];
    const member = await room.seat(online.trainingClassId);
    expect(await refusalOf(checkIns.checkIn(member, { token: room.shown(online).token }))).toBe(
      'session-not-in-person',
    );
    expect(await refusalOf(checkIns.checkIn(member, { token: room.shown(later).token }))).toBe('check-in-closed');
    world.clock.advance({ minutes: 2 });
    expect(await refusalOf(checkIns.checkIn(member, { token: room.shown(later).token }))).toBeNull();
  });

  it('counts as of the scan for who signs in later', async () => {
    const seenAt = world.clock.now();
    const { token } = room.shown(door);
    world.clock.advance({ minutes: 20 });
    const answer = await checkIns.checkIn(learner, { token, seenAt });
    expect(answer.occurredAt).toEqual(seenAt);
    expect(await eventsOf(learner)).toMatchObject([{ grade: 'on-time', occurredAt: seenAt }]);
  });
});

describe('guessing six digits', () => {
  const guess = () => refusalOf(checkIns.checkIn(learner, { sixDigits: room.wrongDigits(door) }));

  it('is over after five, for five minutes; the QR code still works', async () => {
    for (let n = 0; n < 5; n += 1) expect(await guess()).toBe('code-invalid');
    expect(await guess()).toBe('too-many-codes');
    const { sixDigits, token } = room.shown(door);
    expect(await refusalOf(checkIns.checkIn(learner, { sixDigits }))).toBe('too-many-codes');
    await expect(checkIns.checkIn(learner, { sixDigits })).rejects.toMatchObject({
      status: 429,
      extras: { retryAfterSeconds: 300 },
    });
    expect(await refusalOf(checkIns.checkIn(learner, { token }))).toBeNull();
    world.clock.advance({ minutes: 5 });
    expect(await guess()).toBe('code-invalid');
  });

  it('judges no more than five of many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, guess));
    expect(answers.filter((answer) => answer === 'code-invalid')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'too-many-codes')).toHaveLength(15);
  });

  it('is forgotten after the right digits, and is each person’s own', async () => {
    for (let n = 0; n < 4; n += 1) await guess();
    await checkIns.checkIn(learner, { sixDigits: room.shown(door).sixDigits });
    expect(await guess()).toBe('code-invalid');
    const neighbour = await room.seat(classId);
    for (let n = 0; n < 4; n += 1) await guess();
    expect(await guess()).toBe('too-many-codes');
    const { sixDigits } = room.shown(door);
    expect(await refusalOf(checkIns.checkIn(neighbour, { sixDigits }))).toBeNull();
  });

  it('is counted also when it comes through sync, whose transaction takes the refusal back', async () => {
    const item = { classSessionId: door.id, sixDigits: room.wrongDigits(door) };
    for (let n = 0; n < 5; n += 1) expect(await refusalOf(sync(learner, item))).toBe('code-invalid');
    expect(await refusalOf(sync(learner, item))).toBe('too-many-codes');
  });
});

describe('check-in that a phone captured offline', () => {
  const capture = () => ({ ...room.shown(door), occurredAt: world.clock.now() });

  it('is late sync by QR code, device clock by six digits, on time when it comes at once', async () => {
    const { token, sixDigits, occurredAt } = capture();
    const [friend, third] = [await room.seat(classId), await room.seat(classId)];
    await sync(third, { token, occurredAt });
    world.clock.advance({ hours: 5 });
    await sync(learner, { token, occurredAt });
    await sync(friend, { classSessionId: door.id, sixDigits, occurredAt });
    expect(await eventsOf(learner)).toMatchObject([{ kind: 'qr-check-in', grade: 'late-sync', occurredAt }]);
    expect(await eventsOf(friend)).toMatchObject([{ kind: 'code-check-in', grade: 'device-clock', occurredAt }]);
    expect(await eventsOf(third)).toMatchObject([{ kind: 'qr-check-in', grade: 'on-time', occurredAt }]);
    for (const actor of [learner, friend, third]) expect(await recordOf(actor)).toMatchObject({ verdict: 'present' });
  });

  it('keeps what was captured and when it came apart', async () => {
    const { token, occurredAt } = capture();
    world.clock.advance({ hours: 1 });
    await sync(learner, { token, occurredAt });
    const [event] = await eventsOf(learner);
    expect(event?.receivedAt).toEqual(world.clock.now());
    expect(event?.occurredAt).toEqual(occurredAt);
    expect(event?.deviceId).toBe('phone');
  });

  it('adds nothing when the same item comes again', async () => {
    const item = { itemId: newId(), ...capture() };
    const first = await sync(learner, item);
    const second = await sync(learner, item);
    expect([first.alreadyCheckedIn, second.alreadyCheckedIn]).toEqual([false, false]);
    expect(await eventsOf(learner)).toHaveLength(1);
  });

  it('is refused when the item’s id is somebody else’s', async () => {
    const item = { itemId: newId(), ...capture() };
    await sync(learner, item);
    const thief = await room.seat(classId);
    expect(await refusalOf(sync(thief, item))).toBe('item-id-taken');
    expect(await recordOf(thief)).toBeNull();
  });

  it('is refused when the device’s time does not fit the code', async () => {
    const { token, occurredAt } = capture();
    world.clock.advance({ hours: 2 });
    const minuteLater = new Date(occurredAt.getTime() + 60_000);
    expect(await refusalOf(sync(learner, { token, occurredAt: minuteLater }))).toBe('code-expired');
    expect(await refusalOf(sync(learner, { token }))).toBe('code-expired');
    expect(await refusalOf(sync(learner, { token, occurredAt }))).toBeNull();
  });

  it('is taken until 24 hours after the session', async () => {
    const { token, occurredAt } = capture();
    const late = await room.seat(classId);
    world.clock.set(new Date(door.endsAt.getTime() + 24 * 3_600_000));
    expect(await refusalOf(sync(learner, { token, occurredAt }))).toBeNull();
    world.clock.advance({ seconds: 1 });
    expect(await refusalOf(sync(late, { token, occurredAt }))).toBe('code-expired');
  });
});

describe('evidence', () => {
  it('cannot be changed or removed afterwards', async () => {
    await checkIns.checkIn(learner, { token: room.shown(door).token });
    const { dataSource } = world;
    await expect(dataSource.query(`UPDATE attendance_event SET grade = 'officer'`)).rejects.toThrow();
    await expect(dataSource.query('DELETE FROM attendance_event')).rejects.toThrow();
  });
});
