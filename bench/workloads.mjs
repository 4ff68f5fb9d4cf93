// What is measured: each workload performs one operation of one person over HTTP.
import { uuidv7 } from 'uuidv7';
import { COURSE } from './population.mjs';

const API = '/api/v1';

/** An answer that fits the question's kind; whether it is right costs the server the same. */
function someResponse({ kind, body }) {
  switch (kind) {
    case 'single':
      return { kind, option: body.options[0].index };
    case 'multiple':
      return { kind, options: body.options.slice(0, 2).map(({ index }) => index) };
    case 'true-false':
      return { kind, value: true };
    case 'matching':
      return { kind, choices: body.prompts.map(() => body.choices[0].index) };
    case 'ordering':
      return { kind, order: body.items.map(({ index }) => index) };
    case 'cloze':
      return { kind, blanks: body.blanks.map((gap) => (gap.kind === 'choice' ? gap.choices[0].index : '30')) };
    default:
      return { kind, text: kind === 'numeric' ? '30' : 'hoà giải viên lao động' };
  }
}

async function startAttempt(send, { person, quizId }) {
  const body = { enrolmentId: person.enrolmentId };
  const started = await send('POST', `${API}/quizzes/${quizId}/attempts`, { body, expect: 201 });
  const attempt = started.json();
  if (attempt.questions.length !== 10) throw new Error(`An attempt has ${attempt.questions.length} questions, not ten`);
  return attempt;
}

async function submit(send, attempt) {
  const path = `${API}/quiz-attempts/${attempt.id}/submission`;
  const submitted = await send('POST', path, { expect: [200, 201] });
  const result = submitted.json();
  if (result.state !== 'graded') throw new Error(`A submitted attempt is ${result.state}`);
}

async function attemptWithSaves(send, { person, world }) {
  const attempt = await startAttempt(send, { person, quizId: world.quizId });
  for (const question of attempt.questions) {
    const path = `${API}/quiz-attempts/${attempt.id}/responses/${question.questionId}`;
    const body = { response: someResponse(question), answeredAt: new Date().toISOString() };
    await send('PUT', path, { body, expect: 200 });
  }
  await submit(send, attempt);
}

async function attemptWithSync(send, { person, world }) {
  const attempt = await startAttempt(send, { person, quizId: world.quizId });
  const items = attempt.questions.map((question) => ({
    id: uuidv7(),
    kind: 'answer',
    occurredAt: new Date().toISOString(),
    deviceId: 'bench-phone',
    payload: { attemptId: attempt.id, questionId: question.questionId, response: someResponse(question) },
  }));
  const synced = await send('POST', `${API}/sync`, { body: { items }, expect: 200 });
  const { results } = synced.json();
  const applied = results.filter(({ outcome }) => outcome === 'applied').length;
  if (applied !== items.length)
    throw new Error(`Sync applied ${applied} of ${items.length}: ${JSON.stringify(results)}`);
  await submit(send, attempt);
}

/** The code of the screen in the room, as the lecturer sees it. */
async function shownToken(send, world) {
  const path = `${API}/class-sessions/${world.classSessionId}/code`;
  const shown = await send('GET', path, { token: world.lecturer, expect: 200 });
  return shown.json().url.split('/').at(-1);
}

async function checkIn(send, { prepared: token }) {
  const answer = await send('POST', `${API}/check-ins`, { body: { token }, expect: 200 });
  if (answer.json().alreadyCheckedIn) throw new Error('Somebody was checked in before');
}

function signIn(send, { person, world }) {
  const body = { name: person.login, password: world.password };
  return send('POST', `${API}/session`, { body, token: null, expect: 201 });
}

function verificationPage(send, { world, index }) {
  const code = world.verificationCodes[index % world.verificationCodes.length];
  // Each reader has an address of their own: one address may not look up hundreds of certificates in a row.
  const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  const headers = [`x-forwarded-for: ${address}`, 'accept: text/html'];
  return send('GET', `/xac-minh/${code}`, { token: null, headers, expect: 200 });
}

/** What cadres type: words of titles and of texts, a number, a beginning; one in eight with a typing error. */
const SEARCHED = [
  'đình công',
  'hoa giai vien lao dong',
  'Đ188',
  'thời hiệu yêu cầu giải quyết tranh chấp',
  'tien luo',
  'bien ban hoa giai',
  'trọng tài',
  'hoa giai vien lao dogn',
];

async function searchFor(send, { index }) {
  const answer = await send('GET', `${API}/search?q=${encodeURIComponent(SEARCHED[index % SEARCHED.length])}`, {
    expect: 200,
  });
  if (answer.json().items.length === 0) throw new Error(`Nothing found for ${SEARCHED[index % SEARCHED.length]}`);
}

/**
 * `perOperation`: each operation needs a person who has not done it yet; otherwise operations are repeated.
 * `sizes`: operations of the application's warm-up and of each round, quick and full. Much is measured too early without a
 * long warm-up: V8 is done with a route after some thousand requests.
 */
export const WORKLOADS = [
  {
    name: 'course contents',
    unit: 'requests/s',
    sizes: { quick: { warmUp: 1500, round: 300 }, full: { warmUp: 3000, round: 2000 } },
    aims: { ratio: 0.3, cpu: 0.6 },
    perform: (send) => send('GET', `${API}/courses/${COURSE}`, { expect: 200 }),
  },
  {
    name: 'lesson view',
    unit: 'requests/s',
    sizes: { quick: { warmUp: 600, round: 300 }, full: { warmUp: 2000, round: 2000 } },
    aims: { ratio: 0.3 },
    perform: (send, { world, index }) =>
      send('GET', `${API}/lessons/${world.lessonIds[index % world.lessonIds.length]}`, { expect: 200 }),
  },
  {
    name: 'search',
    unit: 'requests/s',
    sizes: { quick: { warmUp: 300, round: 100 }, full: { warmUp: 1000, round: 600 } },
    aims: {},
    perform: searchFor,
  },
  {
    name: 'verification page',
    unit: 'requests/s',
    sizes: { quick: { warmUp: 800, round: 300 }, full: { warmUp: 2000, round: 2000 } },
    aims: { ratio: 0.3 },
    perform: verificationPage,
  },
  {
    name: 'sign-in',
    unit: 'sign-ins/s',
    sizes: { quick: { warmUp: 4, round: 14 }, full: { warmUp: 20, round: 60 } },
    aims: {},
    // Nine tenths of it is argon2id, on purpose: what PostgreSQL could do is no ceiling for that.
    noCeiling: true,
    perform: signIn,
  },
  {
    name: 'check-in',
    unit: 'check-ins/s',
    sizes: { quick: { warmUp: 60, round: 48 }, full: { warmUp: 200, round: 150 } },
    aims: {},
    perOperation: true,
    prepare: shownToken,
    perform: checkIn,
  },
  {
    name: 'quiz attempt, ten single saves',
    unit: 'attempts/s',
    sizes: { quick: { warmUp: 160, round: 28 }, full: { warmUp: 400, round: 100 } },
    aims: { ratio: 0.4, cpu: 17 },
    perOperation: true,
    perform: attemptWithSaves,
  },
  {
    name: 'quiz attempt, one sync of ten answers',
    unit: 'attempts/s',
    sizes: { quick: { warmUp: 60, round: 48 }, full: { warmUp: 200, round: 150 } },
    aims: { ratio: 0.4, cpu: 6.9 },
    perOperation: true,
    perform: attemptWithSync,
  },
];
