import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { ReviewDesk } from '../../test/support/review-desk.js';
import { IdentityService } from '../identity/identity.service.js';
import { OfficialDocument } from '../organisation/entities/official-document.entity.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { AuthoringModule } from './authoring.module.js';
import { TeachingAuthorisationReaderService } from './teaching-authorisation-reader.service.js';
import { TeachingAuthorisationService } from './teaching-authorisation.service.js';

let world: FeatureWorld;
let school: Organisation;
let other: Organisation;
let officer: Actor;
let stranger: Actor;
let lecturerId: string;

const reader = () => world.get(TeachingAuthorisationReaderService);
const service = () => world.get(TeachingAuthorisationService);
const DOCUMENT = { number: '12/QĐ-TCĐ', issuedOn: '2025-12-30', signer: 'Trần Văn Ký' };
const wish = () => ({
  ...{ personId: lecturerId, topic: 'quan-he-lao-dong', organisationId: school.id },
  ...{ validFrom: '2026-01-01', validTo: '2027-01-01', lawAsOf: '2025-12-31' },
  document: DOCUMENT,
});

beforeAll(async () => {
  world = await FeatureWorld.start([AuthoringModule]);
  const root = await world.found('TLD', 'Tổng Liên đoàn', null);
  school = await world.found('TCD', 'Trường Cán bộ công đoàn', root.id);
  other = await world.found('LDT', 'Liên đoàn tỉnh', root.id);
  lecturerId = await world.admit('Lê Thị Giảng', school.id);
  officer = world.actor(await world.admit('Đỗ Thị Trưởng'), 'school-officer', school);
  stranger = world.actor(await world.admit('Người Nơi Khác'), 'school-officer', other);
  await new ReviewDesk(world).publish('khoa', { bai: 'Một đoạn.' });
});

afterAll(() => world.stop());

it('is granted by who answers for the unit and the person, with an audit row, and ends on a day', async () => {
  const { id } = await service().grant(officer, wish());
  const { items, topics } = await reader().list(officer, lecturerId);
  expect(topics).toEqual(['quan-he-lao-dong']);
  expect(items).toMatchObject([
    {
      ...{ id, topic: 'quan-he-lao-dong', lawAsOf: '2025-12-31', validTo: '2027-01-01', isInForce: true },
      ...{
        organisation: { name: 'Trường Cán bộ công đoàn' },
        grantedBy: { fullName: 'Đỗ Thị Trưởng' },
        can: { end: true },
        document: DOCUMENT,
      },
    },
  ]);
  expect(await refusalOf(service().end(officer, id, { on: '2027-02-01' }))).toBe('authorisation-period-invalid');
  await service().end(officer, id, { on: '2026-06-01', reason: 'chuyển việc' });
  await service().end(officer, id, { on: '2026-06-01' });
  expect((await reader().list(officer, lecturerId)).items).toMatchObject([{ validTo: '2026-06-01', isInForce: false }]);
  const acts = await world.dataSource.manager.find(AuditEntry, {
    where: { subjectId: lecturerId },
    order: { id: 'ASC' },
  });
  const own = acts.filter(({ action }) => action.startsWith('authoring.'));
  expect(own.map(({ action, reason }) => [action, reason])).toEqual([
    ['authoring.authorise-teaching', null],
    ['authoring.end-teaching', 'chuyển việc'],
  ]);
});

it('is refused for other units, unknown topics, wrong days, and twice for the same days, also at once', async () => {
  const later = { ...wish(), validFrom: '2028-01-01', validTo: '2029-01-01' };
  expect(await refusalOf(service().grant(stranger, later))).toBe('not-found');
  expect(await refusalOf(service().grant(stranger, { ...later, organisationId: other.id }))).toBe('not-found');
  expect((await reader().list(stranger, lecturerId)).items).toEqual([]);
  expect(await refusalOf(service().grant(officer, { ...later, topic: 'khong-co' }))).toBe('topic-unknown');
  expect(await refusalOf(service().grant(officer, { ...later, validTo: '2027-12-31' }))).toBe(
    'authorisation-period-invalid',
  );
  expect(await refusalOf(service().grant(officer, { ...later, lawAsOf: '2028-01-02' }))).toBe(
    'authorisation-period-invalid',
  );
  const answers = await Promise.all(Array.from({ length: 4 }, () => refusalOf(service().grant(officer, later))));
  expect(answers.toSorted()).toEqual([...Array<string>(3).fill('authorisation-overlaps'), null].toSorted());
  const { items } = await reader().list(officer, lecturerId);
  const [first] = items;
  expect(await refusalOf(service().end(stranger, first?.id ?? '', { on: '2028-06-01' }))).toBe('not-found');
});

it('is for lecturers of the own units, too, who see all of their own; a paper is kept once', async () => {
  const guest = await world.admit('Trần Thị Khách', other.id);
  expect(await refusalOf(service().grant(officer, { ...wish(), personId: guest }))).toBe('not-found');
  await world.dataSource.transaction((tx) =>
    world.get(IdentityService).grantRole(tx, {
      ...{ personId: guest, role: 'lecturer', organisationId: school.id, validFrom: '2026-01-01' },
    }),
  );
  const { id } = await service().grant(officer, { ...wish(), personId: guest });
  expect(await reader().own(world.actor(guest))).toMatchObject([{ id, document: DOCUMENT, can: { end: false } }]);
  expect(await reader().own(stranger)).toEqual([]);
  const { number } = DOCUMENT;
  expect(await world.dataSource.manager.countBy(OfficialDocument, { number })).toBe(1);
  const later = { ...wish(), personId: guest, validFrom: '2027-01-01', validTo: '2028-01-01' };
  const forged = { ...later, document: { ...DOCUMENT, signer: 'Người Khác' } };
  expect(await refusalOf(service().grant(officer, forged))).toBe('document-known-otherwise');
  const early = { ...later, document: { ...DOCUMENT, issuedOn: '2026-11-22' } };
  expect(await refusalOf(service().grant(officer, early))).toBe('invalid-request');
});
