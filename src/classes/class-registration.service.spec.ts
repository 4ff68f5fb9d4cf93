import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { ClassRoom } from '../../test/support/training-class.js';
import { Enrolment } from '../enrolment/entities/enrolment.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import { newId } from '../platform/ids/new-id.js';
import { ClassRegistrationService } from './class-registration.service.js';
import { ClassRosterService } from './class-roster.service.js';
import { ClassesModule } from './classes.module.js';
import { ClassRegistration } from './entities/class-registration.entity.js';
import { TrainingClass } from './entities/training-class.entity.js';

let world: FeatureWorld;
let room: ClassRoom;
let registrations: ClassRegistrationService;

beforeAll(async () => {
  world = await FeatureWorld.start([ClassesModule]);
  room = await ClassRoom.furnish(world);
  registrations = world.get(ClassRegistrationService);
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.clock.set('2026-11-21T01:00:00Z'));

const open = (capacity: number) => room.open([room.session('in-person', 60, 120)], { capacity });
const registrationsOf = (trainingClassId: string) =>
  world.dataSource.manager.find(ClassRegistration, { where: { trainingClassId }, order: { id: 'ASC' } });

describe('registration', () => {
  it('of 200 people at once for 40 seats gives exactly 40, the others wait in their order', async () => {
    const { id } = await open(40);
    const people = await Promise.all(Array.from({ length: 200 }, (_, n) => world.admit(`Người Thứ ${n}`)));
    const actors = people.map((personId) => world.actor(personId));
    const outcomes = await Promise.all(actors.map((actor) => registrations.register(actor, id)));
    expect(outcomes.filter(({ state }) => state === 'registered')).toHaveLength(40);
    expect(outcomes.filter(({ state }) => state === 'waitlisted')).toHaveLength(160);
    // Ids are made under the lock, so their order is that of the requests: nobody waits before somebody with a seat.
    const states = (await registrationsOf(id)).map(({ state }) => state);
    expect(states).toEqual([...Array<string>(40).fill('registered'), ...Array<string>(160).fill('waitlisted')]);
    const roster = await world.get(ClassRosterService).read(room.officer, id);
    expect(roster.counts).toMatchObject({ registered: 40, waitlisted: 160 });
    const waiting = roster.items.slice(40).map(({ personId }) => personId);
    expect(waiting).toEqual((await registrationsOf(id)).slice(40).map(({ personId }) => personId));
  }, 60_000);

  it('of one person many times at once is one', async () => {
    const { id } = await open(2);
    const actor = world.actor(await world.admit('Lê Thị Một'));
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => registrations.register(actor, id)));
    expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => outcome.id)).size).toBe(1);
  });

  it('enrols in the course when needed, once', async () => {
    const { id } = await open(2);
    const actor = await room.seat(id);
    await registrations.register(actor, id);
    const [enrolment, ...more] = await world.dataSource.manager.findBy(Enrolment, { personId: actor.personId });
    expect(more).toEqual([]);
    expect((await registrationsOf(id))[0]).toMatchObject({ enrolmentId: enrolment?.id, state: 'registered' });
  });

  it('gives a cancelled seat to the next who asks, and lets who cancelled come back last', async () => {
    const { id } = await open(1);
    const first = await room.seat(id);
    await world.dataSource.manager.update(ClassRegistration, { personId: first.personId }, { state: 'cancelled' });
    const second = world.actor(await world.admit('Người Sau'));
    expect(await registrations.register(second, id)).toMatchObject({ state: 'registered' });
    expect(await registrations.register(first, id)).toMatchObject({ state: 'waitlisted', isNew: true });
  });

  it('ends when the class is closed or over; who runs it may still add people after the last session', async () => {
    const { id } = await open(5);
    const late = world.actor(await world.admit('Người Muộn'));
    world.clock.advance({ minutes: 121 });
    expect(await refusalOf(registrations.register(late, id))).toBe('class-not-open');
    const added = await world.admit('Người Bổ Sung', room.school.id);
    expect(await registrations.register(room.officer, id, added)).toMatchObject({ state: 'registered' });
    await world.dataSource.manager.update(TrainingClass, { id }, { state: 'closed' });
    const more = await world.admit('Nữa', room.school.id);
    expect(await refusalOf(registrations.register(room.officer, id, more))).toBe('class-not-open');
  });

  it('of somebody else is for who runs the class, and leaves an audit row without names', async () => {
    const { id } = await open(5);
    const personId = await world.admit('Nguyễn Văn Ghi Danh', room.school.id);
    const sibling = await world.found(`X-${newId().slice(-6)}`, 'Trường khác', null);
    const stranger = world.actor(await world.admit('Cán bộ trường khác'), 'school-officer', sibling);
    expect(await refusalOf(registrations.register(stranger, id, personId))).toBe('not-found');
    expect(await refusalOf(registrations.register(world.actor(personId), id, room.lecturer.personId))).toBe(
      'not-found',
    );
    await registrations.register(room.officer, id, personId);
    const rows = await world.dataSource.manager.findBy(AuditEntry, {
      subjectId: id,
      action: 'classes.register-person',
    });
    expect(rows).toMatchObject([
      { actorId: room.officer.personId, organisationId: room.school.id, details: { personId, state: 'registered' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Ghi Danh');
  });

  it('seats nobody whom the actor may not know: they look like nobody, and stay unnamed', async () => {
    const { id } = await open(5);
    const sibling = await world.found(`Y-${newId().slice(-6)}`, 'Liên đoàn khác', null);
    const foreign = await world.admit('Người Đơn Vị Khác', sibling.id);
    const own = await world.admit('Người Của Trường', room.school.id);
    const refusal = async (actor: typeof room.officer, personId: string) =>
      registrations.register(actor, id, personId).then(
        () => null,
        (error: unknown) => JSON.stringify(error).replaceAll(personId, '<id>'),
      );
    for (const actor of [room.officer, room.lecturer]) {
      const unknown = await refusal(actor, newId());
      expect(unknown).toContain('not-found');
      expect(await refusal(actor, foreign)).toBe(unknown);
    }
    // A lecturer answers for nobody.
    expect(await refusal(room.lecturer, own)).toContain('not-found');
    expect(await registrationsOf(id)).toEqual([]);
    expect(await refusal(room.officer, own)).toBeNull();
    // Who registered by themselves is on the roster, and may be seated again after cancelling.
    await registrations.register(world.actor(foreign), id);
    await world.dataSource.manager.update(ClassRegistration, { personId: foreign }, { state: 'cancelled' });
    expect(await registrations.register(room.lecturer, id, foreign)).toMatchObject({
      state: 'registered',
      isNew: true,
    });
  });
});
