import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld } from '../../../test/support/feature-world.js';
import { publishQuizCourse } from '../../../test/support/quiz-course.js';
import { ReviewDesk } from '../../../test/support/review-desk.js';
import { QuizAttemptService } from '../../assessment/quiz-attempt.service.js';
import { ReviewCommentService } from '../../authoring/review-comment.service.js';
import { ReviewDecisionService } from '../../authoring/review-decision.service.js';
import { TeachingAuthorisationService } from '../../authoring/teaching-authorisation.service.js';
import { EnrolmentService } from '../../enrolment/enrolment.service.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { IdentityService } from '../../identity/identity.service.js';
import { InterchangeModule } from '../interchange.module.js';
import { NOT_EXPORTED, PERSONAL_DATA } from './personal-data.parts.js';
import { PersonalDataService } from './personal-data.service.js';

let world: FeatureWorld;
let personalData: PersonalDataService;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, InterchangeModule]);
  personalData = world.get(PersonalDataService);
});
afterAll(() => world.stop());

/** Tables whose rows belong to a person: a foreign key leads from them to the person, however long the way. */
async function tablesAboutPeople(): Promise<string[]> {
  const rows = await world.dataSource.query<{ name: string }[]>(`
    WITH RECURSIVE reference AS (
      SELECT c.conrelid AS source, c.confrelid AS target, a.attname AS field
        FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f'
    ), about AS (
      SELECT 'person'::regclass::oid AS id
      UNION
      SELECT r.source FROM reference r JOIN about ON about.id = r.target
       WHERE r.field IN ('person_id', 'user_id', 'enrolment_id', 'attempt_id', 'refresher_id')
    )
    SELECT id::regclass::text AS name FROM about ORDER BY 1`);
  return rows.map(({ name }) => name);
}

describe('the export of one’s own data', () => {
  it('covers every table that holds rows about a person (else add it to personal-data.parts.ts)', async () => {
    const covered = Object.values(PERSONAL_DATA).flatMap(({ tables }) => tables);
    expect([...covered, ...Object.keys(NOT_EXPORTED)].sort()).toEqual((await tablesAboutPeople()).sort());
  });

  it('holds what the person did, nothing of anybody else, and no secret', async () => {
    const course = await publishQuizCourse(world.dataSource);
    const personId = await world.admit('Trần Thị Mận');
    const other = await world.admit('Lê Văn Ổi');
    await world.dataSource.transaction((tx) =>
      world.get(IdentityService).openAccount(tx, { personId, password: 'congdoan2026', logins: ['0912 345 678'] }),
    );
    for (const actor of [world.actor(personId), world.actor(other)]) {
      const { view } = await world.get(EnrolmentService).begin(actor, course.slug);
      await world.get(QuizAttemptService).start(actor, { quizId: course.practiceId, enrolmentId: view.id });
    }
    const { parts, exportedAt } = await personalData.exportOwn(world.actor(personId));
    expect(exportedAt).toEqual(world.clock.now());
    expect(parts['person']?.rows).toMatchObject([{ fullName: 'Trần Thị Mận' }]);
    expect(parts['account']?.rows).toMatchObject([{ loginNames: [{ kind: 'phone', value: '0912345678' }] }]);
    expect(parts['learning']?.rows).toMatchObject([{ course: course.slug, state: 'active' }]);
    expect(parts['quizAttempts']?.rows).toMatchObject([{ number: 1, state: 'in-progress', points: null }]);
    const text = JSON.stringify(parts);
    expect(text).not.toContain('Lê Văn Ổi');
    expect(text).not.toContain('argon2');
  });

  it('holds what reviewers said, decided and granted', async () => {
    const unit = await world.found('TCD', 'Trường Cán bộ công đoàn', null);
    const authorId = await world.admit('Nguyễn Thị Soạn', unit.id);
    const judge = world.actor(await world.admit('Trần Văn Duyệt', unit.id), 'school-officer', unit);
    const desk = new ReviewDesk(world);
    const { reviewId } = await desk.submit({ slug: 'khoa', unitId: unit.id, authorId }, { bai: 'Một đoạn.' });
    const remark = { lesson: 'bai', paragraph: 0, text: 'Phải là 06 tháng.' };
    await world.get(ReviewCommentService).comment(judge, reviewId, remark);
    const document = { number: '15/QĐ-TCD', issuedOn: '2026-01-05', signer: 'Lê Văn Ký' };
    await world.get(ReviewDecisionService).decide(judge, reviewId, { decision: 'approve', document });
    await world.get(TeachingAuthorisationService).grant(judge, {
      ...{ personId: authorId, topic: 'quan-he-lao-dong', organisationId: unit.id, document },
      ...{ validFrom: '2026-01-01', lawAsOf: '2026-01-01' },
    });
    const { parts } = await personalData.exportOwn(judge);
    expect(parts['reviewComments']?.rows).toMatchObject([{ course: 'khoa', text: 'Phải là 06 tháng.' }]);
    expect(parts['reviewDecisions']?.rows).toMatchObject([
      { course: 'khoa', decision: 'approved', document: '15/QĐ-TCD' },
    ]);
    expect(parts['teachingGranted']?.rows).toMatchObject([{ topic: 'quan-he-lao-dong', document: '15/QĐ-TCD' }]);
    expect(JSON.stringify(parts)).not.toContain('Nguyễn Thị Soạn');
    const author = (await personalData.exportOwn(world.actor(authorId))).parts;
    expect(author['writing']?.rows).toMatchObject([{ course: 'khoa' }]);
    expect(author['teachingAuthorisations']?.rows).toHaveLength(1);
    expect(author['reviewDecisions']?.rows).toEqual([]);
  });
});
