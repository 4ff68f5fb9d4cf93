import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { ClassRoom } from '../../test/support/training-class.js';
import { IdentityService } from '../identity/identity.service.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import { newId } from '../platform/ids/new-id.js';
import { CheckInService } from './check-in.service.js';
import { ClassListService } from './class-list.service.js';
import { ClassSessionService } from './class-session.service.js';
import { ClassesModule } from './classes.module.js';
import { DemoClassService } from './demo-class.service.js';
import { ClassRegistration } from './entities/class-registration.entity.js';
import type { ClassSession } from './entities/class-session.entity.js';
import { TrainingClass } from './entities/training-class.entity.js';
import { TrainingClassService, type NewClass } from './training-class.service.js';

const START = '2026-11-21T01:00:05Z';

let world: FeatureWorld;
let room: ClassRoom;
let lists: ClassListService;

beforeAll(async () => {
  world = await FeatureWorld.start([ClassesModule]);
  room = await ClassRoom.furnish(world);
  lists = world.get(ClassListService);
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.clock.set(START));

describe('opening a class', () => {
  const classes = () => world.get(TrainingClassService);
  const plan = async (part: Partial<NewClass> = {}): Promise<NewClass> => {
    const { slug } = await world.publishCourse({ title: { vi: 'Khoá' }, completionRule: {} });
    const sessions = [room.session('online', 120, 180), room.session('in-person', 60, 100)];
    return {
      name: ' Lớp  mới ',
      courseSlug: slug,
      organiserId: room.school.id,
      capacity: 30,
      lecturerIds: [],
      sessions,
      ...part,
    };
  };
  const faultsOf = async (given: NewClass, actor = room.officer) => {
    const problem = await classes()
      .open(actor, given)
      .catch((error: { extras: { errors: { pointer: string }[] } }) => error);
    return typeof problem === 'string' ? [] : problem.extras.errors.map(({ pointer }) => pointer);
  };

  it('gives it the next code of the organiser’s year, orders its sessions and leaves an audit row', async () => {
    const id = await classes().open(room.officer, await plan());
    const next = await classes().open(room.officer, await plan());
    const view = await lists.get(room.officer, id);
    expect(view).toMatchObject({ name: 'Lớp mới', state: 'open', registered: 0 });
    expect(view.organiser.name).toBe('Trường Trung cấp Công đoàn Phương Nam');
    expect(view.sessions.map(({ mode, position }) => [position, mode])).toEqual([
      [1, 'in-person'],
      [2, 'online'],
    ]);
    const number = (code: string) => Number(/^TCD-2026-(\d+)$/.exec(code)?.[1]);
    expect(number((await lists.get(room.officer, next)).code)).toBe(number(view.code) + 1);
    const audit = await world.dataSource.manager.findBy(AuditEntry, { subjectId: id });
    expect(audit).toMatchObject([{ action: 'classes.open-class', actorId: room.officer.personId }]);
  });

  it('many at once have different codes; a code that is taken is refused', async () => {
    const plans = await Promise.all(Array.from({ length: 10 }, () => plan()));
    const ids = await Promise.all(plans.map((given) => classes().open(room.officer, given)));
    const opened = await Promise.all(ids.map((id) => lists.get(room.officer, id)));
    expect(new Set(opened.map(({ code }) => code)).size).toBe(10);
    await classes().open(room.officer, await plan({ code: 'K12/2026' }));
    expect(await refusalOf(classes().open(room.officer, await plan({ code: 'K12/2026' })))).toBe('class-code-taken');
  });

  it('names every fault at once', async () => {
    const backwards = { ...room.session('online', 60, 90), endsAt: room.at(30) };
    const wrong = await plan({
      courseSlug: 'khong-co',
      organiserId: newId(),
      hostId: newId(),
      lecturerIds: [room.lecturer.personId, newId()],
      sessions: [room.session('online', 10, 20), backwards],
    });
    expect((await faultsOf(wrong)).sort()).toEqual([
      '/courseSlug',
      '/hostId',
      '/lecturerIds/1',
      '/organiserId',
      '/sessions/1/endsAt',
    ]);
  });

  it('is refused for a unit outside the officer’s scope, as if it did not exist', async () => {
    const sibling = await world.found('TCZ', 'Trường khác', null);
    expect(await faultsOf(await plan({ organiserId: sibling.id }))).toEqual(['/organiserId']);
    const unitOfficer = world.actor(await world.admit('Cán bộ cơ sở'), 'unit-officer', room.school);
    expect(await faultsOf(await plan(), unitOfficer)).toEqual(['/organiserId']);
  });
});

describe('whom and what a class may name', () => {
  const open = async (part: Partial<NewClass>) => {
    const { slug } = await world.publishCourse({ title: { vi: 'Khoá' }, completionRule: {} });
    const given = {
      name: 'Lớp',
      courseSlug: slug,
      organiserId: room.school.id,
      capacity: 30,
      lecturerIds: [],
      ...part,
    };
    return world.get(TrainingClassService).open(room.officer, { ...given, sessions: [room.session('online', 60, 90)] });
  };
  const refusal = (part: Partial<NewClass>, id: string) =>
    open(part).then(
      () => null,
      (error: { extras: object }) => JSON.stringify(error.extras).replaceAll(id, '<id>'),
    );

  it('lecturers: oneself, those of the own units and who was made a lecturer there; others look like nobody', async () => {
    const elsewhere = await world.found(`G-${newId().slice(-6)}`, 'Đơn vị khác', null);
    const [own, foreign] = [await world.admit('GV Trường', room.school.id), await world.admit('GV Khác', elsewhere.id)];
    const grant = { personId: foreign, role: 'lecturer' as const, validFrom: '2026-01-01' };
    const grantOn = (organisationId: string) =>
      world.dataSource.transaction((tx) => world.get(IdentityService).grantRole(tx, { ...grant, organisationId }));
    await grantOn(elsewhere.id);
    const nobody = newId();
    const unknown = await refusal({ lecturerIds: [own, nobody] }, nobody);
    expect(unknown).toContain('/lecturerIds/1');
    expect(await refusal({ lecturerIds: [own, foreign] }, foreign)).toBe(unknown);
    await grantOn(room.school.id);
    const id = await open({ lecturerIds: [own, foreign, room.officer.personId] });
    expect((await lists.get(room.officer, id)).lecturers).toHaveLength(3);
  });

  it('host: a unit of one’s own, or a school; others look like none', async () => {
    const elsewhere = await world.found(`H-${newId().slice(-6)}`, 'Đơn vị khác', null);
    const below = await world.found(`H-${newId().slice(-6)}`, 'Phân hiệu', room.school.id);
    const nobody = newId();
    const unknown = await refusal({ hostId: nobody }, nobody);
    expect(unknown).toContain('/hostId');
    expect(await refusal({ hostId: elsewhere.id }, elsewhere.id)).toBe(unknown);
    await world.dataSource.query(`UPDATE organisation_period SET kind = 'truong' WHERE organisation_id = $1`, [
      elsewhere.id,
    ]);
    expect(await refusal({ hostId: elsewhere.id }, elsewhere.id)).toBeNull();
    expect(await refusal({ hostId: below.id }, below.id)).toBeNull();
  });
});

describe('what people see of classes', () => {
  let classId: string;
  let sessions: ClassSession[];

  beforeEach(async () => {
    const online = { ...room.session('online', 120, 180), meetingUrl: 'https://meet.example/lop' };
    const opened = await room.open([room.session('in-person', -10, 60), online], { capacity: 2 });
    classId = opened.id;
    sessions = opened.sessions;
  });

  const listed = async (actor: Parameters<ClassListService['list']>[0], audience: 'learner' | 'lecturer' | 'officer') =>
    (await lists.list(actor, audience)).some(({ id }) => id === classId);

  it('a stranger sees an open class without the place to meet online, and may register', async () => {
    const stranger = world.actor(await world.admit('Người lạ'));
    const view = await lists.get(stranger, classId);
    expect(view.sessions.map(({ meetingUrl, myVerdict }) => [meetingUrl, myVerdict])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(view).toMatchObject({
      attendance: null,
      myRegistration: null,
      can: { register: true, showCode: false, readRoster: false, markAttendance: false },
    });
    expect(await listed(stranger, 'learner')).toBe(true);
    expect(await listed(stranger, 'lecturer')).toBe(false);
    expect(await listed(stranger, 'officer')).toBe(false);
  });

  it('who has a seat sees the place, the own verdicts and what the course asks for', async () => {
    const learner = await room.seat(classId);
    await world.get(CheckInService).checkIn(learner, { token: room.shown(sessions[0] as ClassSession).token });
    const view = await lists.get(learner, classId);
    expect(view.sessions.map(({ meetingUrl, myVerdict }) => [meetingUrl, myVerdict])).toEqual([
      [null, 'present'],
      ['https://meet.example/lop', null],
    ]);
    expect(view).toMatchObject({
      registered: 1,
      myRegistration: { state: 'registered' },
      attendance: { plannedSessions: 2, attendedSessions: 1, percent: 50, minimumPercent: 100 },
      can: { register: false },
      lecturers: [{ id: room.lecturer.personId, fullName: 'Trần Minh Khuê' }],
    });
    const schedule = await lists.schedule(learner);
    expect(schedule.map(({ sessionId, verdict }) => [sessionId, verdict])).toEqual([
      [sessions[0]?.id, 'present'],
      [sessions[1]?.id, null],
    ]);
    world.clock.advance({ hours: 4 });
    expect((await lists.schedule(learner))[1]?.verdict).toBe('absent');
  });

  it('who waits sees neither place nor schedule', async () => {
    await room.seat(classId);
    await room.seat(classId);
    const waiting = await room.seat(classId);
    const view = await lists.get(waiting, classId);
    expect(view.myRegistration?.state).toBe('waitlisted');
    expect(view.sessions[1]?.meetingUrl).toBeNull();
    expect(await lists.schedule(waiting)).toEqual([]);
  });

  it('lecturers see what they teach, officers what lies in their scope', async () => {
    expect(await listed(room.lecturer, 'lecturer')).toBe(true);
    expect(await listed(room.officer, 'officer')).toBe(true);
    const sibling = await world.found(`S-${newId().slice(-6)}`, 'Trường khác', null);
    const officer = world.actor(await world.admit('Cán bộ trường khác'), 'school-officer', sibling);
    expect(await listed(officer, 'officer')).toBe(false);
    expect((await lists.get(room.lecturer, classId)).can).toEqual({
      register: false,
      showCode: true,
      readRoster: true,
      markAttendance: true,
    });
  });

  it('a closed class is gone for strangers, and not for who has a seat', async () => {
    const [learner, stranger] = [await room.seat(classId), world.actor(await world.admit('Người lạ'))];
    await world.dataSource.manager.update(TrainingClass, classId, { state: 'closed' });
    expect(await refusalOf(lists.get(stranger, classId))).toBe('not-found');
    expect(await listed(stranger, 'learner')).toBe(false);
    expect(await refusalOf(lists.get(learner, classId))).toBeNull();
    expect(await listed(learner, 'learner')).toBe(true);
  });
});

describe('the lecturer’s screen', () => {
  const code = (session: ClassSession, actor = room.lecturer) => world.get(ClassSessionService).code(actor, session.id);

  it('shows a code that checks people in, until the next one, and how many are there', async () => {
    const { id, sessions } = await room.open([room.session('in-person', -10, 60)]);
    const session = sessions[0] as ClassSession;
    const [first, second] = [await room.seat(id), await room.seat(id)];
    const shown = await code(session);
    expect(shown).toMatchObject({ presentCount: 0, registeredCount: 2, refreshInSeconds: 15 });
    expect(shown.validUntil).toEqual(new Date('2026-11-21T01:00:20Z'));
    expect(shown.url).toMatch(/^https:\/\/kynang\.example\.vn\/d\/[\w-]{43}$/);
    await world.get(CheckInService).checkIn(first, { token: shown.url.split('/').at(-1) });
    await world.get(CheckInService).checkIn(second, { sixDigits: shown.sixDigits });
    expect(await code(session, room.officer)).toMatchObject({ presentCount: 2 });
    world.clock.advance({ seconds: 15 });
    const next = await code(session);
    expect([next.slot, next.url === shown.url]).toEqual([shown.slot + 1, false]);
  });

  it('is for who runs the class, in a room, while the door is open', async () => {
    const { id, sessions } = await room.open([room.session('in-person', 31, 60), room.session('online', 90, 120)]);
    const [later, online] = sessions as [ClassSession, ClassSession];
    expect(await refusalOf(code(later, await room.seat(id)))).toBe('not-found');
    expect(await refusalOf(code(later))).toBe('check-in-closed');
    expect(await refusalOf(code(online))).toBe('session-not-in-person');
    world.clock.advance({ minutes: 1 });
    expect(await refusalOf(code(later))).toBeNull();
    world.clock.advance({ minutes: 60 });
    expect(await refusalOf(code(later))).toBe('check-in-closed');
  });
});

describe('the demonstration class', () => {
  it('is being held right now, once a day, with everybody registered', async () => {
    const { slug } = await world.publishCourse({ title: { vi: 'Giải quyết tranh chấp' }, completionRule: {} });
    const learnerIds = [await world.admit('Học viên Một'), await world.admit('Học viên Hai')];
    const demo = {
      courseSlug: slug,
      organiserId: room.school.id,
      lecturerIds: [room.lecturer.personId],
      learnerIds,
    };
    const seed = () => world.dataSource.transaction((tx) => world.get(DemoClassService).seed(tx, demo));
    await Promise.all([seed(), seed(), seed()]);
    world.clock.advance({ minutes: 30 });
    await seed();
    const found = await world.dataSource.manager.findBy(TrainingClass, { code: 'DEMO-2026-11-21' });
    expect(found).toHaveLength(1);
    const classId = found[0]?.id ?? '';
    const seats = await world.dataSource.manager.findBy(ClassRegistration, { trainingClassId: classId });
    expect(seats.map(({ state }) => state)).toEqual(['registered', 'registered']);
    const view = await lists.get(room.lecturer, classId);
    expect(view.sessions.map(({ mode }) => mode)).toEqual(['online', 'in-person']);
    const shown = await world.get(ClassSessionService).code(room.lecturer, view.sessions[1]?.id ?? '');
    expect(shown.registeredCount).toBe(2);
    world.clock.advance({ days: 1 });
    await seed();
    expect(await world.dataSource.manager.countBy(TrainingClass, { code: 'DEMO-2026-11-22' })).toBe(1);
  });
});
