/** @jest-environment node */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { openDeviceDatabase, type DeviceDatabase } from './database.js';
import { DraftKeeper, type Save, type SaveResult, type SaveState } from './draft-keeper.js';
import { DraftTexts } from './draft-texts.js';

const ME = 'person-1';
const PLACE = 'draft-1/bai-1';
let database: DeviceDatabase;
let texts: DraftTexts;
let round = 0;
let ids = 0;

/** A server that holds one text and remembers the saves it has taken. */
class Server {
  text = 'A';
  version = 1;
  isReachable = true;
  /** The next answers are lost on their way back. */
  losesAnswers = false;
  readonly taken = new Map<string, number>();
  readonly asked: Save[] = [];

  save = (save: Save): Promise<SaveResult> => {
    this.asked.push(save);
    if (!this.isReachable) return Promise.resolve({ kind: 'unreachable' });
    const result = this.take(save);
    return Promise.resolve(this.losesAnswers ? { kind: 'unreachable' } : result);
  };

  private take({ saveId, baseVersion, text }: Save): SaveResult {
    const known = this.taken.get(saveId);
    if (known !== undefined) return { kind: 'saved', version: known };
    if (baseVersion !== this.version) {
      const theirs = { text: this.text, version: this.version, changedBy: 'Lê Hoà', changedAt: '2026-11-21T03:42:00Z' };
      return { kind: 'conflict', theirs };
    }
    this.text = text;
    this.version += 1;
    this.taken.set(saveId, this.version);
    return { kind: 'saved', version: this.version };
  }
}

interface Tab {
  keeper: DraftKeeper;
  /** The waits asked for, newest last; run() ends the newest. */
  waits: number[];
  run(): Promise<void>;
  states: SaveState['kind'][];
}

const living = new Set<string>();

function openTab(server: Server, holder: string): Tab {
  const waits: number[] = [];
  living.add(holder);
  const keeper = new DraftKeeper(
    texts,
    { personId: ME, place: PLACE, holder },
    {
      send: (save) => server.save(save),
      later: (_run, ms) => {
        waits.push(ms);
        return () => undefined;
      },
      now: () => 1_000_000 + ids,
      newId: () => `id-${(ids += 1)}`,
      living: () => Promise.resolve(new Set([...living].filter((one) => one !== holder))),
    },
  );
  const states: SaveState['kind'][] = [];
  keeper.subscribe(() => states.push(keeper.snapshot().kind));
  return { keeper, waits, states, run: () => keeper.flush() };
}

/** The browser is killed: the page gets no chance to do anything. */
const kill = (holder: string): boolean => living.delete(holder);

beforeEach(async () => {
  round += 1;
  living.clear();
  database = await openDeviceDatabase(`drafts-${round}`);
  texts = new DraftTexts(() => Promise.resolve(database));
});

const stored = () => database.getAll('draftTexts');

describe('a lesson that is being written', () => {
  it('is on the device at once and with the server after a rest', async () => {
    const server = new Server();
    const { keeper, waits, run, states } = openTab(server, 'tab-1');
    expect(await keeper.start({ text: 'A', version: 1 })).toBe('A');
    await keeper.change('AB');
    expect(await stored()).toMatchObject([{ text: 'AB', baseVersion: 1 }]);
    expect(waits).toEqual([1_500]);
    await run();
    expect(server).toMatchObject({ text: 'AB', version: 2 });
    expect(await stored()).toEqual([]);
    expect(states).toEqual(['saved', 'saving', 'saved']);
  });

  it('waits for the network, longer each time, and says that it is kept on the device', async () => {
    const server = new Server();
    server.isReachable = false;
    const { keeper, waits, run } = openTab(server, 'tab-1');
    await keeper.start({ text: 'A', version: 1 });
    await keeper.change('AB');
    for (let times = 0; times < 6; times += 1) await run();
    expect(waits.slice(1)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(keeper.snapshot()).toEqual({ kind: 'kept' });
    server.isReachable = true;
    await run();
    expect(server.text).toBe('AB');
    expect(new Set(server.asked.map(({ saveId }) => saveId)).size).toBe(1);
  });

  it('survives a killed browser, also one killed between the save and its answer', async () => {
    const server = new Server();
    const first = openTab(server, 'tab-1');
    await first.keeper.start({ text: 'A', version: 1 });
    await first.keeper.change('AB');
    server.losesAnswers = true;
    await first.run();
    await first.keeper.change('ABC');
    kill('tab-1');
    server.losesAnswers = false;

    const second = openTab(server, 'tab-2');
    expect(await second.keeper.start({ text: server.text, version: server.version })).toBe('ABC');
    await second.run();
    await second.run();
    expect(server).toMatchObject({ text: 'ABC', version: 3 });
    expect(second.keeper.snapshot().kind).toBe('saved');
    expect(await stored()).toEqual([]);
  });

  it('goes on where the browser keeps nothing, and says so while the server is away', async () => {
    texts = new DraftTexts(() => Promise.reject(new Error('private window')));
    const server = new Server();
    server.isReachable = false;
    const { keeper, run } = openTab(server, 'tab-1');
    expect(await keeper.start({ text: 'A', version: 1 })).toBe('A');
    await keeper.change('AB');
    await run();
    expect(keeper.snapshot()).toEqual({ kind: 'unkept' });
    server.isReachable = true;
    await run();
    expect(server.text).toBe('AB');
    expect(keeper.snapshot().kind).toBe('saved');
  });

  it('sends again what ended in a fault', async () => {
    const server = new Server();
    const { keeper, waits, run } = openTab(server, 'tab-1');
    await keeper.start({ text: 'A', version: 1 });
    await keeper.change('AB');
    const save = server.save;
    server.save = () => Promise.reject(new Error('no JSON'));
    await run();
    expect(keeper.snapshot()).toEqual({ kind: 'kept' });
    expect(waits.at(-1)).toBe(2_000);
    server.save = save;
    await run();
    expect(server.text).toBe('AB');
  });

  it('in two tabs becomes a conflict that shows both texts and loses none', async () => {
    const server = new Server();
    const [one, two] = [openTab(server, 'tab-1'), openTab(server, 'tab-2')];
    await one.keeper.start({ text: 'A', version: 1 });
    await two.keeper.start({ text: 'A', version: 1 });
    await one.keeper.change('A của thẻ một');
    await two.keeper.change('A của thẻ hai');
    expect(await stored()).toHaveLength(2);
    await one.run();
    await two.run();
    expect(two.keeper.snapshot()).toMatchObject({
      kind: 'conflict',
      mine: 'A của thẻ hai',
      theirs: { text: 'A của thẻ một', version: 2, changedBy: 'Lê Hoà' },
    });
    await two.keeper.change('A của thẻ hai, viết tiếp');
    expect(two.keeper.snapshot()).toMatchObject({ kind: 'conflict', mine: 'A của thẻ hai, viết tiếp' });
    await two.keeper.keepMine();
    expect(server).toMatchObject({ text: 'A của thẻ hai, viết tiếp', version: 3 });
    expect(two.keeper.asides().map(({ text }) => text)).toEqual(['A của thẻ một']);
  });

  it('taking the other text keeps one’s own aside', async () => {
    const server = new Server();
    const { keeper, run } = openTab(server, 'tab-1');
    await keeper.start({ text: 'A', version: 1 });
    Object.assign(server, { text: 'Của chị Hoà', version: 2 });
    await keeper.change('Của tôi');
    await run();
    expect(await keeper.takeTheirs()).toBe('Của chị Hoà');
    expect(keeper.snapshot().kind).toBe('saved');
    expect(keeper.asides()).toMatchObject([{ text: 'Của tôi', isAside: true }]);
    await keeper.change('Của chị Hoà, thêm');
    await run();
    expect(server).toMatchObject({ text: 'Của chị Hoà, thêm', version: 3 });
  });

  it('a living tab keeps its text to itself; of two dead ones the newer is taken up and the other set aside', async () => {
    const server = new Server();
    server.isReachable = false;
    for (const holder of ['tab-1', 'tab-2', 'tab-3']) {
      const { keeper } = openTab(server, holder);
      await keeper.start({ text: 'A', version: 1 });
      ids += 1;
      await keeper.change(`A ${holder}`);
    }
    kill('tab-1');
    kill('tab-2');
    const { keeper } = openTab(server, 'tab-4');
    expect(await keeper.start({ text: 'A', version: 1 })).toBe('A tab-2');
    expect(keeper.asides().map(({ text }) => text)).toEqual(['A tab-1']);
    expect((await stored()).map(({ text }) => text).sort()).toEqual(['A tab-1', 'A tab-2', 'A tab-3']);
  });

  it('a refused save says why, keeps the text and tries again with the next change', async () => {
    const server = new Server();
    const { keeper, run } = openTab(server, 'tab-1');
    await keeper.start({ text: 'A', version: 1 });
    await keeper.change('AB');
    const problem = { code: 'draft-closed', title: 'Đã xuất bản', detail: '', status: 409 };
    const save = server.save;
    server.save = () => Promise.resolve({ kind: 'refused', problem });
    const refusing = openTab(server, 'tab-9');
    kill('tab-1');
    expect(await refusing.keeper.start({ text: 'A', version: 1 })).toBe('AB');
    await refusing.run();
    expect(refusing.keeper.snapshot()).toEqual({ kind: 'refused', problem });
    expect(await stored()).toMatchObject([{ text: 'AB', sending: null }]);
    server.save = save;
    await run();
    expect(server.text).toBe('AB');
  });

  it('takes over a newer text of the server only when nothing of its own is on the way', async () => {
    const server = new Server();
    const { keeper } = openTab(server, 'tab-1');
    await keeper.start({ text: 'A', version: 1 });
    expect(keeper.shownText()).toEqual({ text: 'A', number: 1 });
    expect(keeper.refresh({ text: 'B', version: 2 })).toBe(true);
    expect(keeper.shownText()).toEqual({ text: 'B', number: 2 });
    await keeper.change('BC');
    expect(keeper.refresh({ text: 'D', version: 3 })).toBe(false);
    expect(keeper.textNow()).toBe('BC');
  });
});
