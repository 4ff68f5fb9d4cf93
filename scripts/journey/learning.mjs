// The first half of the journey: signing in, reading, quizzes.
import { uuidv7 } from 'uuidv7';
import { otherResponse, remarksOf, rightResponse, textOf } from './answer-key.mjs';
import { Browser } from './browser.mjs';
import { accepted, holds, refused, same } from './steps.mjs';

export const PASSWORD = 'congdoan2026';
const API = '/api/v1';
const COURSE = 'giai-quyet-tranh-chap-lao-dong';
const ARTICLE = 'vn.blld.2019.d188';
/** Demonstration accounts of cadres; a journey takes the first that has not begun the course. */
const CADRES = ['0901000001', ...Array.from({ length: 10 }, (_, n) => `09010000${11 + n}`)];

export async function signIn(browser, name) {
  return accepted(await browser.post(`${API}/session`, { name, password: PASSWORD }), 201);
}

/** One thing that a device reports. */
export function syncItem(kind, payload, { deviceId = 'phone', at = new Date() } = {}) {
  return { id: uuidv7(), kind, occurredAt: at.toISOString(), deviceId, payload };
}

/** Sends items and checks what became of each. */
export async function sync(browser, items, outcome) {
  const { results } = accepted(await browser.post(`${API}/sync`, { items }));
  same(
    'POST /sync: outcomes',
    results.map((result) => [result.id, result.outcome, result.problem?.code]),
    items.map(({ id }) => [id, outcome, undefined]),
  );
}

export async function arrive({ steps, base, world }) {
  await steps.take('Landing page and health', async () => {
    const visitor = new Browser(base);
    const landing = await visitor.get('/', { accept: 'text/html' });
    accepted(landing);
    holds('a page that names the platform', landing.text.includes('Kỹ năng Công đoàn'), landing.text);
    accepted(await visitor.get('/api/health/live'));
    accepted(await visitor.get('/api/health/ready'));
    return `${landing.bytes.length} bytes of HTML, alive and ready`;
  });
  await steps.take('A wrong password is refused', async () => {
    const name = CADRES[0];
    const wrong = await new Browser(base).post(`${API}/session`, { name, password: 'sai-mat-khau' });
    const unknown = await new Browser(base).post(`${API}/session`, { name: '0999999999', password: 'sai-mat-khau' });
    const problem = refused(wrong, 401, 'wrong-credentials');
    refused(unknown, 401, 'wrong-credentials');
    same('the answer for an unknown account', unknown.body.detail, wrong.body.detail);
    accepted(await new Browser(base).get(`${API}/session`), 401);
    return problem.title;
  });
  await steps.take('A cadre signs in with a phone number', async () => {
    const [cadre, name] = await freshCadre(base);
    world.cadre = cadre;
    world.login = name;
    const session = accepted(await cadre.get(`${API}/session`));
    world.person = session.person;
    same('GET /session: can', session.can, { teach: false, manage: false });
    return `${session.person.fullName}, ${session.office}, ${session.unit?.name}`;
  });
  await steps.take('Finds a law article without diacritics and reads it', () => readArticle(world.cadre));
}

/** The first demonstration cadre who has results in no course, signed in with the number as people type it. */
async function freshCadre(base) {
  for (const name of CADRES) {
    const browser = new Browser(base);
    await signIn(browser, ` +84 ${name.slice(1, 4)}.${name.slice(4, 7)}.${name.slice(7)} `);
    const { items } = accepted(await browser.get(`${API}/enrolments`));
    if (items.every((enrolment) => enrolment.lessons.length === 0 && enrolment.results.length === 0)) {
      return [browser, name];
    }
  }
  return holds('a demonstration cadre who has not begun the course', false, 'all have: take a fresh instance');
}

async function readArticle(cadre) {
  const found = accepted(await cadre.get(`${API}/law/articles?q=${encodeURIComponent('dieu 188')}`));
  same('first hit of "dieu 188"', found.items[0]?.code, ARTICLE);
  const article = accepted(await cadre.get(`${API}/law/articles/${ARTICLE}`));
  const current = article.versions.filter((version) => version.current);
  same('versions in force today', current.length, 1);
  holds('a source', current[0].sources.length > 0, current[0]);
  return `${article.number} ${article.title}, cited by ${article.citedBy.length} lessons`;
}

export async function study({ steps, world }) {
  const { cadre } = world;
  await steps.take('Lists the courses and opens one', async () => {
    const { items } = accepted(await cadre.get(`${API}/courses`));
    holds(
      `the course ${COURSE}`,
      items.some(({ slug }) => slug === COURSE),
      items,
    );
    world.course = accepted(await cadre.get(`${API}/courses/${COURSE}`));
    world.lessons = world.course.skillModules.flatMap((part) => part.lessons);
    return `${world.course.title.vi}, ${world.lessons.length} lessons`;
  });
  await steps.take('Enrols; pressing the button twice gives one enrolment', async () => {
    const enrol = () => cadre.post(`${API}/enrolments`, { courseSlug: COURSE });
    const [first, second] = await Promise.all([enrol(), enrol()]);
    world.enrolment = accepted(first, [200, 201]);
    same('the second enrolment', accepted(second, [200, 201]).id, world.enrolment.id);
    same('its state', world.enrolment.state, 'active');
    return `${world.enrolment.missing.length} parts to do`;
  });
  await readLessons({ steps, world });
}

async function readLessons({ steps, world }) {
  const { cadre, enrolment } = world;
  const reading = world.lessons.filter(({ kind }) => kind === 'reading');
  const half = Math.floor(reading.length / 2);
  await steps.take('Reads half of the lessons online', async () => {
    for (const { id } of reading.slice(0, half)) {
      const lesson = accepted(await cadre.get(`${API}/lessons/${id}`));
      holds('a text with paragraphs', lesson.html.includes('<p'), lesson.html);
      const path = `${API}/enrolments/${enrolment.id}/lessons/${id}/progress`;
      accepted(await cadre.put(path, { done: true, position: 1 }));
    }
    return `${half} lessons done`;
  });
  await steps.take('Is told where to go on', async () => {
    const { resume, progressPercent } = await standing(world);
    same('GET /enrolments/:id: resume', resume?.lessonId, reading[half].id);
    return `${resume.title.vi}, ${progressPercent} %`;
  });
  await steps.take('Reads the others offline; the batch is sent, and sent again', async () => {
    const items = reading
      .slice(half)
      .map(({ id }) => syncItem('progress', { enrolmentId: enrolment.id, lessonId: id, done: true, position: 1 }));
    for (const { id } of reading.slice(half)) accepted(await cadre.get(`${API}/lessons/${id}`));
    await sync(cadre, items, 'applied');
    await sync(cadre, [...items].reverse(), 'duplicate');
    const { missing } = await standing(world);
    same('what is missing', [...new Set(missing.map(({ kind }) => kind))].sort(), ['attendance', 'quiz', 'scenario']);
    return `${items.length} applied, then ${items.length} duplicates`;
  });
}

/** The cadre's enrolment as it is now. */
export async function standing({ cadre, enrolment }) {
  return accepted(await cadre.get(`${API}/enrolments/${enrolment.id}`));
}

async function quizOf({ cadre, lessons }, kind) {
  for (const lesson of lessons.filter((candidate) => candidate.kind === 'quiz')) {
    const answer = accepted(await cadre.get(`${API}/quizzes?lessonId=${lesson.id}`));
    const quiz = answer.items?.[0] ?? answer;
    if (quiz.kind === kind) return quiz;
  }
  return holds(`a quiz of kind ${kind}`, false, lessons);
}

function responseTo(question, keys) {
  const key = keys.get(textOf(question.body));
  holds('a question of content/', key !== undefined, question.body.stem);
  return rightResponse(key);
}

const save = (browser, attempt, question, body) =>
  browser.put(`${API}/quiz-attempts/${attempt.id}/responses/${question.questionId}`, body);

export async function practise({ steps, world, keys }) {
  const { cadre, enrolment } = world;
  await steps.take('Practises; the reasons come after submitting', async () => {
    const quiz = await quizOf(world, 'practice');
    const start = { enrolmentId: enrolment.id };
    const attempt = accepted(await cadre.post(`${API}/quizzes/${quiz.id}/attempts`, start), 201);
    same('questions', attempt.questions.length, quiz.questionCount);
    refused(await cadre.get(`${API}/quiz-attempts/${attempt.id}/result`), 409, 'attempt-not-submitted');
    const items = attempt.questions.map((question) => {
      const response = responseTo(question, keys);
      return syncItem('answer', { attemptId: attempt.id, questionId: question.questionId, response });
    });
    await sync(cadre, items, 'applied');
    const result = accepted(await cadre.post(`${API}/quiz-attempts/${attempt.id}/submission`), [200, 201]);
    same('percent', result.percent, 100);
    same('questions reviewed', result.review?.length, attempt.questions.length);
    return `${result.points} of ${result.maxPoints} points`;
  });
}

/** Answers that were sent while an attempt is open: no part of a key. */
function assertNoKey(browsers, keys) {
  const heard = browsers.flatMap((browser) => browser.heard).join('\n');
  const word = /"(answerKey|weights|feedback|feedbackRight|feedbackWrong|correct|general)"/.exec(heard)?.[0];
  holds('no word of the key before submission', word === undefined, word);
  const told = [...keys.values()].flatMap(remarksOf).find((text) => heard.includes(JSON.stringify(text).slice(1, -1)));
  holds('no remark of the authors before submission', told === undefined, told);
}

export async function takeFinalTest({ steps, world, keys, base }) {
  const { enrolment } = world;
  const phone = new Browser(base);
  const laptop = new Browser(base);
  for (const device of [phone, laptop]) await signIn(device, world.login);
  const start = async (device) =>
    device.post(`${API}/quizzes/${(await quizOf(world, 'final')).id}/attempts`, { enrolmentId: enrolment.id });
  let attempt;
  await steps.take('Starts the final test on the phone and saves half of the answers', async () => {
    attempt = accepted(await start(phone), 201);
    world.attempt = attempt;
    holds('a deadline', attempt.deadlineAt !== null, attempt);
    const half = attempt.questions.slice(0, Math.floor(attempt.questions.length / 2));
    for (const question of half)
      accepted(await save(phone, attempt, question, { response: responseTo(question, keys) }));
    return `${half.length} of ${attempt.questions.length} saved one by one, until ${attempt.deadlineAt}`;
  });
  await steps.take('Goes on with the same attempt on a laptop', async () => {
    const resumed = accepted(await start(laptop), 200);
    same('the attempt', resumed.id, attempt.id);
    const open = resumed.questions.filter(({ response }) => response === null);
    same('answers there', resumed.questions.length - open.length, Math.floor(attempt.questions.length / 2));
    for (const question of open)
      accepted(await save(laptop, attempt, question, { response: responseTo(question, keys) }));
    return `found ${resumed.questions.length - open.length}, saved ${open.length}`;
  });
  await steps.take('An older answer that the phone sends late does not win', () =>
    sendLate({ phone, laptop, attempt, keys }),
  );
  await steps.take('Nothing of the answer key has been sent to either device', () =>
    assertNoKey([phone, laptop], keys),
  );
  await steps.take('Submits and passes; submitting again changes nothing', async () => {
    const submit = async (device) =>
      accepted(await device.post(`${API}/quiz-attempts/${attempt.id}/submission`), [200, 201]);
    const result = await submit(laptop);
    same('result', { percent: result.percent, passed: result.passed }, { percent: 100, passed: true });
    same('the second result', (await submit(phone)).gradedAt, result.gradedAt);
    const late = await save(phone, attempt, attempt.questions[0], { response: responseTo(attempt.questions[0], keys) });
    refused(late, 409, 'attempt-already-submitted');
    return `${result.percent} %, ${result.attemptsLeft} attempts left`;
  });
}

async function sendLate({ phone, laptop, attempt, keys }) {
  const question = attempt.questions.at(-1);
  const right = responseTo(question, keys);
  const answeredAt = new Date(Date.now() - 600_000).toISOString();
  accepted(await save(phone, attempt, question, { response: otherResponse(right), answeredAt }));
  const now = accepted(await laptop.get(`${API}/quiz-attempts/${attempt.id}`));
  const kept = now.questions.find(({ questionId }) => questionId === question.questionId);
  same('the answer kept', kept.response, right);
  holds('the instant of the later answer', kept.answeredAt > answeredAt, kept.answeredAt);
}

export async function seeWhatIsMissing({ steps, world }) {
  await steps.take('Only attendance is missing now', async () => {
    const { state, missing } = await standing(world);
    same('state', state, 'active');
    same(
      'missing',
      missing.map(({ kind }) => kind),
      ['attendance'],
    );
    return `${missing[0].title.vi}, at least ${missing[0].needed} %`;
  });
}
