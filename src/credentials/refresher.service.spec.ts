import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importLibrary, publishCited, wording, type CitedCourse } from '../../test/support/cited-course.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LawAmendmentService } from '../law/law-amendment.service.js';
import { LawModule } from '../law/law.module.js';
import type { Actor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import type { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { CertificateIssueService } from './certificate-issue.service.js';
import { CertificateService } from './certificate.service.js';
import { CredentialsModule } from './credentials.module.js';
import { RefresherService } from './refresher.service.js';
import { VerificationService } from './verification.service.js';
import { refreshWords } from './verification.texts.js';

const CODE = 'vn.blld.2019';
const [D139, D199] = [`${CODE}.d139`, `${CODE}.d199`];
const NO_PDF = { render: () => Promise.reject(new Error('nothing is drawn here')) } as unknown as PdfRenderer;

const NO_ANSWERS = new Map<string, unknown>();

let world: FeatureWorld;
let refreshers: RefresherService;
let officer: Actor;

const course = (slug: string, cited: string): CitedCourse => ({
  ...{ slug, asOf: '2026-05-01', lessons: { b1: [cited], b2: [D199] }, questions: { c1: [cited], c2: [D199] } },
  certificateRule: { kind: 'giay-chung-nhan', title: { vi: 'Giấy chứng nhận' } },
});

/** Somebody who completed a revision. @returns the actor and the certificate's id */
async function holder(fullName: string, revisionId: string): Promise<{ actor: Actor; certificateId: string }> {
  const actor = world.actor(await world.admit(fullName));
  const enrolmentId = newId();
  await world.dataSource.query(
    `INSERT INTO enrolment (id, person_id, course_id, revision_id, state, enrolled_at, completed_at)
     SELECT $1, $2, course_id, id, 'completed', $4, $4 FROM course_revision WHERE id = $3`,
    [enrolmentId, actor.personId, revisionId, world.clock.now()],
  );
  const certificateId = (await world.get(CertificateIssueService).issue(enrolmentId)) ?? '';
  return { actor, certificateId };
}
const certificateOf = async ({ actor, certificateId }: { actor: Actor; certificateId: string }) =>
  world.get(CertificateService).get(actor, certificateId);
const rows = () => world.dataSource.query<object[]>('SELECT * FROM refresher ORDER BY id');
const lines = () =>
  world.dataSource.query<object[]>(`SELECT * FROM notification WHERE kind = 'certificate-refresh-due' ORDER BY id`);

let first: Awaited<ReturnType<typeof publishCited>>;
let untouched: Awaited<ReturnType<typeof holder>>;
let touched: Awaited<ReturnType<typeof holder>>;
let late: Awaited<ReturnType<typeof holder>>;
let amendmentId: string;

beforeAll(async () => {
  world = await FeatureWorld.start(
    [IdentityModule, LawModule, CatalogueModule, QuestionBankModule, AssessmentModule, CredentialsModule],
    { pdf: NO_PDF },
  );
  refreshers = world.get(RefresherService);
  const root = await world.found('GOC', 'Tổng liên đoàn', null);
  officer = world.actor(await world.admit('Cán bộ pháp luật', root.id), 'federation-officer', root);
  world.clock.set('2026-06-01T02:00:00Z');
  const old = (number: string) => [wording('2021-01-01', `Điều ${number} cũ.`)];
  await importLibrary(world, { [CODE]: { 139: old('139'), 199: old('199') } });
  first = await publishCited(world, course('luat', D139));
  touched = await holder('Nguyễn Thị Bông', first.revisionId);
  untouched = await holder('Lê Văn Đình', (await publishCited(world, course('khac', D199))).revisionId);
  amendmentId = (
    await world.get(LawAmendmentService).amend(officer, D139, {
      ...{ effectiveOn: '2026-06-01', summary: 'Điều 139 nói khác rồi.', amendedBy: '113/2025/QH15' },
      ...{ source: 'Công báo', reason: 'Luật Dân số' },
    })
  ).id;
});
afterAll(() => world.stop());

describe('a refresher', () => {
  it('waits until the course teaches the new law', async () => {
    await refreshers.openForAmendment(amendmentId);
    await refreshers.openForRevision(first.revisionId);
    expect(await rows()).toEqual([]);
    expect(await certificateOf(touched)).toMatchObject({ state: 'valid', refreshDue: false, refreshedAt: null });
  });

  it('is opened once for each holder of a certificate earned on the old wording, with one line in the inbox', async () => {
    const next = { ...course('luat', D139), asOf: '2026-06-02', questions: { 'c1~2': [D139], c2: [D199] } };
    const { revisionId, lessonIds } = await publishCited(world, next);
    await Promise.all([1, 2, 3].map(() => refreshers.openForRevision(revisionId)));
    await refreshers.openForAmendment(amendmentId);
    expect(await rows()).toMatchObject([
      { person_id: touched.actor.personId, amendment_id: amendmentId, done_at: null },
    ]);
    expect(await lines()).toHaveLength(1);
    const view = await refreshers.get(touched.actor, amendmentId);
    expect(view).toMatchObject({
      ...{ effectiveOn: '2026-06-01', amendedBy: '113/2025/QH15', doneAt: null },
      certificates: [{ certificateId: touched.certificateId }],
      changes: [{ number: '139', oldSummary: 'Điều 139 cũ.', newSummary: 'Điều 139 nói khác rồi.', successors: [] }],
      lessons: [{ id: lessonIds.get('b1'), title: { vi: 'Bài b1' } }],
    });
  });

  it('makes the certificate refresh due, not void, for the holder and for anybody who checks it', async () => {
    const certificate = await certificateOf(touched);
    expect(certificate).toMatchObject({ state: 'valid', refreshDue: true });
    const verification = await world.get(VerificationService).verify(certificate.verificationCode, '127.0.0.1');
    expect(verification).toMatchObject({ state: 'valid', refreshDue: true, refreshedOn: null });
    expect(refreshWords(verification, 'vi')).toContain('Giấy vẫn có giá trị');
    expect(await certificateOf(untouched)).toMatchObject({ state: 'valid', refreshDue: false });
  });

  it('is nobody else’s to see or to complete', async () => {
    expect(await refusalOf(refreshers.get(untouched.actor, amendmentId))).toBe('not-found');
    expect(await refusalOf(refreshers.complete(untouched.actor, amendmentId, NO_ANSWERS))).toBe('not-found');
    expect(await refreshers.list(untouched.actor)).toEqual([]);
    expect((await certificateOf(touched)).refreshDue).toBe(true);
  });

  it('is done once it was read and answered, right or wrong, from the first day on', async () => {
    world.clock.set('2026-06-05T02:00:00Z');
    const { questions } = await refreshers.get(touched.actor, amendmentId);
    // Of the new revision only what cites the new wording, with no key beside it.
    expect(questions).toMatchObject([{ kind: 'true-false', body: { stem: 'Câu c1~2?' }, response: null }]);
    expect(JSON.stringify(questions)).not.toContain('correct');
    expect(await refusalOf(refreshers.complete(touched.actor, amendmentId, NO_ANSWERS))).toBe('question-not-answered');
    const [id = ''] = questions.map(({ questionId }) => questionId);
    expect(await refusalOf(refreshers.complete(touched.actor, amendmentId, new Map([[id, { option: 0 }]])))).toBe(
      'question-not-answered',
    );
    expect((await refreshers.get(touched.actor, amendmentId)).doneAt).toBeNull();
    const done = await refreshers.complete(touched.actor, amendmentId, new Map([[id, { value: false }]]));
    expect(done).toMatchObject({
      questions: [],
      answers: [{ questionId: id, points: 0, correct: { value: true }, citations: [{ code: D139 }] }],
    });
    world.clock.set('2026-06-09T02:00:00Z');
    const again = await refreshers.complete(touched.actor, amendmentId, new Map([[id, { value: true }]]));
    expect([again.doneAt, again.answers]).toEqual([done.doneAt, done.answers]);
    const certificate = await certificateOf(touched);
    expect(certificate).toMatchObject({ refreshDue: false, refreshedAt: done.doneAt });
    const verification = await world.get(VerificationService).verify(certificate.verificationCode, '127.0.0.1');
    expect(verification).toMatchObject({ refreshDue: false, refreshedOn: '2026-06-05' });
    expect(refreshWords(verification, 'vi')).toContain('05/06/2026');
    await refreshers.openForRevision(first.revisionId);
    expect(await rows()).toHaveLength(1);
  });

  it('comes with a certificate earned later on the old revision, and none with one of the new', async () => {
    late = await holder('Phạm Thị Lan', first.revisionId);
    await refreshers.openForCertificate(late.certificateId);
    expect(await certificateOf(late)).toMatchObject({ refreshDue: true });
    const [now] = await world.dataSource.query<{ id: string }[]>(
      `SELECT r.id FROM course_revision r JOIN course c ON c.id = r.course_id WHERE c.slug = 'luat' AND r.state = 'published'`,
    );
    const fresh = await holder('Trần Văn Tám', now?.id ?? '');
    await refreshers.openForCertificate(fresh.certificateId);
    expect(await certificateOf(fresh)).toMatchObject({ refreshDue: false });
  });
});
