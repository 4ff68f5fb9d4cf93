import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { ClassRoom } from '../../test/support/training-class.js';
import { EnrolmentResult } from '../enrolment/entities/enrolment-result.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { AttendanceMarkService, type Mark } from './attendance-mark.service.js';
import { CheckInService } from './check-in.service.js';
import { ClassRosterService } from './class-roster.service.js';
import { ClassesModule } from './classes.module.js';
import { AttendanceEvent } from './entities/attendance-event.entity.js';
import type { ClassSession } from './entities/class-session.entity.js';

let world: FeatureWorld;
let room: ClassRoom;
let marks: AttendanceMarkService;
let classId: string;
let sessions: [ClassSession, ClassSession];
let learner: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([ClassesModule]);
  room = await ClassRoom.furnish(world);
  marks = world.get(AttendanceMarkService);
}, 60_000);
afterAll(() => world.stop());

beforeEach(async () => {
  world.clock.set('2026-11-21T01:00:00Z');
  const opened = await room.open([room.session('in-person', -10, 60), room.session('in-person', 120, 180)]);
  classId = opened.id;
  sessions = opened.sessions as [ClassSession, ClassSession];
  learner = await room.seat(classId, 'Đặng Thị Ánh');
});

const mark = (value: Mark['mark'], session = sessions[0], actor = room.lecturer) =>
  marks.mark(actor, session.id, { personId: learner.personId, mark: value, reason: 'Không mang điện thoại' });
const share = async () =>
  (await world.dataSource.manager.findOneBy(EnrolmentResult, { subjectKey: classId }))?.percent ?? null;

describe('marks by hand', () => {
  it('make present who came without a phone, with reason and audit row', async () => {
    const row = await mark('present');
    expect(row).toMatchObject({ personId: learner.personId, fullName: 'Đặng Thị Ánh', percent: 50 });
    expect(row.sessions[0]).toMatchObject({ verdict: 'present', basis: 'manual' });
    expect(await share()).toBe(50);
    const [event] = await world.dataSource.manager.findBy(AttendanceEvent, { personId: learner.personId });
    expect(event).toMatchObject({
      kind: 'manual-mark',
      grade: 'officer',
      mark: 'present',
      reason: 'Không mang điện thoại',
      recordedById: room.lecturer.personId,
    });
    const audit = await world.dataSource.manager.findBy(AuditEntry, { subjectId: sessions[0].id });
    expect(audit).toMatchObject([
      {
        action: 'classes.mark-attendance',
        actorId: room.lecturer.personId,
        organisationId: room.school.id,
        reason: 'Không mang điện thoại',
        details: { personId: learner.personId, mark: 'present', eventId: event?.id },
      },
    ]);
  });

  it('decide over a code that somebody else scanned, and the latest one decides', async () => {
    await world.get(CheckInService).checkIn(learner, { token: room.shown(sessions[0]).token });
    expect(await share()).toBe(50);
    expect((await mark('absent')).sessions[0]).toMatchObject({ verdict: 'absent', basis: 'manual' });
    expect(await share()).toBe(0);
    world.clock.advance({ seconds: 1 });
    expect((await mark('present')).sessions[0]).toMatchObject({ verdict: 'present' });
    expect(await share()).toBe(50);
    expect(await world.dataSource.manager.countBy(AttendanceEvent, { personId: learner.personId })).toBe(3);
  });

  it('excuse before the session; presence only once the door is open', async () => {
    expect((await mark('excused', sessions[1])).sessions[1]).toMatchObject({ verdict: 'excused' });
    expect(await refusalOf(mark('present', sessions[1]))).toBe('session-not-begun');
    world.clock.advance({ minutes: 90 });
    expect(await refusalOf(mark('present', sessions[1]))).toBeNull();
  });

  it('leave counts as not attended', async () => {
    await mark('present');
    const row = await mark('excused', sessions[1]);
    expect(row.percent).toBe(50);
    expect(await share()).toBe(50);
  });

  it('are for who runs the class, and for who has a seat', async () => {
    expect(await refusalOf(mark('present', sessions[0], learner))).toBe('not-found');
    const sibling = await world.found('TCX', 'Trường khác', null);
    const stranger = world.actor(await world.admit('Người ngoài'), 'school-officer', sibling);
    expect(await refusalOf(mark('present', sessions[0], stranger))).toBe('not-found');
    expect(await refusalOf(mark('present', sessions[0], room.officer))).toBeNull();
    learner = world.actor(await world.admit('Chưa ghi danh'));
    expect(await refusalOf(mark('present'))).toBe('person-not-registered');
  });
});

describe('roster', () => {
  it('lists by given name, with absence only once a session is over', async () => {
    await room.seat(classId, 'Nguyễn Văn Ẩn');
    await room.seat(classId, 'Trần Thị Ân');
    await room.seat(classId, 'Lê Văn Đỗ');
    await room.seat(classId, 'Phạm Thị Dương');
    const rosters = world.get(ClassRosterService);
    const before = await rosters.read(room.lecturer, classId);
    expect(before.items.map(({ fullName }) => fullName.split(' ').at(-1))).toEqual(['Ánh', 'Ân', 'Ẩn', 'Dương', 'Đỗ']);
    expect(before.items[0]?.sessions.map(({ verdict }) => verdict)).toEqual([null, null]);
    await mark('present');
    world.clock.advance({ minutes: 61 });
    const after = await rosters.read(room.lecturer, classId);
    expect(after.items[0]?.sessions.map(({ verdict }) => verdict)).toEqual(['present', null]);
    expect(after.items[1]?.sessions.map(({ verdict }) => verdict)).toEqual(['absent', null]);
    expect(after.counts.present).toEqual([
      { sessionId: sessions[0].id, count: 1 },
      { sessionId: sessions[1].id, count: 0 },
    ]);
  });

  it('is invisible to learners and siblings', async () => {
    const rosters = world.get(ClassRosterService);
    expect(await refusalOf(rosters.read(learner, classId))).toBe('not-found');
    const sibling = await world.found('TCY', 'Trường khác nữa', null);
    const officer = world.actor(await world.admit('Người ngoài'), 'federation-officer', sibling);
    expect(await refusalOf(rosters.read(officer, classId))).toBe('not-found');
    const auditor = world.actor(await world.admit('Kiểm tra'), 'auditor', room.school);
    expect(await refusalOf(rosters.read(auditor, classId))).toBeNull();
  });
});
