import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bestChoices } from '../../src/catalogue/scenario.service.js';
import { answerAll, finish, quizOf, startAttempt } from '../support/quiz-taking.js';
import { keysOf, secretsOf } from '../support/answers.js';
import type {
  AttemptBody,
  CertificateBody,
  ClassBody,
  CodeBody,
  EnrolmentBody,
  Items,
  ProblemBody,
  ResultBody,
  RosterBody,
} from '../support/api.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { FakeClock } from '../support/clock.js';
import { admitCadre, COURSE, openCourse, SCENARIO, sync, syncItem } from '../support/learner.js';
import { waitUntil } from '../support/processes.js';
import { RemoteClient } from '../support/remote-client.js';
import { openScenario, reportPlay, unlawfulPlay } from '../support/scenario-playing.js';

const FULL_NAME = 'Trần Thị Ngọc Ánh';
const SESSION_MINUTES = 60;

describe('a cadre earns a certificate', () => {
  const clock = new FakeClock('2026-11-23T00:30:00Z');
  let app: TestApp;
  let cadre: RemoteClient;
  let colleague: RemoteClient;
  let lecturer: RemoteClient;
  let school: RemoteClient;
  let cadreId: string;
  let enrolment: EnrolmentBody;
  let finalAttempt: AttemptBody;
  let trainingClass: ClassBody;
  let certificate: CertificateBody;

  const standing = async () => (await cadre.get<EnrolmentBody>(`/api/v1/enrolments/${enrolment.id}`)).body;
  const classAsCadre = async () => (await cadre.get<ClassBody>(`/api/v1/classes/${trainingClass.id}`)).body;

  beforeAll(async () => {
    app = await startTestApp({ clock, role: 'all' });
    await app.app.listen(0, '127.0.0.1');
    const url = await app.app.getUrl();
    // As a phone may send it: decomposed, with a blank too many.
    cadreId = await admitCadre(app.app, { fullName: `${FULL_NAME.normalize('NFD')} `, login: '0912345678' });
    cadre = new RemoteClient(url);
    colleague = await new RemoteClient(url).signIn('0901000011');
    lecturer = await new RemoteClient(url).signIn('0901000002');
    school = await new RemoteClient(url).signIn('0901000003');
  }, 60_000);

  afterAll(() => app.stop());

  it('signs in with a phone number however it is typed', async () => {
    await cadre.signIn(' +84 912.345.678 ');
    const session = await cadre.get<{ person: { id: string; fullName: string }; can: object }>('/api/v1/session');
    expect(session.body).toMatchObject({
      person: { id: cadreId, fullName: FULL_NAME },
      unit: { name: 'Công đoàn cơ sở Công ty TNHH May mặc Lúa Vàng' },
      can: { teach: false, manage: false },
    });
  });

  it('finds the law without diacritics and reads an article with version and source', async () => {
    const found = await cadre.get<Items<{ code: string }>>('/api/v1/law/articles?q=dieu%20188');
    expect(found.body.items[0]?.code).toBe('vn.blld.2019.d188');
    const article = await cadre.get<{ versions: { current: boolean; summary: string; sources: object[] }[] }>(
      '/api/v1/law/articles/vn.blld.2019.d188',
    );
    const current = article.body.versions.filter((version) => version.current);
    expect(current).toHaveLength(1);
    expect(current[0]?.summary).toContain('hoà giải');
    expect(current[0]?.sources.length).toBeGreaterThan(0);
  });

  it('enrols once, however often the button is pressed', async () => {
    const [first, second] = await Promise.all([
      cadre.post<EnrolmentBody>('/api/v1/enrolments', { courseSlug: COURSE }),
      cadre.post<EnrolmentBody>('/api/v1/enrolments', { courseSlug: COURSE }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 201]);
    expect(second.body.id).toBe(first.body.id);
    enrolment = first.body;
    expect(enrolment).toMatchObject({ state: 'active', progressPercent: 0 });
    expect(new Set(enrolment.missing.map(({ kind }) => kind))).toEqual(
      new Set(['lesson', 'quiz', 'scenario', 'attendance']),
    );
    expect((await colleague.get(`/api/v1/enrolments/${enrolment.id}`)).status).toBe(404);
  });

  it('reads the lessons, some online and some on a device that syncs later', async () => {
    const lessons = (await openCourse(cadre)).filter(({ kind }) => kind === 'reading');
    const [online, offline] = [lessons.slice(0, 3), lessons.slice(3)];
    for (const { id } of online) {
      const lesson = await cadre.get<{ html: string; citations: object[] }>(`/api/v1/lessons/${id}`);
      expect(lesson.body.html).toContain('<p>');
      expect(lesson.body.citations.length).toBeGreaterThan(0);
      const url = `/api/v1/enrolments/${enrolment.id}/lessons/${id}/progress`;
      expect((await cadre.put(url, { done: true, position: 1 })).status).toBe(200);
    }
    const items = offline.map(({ id: lessonId }) =>
      syncItem('progress', { enrolmentId: enrolment.id, lessonId, done: true, position: 1 }, { at: clock.now() }),
    );
    expect((await sync(cadre, items)).map(({ outcome }) => outcome)).toEqual(items.map(() => 'applied'));
    expect((await sync(cadre, [...items].reverse())).map(({ outcome }) => outcome)).toEqual(
      items.map(() => 'duplicate'),
    );
    const { missing } = await standing();
    expect(missing.map(({ kind }) => kind).sort()).toEqual(['attendance', 'quiz', 'scenario']);
  });

  it('plays the scenario: a wrong legal step passes nothing, whatever the points', async () => {
    const { lessonId, story } = await openScenario(cadre);
    const { choices, result } = unlawfulPlay(story);
    expect(result.percent).toBeGreaterThan(60);
    await reportPlay(cadre, enrolment.id, { lessonId, choices, at: clock.now() });
    const after = await standing();
    expect(after.lessons.find((lesson) => lesson.lessonId === lessonId)?.doneAt).not.toBeNull();
    expect(after.results.filter(({ kind }) => kind === 'scenario')).toEqual([]);
    expect(after.missing.find(({ kind }) => kind === 'scenario')).toMatchObject({
      ...{ subjectKey: SCENARIO, needed: 60, actual: null },
    });
    await reportPlay(cadre, enrolment.id, { lessonId, choices: bestChoices(story), at: clock.now() });
    const { results, missing } = await standing();
    expect(results).toContainEqual(expect.objectContaining({ subjectKey: SCENARIO, percent: 100 }));
    expect(missing.map(({ kind }) => kind).sort()).toEqual(['attendance', 'quiz']);
  });

  it('practises, and sees the reasons only after submitting', async () => {
    const quiz = await quizOf(cadre, 'practice');
    const attempt = await startAttempt(cadre, { quizId: quiz.id, enrolmentId: enrolment.id });
    expect(attempt.questions).toHaveLength(quiz.questionCount);
    expect(attempt.deadlineAt).toBeNull();
    const early = await cadre.get<ProblemBody>(`/api/v1/quiz-attempts/${attempt.id}/result`);
    expect([early.status, early.body.code]).toEqual([409, 'attempt-not-submitted']);
    await answerAll(cadre, attempt, { dataSource: app.database.dataSource, via: 'sync', at: clock.now() });
    const result = await finish(cadre, attempt);
    expect(result).toMatchObject({ percent: 100, passed: true });
    expect(result.review).toHaveLength(attempt.questions.length);
    expect(result.review?.every(({ citations }) => citations.length > 0)).toBe(true);
  });

  it('takes the final test; nobody else can see or touch the attempt', async () => {
    const quiz = await quizOf(cadre, 'final');
    finalAttempt = await startAttempt(cadre, { quizId: quiz.id, enrolmentId: enrolment.id });
    const limit = new Date(finalAttempt.deadlineAt ?? 0).getTime() - clock.now().getTime();
    expect(limit).toBe((quiz.timeLimitSeconds ?? 0) * 1000);
    const again = await startAttempt(cadre, { quizId: quiz.id, enrolmentId: enrolment.id });
    expect(again.id).toBe(finalAttempt.id);

    const url = `/api/v1/quiz-attempts/${finalAttempt.id}`;
    const questionId = finalAttempt.questions[0]?.questionId ?? '';
    const response = { kind: 'true-false', value: true };
    const foreign = await Promise.all([
      colleague.get(url),
      colleague.get(`${url}/result`),
      colleague.put(`${url}/responses/${questionId}`, { response }),
      colleague.post(`${url}/submission`),
      colleague.get(`/api/v1/enrolments/${enrolment.id}/quiz-attempts?quizId=${quiz.id}`),
      school.get(url),
    ]);
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const [synced] = await sync(colleague, [
      syncItem('answer', { attemptId: finalAttempt.id, questionId, response }, { at: clock.now() }),
    ]);
    expect(synced).toMatchObject({ outcome: 'refused', problem: { code: 'not-found', status: 404 } });
  });

  it('resumes on another device, with no word of the answer key before submission', async () => {
    await answerAll(cadre, finalAttempt, { dataSource: app.database.dataSource, via: 'put', at: clock.now() });
    const tablet = await new RemoteClient(cadre.base).signIn('0912345678');
    const resumed = await tablet.get<AttemptBody>(`/api/v1/quiz-attempts/${finalAttempt.id}`);
    expect(resumed.body.questions.every(({ response }) => response !== null)).toBe(true);

    const { dataSource } = app.database;
    const pool = await dataSource.query<{ id: string; kind: string }[]>(
      `SELECT qq.question_version_id AS id, q.kind FROM quiz_question qq JOIN quiz q ON q.id = qq.quiz_id`,
    );
    const keys = await keysOf(
      dataSource,
      pool.map(({ id }) => id),
    );
    const secretsOfKind = (kind: string) =>
      pool.filter((row) => row.kind === kind).flatMap(({ id }) => secretsOf(keys.get(id)!));
    const texts = await dataSource.query<{ html: string }[]>('SELECT html FROM lesson');
    const open = [...secretsOfKind('practice'), ...texts.map(({ html }) => html)].join('\n');
    const secrets = secretsOfKind('final').filter((secret) => !open.includes(secret));
    expect(secrets.length).toBeGreaterThan(20);
    const heard = [...cadre.heard, ...tablet.heard, ...colleague.heard].join('\n');
    expect(secrets.filter((secret) => heard.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
    expect(tablet.heard.join('\n')).not.toMatch(/"(answerKey|key|weights|feedback|correct|general)"/);

    const result: ResultBody = await finish(tablet, finalAttempt);
    expect(result).toMatchObject({ percent: 100, passed: true });
    expect((await finish(cadre, finalAttempt)).attemptId).toBe(finalAttempt.id);
  });

  it('is told that only attendance is missing', async () => {
    const now = await standing();
    expect(now.state).toBe('active');
    expect(now.missing).toHaveLength(1);
    expect(now.missing[0]).toMatchObject({
      kind: 'attendance',
      needed: 80,
      title: { vi: 'Tham dự lớp học', en: 'Class attendance' },
    });
  });

  it('registers for the class that the school opens', async () => {
    const at = (iso: string, minutes = 0) => new Date(new Date(iso).getTime() + minutes * 60_000).toISOString();
    const [inPerson, online] = ['2026-11-24T01:00:00Z', '2026-11-25T12:00:00Z'];
    const me = await school.get<Items<{ id: string; code: string }>>('/api/v1/organisations');
    const teacher = await lecturer.get<{ person: { id: string } }>('/api/v1/session');
    const plan = {
      name: 'Lớp giải quyết tranh chấp lao động – đợt tháng 11',
      courseSlug: COURSE,
      organiserId: me.body.items.find(({ code }) => code === 'TCD')?.id,
      capacity: 30,
      lecturerIds: [teacher.body.person.id],
      sessions: [
        {
          title: 'Buổi 1: tình huống tại lớp',
          mode: 'in-person',
          startsAt: at(inPerson),
          endsAt: at(inPerson, SESSION_MINUTES),
          place: 'Phòng 201',
        },
        {
          title: 'Buổi 2: trực tuyến',
          mode: 'online',
          startsAt: at(online),
          endsAt: at(online, SESSION_MINUTES),
          meetingUrl: 'https://meet.example.org/lop-11',
          minimumOnlinePercent: 80,
        },
      ],
    };
    expect((await cadre.post('/api/v1/classes', plan)).status).toBe(403);
    const opened = await school.post<ClassBody>('/api/v1/classes', plan, { 'idempotency-key': 'mo-lop-1' });
    expect(opened.status).toBe(201);
    const repeated = await school.post<ClassBody>('/api/v1/classes', plan, { 'idempotency-key': 'mo-lop-1' });
    expect(repeated.body.id).toBe(opened.body.id);
    trainingClass = opened.body;
    const registration = await cadre.post<{ state: string }>(`/api/v1/classes/${trainingClass.id}/registrations`);
    expect([registration.status, registration.body.state]).toEqual([201, 'registered']);
    const schedule = await cadre.get<Items<{ sessionId: string; mode: string }>>('/api/v1/schedule');
    expect(schedule.body.items.map(({ sessionId }) => sessionId)).toEqual(trainingClass.sessions.map(({ id }) => id));
  });

  it('checks in with the code that changes on the lecturer’s screen', async () => {
    const session = trainingClass.sessions[0];
    clock.set(session?.startsAt ?? '');
    const code = await lecturer.get<CodeBody>(`/api/v1/class-sessions/${session?.id}/code`);
    expect(code.status).toBe(200);
    expect((await cadre.get(`/api/v1/class-sessions/${session?.id}/code`)).status).toBeGreaterThanOrEqual(403);
    clock.advance({ seconds: 15 });
    const token = code.body.url.split('/').at(-1);
    const checkIn = await cadre.post<{ alreadyCheckedIn: boolean }>('/api/v1/check-ins', { token });
    expect([checkIn.status, checkIn.body.alreadyCheckedIn]).toEqual([200, false]);
    const twice = await cadre.post<{ alreadyCheckedIn: boolean }>('/api/v1/check-ins', {
      sixDigits: code.body.sixDigits,
    });
    expect([twice.status, twice.body.alreadyCheckedIn]).toEqual([200, true]);
    const stranger = await colleague.post<ProblemBody>('/api/v1/check-ins', { token });
    expect([stranger.status, stranger.body.code]).toEqual([403, 'not-registered']);
    expect((await classAsCadre()).sessions[0]?.myVerdict).toBe('present');
    expect((await standing()).state).toBe('active');
  });

  it('attends the online session on two devices, whose minutes never add up', async () => {
    const session = trainingClass.sessions[1];
    const starts = new Date(session?.startsAt ?? 0).getTime();
    const beat = (deviceId: string, from: number, to: number) => {
      const time = (minute: number) => new Date(starts + minute * 60_000).toISOString();
      const payload = { classSessionId: session?.id, from: time(from), to: time(to) };
      return syncItem('heartbeat', payload, { deviceId, at: new Date(time(to)) });
    };
    const minutes = async () => {
      const roster = await lecturer.get<RosterBody>(`/api/v1/classes/${trainingClass.id}/roster`);
      const row = roster.body.items.find(({ personId }) => personId === cadreId);
      return row?.sessions.find(({ sessionId }) => sessionId === session?.id);
    };

    clock.set(new Date(starts + 31 * 60_000));
    const phone = [0, 10, 20].map((minute) => beat('phone', minute, minute + 10));
    const laptop = [5, 15].map((minute) => beat('laptop', minute, minute + 10));
    await sync(cadre, [...phone, ...laptop]);
    // Added up these were 50 of 60 minutes, which would be enough.
    expect(await minutes()).toMatchObject({ verdict: 'partial', basis: 'online', minutes: 30 });

    clock.set(new Date(starts + SESSION_MINUTES * 60_000));
    const late = [beat('laptop', 40, 50), beat('phone', 30, 40), beat('laptop', 35, 45)];
    expect((await sync(cadre, [...late, ...phone])).map(({ outcome }) => outcome)).toEqual([
      ...late.map(() => 'applied'),
      ...phone.map(() => 'duplicate'),
    ]);
    expect(await minutes()).toMatchObject({ verdict: 'present', basis: 'online', minutes: 50 });
  });

  it('has completed the course', async () => {
    const now = await standing();
    expect(now).toMatchObject({ state: 'completed', missing: [], progressPercent: 100 });
    expect(now.completedAt).toBe(clock.now().toISOString());
    expect((await classAsCadre()).attendance).toMatchObject({ plannedSessions: 2, attendedSessions: 2, percent: 100 });
  });

  it('gets one certificate, one PDF and one message from the queue', async () => {
    const mine = async () => (await cadre.get<Items<CertificateBody>>('/api/v1/certificates')).body.items;
    await waitUntil('the certificate is drawn', async () => (await mine())[0]?.pdfReady === true, 20_000);
    const [first, ...more] = await mine();
    expect(more).toEqual([]);
    certificate = first!;
    expect(certificate).toMatchObject({
      registerNumber: 'TCD-2026-000001',
      state: 'valid',
      issuedOn: '2026-11-25',
      expiresOn: '2029-11-25',
    });
    const inbox = await cadre.get<Items<{ kind: string }>>('/api/v1/notifications');
    expect(inbox.body.items.filter(({ kind }) => kind === 'certificate-issued')).toHaveLength(1);

    const pdf = await cadre.get(`/api/v1/certificates/${certificate.id}/pdf`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.text).toMatch(/^%PDF-1\.\d/);
    expect(pdf.text.trimEnd()).toMatch(/%%EOF$/);
    expect((await colleague.get(`/api/v1/certificates/${certificate.id}/pdf`)).status).toBe(404);
  }, 40_000);

  it('can be verified by anybody, without an account, however the code is typed', async () => {
    const anybody = new RemoteClient(cadre.base);
    const { verificationCode: code, registerNumber } = certificate;
    expect(certificate.verificationUrl).toContain(`/xac-minh/${code}`);
    for (const typed of [code, code.toLowerCase(), code.replace(/(.{4})/g, '$1-'), registerNumber]) {
      const answer = await anybody.get(`/api/v1/verification/${encodeURIComponent(typed)}`);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ state: 'valid' });
      expect(answer.text).toContain(FULL_NAME);
      expect(answer.text).not.toContain('1985');
    }
    const page = await anybody.get(`/xac-minh/${code}`);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.text).toContain(FULL_NAME);
    expect(page.text).toContain(registerNumber);
    expect(page.text).not.toContain('1985');
    expect(Buffer.byteLength(page.text)).toBeLessThan(15_000);
    expect((await anybody.get('/api/v1/verification/0000000000000000')).status).toBe(404);
  });

  it('stands in the roster and in the register of the school', async () => {
    const roster = await school.get<RosterBody>(`/api/v1/classes/${trainingClass.id}/roster`);
    expect(roster.body.items).toHaveLength(1);
    expect(roster.body.items[0]).toMatchObject({
      personId: cadreId,
      fullName: FULL_NAME,
      registrationState: 'registered',
      enrolmentState: 'completed',
      percent: 100,
    });
    expect((await colleague.get(`/api/v1/classes/${trainingClass.id}/roster`)).status).toBeGreaterThanOrEqual(403);

    const register =
      await school.get<Items<{ registerNumber: string; holder: { fullName: string } }>>('/api/v1/certificate-register');
    expect(register.body.items).toHaveLength(1);
    expect(register.body.items[0]).toMatchObject({
      registerNumber: certificate.registerNumber,
      holder: { fullName: FULL_NAME },
    });
    expect((await cadre.get('/api/v1/certificate-register')).status).toBe(403);
  });
});
