import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importLibrary, publishCited, wording } from '../../test/support/cited-course.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { ClassRoom } from '../../test/support/training-class.js';
import { TeachingAuthorisationService } from '../authoring/teaching-authorisation.service.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import { newId } from '../platform/ids/new-id.js';
import { ClassLecturerService, type ChoiceQuestion } from './class-lecturer.service.js';
import { ClassesModule } from './classes.module.js';
import { TrainingClassService, type NewClass } from './training-class.service.js';

const CODE = 'vn.blld.2019';
const COURSE = { slug: 'tranh-chap', asOf: '2026-05-01', lessons: { b1: [`${CODE}.d188`] } };
const [DISPUTES, STRIKES] = ['tranh-chap', 'dinh-cong'];

let world: FeatureWorld;
let room: ClassRoom;

beforeAll(async () => {
  world = await FeatureWorld.start([ClassesModule]);
  world.clock.set('2026-11-21T01:00:05Z');
  room = await ClassRoom.furnish(world);
  const versions = [
    wording('2021-01-01', 'Điều cũ.', '2026-07-01'),
    wording('2026-07-01', 'Điều mới.', '2027-02-01'),
    wording('2027-02-01', 'Điều sau nữa.'),
  ];
  await importLibrary(world, { [CODE]: { 188: versions } });
  await publishCited(world, { ...COURSE, topics: [DISPUTES, STRIKES] });
}, 60_000);
afterAll(() => world.stop());

const authorise = (topic: string, part: { validFrom?: string; validTo?: string; lawAsOf?: string }) =>
  world.get(TeachingAuthorisationService).grant(room.officer, {
    ...{ personId: room.lecturer.personId, topic, organisationId: room.school.id },
    ...{ validFrom: '2026-01-01', lawAsOf: '2026-01-01', ...part },
  });

const open = (part: Partial<NewClass> = {}) => {
  const sessions = [room.session('online', 60, 90), room.session('online', 24 * 60, 25 * 60)];
  return world.get(TrainingClassService).open(room.officer, {
    ...{ name: 'Lớp', courseSlug: COURSE.slug, organiserId: room.school.id, capacity: 30 },
    ...{ lecturerIds: [room.lecturer.personId], sessions, ...part },
  });
};

type Errors = { pointer: string; detail: { vi: string } }[];

const errorsOf = (promise: Promise<unknown>): Promise<[string, string][]> =>
  promise.then(
    () => [],
    ({ extras }: { extras: { errors?: Errors } }) =>
      (extras.errors ?? []).map(({ pointer, detail }): [string, string] => [pointer, detail.vi]),
  );

const choice = (part: Partial<ChoiceQuestion> = {}, actor = room.officer) =>
  world.get(ClassLecturerService).choice(actor, {
    ...{ courseSlug: COURSE.slug, organiserId: room.school.id, from: '2026-11-21', to: '2026-11-22' },
    ...{ q: '', ids: null, ...part },
  });

describe('who teaches a class', () => {
  it('is refused without an authorisation for a topic of the course on all of its days', async () => {
    const refused = /chưa được phân công dạy chủ đề nào/;
    expect(await errorsOf(open())).toEqual([['/lecturerIds/0', expect.stringMatching(refused)]]);
    expect((await choice()).items).toMatchObject([{ fullName: 'Trần Minh Khuê', isAuthorised: false, topics: [] }]);
    // Until the first day of the class, and not on the second.
    await authorise(DISPUTES, { validTo: '2026-11-22' });
    expect(await errorsOf(open())).toEqual([['/lecturerIds/0', expect.stringMatching(refused)]]);
    expect((await choice()).items).toMatchObject([{ isAuthorised: false, topics: [{ covers: false }] }]);
    expect((await choice({ to: '2026-11-21' })).items).toMatchObject([{ isAuthorised: true }]);
    // A second one follows at once.
    await authorise(DISPUTES, { validFrom: '2026-11-22' });
    expect((await choice()).items).toMatchObject([{ isAuthorised: true, topics: [{ topic: DISPUTES, covers: true }] }]);
  });

  it('is asked about once when the law moved or a topic has nobody, and that is recorded', async () => {
    const asked = await errorsOf(open());
    expect(asked.map(([pointer]) => pointer)).toEqual(['/lecturerIds/0', '/lecturerIds']);
    expect(asked[0]?.[1]).toBe(
      `Trần Minh Khuê: luật đã thay đổi sau ngày đối chiếu của phân công: Điều 188 (${CODE}) từ 01/07/2026.`,
    );
    expect(asked[1]?.[1]).toMatch(/còn 1 chủ đề/);
    expect(await refusalOf(open())).toBe('teaching-to-confirm');
    const { items } = await choice();
    expect(items).toMatchObject([{ topics: [{ changes: [{ code: `${CODE}.d188`, on: '2026-07-01' }] }] }]);
    const id = await open({ teachingConfirmed: true });
    const act = await world.dataSource.manager.findOneByOrFail(AuditEntry, { subjectId: id });
    expect(act.details).toMatchObject({
      teachingConfirmed: {
        lawMoved: [{ personId: room.lecturer.personId, articles: [`${CODE}.d188`] }],
        uncoveredTopics: [STRIKES],
      },
    });
  });

  it('is not asked about when all is in order, nor when nobody is named or the course has no topics', async () => {
    const another = world.actor(await world.admit('Lê Văn Mới', room.school.id));
    for (const topic of [DISPUTES, STRIKES]) {
      await world.get(TeachingAuthorisationService).grant(room.officer, {
        ...{ personId: another.personId, topic, organisationId: room.school.id },
        ...{ validFrom: '2026-08-01', lawAsOf: '2026-07-01' },
      });
    }
    const id = await open({ lecturerIds: [another.personId] });
    const act = await world.dataSource.manager.findOneByOrFail(AuditEntry, { subjectId: id });
    expect(act.details).not.toHaveProperty('teachingConfirmed');
    expect(await refusalOf(open({ lecturerIds: [] }))).toBeNull();
    const { slug } = await world.publishCourse({ title: { vi: 'Khoá' }, completionRule: {} });
    expect(await refusalOf(open({ courseSlug: slug }))).toBeNull();
  });

  it('is chosen among lecturers of the own units by part of a name; other units are not there', async () => {
    expect((await choice({ q: 'minh khue' })).items).toHaveLength(1);
    expect((await choice({ q: 'khong co ai' })).items).toEqual([]);
    expect((await choice({ ids: [newId()] })).items).toEqual([]);
    expect((await choice({ ids: [room.lecturer.personId] })).items).toHaveLength(1);
    expect((await choice({ from: '2026-11-22', to: '2026-11-21' })).items).toHaveLength(1);
    const elsewhere = await world.found('LDX', 'Liên đoàn khác', null);
    const stranger = world.actor(await world.admit('Cán bộ nơi khác'), 'school-officer', elsewhere);
    expect(await refusalOf(choice({}, stranger))).toBe('not-found');
    expect((await choice({ organiserId: elsewhere.id }, stranger)).items).toEqual([]);
    expect(await refusalOf(choice({ courseSlug: 'khong-co' }))).toBe('not-found');
  });
});
