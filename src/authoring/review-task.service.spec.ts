import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importLibrary, publishCited, wording, type CitedCourse } from '../../test/support/cited-course.js';
import { FeatureWorld } from '../../test/support/feature-world.js';
import { LawAmendmentService } from '../law/law-amendment.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { LessonFlagService } from '../catalogue/lesson-flag.service.js';
import { QuestionFlagService } from '../question-bank/question-flag.service.js';
import { AuthoringModule } from './authoring.module.js';
import { LawAlertService } from './law-alert.service.js';
import { ReviewTaskService } from './review-task.service.js';

const CODE = 'vn.blld.2019';
const [D139, D199] = [`${CODE}.d139`, `${CODE}.d199`];

let world: FeatureWorld;
let tasks: ReviewTaskService;
let officer: Actor;
let authorId: string;
let reviewerId: string;
let amendmentId: string;
let draftId: string;
let root: Awaited<ReturnType<FeatureWorld['found']>>;

const COURSE: CitedCourse = { slug: 'luat', asOf: '2026-05-01', lessons: { b1: [D139], b2: [D199] } };

const all = () =>
  world.dataSource.query<{ slug: string; code: string; assigned: string | null; is_done: boolean }[]>(
    `SELECT c.slug, t.article_code AS code, t.assigned_to_id AS assigned, t.done_at IS NOT NULL AS is_done
       FROM review_task t JOIN course c ON c.id = t.course_id ORDER BY c.slug, t.article_code`,
  );
const told = () =>
  world.dataSource.query<object[]>(
    `SELECT person_id AS who, params->>'course' AS course FROM notification WHERE kind = 'law-review-task' ORDER BY 2`,
  );

beforeAll(async () => {
  world = await FeatureWorld.start([AuthoringModule]);
  tasks = world.get(ReviewTaskService);
  root = await world.found('GOC', 'Tổng liên đoàn', null);
  officer = world.actor(await world.admit('Cán bộ pháp luật', root.id), 'federation-officer', root);
  [authorId, reviewerId] = [await world.admit('Giảng viên'), await world.admit('Người thẩm định')];
  await world.dataSource.query(
    `INSERT INTO role_grant (id, person_id, role, organisation_id, valid_from) VALUES ($1, $2, 'reviewer', $3, '2026-01-01')`,
    [newId(), reviewerId, root.id],
  );
  const old = (number: string) => [wording('2021-01-01', `Điều ${number} cũ.`)];
  await importLibrary(world, { [CODE]: { 139: old('139'), 199: old('199') } });
  await publishCited(world, COURSE);
  // Only its quiz cites the article.
  await publishCited(world, {
    slug: 'cau-hoi',
    asOf: '2026-05-01',
    lessons: { k1: [D199] },
    questions: { k1: [D139] },
  });
  await publishCited(world, { slug: 'khac', asOf: '2026-05-01', lessons: { k1: [D199] }, questions: { k1: [D199] } });
  draftId = newId();
  await world.dataSource.query(
    `INSERT INTO course_draft (id, course_id, organisation_id, started_by_id, started_at)
     SELECT $1, id, $2, $3, '2026-01-01' FROM course WHERE slug = 'luat'`,
    [draftId, root.id, authorId],
  );
  await world.dataSource.query('INSERT INTO draft_contributor (draft_id, person_id) VALUES ($1, $2)', [
    draftId,
    authorId,
  ]);
  const amended = await world.get(LawAmendmentService).amend(officer, D139, {
    ...{ effectiveOn: '2026-07-01', summary: 'Điều 139 nói khác rồi.', amendedBy: '113/2025/QH15' },
    ...{ source: 'Công báo', reason: 'Luật Dân số' },
  });
  amendmentId = amended.id;
});
afterAll(() => world.stop());

it('asks the authors, else the reviewers, once for each course that cites the article', async () => {
  await Promise.all([1, 2, 3].map(() => tasks.open(amendmentId)));
  expect(await all()).toEqual([
    { slug: 'cau-hoi', code: D139, assigned: null, is_done: false },
    { slug: 'luat', code: D139, assigned: authorId, is_done: false },
  ]);
  expect(await told()).toEqual([
    { who: reviewerId, course: 'Khoá cau-hoi' },
    { who: authorId, course: 'Khoá luat' },
  ]);
});

it('is told to those who may write at the course, with what still says the old wording', async () => {
  await world.get(LessonFlagService).flag(amendmentId);
  await world.get(QuestionFlagService).flag(amendmentId);
  const alerts = async (actor: Actor) => world.get(LawAlertService).list(actor);
  expect(await alerts(world.actor(authorId, 'lecturer', root))).toMatchObject([
    {
      ...{ courseSlug: 'cau-hoi', draftId: null, articleNumber: '139', effectiveOn: '2026-07-01', lessons: [] },
      questions: [{ code: 'k1', title: 'Câu k1' }],
    },
    { courseSlug: 'luat', draftId, articleCode: D139, lessons: [{ slug: 'b1' }], questions: [] },
  ]);
  // Both courses are the top unit's to answer for.
  expect(await alerts(world.actor(authorId, 'lecturer', await world.found('TRUONG', 'Trường', root.id)))).toEqual([]);
  expect(await alerts(world.actor(reviewerId, 'reviewer', root))).toEqual([]);
});

describe('a published revision', () => {
  it('does the task when it no longer has the old wording, and opens it again when it has', async () => {
    const next = await publishCited(world, { ...COURSE, asOf: '2026-07-02' });
    await Promise.all([tasks.settle(next.revisionId), tasks.open(amendmentId)]);
    expect((await all()).map(({ slug, is_done }) => [slug, is_done])).toEqual([
      ['cau-hoi', false],
      ['luat', true],
    ]);
    await tasks.settle((await publishCited(world, COURSE)).revisionId);
    expect((await all()).map(({ is_done }) => is_done)).toEqual([false, false]);
    expect(await told()).toHaveLength(2);
  });
});
