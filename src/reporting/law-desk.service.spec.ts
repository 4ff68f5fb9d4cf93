import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { importLibrary, publishCited, wording } from '../../test/support/cited-course.js';
import { FeatureWorld } from '../../test/support/feature-world.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { LawAmendmentService } from '../law/law-amendment.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { LawDeskService } from './law-desk.service.js';
import { ReportingModule } from './reporting.module.js';

const D139 = 'vn.blld.2019.d139';

let world: FeatureWorld;
let desk: LawDeskService;
let officer: Actor;
let unitReviewer: Actor;
let rootReviewer: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule, ReportingModule]);
  desk = world.get(LawDeskService);
  const root = await world.found('GOC', 'Tổng liên đoàn', null);
  const unit = await world.found('TRUONG', 'Trường', root.id);
  officer = world.actor(await world.admit('Cán bộ pháp luật', root.id), 'federation-officer', root);
  rootReviewer = world.actor(await world.admit('Người thẩm định', root.id), 'reviewer', root);
  unitReviewer = world.actor(await world.admit('Người thẩm định ở trường', unit.id), 'reviewer', unit);
  await importLibrary(world, { 'vn.blld.2019': { 139: [wording('2021-01-01', 'Điều 139 cũ.')] } });
  await publishCited(world, { slug: 'luat', asOf: '2026-05-01', lessons: { b1: [D139] } });
});
afterAll(() => world.stop());

it('says who may record a change: a reviewer only from the top of the tree', async () => {
  const may = async (actor: Actor) => (await desk.list(actor)).can.amend;
  expect([await may(officer), await may(rootReviewer), await may(unitReviewer)]).toEqual([true, true, false]);
});

it('says that it is at work until every job about the change is done', async () => {
  const { id } = await world.get(LawAmendmentService).amend(officer, D139, {
    ...{ effectiveOn: '2026-07-01', summary: 'Điều 139 nói khác rồi.', amendedBy: '113/2025/QH15' },
    ...{ source: 'Công báo', reason: 'Luật Dân số' },
  });
  expect(await desk.get(id)).toMatchObject({ isUnderWay: true, flagged: [] });
  await world.dataSource.query('UPDATE outbox_entry SET finished_at = $1', [world.clock.now()]);
  expect(await desk.get(id)).toMatchObject({ isUnderWay: false });
});
