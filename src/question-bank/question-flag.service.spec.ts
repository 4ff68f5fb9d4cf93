import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importLibrary, publishCited, wording, type CitedCourse } from '../../test/support/cited-course.js';
import { FeatureWorld } from '../../test/support/feature-world.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { LessonFlagService } from '../catalogue/lesson-flag.service.js';
import { LawAmendmentService } from '../law/law-amendment.service.js';
import { LawModule } from '../law/law.module.js';
import type { Actor } from '../platform/auth/actor.js';
import { QuestionBankModule } from './question-bank.module.js';
import { QuestionBankService } from './question-bank.service.js';
import { QuestionFlagService } from './question-flag.service.js';

const CODE = 'vn.blld.2019';
const [D139, D154, D199] = [`${CODE}.d139`, `${CODE}.d154`, `${CODE}.d199`];

let world: FeatureWorld;
let officer: Actor;
let reviewerId: string;

const COURSE: CitedCourse = {
  ...{ slug: 'luat', asOf: '2026-05-01', draw: 3 },
  lessons: { b1: [D139], b2: [D199], b3: [D139, D154], 'tinh-huong-1': [D139] },
  questions: { c1: [D139], c2: [D199], c3: [D139, D199], c4: [D154], c5: [D199] },
};
const OTHER: CitedCourse = { slug: 'khac', asOf: '2026-05-01', lessons: { k1: [D199] }, questions: { k1: [D199] } };

const amend = async (code: string, effectiveOn: string): Promise<string> => {
  const said = {
    summary: `${code} từ ${effectiveOn} nói khác.`,
    amendedBy: 'Luật mới',
    source: 'Công báo',
    reason: 'Sửa',
  };
  return (await world.get(LawAmendmentService).amend(officer, code, { effectiveOn, ...said })).id;
};
const flag = async (id: string) => {
  await world.get(LessonFlagService).flag(id);
  await world.get(QuestionFlagService).flag(id);
};
const settle = async (revisionId: string) => {
  await world.get(LessonFlagService).settle(revisionId);
  await world.get(QuestionFlagService).settle(revisionId);
};
/** `number of the revision: what is flagged (for which article)`, of open flags. */
const open = async (): Promise<string[]> => {
  const rows = await world.dataSource.query<{ name: string }[]>(
    `SELECT concat(k.slug, ' ', r.number, ': ', l.slug, ' ', a.number) AS name
       FROM lesson_flag f JOIN lesson l ON l.id = f.lesson_id JOIN course_revision r ON r.id = l.revision_id
       JOIN course k ON k.id = r.course_id JOIN law_article a ON a.id = f.article_id WHERE f.closed_at IS NULL
     UNION ALL
     SELECT concat(k.slug, ': ', w.title, ' ', a.number) FROM question_flag f JOIN question_version w ON w.id = f.question_version_id
       JOIN question q ON q.id = w.question_id JOIN course k ON k.id = q.course_id
       JOIN law_article a ON a.id = f.article_id WHERE f.closed_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};
const drawable = async (quizId: string): Promise<string[]> => {
  const ids = await world.get(QuestionFlagService).drawable(await world.get(QuestionBankService).pool(quizId));
  const rows = await world.dataSource.query<{ title: string }[]>(
    'SELECT title FROM question_version WHERE id = ANY ($1) ORDER BY title',
    [ids],
  );
  return rows.map(({ title }) => title);
};
const state = () =>
  world.dataSource.query<object[]>(
    `SELECT (SELECT json_agg(f ORDER BY f) FROM (SELECT xmin::text, ctid, * FROM lesson_flag) f) AS lessons,
            (SELECT json_agg(f ORDER BY f) FROM (SELECT xmin::text, ctid, * FROM question_flag) f) AS questions,
            (SELECT count(*) FROM notification) AS lines`,
  );

let quizId: string;
let firstRevision: string;
let amendment: string;

beforeAll(async () => {
  world = await FeatureWorld.start([LawModule, CatalogueModule, QuestionBankModule]);
  const root = await world.found('GOC', 'Tổng liên đoàn', null);
  officer = world.actor(await world.admit('Cán bộ pháp luật', root.id), 'federation-officer', root);
  reviewerId = await world.admit('Người thẩm định', root.id);
  await world.dataSource.query(
    `INSERT INTO role_grant (id, person_id, role, organisation_id, valid_from) VALUES (gen_random_uuid(), $1, 'reviewer', $2, '2026-01-01')`,
    [reviewerId, root.id],
  );
  world.clock.set('2026-06-01T02:00:00Z');
  const old = (number: string) => [wording('2021-01-01', `Điều ${number} cũ.`)];
  await importLibrary(world, { [CODE]: { 139: old('139'), 154: old('154'), 199: old('199') } });
  await publishCited(world, OTHER);
  ({ quizId, revisionId: firstRevision } = await publishCited(world, COURSE));
});

afterAll(() => world.stop());

describe('an amendment', () => {
  it('touches nothing before its day', async () => {
    amendment = await amend(D139, '2026-07-01');
    await flag(amendment);
    expect(await open()).toEqual([]);
    expect(await drawable(quizId)).toEqual(['Câu c1', 'Câu c2', 'Câu c3', 'Câu c4', 'Câu c5']);
  });

  it('flags on its day exactly what cites the article; repeated and at once it changes nothing', async () => {
    world.clock.set('2026-07-01T01:00:00Z');
    await world.get(LawAmendmentService).announceDue();
    await Promise.all([flag(amendment), flag(amendment), flag(amendment)]);
    expect(await open()).toEqual([
      'luat 1: b1 139',
      'luat 1: b3 139',
      'luat 1: tinh-huong-1 139',
      'luat: Câu c1 139',
      'luat: Câu c3 139',
    ]);
    const before = await state();
    await flag(amendment);
    await settle(firstRevision);
    expect(await state()).toEqual(before);
  });

  it('leaves the questions out of new papers, and warns once of a quiz that falls short', async () => {
    expect(await drawable(quizId)).toEqual(['Câu c2', 'Câu c4', 'Câu c5']);
    expect(await world.get(QuestionFlagService).shortQuizzes(amendment)).toEqual([]);
    const second = await amend(D154, '2026-07-01');
    await flag(second);
    await flag(second);
    expect(await world.get(QuestionFlagService).shortQuizzes(second)).toMatchObject([
      { id: quizId, draw: 3, left: 2, cells: [] },
    ]);
    const lines = await world.dataSource.query<object[]>('SELECT person_id, kind, params FROM notification');
    expect(lines).toEqual([
      { person_id: reviewerId, kind: 'quiz-short', params: { quiz: 'Kiểm tra', left: 2, draw: 3 } },
    ]);
  });

  it('shows learners the old and the new wording', async () => {
    const changes = await world.get(LessonFlagService).changesOf(firstRevision);
    expect(changes.map(({ number, isUpdating }) => [number, isUpdating])).toEqual([
      ...[
        ['139', true],
        ['139', true],
        ['139', true],
        ['154', true],
      ],
    ]);
    expect(changes[0]).toMatchObject({
      ...{ oldSummary: 'Điều 139 cũ.', newSummary: `${D139} từ 2026-07-01 nói khác.`, effectiveOn: '2026-07-01' },
      ...{ amendedBy: 'Luật mới', successors: [] },
    });
  });
});

describe('the next revision', () => {
  it('closes what it settles; what it leaves is flagged in it', async () => {
    // c1 is worded anew, c3 is released unchanged, c4 stays as it was in a lesson that nobody checked again.
    const next = { ...COURSE, asOf: '2026-07-02', questions: { 'c1~2': [D139], c2: [D199], c3: [D139, D199] } };
    const { revisionId, quizId: nextQuiz } = await publishCited(world, next);
    await settle(revisionId);
    expect(await open()).toEqual([]);
    const outcomes = await world.dataSource.query<object[]>(
      `SELECT w.title, f.outcome FROM question_flag f JOIN question_version w ON w.id = f.question_version_id ORDER BY 1`,
    );
    expect(outcomes).toEqual([
      { title: 'Câu c1', outcome: 'replaced' },
      { title: 'Câu c3', outcome: 'confirmed' },
      { title: 'Câu c4', outcome: 'replaced' },
    ]);
    expect(await drawable(nextQuiz)).toEqual(['Câu c1~2', 'Câu c2', 'Câu c3']);
    // Who stays on the old revision is not asked about the old law either.
    expect(await drawable(quizId)).toEqual(['Câu c2', 'Câu c3', 'Câu c5']);
    const changes = await world.get(LessonFlagService).changesOf(firstRevision);
    expect(new Set(changes.map(({ isUpdating }) => isUpdating))).toEqual(new Set([false]));
  });

  it('that is written against the old law again is flagged again', async () => {
    const { revisionId } = await publishCited(world, { ...COURSE, lessons: { b1: [D139] }, questions: { c9: [D199] } });
    await settle(revisionId);
    expect(await open()).toEqual(['luat 3: b1 139']);
  });
});

describe('a quiz with a blueprint', () => {
  it('falls short by the cell that nothing is left for, however many others are left', async () => {
    const { quizId: byCells } = await publishCited(world, {
      ...{ slug: 'de-cuong', asOf: '2026-07-02', draw: 3, lessons: { k1: [D199] } },
      questions: { k1: [D154], k2: [D199], k3: [D199], k4: [D199] },
      blueprint: [
        { tag: D199, kind: 'true-false', count: 2 },
        { tag: D154, count: 1 },
      ],
    });
    const third = await amend(D154, '2026-07-05');
    world.clock.set('2026-07-05T01:00:00Z');
    await world.get(LawAmendmentService).announceDue();
    await flag(third);
    expect(await world.get(QuestionFlagService).shortQuizzes(third)).toMatchObject([
      { id: byCells, draw: 3, left: 2, cells: [{ tag: D154, count: 1, left: 0 }] },
    ]);
  });
});

describe('a document that gave way to another', () => {
  it('flags whatever cites it, and names what took its place', async () => {
    const [old, fresh] = ['vn.nd12.2022', 'vn.nd283.2026'];
    await importLibrary(world, {
      [old]: { 8: [wording('2022-01-17', 'Mức phạt cũ.')], 9: [wording('2022-01-17', 'Mức khác.')] },
      [fresh]: { 7: [wording('2026-09-10', 'Mức phạt mới.')] },
    });
    const { revisionId } = await publishCited(world, {
      ...{
        slug: 'phat',
        asOf: '2026-06-01',
        lessons: { p1: [`${old}.d8`], p2: [D199] },
        questions: { p: [`${old}.d8`] },
      },
    });
    world.clock.set('2026-09-10T01:00:00Z');
    const { id } = await world.get(LawAmendmentService).replace(officer, old, {
      ...{ byCode: fresh, effectiveOn: '2026-09-10', amendedBy: '283/2026/NĐ-CP', source: 'Công báo', reason: 'Thay' },
      mapping: [{ from: `${old}.d8`, to: [`${fresh}.d7`] }],
    });
    await flag(id);
    expect((await open()).filter((name) => name.startsWith('phat'))).toEqual(['phat 1: p1 8', 'phat: Câu p 8']);
    const [change] = await world.get(LessonFlagService).changesOf(revisionId);
    expect(change).toMatchObject({
      ...{ number: '8', oldSummary: 'Mức phạt cũ.', newSummary: null },
      successors: [{ number: '7', summary: 'Mức phạt mới.' }],
    });
  });
});
