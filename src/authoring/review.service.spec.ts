import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { ReviewDesk, type Texts } from '../../test/support/review-desk.js';
import { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { Notification } from '../notification/entities/notification.entity.js';
import { OfficialDocument } from '../organisation/entities/official-document.entity.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { OutboxEntry } from '../platform/jobs/entities/outbox-entry.entity.js';
import { AuthoringModule } from './authoring.module.js';
import { DraftContributor } from './entities/draft-contributor.entity.js';
import { Review } from './entities/review.entity.js';
import { ReviewCommentService } from './review-comment.service.js';
import { ReviewDecisionService } from './review-decision.service.js';
import { ReviewListService } from './review-list.service.js';
import { ReviewReadingService } from './review-reading.service.js';
import { ReviewTidings } from './review-tidings.service.js';

const DOCUMENT = { number: '15/QĐ-TCĐ', issuedOn: '2026-01-05', signer: 'Trần Văn Ký' };
const TEXTS: Texts = {
  'bai-mot':
    '# Thời hiệu\n\nĐơn gửi hoà giải viên trong 09 tháng kể từ ngày phát hiện.\n\n::: ghi-nho\nGhi ngày nhận đơn.\n:::',
  'bai-hai': 'Một đoạn thôi.',
};

let world: FeatureWorld;
let desk: ReviewDesk;
let school: Organisation;
let other: Organisation;
let author: Actor;
let reviewer: Actor;
let head: Actor;
let stranger: Actor;
let count = 0;

const get = () => ({
  lists: world.get(ReviewListService),
  reading: world.get(ReviewReadingService),
  comments: world.get(ReviewCommentService),
  decisions: world.get(ReviewDecisionService),
});

async function submit(texts: Texts = TEXTS, slug = `khoa-${(count += 1)}`) {
  return { slug, ...(await desk.submit({ slug, unitId: school.id, authorId: author.personId }, texts)) };
}

const resubmit = ({ slug, draftId }: { slug: string; draftId: string }, texts: Texts) =>
  desk.submit({ slug, draftId, unitId: school.id, authorId: author.personId }, texts);

async function appoint(
  name: string,
  role: 'lecturer' | 'reviewer' | 'school-officer',
  unit: Organisation,
): Promise<Actor> {
  const personId = await world.admit(name);
  await world.dataSource.query(
    `INSERT INTO role_grant (id, person_id, role, organisation_id, valid_from) VALUES (gen_random_uuid(), $1, $2, $3, '2020-01-01')`,
    [personId, role, unit.id],
  );
  return world.actor(personId, role, unit);
}

beforeAll(async () => {
  world = await FeatureWorld.start([AuthoringModule]);
  desk = new ReviewDesk(world);
  const root = await world.found('TLD', 'Tổng Liên đoàn', null);
  school = await world.found('TCD', 'Trường Cán bộ công đoàn', root.id);
  other = await world.found('LDT', 'Liên đoàn tỉnh', root.id);
  author = await appoint('Lê Thị Soạn', 'lecturer', school);
  reviewer = await appoint('Phạm Văn Duyệt', 'reviewer', school);
  head = await appoint('Đỗ Thị Trưởng', 'school-officer', root);
  stranger = await appoint('Người Nơi Khác', 'reviewer', other);
});

afterAll(() => world.stop());

describe('who may know', () => {
  it('reviewers of the unit and above it and the authors; nobody else, who is told it is not there', async () => {
    const { reviewId } = await submit();
    const { reading, lists } = get();
    for (const actor of [author, reviewer, head]) expect((await reading.get(actor, reviewId)).id).toBe(reviewId);
    const colleague = await appoint('Giảng viên khác', 'lecturer', school);
    for (const actor of [stranger, colleague]) {
      expect(await refusalOf(reading.get(actor, reviewId))).toBe('not-found');
      expect(await refusalOf(reading.lesson(actor, reviewId, 'bai-mot'))).toBe('not-found');
      expect(await refusalOf(reading.difference(actor, reviewId, 'previous'))).toBe('not-found');
      expect(
        await refusalOf(get().comments.comment(actor, reviewId, { lesson: 'bai-mot', paragraph: 0, text: 'x' })),
      ).toBe('not-found');
      expect(await refusalOf(get().decisions.decide(actor, reviewId, { decision: 'approve' }))).toBe('not-found');
      expect(JSON.stringify(await lists.list(actor))).not.toContain(reviewId);
    }
  });

  it('the queue has the most urgent first, authors see their own with its state', async () => {
    const first = await submit();
    world.clock.advance({ days: 1 });
    const second = await submit();
    const { waiting } = await get().lists.list(reviewer);
    const ids = waiting.map(({ id }) => id);
    expect(ids.indexOf(first.reviewId)).toBeLessThan(ids.indexOf(second.reviewId));
    expect(waiting.at(-1)).toMatchObject({
      state: 'open',
      isOverdue: false,
      isOwn: false,
      unit: { name: 'Trường Cán bộ công đoàn' },
    });
    const lists = await get().lists.list(author);
    expect(lists.waiting).toEqual([]);
    expect(lists.own[0]).toMatchObject({ id: second.reviewId, state: 'open', isOwn: true });
  });
});

describe('comments', () => {
  it('stand beside their paragraph, follow it through the next text, and are kept when it is gone', async () => {
    const { comments, reading, decisions } = get();
    const first = await submit();
    const { reviewId } = first;
    const { paragraphs } = await reading.lesson(reviewer, reviewId, 'bai-mot');
    expect(paragraphs.map(({ quote }) => quote)).toEqual([
      'Thời hiệu',
      'Đơn gửi hoà giải viên trong 09 tháng kể từ ngày phát hiện.',
      'Ghi nhớ Ghi ngày nhận đơn.',
    ]);
    const wrong = await comments.comment(reviewer, reviewId, {
      lesson: 'bai-mot',
      paragraph: 1,
      text: 'Phải là 06 tháng.',
    });
    await comments.comment(reviewer, reviewId, { lesson: 'bai-mot', paragraph: 2, text: 'Bỏ được.' });
    await comments.comment(head, reviewId, { lesson: 'bai-hai', paragraph: 0, text: 'Ngắn quá.' });
    await comments.comment(author, reviewId, { lesson: 'bai-mot', paragraph: 1, text: 'Tôi sửa.', parentId: wrong.id });
    expect(await refusalOf(comments.comment(author, reviewId, { lesson: 'bai-mot', paragraph: 3, text: 'x' }))).toBe(
      'paragraph-unknown',
    );
    await decisions.decide(reviewer, reviewId, { decision: 'request-changes', note: 'Xem góp ý.' });

    const next = await resubmit(first, {
      'bai-mot':
        '# Thời hiệu\n\nThêm một đoạn mở đầu cho dễ hiểu.\n\nĐơn gửi hoà giải viên trong 06 tháng kể từ ngày phát hiện.',
    });
    const lesson = await reading.lesson(author, next.reviewId, 'bai-mot');
    expect(lesson.threads).toMatchObject([
      { paragraph: 2, text: 'Phải là 06 tháng.', replies: [{ text: 'Tôi sửa.', author: { fullName: 'Lê Thị Soạn' } }] },
      { paragraph: null, quote: 'Ghi nhớ Ghi ngày nhận đơn.' },
    ]);
    const view = await reading.get(reviewer, next.reviewId);
    expect(view.lost).toMatchObject([{ lesson: 'bai-hai', quote: 'Một đoạn thôi.' }]);
    expect(view.modules[0]?.lessons).toMatchObject([{ slug: 'bai-mot', threads: 2, openThreads: 2 }]);
    expect(
      await refusalOf(comments.comment(reviewer, reviewId, { lesson: 'bai-mot', paragraph: 0, text: 'muộn' })),
    ).toBe('review-outdated');
  });

  it('are settled by reviewers or who made them, once; an answer opens them again', async () => {
    const { comments, reading } = get();
    const { reviewId } = await submit();
    const { id } = await comments.comment(reviewer, reviewId, { lesson: 'bai-hai', paragraph: 0, text: 'Rõ hơn?' });
    expect(await refusalOf(comments.resolve(author, id))).toBe('not-to-resolve');
    expect(await refusalOf(comments.resolve(stranger, id))).toBe('not-found');
    await Promise.all([comments.resolve(head, id), comments.resolve(reviewer, id), comments.resolve(head, id)]);
    const thread = async () => (await reading.lesson(author, reviewId, 'bai-hai')).threads[0];
    const settled = await thread();
    expect(settled?.resolvedAt).not.toBeNull();
    await comments.comment(author, reviewId, { lesson: 'bai-hai', paragraph: 0, text: 'Đã rõ chưa?', parentId: id });
    expect(await thread()).toMatchObject({ resolvedAt: null, resolvedBy: null, can: { resolve: false, reply: true } });
    const own = await comments.comment(author, reviewId, { lesson: 'bai-hai', paragraph: 0, text: 'Xin hỏi.' });
    await comments.resolve(author, own.id);
  });
});

describe('the difference', () => {
  it('is told against what learners have and against what was submitted before, in words', async () => {
    const slug = `khoa-${(count += 1)}`;
    await desk.publish(slug, { ...TEXTS, 'bai-cu': 'Bỏ đi.' });
    const first = await submit({ ...TEXTS, 'bai-moi': 'Mới.' }, slug);
    const { reading } = get();
    const against = await reading.difference(reviewer, first.reviewId, 'published');
    expect(against.against?.number).toBe(1);
    expect(against.lessons.map(({ slug: lesson, kind }) => [lesson, kind])).toEqual([
      ['bai-mot', 'same'],
      ['bai-hai', 'same'],
      ['bai-moi', 'added'],
      ['bai-cu', 'removed'],
    ]);
    expect(await reading.difference(reviewer, first.reviewId, 'previous')).toEqual({ against: null, lessons: [] });
    expect(
      await refusalOf(reading.lessonDifference(reviewer, first.reviewId, { slug: 'bai-mot', against: 'previous' })),
    ).toBe('not-found');

    await get().decisions.decide(reviewer, first.reviewId, { decision: 'request-changes', note: 'Sửa.' });
    const next = await resubmit(first, { ...TEXTS, 'bai-hai': 'Hai **đoạn** thôi.' });
    const changed = await reading.difference(reviewer, next.reviewId, 'previous');
    expect(changed.lessons.filter(({ kind }) => kind === 'changed').map((lesson) => lesson.slug)).toEqual(['bai-hai']);
    const words = await reading.lessonDifference(reviewer, next.reviewId, { slug: 'bai-hai', against: 'previous' });
    expect(words[0]?.words).toEqual([
      { kind: 'removed', text: 'Một ' },
      { kind: 'added', text: 'Hai ' },
      { kind: 'same', text: 'đoạn thôi.' },
    ]);
  });
});

describe('the decision', () => {
  it('approves with its document and leaves an audit row', async () => {
    const { reviewId, revisionId } = await submit();
    const { decisions, reading } = get();
    await decisions.decide(reviewer, reviewId, { decision: 'approve', note: ' Tốt. ', document: DOCUMENT });
    const view = await reading.get(author, reviewId);
    expect(view).toMatchObject({
      state: 'approved',
      note: 'Tốt.',
      document: DOCUMENT,
      decidedBy: { fullName: 'Phạm Văn Duyệt' },
    });
    const { manager } = world.dataSource;
    expect(await manager.findOneByOrFail(CourseRevision, { id: revisionId })).toMatchObject({ state: 'approved' });
    const acts = await manager.findBy(AuditEntry, { subjectId: reviewId, actorId: reviewer.personId });
    expect(acts).toMatchObject([{ action: 'authoring.approve-draft', organisationId: school.id }]);
    expect(await refusalOf(decisions.decide(reviewer, reviewId, { decision: 'approve' }))).toBe('review-settled');

    const second = await submit();
    await decisions.decide(head, second.reviewId, { decision: 'approve', document: DOCUMENT });
    expect(await manager.countBy(OfficialDocument, { number: DOCUMENT.number })).toBe(1);
    const third = await submit();
    const elsewhere = { ...DOCUMENT, signer: 'Người khác' };
    expect(await refusalOf(decisions.decide(head, third.reviewId, { decision: 'approve', document: elsewhere }))).toBe(
      'document-known-otherwise',
    );
    const tomorrow = { ...DOCUMENT, number: '16', issuedOn: '2126-01-01' };
    expect(await refusalOf(decisions.decide(head, third.reviewId, { decision: 'approve', document: tomorrow }))).toBe(
      'invalid-request',
    );
    expect(await refusalOf(decisions.decide(head, third.reviewId, { decision: 'request-changes', note: '  ' }))).toBe(
      'invalid-request',
    );
    expect((await reading.get(head, third.reviewId)).state).toBe('open');
  });

  it('is never by who wrote for the draft, whatever their second role', async () => {
    const { reviewId, draftId } = await submit();
    const { decisions, reading } = get();
    const twoRoles: Actor = { ...author, grants: [...author.grants, ...head.grants, ...reviewer.grants] };
    expect(await refusalOf(decisions.decide(twoRoles, reviewId, { decision: 'approve' }))).toBe('review-by-author');
    expect((await reading.get(twoRoles, reviewId)).can).toEqual({
      comment: true,
      resolve: false,
      decide: false,
      reason: 'own-work',
    });
    await world.dataSource.manager.insert(DraftContributor, { draftId, personId: reviewer.personId });
    expect(await refusalOf(decisions.decide(reviewer, reviewId, { decision: 'request-changes', note: 'x' }))).toBe(
      'review-by-author',
    );
    const directly = world.dataSource.manager.update(
      Review,
      { id: reviewId },
      { state: 'approved', decidedById: author.personId, decidedAt: world.clock.now() },
    );
    await expect(directly).rejects.toThrow('decided by one of its authors');
  });

  it('is of one of many at once; the others are told', async () => {
    const { reviewId } = await submit();
    const { decisions } = get();
    const answers = await Promise.all(
      [reviewer, head, reviewer, head, reviewer, head].map((actor, at) =>
        refusalOf(
          decisions.decide(
            actor,
            reviewId,
            at % 2 ? { decision: 'approve' } : { decision: 'request-changes', note: 'Sửa.' },
          ),
        ),
      ),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer !== null)).toEqual(Array(5).fill('review-settled'));
    expect(await world.dataSource.manager.countBy(AuditEntry, { subjectId: reviewId })).toBe(2);
  });

  it('of what is edited meanwhile is refused, or voided by the edit: never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { reviewId, draftId, revisionId } = await submit();
      const [answer] = await Promise.all([
        refusalOf(get().decisions.decide(reviewer, reviewId, { decision: 'approve' })),
        desk.end(draftId, author.personId, 'voided'),
      ]);
      expect([null, 'review-settled']).toContain(answer);
      const { manager } = world.dataSource;
      expect(await manager.findOneByOrFail(Review, { id: reviewId })).toMatchObject({ state: 'voided' });
      expect(await manager.findOneByOrFail(CourseRevision, { id: revisionId })).toMatchObject({ state: 'withdrawn' });
    }
  });
});

describe('nobody waits unseen', () => {
  const told = async (personId: string, reviewId: string) => {
    const lines = await world.dataSource.manager.find(Notification, { where: { personId }, order: { id: 'ASC' } });
    return lines.filter(({ link }) => link === `/thong-qua/${reviewId}`).map(({ kind }) => kind);
  };
  const tell = () => world.get(ReviewTidings).tellWaiting();

  it('reviewers are told what waits, later ones too, and once more when it is due', async () => {
    const { reviewId } = await submit();
    await tell();
    await tell();
    expect(await told(reviewer.personId, reviewId)).toEqual(['review-asked']);
    expect(await told(head.personId, reviewId)).toEqual(['review-asked']);
    expect(await told(stranger.personId, reviewId)).toEqual([]);
    expect(await told(author.personId, reviewId)).toEqual([]);
    world.clock.advance({ days: 8 });
    const late = await appoint('Người mới', 'reviewer', school);
    await tell();
    await tell();
    expect(await told(reviewer.personId, reviewId)).toEqual(['review-asked', 'review-due']);
    expect(await told(author.personId, reviewId)).toEqual(['review-late']);
    expect((await told(late.personId, reviewId)).sort()).toEqual(['review-asked', 'review-due']);
    expect((await get().lists.list(reviewer)).waiting.find(({ id }) => id === reviewId)?.isOverdue).toBe(true);
  });

  it('authors are told of comments and of decisions; who speaks is not told of it', async () => {
    const { reviewId } = await submit();
    const { id } = await get().comments.comment(reviewer, reviewId, { lesson: 'bai-mot', paragraph: 0, text: 'Hay.' });
    await world.get(ReviewTidings).tellComment(id);
    await get().decisions.decide(reviewer, reviewId, { decision: 'approve' });
    await world.get(ReviewTidings).tellDecision(reviewId);
    await world.get(ReviewTidings).tellDecision(reviewId);
    expect(await told(author.personId, reviewId)).toEqual(['review-comment', 'review-approved']);
    expect(await told(reviewer.personId, reviewId)).toEqual([]);
    const jobs = (await world.dataSource.manager.find(OutboxEntry)).map(({ job }) => job);
    expect(jobs).toEqual(expect.arrayContaining(['authoring.tell-review-comment', 'authoring.tell-review-decision']));
  });
});
