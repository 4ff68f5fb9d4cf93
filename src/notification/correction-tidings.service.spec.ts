import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FeatureWorld } from '../../test/support/feature-world.js';
import { CorrectionDecisionService } from '../identity/correction-decision.service.js';
import { CorrectionRequestService } from '../identity/correction-request.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import { IdentityService } from '../identity/identity.service.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { OutboxEntry } from '../platform/jobs/entities/outbox-entry.entity.js';
import { NotificationJobs } from './notification.jobs.js';
import { NotificationModule } from './notification.module.js';
import { NotificationService } from './notification.service.js';

let world: FeatureWorld;
let jobs: NotificationJobs;
let unit: Organisation;
let officer: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, NotificationModule]);
  jobs = world.get(NotificationJobs);
  const root = await world.found('TLD', 'Tổng Liên đoàn', null);
  unit = await world.found('CDCS', 'CĐCS Lúa Vàng', root.id);
  const officerId = await world.admit('Cán bộ', unit.id);
  officer = world.actor(officerId, 'unit-officer', unit);
  await world.dataSource.transaction((tx) =>
    world.get(IdentityService).grantRole(tx, {
      ...{ personId: officerId, role: 'unit-officer', organisationId: unit.id, validFrom: '2026-01-01' },
    }),
  );
});
afterAll(() => world.stop());

const inbox = async (actor: Actor) =>
  (await world.get(NotificationService).list(actor)).items.map(({ kind, params }) => ({ kind, params }));

it('tells the officers what is asked and the person what became of it, once each, whatever is delivered twice', async () => {
  const person = world.actor(await world.admit('Nguyễn Thị Mận', unit.id));
  const requests = world.get(CorrectionRequestService);
  const { id: requestId } = await requests.ask(person, { field: 'gender', wishedValue: 'female' });
  const queued = await world.dataSource.manager.find(OutboxEntry);
  expect(queued.map(({ job, payload }) => ({ job, payload }))).toContainEqual({
    ...{ job: 'notification.tell-correction-request', payload: { requestId } },
  });
  await jobs.tellCorrectionAnswer({ requestId });
  for (let n = 0; n < 2; n += 1) await jobs.tellCorrectionRequest({ requestId });
  expect(await inbox(officer)).toEqual([{ kind: 'correction-asked', params: { person: 'Nguyễn Thị Mận' } }]);
  expect(await inbox(person)).toEqual([]);
  const rejection = { decision: 'reject', reason: 'Chưa khớp căn cước' } as const;
  await world.get(CorrectionDecisionService).decide(officer, requestId, rejection);
  for (let n = 0; n < 2; n += 1) await jobs.tellCorrectionAnswer({ requestId });
  expect(await inbox(person)).toEqual([{ kind: 'correction-rejected', params: { reason: 'Chưa khớp căn cước' } }]);
});

it('empties the inbox of whoever was erased, and takes their name from that of the officers', async () => {
  const person = world.actor(await world.admit('Lê Thị Xoá', unit.id));
  const other = world.actor(await world.admit('Lê Thị Còn', unit.id));
  for (const actor of [person, other]) {
    const { id } = await world.get(CorrectionRequestService).ask(actor, { field: 'other', note: 'Sai đơn vị' });
    await jobs.tellCorrectionRequest({ requestId: id });
    await world.get(CorrectionDecisionService).decide(officer, id, { decision: 'accept' });
    await jobs.tellCorrectionAnswer({ requestId: id });
  }
  await jobs.erasePerson({ personId: person.personId });
  expect(await inbox(person)).toEqual([]);
  expect(await inbox(other)).toEqual([{ kind: 'correction-accepted', params: { reason: '' } }]);
  const told = JSON.stringify(await inbox(officer));
  expect(told).toContain('Lê Thị Còn');
  expect(told).not.toContain('Lê Thị Xoá');
});
