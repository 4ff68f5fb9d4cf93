import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importLibrary, wording } from '../../test/support/cited-course.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { AnswerService } from '../assessment/answer.service.js';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { QuestionTallyService } from '../assessment/question-tally.service.js';
import { QuizAttemptService } from '../assessment/quiz-attempt.service.js';
import { AuthoringModule } from '../authoring/authoring.module.js';
import { CourseDraft } from '../authoring/entities/course-draft.entity.js';
import { DraftFile } from '../authoring/entities/draft-file.entity.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CourseImportService } from '../catalogue/course-import.service.js';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { LawAmendmentService } from '../law/law-amendment.service.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import type { QuestionResponse } from '../question-bank/entities/question-body.js';
import { QuestionFlagService } from '../question-bank/question-flag.service.js';
import { QuestionImportService, type ParsedQuestion } from '../question-bank/question-import.service.js';
import { QuestionListService, type QuestionsAsked } from './question-list.service.js';
import { QuestionPageService, type QuestionPage } from './question-page.service.js';
import { ReportingModule } from './reporting.module.js';

const [D1, D2] = ['vn.luat.d1', 'vn.luat.d2'];
const NOBODY = { kind: 'true-false' as const, correct: true, feedbackWrong: null, feedbackRight: null, general: null };

const trueFalse = (code: string, about: Partial<ParsedQuestion> = {}): ParsedQuestion => ({
  ...{ code, kind: 'true-false', title: `Câu ${code}`, body: { stem: `<p>Nội dung ${code}</p>` }, answerKey: NOBODY },
  ...{ difficulty: 1, tags: [], citations: [], ...about },
});
const SINGLE: ParsedQuestion = {
  ...{ code: 'hg-1', kind: 'single', title: 'Ai hoà giải', difficulty: 2, tags: ['tinh-huong'], citations: [D1] },
  body: { stem: '<p>Đường nào <em>trước tiên</em>?</p>', options: ['Hoà giải viên', 'Trọng tài', 'Toà án'] },
  answerKey: { kind: 'single', weights: [1, 0, 0], feedback: [null, null, '<em>Bước sau.</em>'], general: 'Điều 1.' },
};
const ESSAY: ParsedQuestion = {
  ...{ code: 'tl-1', kind: 'essay', title: 'Viết đơn', difficulty: 3, tags: [], citations: [D2] },
  body: { stem: '<p>Viết đơn.</p>', rubric: [{ criterion: 'Đủ', points: 2 }] },
  answerKey: { kind: 'essay', general: null },
};

let world: FeatureWorld;
let questions: QuestionListService;
let pages: QuestionPageService;
let root: Organisation;
let unit: Organisation;
let top: Actor;
let own: Actor;
let stranger: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([
    CatalogueModule,
    EnrolmentModule,
    AuthoringModule,
    AssessmentModule,
    ReportingModule,
  ]);
  world.config.CONTENT_DIR = resolve('content');
  questions = world.get(QuestionListService);
  pages = world.get(QuestionPageService);
  root = await world.found('TLD', 'Tổng Liên đoàn', null);
  unit = await world.found('LDLD-A', 'LĐLĐ tỉnh A', root.id);
  const other = await world.found('LDLD-B', 'LĐLĐ tỉnh B', root.id);
  top = world.actor(await world.admit('Vũ Thị Hoa', root.id), 'reviewer', root);
  own = world.actor(await world.admit('Trần Thị Mai', unit.id), 'lecturer', unit);
  stranger = world.actor(await world.admit('Lê Văn Xa', other.id), 'lecturer', other);
  const version = wording('2020-01-01', 'Như cũ.');
  await importLibrary(world, { 'vn.luat': { 1: [version], 2: [version] } });
}, 60_000);
afterAll(() => world.stop());

/** Publishes a revision of a course whose only quiz draws all of these, or only submits it. @returns the quiz */
async function publish(
  slug: string,
  pool: ParsedQuestion[],
  isPublished = true,
): Promise<{ quizId: string; courseId: string }> {
  const title = { vi: `Khoá ${slug}` };
  const lesson = { slug: 'luyen', kind: 'quiz' as const, title: { vi: 'Luyện tập' }, minutes: 5, markdown: '' };
  const asOf = '2026-05-01';
  return world.dataSource.transaction(async (tx) => {
    const course = await world.get(CourseImportService).importDraft(tx, {
      ...{ slug, contentHash: newId(), title, summary: title, asOf, topics: [], estimatedMinutes: 10 },
      ...{ completionRule: {}, certificateRule: null },
      skillModules: [{ slug: 'x', title, summary: title, lessons: [{ ...lesson, citations: [], asOf }] }],
    });
    const lessonId = course.lessonIdBySlug.get('luyen') ?? '';
    const quiz = { slug: 'luyen', title: lesson.title, kind: 'practice' as const, draw: pool.length, questions: pool };
    const rules = { timeLimitSeconds: null, graceSeconds: 0, passPercent: 50, maxAttempts: 0, shuffleOptions: true };
    const review = 'after-submission' as const;
    const place = { ...course, lessonId, asOf };
    await world.get(QuestionImportService).importQuiz(tx, { ...quiz, ...rules, review }, place);
    if (isPublished) await world.get(CourseImportService).publish(tx, course);
    const [row] = await tx.query<{ id: string }[]>('SELECT id FROM quiz WHERE lesson_id = $1', [lessonId]);
    return { quizId: row?.id ?? '', courseId: course.courseId };
  });
}

/** A course that the desk of a unit began. */
async function begin(courseId: string, by: Actor, files: Record<string, string> = {}): Promise<string> {
  const draft = { id: newId(), courseId, organisationId: unit.id, startedById: by.personId, baseRevisionId: null };
  await world.dataSource.manager.insert(CourseDraft, {
    ...{ ...draft, version: 1, startedAt: world.clock.now(), closedAt: null },
  });
  for (const [path, text] of Object.entries(files)) {
    const changed = { changedById: by.personId, changedAt: world.clock.now() };
    await world.dataSource.manager.insert(DraftFile, {
      draftId: draft.id,
      path,
      text,
      hash: null,
      version: 1,
      ...changed,
    });
  }
  return draft.id;
}

/** Somebody new answers some questions of a quiz by code, and hands in unless told otherwise. */
async function answer(
  at: { slug: string; quizId: string },
  given: Record<string, QuestionResponse>,
  isHandedIn = true,
): Promise<void> {
  const learner = world.actor(await world.admit('Người Học', unit.id));
  const enrolmentId = (await world.get(EnrolmentService).begin(learner, at.slug)).view.id;
  const { attempt } = (await world.get(QuizAttemptService).start(learner, { quizId: at.quizId, enrolmentId })).view;
  for (const [code, response] of Object.entries(given)) {
    const [row] = await world.dataSource.query<{ id: string }[]>(
      `SELECT r.question_version_id AS id FROM quiz_response r JOIN question_version w ON w.id = r.question_version_id
         JOIN question q ON q.id = w.question_id WHERE r.attempt_id = $1 AND q.code = $2`,
      [attempt.id, code],
    );
    await world.get(AnswerService).save(learner, attempt.id, { questionId: row?.id ?? '', response });
  }
  if (isHandedIn) await world.get(QuizAttemptService).submit(learner, attempt.id);
  world.clock.advance({ minutes: 10 });
}

const single = (option: number): QuestionResponse => ({ kind: 'single', option });
const says = (value: boolean): QuestionResponse => ({ kind: 'true-false', value });
const count = () => world.get(QuestionTallyService).bringUpToDate();
const codes = async (actor: Actor, asked: QuestionsAsked = {}) =>
  (await questions.list(actor, asked)).items.map(({ code }) => code);

describe('the questions of a desk', () => {
  let hoaGiai: { slug: string; quizId: string };
  let cuaTinh: { slug: string; quizId: string; courseId: string };

  beforeAll(async () => {
    const first = [SINGLE, ESSAY, trueFalse('ds-1', { citations: [D2], tags: ['tinh-huong'] }), trueFalse('ds-2')];
    await publish('hoa-giai', first);
    const reworded = { ...SINGLE, body: { ...SINGLE.body, stem: '<p>Đường nào trước tiên, sau ngày 01/07?</p>' } };
    const [, ...rest] = first;
    hoaGiai = { slug: 'hoa-giai', ...(await publish('hoa-giai', [{ ...reworded, tags: [] }, ...rest])) };
    // Waits for its reviewer: learners go on getting the second wording.
    await publish('hoa-giai', [{ ...SINGLE, title: 'Ai hoà giải đầu tiên' }, trueFalse('moi-nop')], false);
    cuaTinh = { slug: 'cua-tinh', ...(await publish('cua-tinh', [trueFalse('ct-1', { title: 'Quỹ của tỉnh' })])) };
    await begin(cuaTinh.courseId, own, {
      '01-mo-dau/module.yaml': 'title: { vi: Mở đầu }\nsummary: { vi: M }\n',
      '01-mo-dau/01-luyen.quiz.yaml': 'slug: luyen\ntitle: { vi: Luyện của nháp }\nquestions: luyen.gift\ndraw: 1\n',
      '01-mo-dau/01-khac.quiz.yaml': 'slug: khac\ntitle: { vi: Bài khác }\nquestions: khac.gift\ndraw: 1\n',
      '01-mo-dau/luyen.gift': '// [id:ct-1]\n::Quỹ::Quỹ của tỉnh là gì?{TRUE}\n',
      '01-mo-dau/khac.gift': '// [id:ct-2]\n::Khác::Câu khác?{TRUE}\n',
    });
  });

  it('are those of courses that one may write or review', async () => {
    expect(await codes(own)).toEqual(['ct-1']);
    expect((await codes(top)).sort()).toEqual(['ct-1', 'ds-1', 'ds-2', 'hg-1', 'moi-nop', 'tl-1']);
    expect(await codes(stranger)).toEqual([]);
    expect(await codes(world.actor(top.personId))).toEqual([]);
    expect(await codes(own, { course: 'hoa-giai' })).toEqual([]);
    expect((await questions.list(own, {})).items[0]?.course).toMatchObject({ slug: 'cua-tinh', mayWrite: true });
  });

  it('stand there in the version that learners get, with its places and citations', async () => {
    const [line] = (await questions.list(top, { q: 'hg-1' })).items;
    expect(line).toMatchObject({
      ...{ title: 'Ai hoà giải', excerpt: 'Đường nào trước tiên, sau ngày 01/07?', kind: 'single', difficulty: 2 },
      ...{ tags: [], versions: 3, answered: 0, missed: 0, isFlagged: false },
      citations: [{ code: D1, label: 'Điều 1 Văn bản vn.luat' }],
      places: [{ slug: 'luyen', title: { vi: 'Luyện tập' }, kind: 'practice' }],
    });
  });

  it('are found by words without diacritics, code, article, difficulty, kind, tag and course', async () => {
    expect(await codes(top, { q: 'duong nao TRUOC' })).toEqual(['hg-1']);
    expect(await codes(top, { q: 'ĐƯỜNG nào' })).toEqual(['hg-1']);
    expect(await codes(top, { q: 'trọng tài' })).toEqual(['hg-1']);
    expect(await codes(top, { q: 'trọng tà án' })).toEqual([]);
    expect(await codes(top, { q: '%' })).toEqual([]);
    expect(await codes(top, { article: D2 })).toEqual(expect.arrayContaining(['tl-1', 'ds-1']));
    expect(await codes(top, { article: D2, tag: 'tinh-huong' })).toEqual(['ds-1']);
    expect(await codes(top, { difficulty: 3 })).toEqual(['tl-1']);
    expect(await codes(top, { kind: 'true-false', course: 'hoa-giai' })).toEqual(['moi-nop', 'ds-2', 'ds-1']);
    expect(await questions.filters(top)).toEqual({
      courses: [
        { slug: 'hoa-giai', title: { vi: 'Khoá hoa-giai' }, count: 5 },
        { slug: 'cua-tinh', title: { vi: 'Khoá cua-tinh' }, count: 1 },
      ],
      articles: [
        { code: D2, label: 'Điều 2 Văn bản vn.luat', count: 2 },
        { code: D1, label: 'Điều 1 Văn bản vn.luat', count: 1 },
      ],
      tags: [{ tag: 'tinh-huong', count: 1 }],
    });
    expect(await questions.filters(stranger)).toEqual({ courses: [], articles: [], tags: [] });
  });

  it('tell how often they were answered and missed, in attempts that ended', async () => {
    // hg-1: 6 answers, 4 of them wrong; ds-1: 5 answers, 1 wrong; ds-2: 2 answers, both wrong.
    await answer(hoaGiai, { 'hg-1': single(0), 'ds-1': says(true), 'ds-2': says(false) });
    await answer(hoaGiai, { 'hg-1': single(0), 'ds-1': says(true), 'ds-2': says(false) });
    await answer(hoaGiai, { 'hg-1': single(1), 'ds-1': says(true) });
    await answer(hoaGiai, { 'hg-1': single(2), 'ds-1': says(true) });
    await answer(hoaGiai, { 'hg-1': single(2), 'ds-1': says(false) });
    // Waits for a lecturer: its essay counts for nothing, the rest counts. A blank essay is no answer.
    await answer(hoaGiai, { 'hg-1': single(2), 'tl-1': { kind: 'essay', text: 'Kính gửi' } });
    await answer(hoaGiai, { 'tl-1': { kind: 'essay', text: ' \n' } });
    await answer(hoaGiai, { 'hg-1': single(1), 'ds-1': says(false) }, false);
    await count();
    const lines = (await questions.list(top, { order: 'missed' })).items;
    expect(lines.map(({ code, answered, missed }) => [code, answered, missed])).toEqual([
      ['hg-1', 6, 4],
      ['ds-1', 5, 1],
      ['ds-2', 2, 2],
      ['ct-1', 0, 0],
      ['moi-nop', 0, 0],
      ['tl-1', 0, 0],
    ]);
  });

  it('count the same again, and no more once nothing ended', async () => {
    const rows = () => world.dataSource.query<object[]>('SELECT xmin::text, t.* FROM question_tally t ORDER BY 3, 2');
    const before = await rows();
    expect(before).toHaveLength(3);
    await count();
    expect(await rows()).toEqual(before);
    await answer(hoaGiai, { 'ds-2': says(true) });
    await count();
    await count();
    const [line] = (await questions.list(top, { q: 'ds-2' })).items;
    expect(line).toMatchObject({ answered: 3, missed: 2 });
  });

  it('come flagged when the law moved, and can be asked for so', async () => {
    expect(await codes(top, { flagged: true })).toEqual([]);
    const officer = world.actor(await world.admit('Cán bộ', root.id), 'federation-officer', root);
    const said = { summary: 'Nay khác.', amendedBy: 'Luật số 1', source: 'Công báo', reason: 'Sửa' };
    const { id } = await world.get(LawAmendmentService).amend(officer, D1, { effectiveOn: '2026-07-01', ...said });
    await world.get(QuestionFlagService).flag(id);
    expect(await codes(top, { flagged: true })).toEqual(['hg-1']);
    const page = await pageOf('hg-1');
    expect(page.flags).toEqual([
      {
        ...{ amendmentId: id, effectiveOn: '2026-07-01', amendedBy: 'Luật số 1' },
        article: { code: D1, label: 'Điều 1 Văn bản vn.luat' },
      },
    ]);
  });

  async function pageOf(code: string, actor = top): Promise<QuestionPage> {
    const [line] = (await questions.list(top, { q: code })).items;
    return pages.get(actor, line?.id ?? '');
  }

  it('show their key, what was chosen, and what became of them in words', async () => {
    const page = await pageOf('hg-1');
    expect(page.version).toMatchObject({ number: 2, general: 'Điều 1.', answered: 6, missed: 4 });
    const [group] = page.version.answers;
    expect(group?.answers).toMatchObject([
      { html: 'Hoà giải viên', percent: 100, feedback: null, chosen: 2 },
      { html: 'Trọng tài', percent: 0, feedback: null, chosen: 1 },
      { html: 'Toà án', percent: 0, feedback: '<em>Bước sau.</em>', chosen: 3 },
    ]);
    const [third, second, first] = page.versions;
    expect(third).toMatchObject({ number: 3, isInUse: false, changes: { facts: ['title', 'tags'] } });
    expect(first).toMatchObject({ number: 1, isInUse: false, answered: 0, changes: null });
    expect(second).toMatchObject({ number: 2, isInUse: true, answered: 6, changes: { facts: ['tags'] } });
    const words = second?.changes?.words.flatMap((block) => block.words) ?? [];
    expect(words.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual([
      'tiên, sau ngày 01/07?',
    ]);
    expect((await pageOf('ds-1')).version.answers[0]?.answers).toMatchObject([
      { truth: true, percent: 100, chosen: 4 },
      { truth: false, percent: 0, chosen: 1 },
    ]);
  });

  it('say where they stand in the open draft', async () => {
    const page = await pageOf('ct-1', own);
    expect(page.draft?.lessons).toEqual([{ slug: 'luyen', title: { vi: 'Luyện của nháp' } }]);
    expect((await pageOf('hg-1')).draft).toBeNull();
  });

  it('are not there for those of another desk', async () => {
    const [line] = (await questions.list(top, { q: 'ct-1' })).items;
    expect(await refusalOf(pages.get(stranger, line?.id ?? ''))).toBe('not-found');
    expect(await refusalOf(pages.get(own, newId()))).toBe('not-found');
  });

  it('come page by page, each once, in both orders, also while new ones arrive', async () => {
    const many = Array.from({ length: 120 }, (_, at) => trueFalse(`n-${at}`));
    const { quizId } = await publish('nhieu', many);
    const given = Object.fromEntries(many.slice(0, 60).map(({ code }, at) => [code, says(at % 3 === 0)]));
    for (let times = 0; times < 5; times += 1) await answer({ slug: 'nhieu', quizId }, given);
    await count();
    for (const order of ['newest', 'missed'] as const) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await questions.list(top, { course: 'nhieu', order, cursor: cursor ?? undefined });
        expect(page.items.length).toBeLessThanOrEqual(50);
        seen.push(...page.items.map(({ code }) => code));
        if (cursor === undefined) await publish(`moi-${order}`, [trueFalse('moi')]);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toHaveLength(120);
      expect(new Set(seen).size).toBe(120);
      if (order === 'missed') {
        const shares = seen.slice(0, 60).map((code) => (Number(code.slice(2)) % 3 === 0 ? 0 : 1));
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }
    }
    expect(await refusalOf(questions.list(top, { cursor: 'x' }))).toBe('invalid-request');
  });
});
