import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoundPage, type ViewportName } from '../support/browser.js';
import { openDesk, sentence, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const LECTURER = '0901000002';
const KINDS = ['single', 'multiple', 'true-false', 'short-answer', 'numeric', 'matching', 'ordering', 'cloze', 'essay'];

/** A sentence of the quiz's screens, with what stands in its places. */
function t(keys: string, places: Record<string, string | number> = {}): string {
  const text = sentence('quiz', ...keys.split('.'));
  return Object.entries(places).reduce((words, [name, value]) => words.replace(`{${name}}`, String(value)), text);
}

interface Question {
  id: string;
  kind: string;
  title: string;
  tags: string[];
  [part: string]: unknown;
}

interface Quiz {
  version: number;
  questions: Question[];
  settings: { kind: string; blueprint: unknown[] | null };
  cells: { available: number; lacking: number }[];
}

let desk: Desk;

describeInChromium(`a lecturer builds a quiz in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
  }, 240_000);

  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  describe.each<{ viewport: ViewportName; course: string }>([
    { viewport: 'phone', course: 'kiem-tra-tren-dien-thoai' },
    { viewport: 'desktop', course: 'kiem-tra-tren-may-tinh' },
  ])('on $viewport', ({ viewport, course }) => {
    let seat: Seat;
    let draft: string;

    const api = (path = '') => `${desk.server.url}/api/v1/drafts${path}`;
    const post = async <T>(path: string, data: object): Promise<T> => {
      const answer = await seat.context.request.post(api(path), { data });
      expect(answer.ok()).toBe(true);
      return (await answer.json()) as T;
    };
    const quiz = async (): Promise<Quiz> => {
      const answer = await seat.context.request.get(api(`/${draft}/lessons/luyen-tap/quiz`));
      return (await answer.json()) as Quiz;
    };
    const at = (query = '') => `/soan/${draft}/bai/luyen-tap${query}`;
    const write = (label: string, words: string, nth = 0, page: Page = seat.page) =>
      page.getByLabel(label, { exact: true }).nth(nth).fill(words);
    const press = (name: string, page: Page = seat.page) =>
      page.getByRole('button', { name, exact: true }).first().click();
    const choose = (label: string, value: string, nth = 0) =>
      seat.page.getByLabel(label, { exact: true }).nth(nth).selectOption(value);
    const begin = async (kind: string): Promise<void> => {
      await press(t('pick.open'));
      await seat.page
        .getByRole('dialog')
        .getByRole('button', { name: t(`kinds.${kind}`) })
        .click();
      await seat.page.getByRole('heading', { name: `${t('form.new')}: ${t(`kinds.${kind}`)}` }).waitFor();
    };
    const saved = (title: string, page: Page = seat.page) =>
      page
        .getByRole('status')
        .filter({ hasText: t('saved', { title }) })
        .waitFor();
    const save = async (title: string): Promise<void> => {
      await press(t('form.save'));
      await saved(title);
    };
    const rows = () => seat.page.locator('ol > li[data-key]');
    const titles = () => seat.page.locator('li[data-key] a').allTextContents();

    beforeAll(async () => {
      seat = await takeSeat(desk, viewport, LECTURER);
      draft = (await post<{ id: string }>('', { title: `Kiểm tra ${viewport}`, slug: course })).id;
      await post(`/${draft}/modules`, { title: 'Hoà giải' });
      await post(`/${draft}/modules/hoa-giai/lessons`, { kind: 'quiz', title: 'Luyện tập' });
      const url = api(`/${draft}/lessons/luyen-tap/quiz`);
      const data = { baseVersion: (await quiz()).version, saveId: crypto.randomUUID(), questions: [] };
      await seat.context.request.put(url, { data });
    }, 60_000);

    afterAll(async () => {
      await seat?.context.close();
    });

    it('opens the kinds by address, and names what is missing before anything is sent', async () => {
      await seat.go(at('?moi=1'));
      await seat.page.getByRole('dialog', { name: t('pick.title') }).waitFor();
      await seat.see('quiz-kinds');
      await seat.page
        .getByRole('dialog')
        .getByRole('button', { name: t('kinds.single') })
        .click();
      await press(t('form.save'));
      await seat.page.getByText(t('form.faults.needed')).first().waitFor();
      expect(await seat.page.evaluate<string>('document.activeElement.tagName')).toBe('TEXTAREA');
      await seat.see('quiz-faults');
    }, 60_000);

    it('writes a single choice with its law, difficulty and module; what is typed survives a reload', async () => {
      const { page } = seat;
      await write(t('form.stem'), 'Ai hoà giải trước?');
      await write(t('form.optionText'), 'Hoà giải viên lao động', 0);
      await write(t('form.optionText'), 'Toà án', 1);
      for (const number of [4, 3]) {
        await press(sentence('studio', 'outline', 'remove').replace('{name}', t('form.option', { number })));
      }
      await press(t('form.addOptionFeedback'));
      await write(t('form.optionFeedback'), 'Bước sau cùng.');
      await page.getByText(t('form.difficulties.1'), { exact: true }).click();
      await page.getByLabel(t('form.citations'), { exact: true }).fill('188');
      await page
        .getByRole('list', { name: t('form.foundArticles') })
        .getByRole('button')
        .first()
        .waitFor();
      await seat.see('quiz-citation');
      await page.getByLabel(t('form.citations'), { exact: true }).press('Enter');
      await page
        .getByRole('list', { name: t('form.cited') })
        .getByText('188')
        .waitFor();
      await choose(t('form.module'), 'module:hoa-giai');
      await page.getByText(t('form.kept')).waitFor();
      await page.reload();
      await page.getByText(t('form.found')).waitFor();
      expect(await page.getByLabel(t('form.stem'), { exact: true }).inputValue()).toBe('Ai hoà giải trước?');
      await seat.see('quiz-single');
      await press(t('form.preview'));
      await page.getByRole('dialog').getByText('Hoà giải viên lao động').click();
      await seat.see('quiz-preview');
      await page.keyboard.press('Escape');
      await save('Ai hoà giải trước?');
      const [question] = (await quiz()).questions;
      expect(question).toMatchObject({ kind: 'choice', several: false });
      expect(question?.tags).toEqual(
        expect.arrayContaining(['difficulty:1', 'module:hoa-giai', expect.stringMatching(/d188$/)]),
      );
    }, 90_000);

    it('writes the other eight kinds', async () => {
      await begin('multiple');
      await write(t('form.stem'), 'Ai được yêu cầu hoà giải?');
      for (const [nth, words] of ['Người lao động', 'Công ty', 'Toà án', 'Báo chí'].entries()) {
        await write(t('form.optionText'), words, nth);
      }
      const ticks = seat.page.getByRole('checkbox', { name: t('form.isRightToo') });
      await ticks.nth(0).check();
      await ticks.nth(1).check();
      await seat.see('quiz-multiple');
      await save('Ai được yêu cầu hoà giải?');

      await begin('true-false');
      await write(t('form.stem'), 'Hoà giải viên là người của công đoàn.');
      await seat.page.getByText(t('form.statementFalse'), { exact: true }).click();
      await seat.see('quiz-true-false');
      await save('Hoà giải viên là người của công đoàn.');

      await begin('short-answer');
      await write(t('form.stem'), 'Ai bổ nhiệm hoà giải viên?');
      await write(t('form.word'), 'Chủ tịch tỉnh');
      await seat.see('quiz-short-answer');
      await save('Ai bổ nhiệm hoà giải viên?');

      await begin('numeric');
      await write(t('form.stem'), 'Bao nhiêu phần trăm?');
      await write(t('form.numbers.value'), '1,5');
      await write(t('form.numbers.tolerance'), '0,1');
      await write(t('form.unit'), '%');
      await seat.see('quiz-numeric');
      await save('Bao nhiêu phần trăm?');

      await begin('matching');
      await write(t('form.stem'), 'Nối việc với người');
      for (const [nth, pair] of [
        ['Xử', 'Toà án'],
        ['Hoà giải', 'Hoà giải viên'],
        ['', 'Báo chí'],
      ].entries()) {
        await write(t('form.prompt'), pair[0] ?? '', nth);
        await write(t('form.match'), pair[1] ?? '', nth);
      }
      await seat.see('quiz-matching');
      await save('Nối việc với người');

      await begin('ordering');
      await write(t('form.stem'), 'Xếp các bước');
      for (const [nth, step] of ['Hoà giải', 'Nộp đơn', 'Ra toà'].entries()) await write(t('form.itemText'), step, nth);
      await press(sentence('studio', 'outline', 'up').replace('{name}', t('form.item', { number: 2 })));
      expect(await seat.page.getByLabel(t('form.itemText'), { exact: true }).first().inputValue()).toBe('Nộp đơn');
      await seat.see('quiz-ordering');
      await save('Xếp các bước');

      await begin('cloze');
      await write(t('form.clozeStem'), 'Hoà giải trong  ngày làm việc.');
      await seat.page.evaluate('document.querySelector("textarea").setSelectionRange(15, 15)');
      await press(t('form.insertBlank', { mark: '[[1]]' }));
      await choose(t('form.blankKind'), 'numeric');
      await write(t('form.numbers.value'), '5');
      await seat.see('quiz-cloze');
      await press(t('form.preview'));
      await seat.page.getByRole('dialog').getByRole('textbox').waitFor();
      await seat.see('quiz-cloze-preview');
      await seat.page.keyboard.press('Escape');
      await save('Hoà giải trong … ngày làm việc.');

      await begin('essay');
      await write(t('form.stem'), 'Anh/chị sẽ làm gì?');
      await write(t('form.criterionText'), 'Nêu đủ các bước');
      await write(t('form.points'), '4');
      await write(t('form.minimumWords'), '50');
      await seat.page.getByText(t('form.photo')).click();
      await seat.see('quiz-essay');
      await save('Anh/chị sẽ làm gì?');

      const { questions } = await quiz();
      expect(questions).toHaveLength(KINDS.length);
      const of = (kind: string) => questions.find((question) => question.kind === kind);
      expect(of('numeric')).toMatchObject({ unit: '%', answers: [{ min: 1.4, max: 1.6, percent: 100 }] });
      expect(of('cloze')).toMatchObject({ stem: { text: 'Hoà giải trong [[1]] ngày làm việc.' } });
      expect(of('essay')).toMatchObject({ photo: true, minimumWords: 50, rubric: [{ points: 4 }] });
      expect(questions.find(({ several }) => several === true)).toMatchObject({
        answers: [{ percent: 50 }, { percent: 50 }, { percent: -50 }, { percent: -50 }],
      });
    }, 240_000);

    it('edits one by its address, copies one, deletes one, and puts one first', async () => {
      const { page } = seat;
      const before = (await quiz()).questions;
      const single = before.find(({ kind }) => kind === 'choice');
      await seat.go(at(`?cau=${single?.id ?? ''}`));
      await write(t('form.stem'), 'Ai hoà giải tranh chấp trước hết?');
      await write(t('form.name'), 'Ai hoà giải trước hết');
      await save('Ai hoà giải trước hết');
      await press(sentence('studio', 'outline', 'copy').replace('{name}', 'Ai hoà giải trước hết'));
      await write(t('form.name'), 'Bản sao');
      await save('Bản sao');
      await press(sentence('studio', 'outline', 'remove').replace('{name}', 'Bản sao'));
      await page.getByRole('dialog', { name: t('remove.title') }).waitFor();
      await seat.see('quiz-remove');
      await press(t('remove.go'));
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await rows().count()).toBe(KINDS.length);
      const [first = '', second = ''] = await titles();
      await press(sentence('studio', 'outline', 'up').replace('{name}', second));
      await rows().first().filter({ hasText: second }).waitFor();
      expect((await titles()).slice(0, 2)).toEqual([second, first]);
      await seat.see('quiz-list');
    }, 90_000);

    it('draws by module, kind and difficulty, warned where the questions do not suffice', async () => {
      const { page } = seat;
      await press(t('settings.open'));
      await page.getByText(t('settings.final'), { exact: true }).click();
      await page.getByText(t('settings.ways.blueprint'), { exact: true }).click();
      await choose(t('blueprint.topic'), 'module:hoa-giai');
      await choose(t('blueprint.kind'), 'single');
      await write(t('blueprint.count'), '2');
      await page.getByText(t('blueprint.lacking', { count: 1 })).waitFor();
      await seat.see('quiz-blueprint-short');
      await write(t('blueprint.count'), '1');
      await press(t('blueprint.add'));
      await choose(t('blueprint.difficulty'), '2', 1);
      await write(t('blueprint.count'), '5', 1);
      await page.getByText(t('blueprint.total', { count: 6 })).waitFor();
      await page.getByText(t('blueprint.available', { count: 8 })).waitFor();
      await seat.see('quiz-settings');
      await press(t('settings.save'));
      await page.getByRole('heading', { name: /9/ }).waitFor();
      const { settings, cells } = await quiz();
      expect(settings).toMatchObject({
        kind: 'final',
        blueprint: [
          { tag: 'module:hoa-giai', kind: 'single', count: 1 },
          { difficulty: 2, count: 5 },
        ],
      });
      expect(cells.map(({ lacking }) => lacking)).toEqual([0, 0]);
    }, 90_000);

    it('keeps both wordings when two tabs write one question at once', async () => {
      const key = (await quiz()).questions[0]?.id ?? '';
      const pages = [await seat.context.newPage(), await seat.context.newPage()] as const;
      for (const page of pages) {
        page.on('pageerror', (error) => seat.faults.push(String(error)));
        await page.goto(`${desk.server.url}${at(`?cau=${key}`)}`);
        await page.getByLabel(t('form.name'), { exact: true }).waitFor();
      }
      for (const [nth, page] of pages.entries()) await write(t('form.name'), `Thẻ ${nth + 1}`, 0, page);
      const [one, two] = pages;
      await press(t('form.save'), one);
      await saved('Thẻ 1', one);
      await press(t('form.save'), two);
      await two.getByText(t('clash.title')).waitFor();
      await expectSoundPage(two, `${viewport}-quiz-clash`);
      expect(await two.getByLabel(t('form.name'), { exact: true }).inputValue()).toBe('Thẻ 2');
      await press(t('clash.keepBoth'), two);
      await saved('Thẻ 2', two);
      expect((await quiz()).questions.map(({ title }) => title)).toEqual(expect.arrayContaining(['Thẻ 1', 'Thẻ 2']));
      for (const page of pages) await page.close();
    }, 90_000);

    it('exports and imports them again unchanged', async () => {
      const before = (await quiz()).questions;
      const path = api(`/${draft}/lessons/luyen-tap/quiz`);
      const file = await seat.context.request.get(`${path}/export?format=xlsx`);
      await seat.go(at());
      await press(t('import.open'));
      const dialog = seat.page.getByRole('dialog');
      await dialog.getByText(t('import.modes.replace')).click();
      await dialog
        .getByLabel(t('import.file'))
        .setInputFiles({ name: 'cau-hoi.xlsx', mimeType: 'application/octet-stream', buffer: await file.body() });
      await press(t('import.replace', { count: before.length }));
      await dialog.waitFor({ state: 'detached' });
      const bare = (questions: Question[]) => questions.map((question) => ({ ...question, line: 0 }));
      expect(bare((await quiz()).questions)).toEqual(bare(before));
      expect(seat.faults).toEqual([]);
    }, 60_000);

    it('is as sound in English', async () => {
      await seat.page.evaluate('localStorage.setItem("us.locale", "en")');
      await seat.go(at());
      await seat.page.getByRole('heading', { name: '10 questions' }).waitFor();
      await seat.see('quiz-en-list');
      await seat.go(at('?dat=1'));
      await seat.page.getByRole('heading', { name: 'How the quiz is drawn and taken' }).waitFor();
      await seat.see('quiz-en-settings');
      expect(seat.faults).toEqual([]);
    }, 60_000);
  });
});
