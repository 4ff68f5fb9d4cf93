import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FakeClock } from '../../test/support/clock.js';
import type { TestDatabase } from '../../test/support/database.js';
import { FeatureWorld } from '../../test/support/feature-world.js';
import { Person } from '../identity/entities/person.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { Notification } from './entities/notification.entity.js';
import { NotificationModule } from './notification.module.js';
import { NotificationService, type Tiding } from './notification.service.js';

let world: FeatureWorld;
let database: TestDatabase;
let notifications: NotificationService;
let clock: FakeClock;

beforeAll(async () => {
  world = await FeatureWorld.start([NotificationModule]);
  ({ database, clock } = world);
  notifications = world.get(NotificationService);
});
afterAll(() => world.stop());

async function buildReader(): Promise<Actor> {
  const names = { fullName: 'Lý Văn Ấn', fullNameFolded: 'ly van an', sortName: 'Ấn Lý Văn' };
  const personId = newId();
  await database.dataSource.manager.insert(Person, { id: personId, ...names, createdAt: clock.now() });
  return { userId: newId(), personId, sessionId: newId(), locale: 'vi', grants: [] };
}

const tell = ({ personId }: Actor, dedupeKey: string, more: Partial<Tiding> = {}) =>
  database.dataSource.transaction((tx) =>
    notifications.tell(tx, {
      ...{ personId, dedupeKey, kind: 'certificate-issued', params: { course: 'Thương lượng', number: 7 } },
      ...{ link: '/chung-chi/1', ...more },
    }),
  );

describe('telling', () => {
  it('a fact fifty times at once leaves one line, and one teller was first', async () => {
    const reader = await buildReader();
    const told = await Promise.all(Array.from({ length: 50 }, () => tell(reader, 'certificate-issued:1')));
    expect(told.filter(Boolean)).toHaveLength(1);
    const { items } = await notifications.list(reader);
    expect(items).toEqual([
      {
        id: expect.any(String),
        kind: 'certificate-issued',
        params: { course: 'Thương lượng', number: 7 },
        link: '/chung-chi/1',
        createdAt: clock.now(),
        readAt: null,
      },
    ]);
  });

  it('the same fact to two people tells both; told again later it changes nothing', async () => {
    const [one, other] = [await buildReader(), await buildReader()];
    expect(await tell(one, 'class-moved:1')).toBe(true);
    expect(await tell(other, 'class-moved:1')).toBe(true);
    expect(await tell(one, 'class-moved:1', { link: '/khac' })).toBe(false);
    expect((await notifications.list(one)).items.map(({ link }) => link)).toEqual(['/chung-chi/1']);
  });

  it('is undone with the transaction that told it', async () => {
    const reader = await buildReader();
    const rolledBack = database.dataSource.transaction(async (tx) => {
      await notifications.tell(tx, { personId: reader.personId, dedupeKey: 'x', kind: 'x', params: {}, link: '/' });
      throw new Error('undo');
    });
    await expect(rolledBack).rejects.toThrow('undo');
    expect((await notifications.list(reader)).items).toEqual([]);
    expect(await tell(reader, 'x')).toBe(true);
  });
});

describe('the inbox', () => {
  it('comes newest first, in pages without gap or repetition, also within one instant', async () => {
    const reader = await buildReader();
    for (let i = 0; i < 120; i++) {
      if (i % 7 === 0) clock.advance({ seconds: 1 });
      await tell(reader, `fact:${i}`);
    }
    const all = await database.dataSource.manager.find(Notification, {
      where: { personId: reader.personId },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await notifications.list(reader, cursor ?? undefined);
      seen.push(...page.items.map(({ id }) => id));
      sizes.push(page.items.length);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('is closed to others: their lines look like nothing', async () => {
    const [owner, other] = [await buildReader(), await buildReader()];
    await tell(owner, 'private');
    const [line] = (await notifications.list(owner)).items;
    const id = line?.id ?? '';
    await expect(notifications.markRead(other, id)).rejects.toMatchObject({ status: 404 });
    await expect(notifications.markRead(owner, newId())).rejects.toMatchObject({ status: 404 });
    expect((await notifications.list(other, id)).items).toEqual([]);
  });

  it('remembers when a line was first read', async () => {
    const reader = await buildReader();
    await tell(reader, 'fact');
    const [line] = (await notifications.list(reader)).items;
    const firstRead = clock.now();
    await notifications.markRead(reader, line?.id ?? '');
    clock.advance({ hours: 1 });
    await notifications.markRead(reader, line?.id ?? '');
    expect((await notifications.list(reader)).items[0]?.readAt).toEqual(firstRead);
  });
});
