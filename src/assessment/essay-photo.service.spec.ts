import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { rightResponse } from '../../test/support/answers.js';
import { buildSession } from '../../test/support/builders.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import type { HttpClient } from '../../test/support/http-client.js';
import { FINAL, PARTS, publishQuizCourse, type QuizCourse } from '../../test/support/quiz-course.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import { IdentityService } from '../identity/identity.service.js';
import { PersonErasureService } from '../identity/person-erasure.service.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { AnswerService } from './answer.service.js';
import { AssessmentJobs } from './assessment.jobs.js';
import { AssessmentModule } from './assessment.module.js';
import { EssaysToGradeDto } from './dto/essay-grading.dto.js';
import type { EssayPhotoDto } from './dto/essay-photo.dto.js';
import { AttemptDto } from './dto/quiz-attempt.dto.js';
import { ResultDto } from './dto/result.dto.js';
import { EssayGradingService } from './essay-grading.service.js';
import { EssayPhotoFilesService } from './essay-photo-files.service.js';
import { EssayPhotoService } from './essay-photo.service.js';
import { QuizAttemptService } from './quiz-attempt.service.js';
import { SubmissionService } from './submission.service.js';

type Problem = { code: string; detail: string };
interface Paper {
  id: string;
  essayId: string;
  otherId: string;
}

const OCTETS = { 'content-type': 'application/octet-stream' };

let world: FeatureWorld;
let photos: EssayPhotoService;
let attempts: QuizAttemptService;
let grading: EssayGradingService;
let course: QuizCourse;
let root: Organisation;
let unit: Organisation;
let sibling: Organisation;
let page: Buffer;
let learner: Actor;
let phone: HttpClient;
let paper: Paper;

/** Somebody with a role, as an actor and as a browser. */
async function admit(name: string, role?: RoleName, at = unit): Promise<{ actor: Actor; client: HttpClient }> {
  const personId = await world.admit(name, at.id);
  if (role) {
    await world.dataSource.transaction((tx) =>
      world.get(IdentityService).grantRole(tx, { personId, role, organisationId: at.id, validFrom: '2026-01-01' }),
    );
  }
  const { cookie } = await buildSession(world.dataSource, personId);
  const client = world.browser();
  client.keep('us_session', cookie);
  return { actor: world.actor(personId, role, at), client };
}

async function begin(actor: Actor): Promise<Paper> {
  const enrolment = await world.get(EnrolmentService).begin(actor, course.slug);
  const { view } = await attempts.start(actor, { quizId: course.finalId, enrolmentId: enrolment.view.id });
  const idOf = (kind: string) => [...view.questions.values()].find((question) => question.kind === kind)!.id;
  return { id: view.attempt.id, essayId: idOf('essay'), otherId: idOf('ordering') };
}

const address = (photoId: string, { id, essayId } = paper) =>
  `/api/v1/quiz-attempts/${id}/questions/${essayId}/photos/${photoId}`;
const send = (bytes: Buffer, photoId = newId(), client = phone, headers = OCTETS) =>
  client.send<EssayPhotoDto & Problem>('PUT', address(photoId), bytes, headers);
const keep = (bytes = page, place: Partial<{ questionId: string; photoId: string }> = {}) =>
  photos.keep(learner, { attemptId: paper.id, questionId: paper.essayId, photoId: newId(), ...place }, bytes);
const rows = <T>(sql: string, id = paper.id) => world.dataSource.query<T[]>(sql, [id]);
const kept = () =>
  rows<{ id: string; position: number; storedAs: string }>(
    'SELECT id, position, stored_as AS "storedAs" FROM essay_photo WHERE attempt_id = $1 ORDER BY position',
  );

/** Names of all files for a while in the storage. */
async function files(): Promise<string[]> {
  const folder = join(world.config.DATA_DIR, 'files', 'passing');
  if (!(await stat(folder).catch(() => null))) return [];
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => name.split('/')[1] ?? '').filter((name) => name !== '');
}

const paint = (width: number, height: number, background = '#f4f1e8') =>
  sharp({ create: { width, height, channels: 3, background } });

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, AssessmentModule], { http: true });
  photos = world.get(EssayPhotoService);
  attempts = world.get(QuizAttemptService);
  grading = world.get(EssayGradingService);
  const completionRule = { quizzes: [{ quiz: FINAL, passPercent: 70 }] };
  course = await publishQuizCourse(world.dataSource, {
    questions: PARTS,
    completionRule,
    final: { draw: 3, maxAttempts: 0 },
  });
  root = await world.found('TLD', 'Tổng Liên đoàn', null);
  unit = await world.found('LDLD-A', 'LĐLĐ tỉnh A', root.id);
  sibling = await world.found('LDLD-B', 'LĐLĐ tỉnh B', root.id);
  page = await paint(300, 400).jpeg().toBuffer();
}, 60_000);
afterAll(() => world.stop());
beforeEach(async () => {
  ({ actor: learner, client: phone } = await admit('Trần Thị Mận'));
  paper = await begin(learner);
});

describe('a photo of an answer', () => {
  it('is kept made anew: upright WebP of at most 1600 pixels, without the place where it was taken', async () => {
    const taken = await paint(2400, 1200)
      .withExif({ IFD0: { Copyright: 'Nguyễn Văn A' }, IFD3: { GPSLatitude: '21/1 1/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(taken.includes('Copyright') || taken.includes('Nguy')).toBe(true);
    const photoId = newId();
    const answer = await send(taken, photoId.toUpperCase());
    expect(answer).toMatchObject({ status: 200, body: { id: photoId, position: 1, width: 800, height: 1600 } });
    expect(answer.body.url).toBe(address(photoId));
    const { bytes, hash } = await photos.read(learner, {
      attemptId: paper.id,
      questionId: paper.essayId,
      photoId,
    });
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 800, height: 1600 });
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
    const got = await phone.get(answer.body.url);
    expect(got).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp', etag: `"${hash}"` } });
    expect(got.headers['cache-control']).toBe('private, no-cache');
    expect(got.headers['x-content-type-options']).toBe('nosniff');
  });

  it('sent again is the same photo, also after the submission', async () => {
    const photoId = newId();
    const first = await send(page, photoId);
    const [again, atOnce] = await Promise.all([send(page, photoId), send(page, photoId)]);
    expect([again.body, atOnce.body]).toEqual([first.body, first.body]);
    const both = await Promise.all([1, 2].map(() => keep(page, { photoId: '0190a3c2-7e00-7000-8000-000000000001' })));
    expect(both[0]).toEqual(both[1]);
    await attempts.submit(learner, paper.id);
    expect((await send(page, photoId)).body).toEqual(first.body);
    expect(await kept()).toHaveLength(2);
  });

  it('is one of three; a place that is left is taken by the next', async () => {
    const ids = [newId(), newId(), newId()];
    for (const id of ids) expect((await send(page, id)).status).toBe(200);
    const fourth = await send(page);
    expect(fourth).toMatchObject({ status: 409, body: { code: 'essay-photos-full' } });
    expect(fourth.body.detail).toContain('tối đa 3 ảnh');
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await phone.send('DELETE', address(ids[1]!))).status).toBe(204);
    }
    expect((await send(page)).body.position).toBe(2);
    const shown = AttemptDto.from(await attempts.get(learner, paper.id)).questions;
    expect(shown.find(({ kind }) => kind === 'essay')!.photos.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(shown.find(({ kind }) => kind === 'ordering')!.photos).toEqual([]);
  });

  it('gets the last place once, however many come for it at the same moment', async () => {
    await keep();
    await keep();
    const before = await files();
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(page)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await kept()).map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(await rows('SELECT photos FROM quiz_response WHERE attempt_id = $1 AND photos > 0')).toEqual([
      { photos: 3 },
    ]);
    expect(await files()).toHaveLength(before.length + 1);
  });

  it('is for essays that ask for one, on the paper, of one’s own', async () => {
    expect(await refusalOf(keep(page, { questionId: paper.otherId }))).toBe('essay-takes-no-photos');
    expect(await refusalOf(keep(page, { questionId: newId() }))).toBe('question-not-in-attempt');
    const { client } = await admit('Người Khác');
    expect((await send(page, newId(), client)).status).toBe(404);
    const insert = `INSERT INTO essay_photo SELECT $1, question_version_id, gen_random_uuid(), 1, gen_random_uuid(),
        repeat('a', 64), 1, 1, 1, now() FROM quiz_response WHERE attempt_id = $1 AND question_version_id = $2`;
    const into = (questionId: string) => world.dataSource.query(insert, [paper.id, questionId]);
    await expect(into(paper.otherId)).rejects.toThrow('takes no photos');
    expect(await kept()).toEqual([]);
  });

  it('comes and goes only while answers are taken; the database says so, too', async () => {
    const { id } = await keep();
    const place = { attemptId: paper.id, questionId: paper.essayId, photoId: id };
    await attempts.submit(learner, paper.id);
    expect(await refusalOf(keep())).toBe('attempt-already-submitted');
    expect(await refusalOf(photos.remove(learner, place))).toBe('attempt-already-submitted');
    for (const sql of [
      'DELETE FROM essay_photo WHERE attempt_id = $1',
      'UPDATE essay_photo SET position = 2 WHERE attempt_id = $1',
      `INSERT INTO essay_photo SELECT attempt_id, question_version_id, gen_random_uuid(), 2, gen_random_uuid(), hash, 1, 1, 1, now()
         FROM essay_photo WHERE attempt_id = $1`,
    ]) {
      await expect(rows(sql)).rejects.toThrow(/no longer change|never changes/);
    }
    paper = await begin(learner);
    world.clock.advance({ minutes: 21 });
    expect(await refusalOf(keep())).toBe('attempt-deadline-passed');
  });
});

describe('what is no photograph', () => {
  it('is refused with a word that says what to do, and leaves nothing behind', async () => {
    const before = await files();
    const gif = await paint(8, 8).gif().toBuffer();
    // Fifteen thousand pixels square of one colour: a few hundred kilobytes that would take 675 MB to decode.
    const bomb = await sharp({ create: { width: 15_000, height: 15_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(400)]);
    for (const [bytes, said] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'SVG'],
      [gif, 'Không đọc được'],
      [bomb, 'lớn quá'],
      [page.subarray(0, page.length / 2), 'Không đọc được'],
      [heic, 'iPhone'],
      [Buffer.from('chỉ là chữ'), 'Không đọc được'],
      [Buffer.alloc(0), 'Không đọc được'],
    ] as const) {
      const answer = await send(bytes);
      expect(answer).toMatchObject({ status: 422, body: { code: 'image-refused' } });
      expect(answer.body.detail).toContain(said);
    }
    expect((await send(Buffer.alloc(12 * 1024 * 1024 + 1))).status).toBe(413);
    for (const type of ['image/svg+xml', 'image/jpeg', 'multipart/form-data; boundary=x', 'text/plain']) {
      expect((await send(page, newId(), phone, { 'content-type': type })).status).toBe(415);
    }
    expect((await send(page, 'khong-phai-uuid')).status).toBe(404);
    expect(await kept()).toEqual([]);
    expect(await files()).toEqual(before);
  }, 60_000);

  it.each(['png', 'webp', 'avif'] as const)('is no %s: that is taken', async (format) => {
    const answer = await send(await paint(64, 48).toFormat(format).toBuffer());
    expect(answer).toMatchObject({ status: 200, body: { width: 64, height: 48 } });
  });
});

describe('an essay on paper', () => {
  it('waits for a lecturer without a single word typed; minimum words are not asked of it', async () => {
    await keep();
    await keep();
    await world.get(AnswerService).save(learner, paper.id, {
      questionId: paper.otherId,
      response: rightResponse(PARTS[0]!.answerKey),
    });
    const { attempt } = await attempts.submit(learner, paper.id);
    expect(attempt.state).toBe('awaiting-grading');
    const lecturer = await admit('Giảng Viên', 'lecturer');
    const { body } = await lecturer.client.get<EssaysToGradeDto>(`/api/v1/essays-to-grade/${paper.id}`);
    const [essay] = body.essays;
    expect(essay).toMatchObject({ text: '', words: 0, minimumWords: null, photos: [{ position: 1 }, { position: 2 }] });
    expect((await lecturer.client.get(essay!.photos[0]!.url)).status).toBe(200);
    await grading.grade(lecturer.actor, paper.id, [{ questionId: paper.essayId, points: [3, 1], comment: 'Rõ.' }]);
    const result = ResultDto.from(await attempts.result(learner, paper.id));
    const graded = result.review!.find(({ kind }) => kind === 'essay')!;
    expect(graded).toMatchObject({ points: 1, photos: [{ position: 1 }, { position: 2 }] });
    expect((await phone.get(graded.photos[0]!.url)).status).toBe(200);
    expect((await lecturer.client.get(graded.photos[0]!.url)).status).toBe(404);
  });

  it('is seen by nobody but its author and those who may grade it, while it waits', async () => {
    const { id } = await keep();
    const [near, above, elsewhere, officer, peer] = await Promise.all([
      admit('Gần', 'lecturer'),
      admit('Trên', 'school-officer', root),
      admit('Xa', 'lecturer', sibling),
      admit('Cán bộ', 'unit-officer'),
      admit('Bạn Học'),
    ]);
    const seen = async () => {
      const statuses: number[] = [];
      for (const { client } of [near, above, elsewhere, officer, peer]) {
        statuses.push((await client.get(address(id))).status);
      }
      return statuses;
    };
    expect(await seen()).toEqual([404, 404, 404, 404, 404]);
    await attempts.submit(learner, paper.id);
    expect(await seen()).toEqual([200, 200, 404, 404, 404]);
    expect((await world.browser().get(address(id))).status).toBe(401);
    expect((await phone.get(address(newId()))).status).toBe(404);
  });

  it('is never graded as empty by a submission that a photo overtakes', async () => {
    const submissions = world.get(SubmissionService);
    const sheet = await submissions.sheetOf(learner.personId, paper.id);
    await keep();
    const ended = await world.dataSource.transaction((tx) => submissions.grade(tx, sheet));
    expect(ended.state).toBe('awaiting-grading');
    expect(await refusalOf(keep())).toBe('attempt-already-submitted');
  });

  it('does not wait when its photos were taken away again', async () => {
    const { id } = await keep();
    await photos.remove(learner, { attemptId: paper.id, questionId: paper.essayId, photoId: id });
    expect((await attempts.submit(learner, paper.id)).attempt.state).toBe('graded');
  });
});

describe('files of photos', () => {
  it('go with their photo, and when its person is erased, never before', async () => {
    const { id } = await keep();
    const [first] = await kept();
    await photos.remove(learner, { attemptId: paper.id, questionId: paper.essayId, photoId: id });
    expect(await files()).not.toContain(first!.storedAs);
    await keep();
    await attempts.submit(learner, paper.id);
    const [{ storedAs } = { storedAs: '' }] = await kept();
    const jobs = world.get(AssessmentJobs);
    await jobs.erasePhotos({ personId: learner.personId });
    expect(await files()).toContain(storedAs);
    await rows(`UPDATE office_term SET valid_to = '2026-06-01' WHERE person_id = $1`, learner.personId);
    const federation = await admit('Cán bộ Liên đoàn', 'federation-officer', root);
    await world.get(PersonErasureService).erase(federation.actor, learner.personId, 'Theo yêu cầu');
    await jobs.erasePhotos({ personId: learner.personId });
    await jobs.erasePhotos({ personId: learner.personId });
    expect(await kept()).toEqual([]);
    expect(await files()).not.toContain(storedAs);
  });

  it('that no photo has, because a process died, are swept away after an hour', async () => {
    const orphan = await world.get(EssayPhotoFilesService).put(page);
    const { id, storedAs } = await keep();
    const jobs = world.get(AssessmentJobs);
    await jobs.sweepPhotoFiles();
    expect(await files()).toEqual(expect.arrayContaining([orphan, storedAs]));
    world.clock.advance({ hours: 2 });
    await jobs.sweepPhotoFiles();
    expect(await files()).not.toContain(orphan);
    const place = { attemptId: paper.id, questionId: paper.essayId, photoId: id };
    expect((await photos.read(learner, place)).bytes.length).toBeGreaterThan(0);
    expect(await rows('SELECT 1 FROM discarded_photo WHERE name = $1', orphan)).toEqual([]);
  });
});
