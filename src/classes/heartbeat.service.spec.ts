import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld } from '../../test/support/feature-world.js';
import { ClassRoom } from '../../test/support/training-class.js';
import { Enrolment } from '../enrolment/entities/enrolment.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { ClassesModule } from './classes.module.js';
import { ClassesService } from './classes.service.js';
import { AttendanceEvent } from './entities/attendance-event.entity.js';
import { AttendanceRecord } from './entities/attendance-record.entity.js';
import type { ClassSession } from './entities/class-session.entity.js';
import type { SyncedHeartbeat } from './heartbeat.service.js';

let world: FeatureWorld;
let room: ClassRoom;
let classes: ClassesService;
let online: ClassSession;
let inPerson: ClassSession;
let learner: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([ClassesModule]);
  room = await ClassRoom.furnish(world);
  classes = world.get(ClassesService);
}, 60_000);
afterAll(() => world.stop());

beforeEach(async () => {
  world.clock.set('2026-11-21T01:00:00Z');
  const opened = await room.open([room.session('online', 0, 60), room.session('in-person', 120, 180)], {
    completionRule: { attendance: { minimumPercent: 50 } },
  });
  [online, inPerson] = opened.sessions as [ClassSession, ClassSession];
  learner = await room.seat(opened.id);
  world.clock.set(new Date(online.endsAt.getTime() + 5 * 60_000));
});

const minute = (n: number) => new Date(online.startsAt.getTime() + n * 60_000);
const beat = (from: number, to: number, deviceId = 'phone'): SyncedHeartbeat => ({
  itemId: newId(),
  classSessionId: online.id,
  from: minute(from),
  to: minute(to),
  deviceId,
  receivedAt: world.clock.now(),
});
const apply = async (beats: SyncedHeartbeat[]) => {
  const refused = await world.dataSource.transaction((tx) => classes.applyHeartbeats(tx, learner, beats));
  return beats.map(({ itemId }) => refused.get(itemId)?.code ?? 'applied');
};
const record = () =>
  world.dataSource.manager.findOneBy(AttendanceRecord, { classSessionId: online.id, personId: learner.personId });
const events = () => world.dataSource.manager.countBy(AttendanceEvent, { personId: learner.personId });

describe('heartbeats of an online session', () => {
  it('of two devices never double the minutes, in whatever order and however often they come', async () => {
    const phone = [0, 10, 20].map((from) => beat(from, from + 10, 'phone'));
    const laptop = [25, 5, 15].map((from) => beat(from, from + 10, 'laptop'));
    expect(await apply([...laptop, ...phone])).toEqual(Array(6).fill('applied'));
    expect(await record()).toMatchObject({ verdict: 'partial', basis: 'online', minutes: 35 });
    await apply([...phone, ...laptop].reverse());
    expect(await record()).toMatchObject({ minutes: 35 });
    expect(await events()).toBe(6);
  });

  it('make the person present from the session’s minimum on, and complete the course', async () => {
    await apply([0, 10, 20, 30].map((from) => beat(from, from + 10)));
    expect(await record()).toMatchObject({ verdict: 'partial', minutes: 40 });
    await apply([beat(40, 48)]);
    expect(await record()).toMatchObject({ verdict: 'present', minutes: 48 });
    const enrolment = await world.dataSource.manager.findOneByOrFail(Enrolment, { personId: learner.personId });
    expect(enrolment.state).toBe('completed');
  });

  it('sent by two devices at the same moment are both counted', async () => {
    const batches = [0, 10, 20, 30, 40, 50].map((from) => [beat(from, from + 10)]);
    await Promise.all(batches.map((batch) => apply(batch)));
    expect(await record()).toMatchObject({ verdict: 'present', minutes: 60 });
  });

  it('count only inside the session', async () => {
    await apply([beat(-5, 5), beat(55, 63)]);
    expect(await record()).toMatchObject({ minutes: 10 });
  });

  it('count only until they arrived: the future is not attended yet', async () => {
    world.clock.set(minute(15));
    await apply([beat(10, 20)]);
    world.clock.set(minute(70));
    // 5 minutes, and the half minute by which a device's clock may be ahead.
    expect(await record()).toMatchObject({ minutes: 5.5 });
  });

  it('are refused one by one', async () => {
    const wrong = [
      beat(0, 10.01), // longer than ten minutes
      beat(20, 20), // empty
      beat(30, 25), // backwards
      beat(-30, -20), // before the session
      { ...beat(0, 5), classSessionId: inPerson.id },
      { ...beat(0, 5), classSessionId: newId() },
    ];
    const right = beat(0, 10);
    expect(await apply([...wrong, right])).toEqual([
      'heartbeat-invalid',
      'heartbeat-invalid',
      'heartbeat-invalid',
      'heartbeat-invalid',
      'session-not-online',
      'not-registered',
      'applied',
    ]);
    expect(await events()).toBe(1);
  });

  it('are refused from who has no seat', async () => {
    learner = world.actor(await world.admit('Người lạ'));
    expect(await apply([beat(0, 10)])).toEqual(['not-registered']);
  });

  it('are graded by how late they come, and refused after a day', async () => {
    await apply([beat(50, 60)]);
    world.clock.set(minute(60 + 24 * 60));
    await apply([beat(0, 10)]);
    const found = await world.dataSource.manager.find(AttendanceEvent, {
      where: { personId: learner.personId },
      order: { receivedAt: 'ASC' },
    });
    expect(found.map(({ grade }) => grade)).toEqual(['on-time', 'late-sync']);
    world.clock.advance({ seconds: 1 });
    expect(await apply([beat(10, 20)])).toEqual(['evidence-too-late']);
  });

  it('of one batch may name the same item twice', async () => {
    const twice = beat(0, 10);
    expect(await apply([twice, twice])).toEqual(['applied', 'applied']);
    expect(await events()).toBe(1);
  });
});
