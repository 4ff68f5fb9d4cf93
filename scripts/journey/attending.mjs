// The second half of the journey: the class, the certificate, and what others may see.
import { setTimeout as delay } from 'node:timers/promises';
import { Browser } from './browser.mjs';
import { signIn, standing, sync, syncItem } from './learning.mjs';
import { accepted, holds, refused, same } from './steps.mjs';

const API = '/api/v1';
const SCHOOL = '0901000003';
const LECTURER = '0901000002';
const SCHOOL_CODE = 'TCD';
const MINUTE_MS = 60_000;
const CERTIFICATE_WITHIN_MS = 20_000;
const PAGE_MAX_BYTES = 15_000;

export async function openClass({ steps, base, world }) {
  const school = new Browser(base);
  const lecturer = new Browser(base);
  Object.assign(world, { school, lecturer });
  await steps.take('A school officer opens a class: online an hour ago, in a room now', async () => {
    await signIn(school, SCHOOL);
    const teacher = await signIn(lecturer, LECTURER);
    const { items } = accepted(await school.get(`${API}/organisations`));
    const organiserId = items.find(({ code }) => code === SCHOOL_CODE)?.id;
    const plan = planOf({ organiserId, lecturerId: teacher.person.id, courseSlug: world.course.slug });
    refused(await world.cadre.post(`${API}/classes`, plan), 403, 'not-allowed');
    const key = { 'idempotency-key': `journey-${plan.code}` };
    world.trainingClass = accepted(await school.post(`${API}/classes`, plan, key), 201);
    const again = accepted(await school.post(`${API}/classes`, plan, key), 201);
    same('the class of the repeated request', again.id, world.trainingClass.id);
    const [online, inPerson] = world.trainingClass.sessions;
    Object.assign(world, { online, inPerson });
    return `${world.trainingClass.code}, ${world.trainingClass.sessions.length} sessions`;
  });
  await steps.take('The cadre registers and finds both sessions in the schedule', async () => {
    const path = `${API}/classes/${world.trainingClass.id}/registrations`;
    same('the place', accepted(await world.cadre.post(path, {}), [200, 201]).state, 'registered');
    const { items } = accepted(await world.cadre.get(`${API}/schedule`));
    const mine = items.filter(({ classId }) => classId === world.trainingClass.id);
    same('sessions in the schedule', mine.map(({ sessionId }) => sessionId).sort(), sessionIds(world));
    return `place ${world.trainingClass.registered + 1} of ${world.trainingClass.capacity}`;
  });
}

const sessionIds = ({ trainingClass }) => trainingClass.sessions.map(({ id }) => id).sort();

function planOf({ organiserId, lecturerId, courseSlug }) {
  const at = (minutes) => new Date(Date.now() + minutes * MINUTE_MS).toISOString();
  return {
    code: `HT-${Date.now().toString(36).toUpperCase()}`,
    name: 'Lớp giải quyết tranh chấp lao động, hành trình thử',
    courseSlug,
    organiserId,
    capacity: 30,
    lecturerIds: [lecturerId],
    sessions: [
      {
        title: 'Buổi 1: trực tuyến',
        mode: 'online',
        startsAt: at(-40),
        endsAt: at(-10),
        meetingUrl: 'https://meet.example.org/hanh-trinh',
        minimumOnlinePercent: 80,
      },
      { title: 'Buổi 2: tại lớp', mode: 'in-person', startsAt: at(-5), endsAt: at(120), place: 'Phòng 201' },
    ],
  };
}

export async function checkIn({ steps, world, expiredToken }) {
  const { cadre, lecturer, inPerson } = world;
  const send = (body) => cadre.post(`${API}/check-ins`, body);
  let token;
  let code;
  await steps.take('The lecturer shows the code that changes; nobody else can', async () => {
    code = accepted(await lecturer.get(`${API}/class-sessions/${inPerson.id}/code`));
    token = code.url.split('/').at(-1);
    holds('43 characters of base64url', /^[\w-]{43}$/.test(token), code.url);
    refused(await cadre.get(`${API}/class-sessions/${inPerson.id}/code`), 403, 'not-allowed');
    return `six digits ${code.sixDigits}, ${code.presentCount} of ${code.registeredCount} present`;
  });
  await steps.take('A forged code and wrong digits are refused', async () => {
    const forged = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`;
    refused(await send({ token: forged }), 422, 'code-invalid');
    const wrong = String((Number(code.sixDigits) + 1) % 1_000_000).padStart(6, '0');
    refused(await send({ sixDigits: wrong }), 422, 'code-invalid');
  });
  if (expiredToken) {
    await steps.take('A photo of the code taken five minutes ago is refused', async () => {
      return refused(await send({ token: await expiredToken(inPerson.id) }), 409, 'code-expired').title;
    });
  }
  await steps.take('The cadre scans and is checked in, once', async () => {
    const first = accepted(await send({ token }));
    same('already checked in', first.alreadyCheckedIn, false);
    same('replayed', accepted(await send({ token })).alreadyCheckedIn, true);
    const page = await cadre.get(new URL(code.url).pathname, { accept: 'text/html' });
    accepted(page);
    holds('a page of HTML', page.headers.get('content-type')?.startsWith('text/html'), page.text);
    return `${first.title}, ${first.occurredAt}`;
  });
}

export async function attendOnline({ steps, world }) {
  const { cadre, online } = world;
  const starts = Date.parse(online.startsAt);
  const beat = (deviceId, from, to) => {
    const at = (minute) => new Date(starts + minute * MINUTE_MS);
    const payload = { classSessionId: online.id, from: at(from).toISOString(), to: at(to).toISOString() };
    return syncItem('heartbeat', payload, { deviceId, at: at(to) });
  };
  const row = async () => {
    const { items } = accepted(await world.lecturer.get(`${API}/classes/${world.trainingClass.id}/roster`));
    const mine = items.find(({ personId }) => personId === world.person.id);
    const { verdict, basis, minutes } = mine.sessions.find(({ sessionId }) => sessionId === online.id);
    return { verdict, basis, minutes: Math.round(minutes) };
  };
  await steps.take('Two devices in the online session never add up', async () => {
    const beats = [beat('phone', 0, 10), beat('phone', 10, 20), beat('laptop', 5, 15), beat('laptop', 0, 8)];
    await sync(cadre, beats, 'applied');
    same('attendance', await row(), { verdict: 'partial', basis: 'online', minutes: 20 });
    return '38 minutes sent, 20 counted';
  });
  await steps.take('The rest arrives late and in another order, some of it twice', async () => {
    const beats = [beat('laptop', 22, 30), beat('phone', 19, 25)];
    await sync(cadre, beats, 'applied');
    await sync(cadre, [...beats].reverse(), 'duplicate');
    same('attendance', await row(), { verdict: 'present', basis: 'online', minutes: 30 });
    return '30 of 30 minutes';
  });
  await steps.take('Attendance is 100 %, the course complete', async () => {
    const { attendance } = accepted(await cadre.get(`${API}/classes/${world.trainingClass.id}`));
    same('sessions', [attendance.plannedSessions, attendance.attendedSessions, attendance.percent], [2, 2, 100]);
    const { state, progressPercent, missing, completedAt } = await standing(world);
    same('enrolment', { state, progressPercent, missing }, { state: 'completed', progressPercent: 100, missing: [] });
    return `completed ${completedAt}`;
  });
}

export async function receiveCertificate({ steps, base, world }) {
  const { cadre } = world;
  await steps.take('The certificate comes by itself, with a message', async () => {
    world.certificate = await untilDrawn(cadre);
    const { items } = accepted(await cadre.get(`${API}/notifications`));
    same('messages', items.filter(({ kind }) => kind === 'certificate-issued').length, 1);
    return `${world.certificate.registerNumber}, issued by ${world.certificate.issuerName}`;
  });
  await steps.take('Its PDF is a PDF', async () => {
    const pdf = await cadre.get(world.certificate.pdfUrl);
    accepted(pdf);
    same('content type', pdf.headers.get('content-type'), 'application/pdf');
    same('first and last bytes', [pdf.bytes.toString('latin1', 0, 5), /%%EOF\s*$/.test(pdf.text)], ['%PDF-', true]);
    return `${Math.round(pdf.bytes.length / 1000)} kB`;
  });
  await steps.take('Anybody can verify it, as data and as a page', () => verify({ base, world }));
}

async function untilDrawn(cadre) {
  const end = Date.now() + CERTIFICATE_WITHIN_MS;
  for (;;) {
    const { items } = accepted(await cadre.get(`${API}/certificates`));
    if (items[0]?.pdfReady) {
      same('certificates', items.length, 1);
      return items[0];
    }
    holds(`a certificate with its PDF within ${CERTIFICATE_WITHIN_MS / 1000} s`, Date.now() < end, items);
    await delay(200);
  }
}

async function verify({ base, world }) {
  const stranger = new Browser(base);
  const { verificationCode, registerNumber, verificationUrl } = world.certificate;
  const verified = accepted(await stranger.get(`${API}/verification/${verificationCode}`));
  const facts = [verified.state, verified.registerNumber, verified.holder.fullName];
  same('GET /verification/:code', facts, ['valid', registerNumber, world.person.fullName]);
  holds('no birth date', !/birthDate/.test(JSON.stringify(verified)), verified);
  const page = await stranger.get(new URL(verificationUrl).pathname, { accept: 'text/html' });
  accepted(page);
  const names = page.text.includes(world.person.fullName) && page.text.includes(registerNumber);
  holds('a page with name and register number', names, page.text);
  holds(`at most ${PAGE_MAX_BYTES} bytes`, page.bytes.length <= PAGE_MAX_BYTES, page.bytes.length);
  refused(await stranger.get(`${API}/verification/0000-0000-0000-0000`), 404, 'certificate-unknown');
  return `${verified.state}, page of ${page.bytes.length} bytes`;
}

export async function lookAround({ steps, base, world }) {
  await steps.take('Another cadre knows nothing of it', async () => {
    const stranger = new Browser(base);
    await signIn(stranger, world.login === '0901000020' ? '0901000019' : '0901000020');
    const paths = [
      `/quiz-attempts/${world.attempt.id}`,
      `/quiz-attempts/${world.attempt.id}/result`,
      `/enrolments/${world.enrolment.id}`,
      `/certificates/${world.certificate.id}`,
    ];
    for (const path of paths) refused(await stranger.get(`${API}${path}`), 404, 'not-found');
    return `${paths.length} × 404`;
  });
  await steps.take('The school sees the roster and the register', async () => {
    const { items } = accepted(await world.school.get(`${API}/classes/${world.trainingClass.id}/roster`));
    const row = items.find(({ personId }) => personId === world.person.id);
    same('roster', [row?.enrolmentState, row?.percent], ['completed', 100]);
    const register = accepted(await world.school.get(`${API}/certificate-register`));
    const entry = register.items.find(({ registerNumber }) => registerNumber === world.certificate.registerNumber);
    same('register', [entry?.holder.fullName, entry?.state], [world.person.fullName, 'valid']);
    return `${row.fullName}, ${row.percent} %; number ${entry.registerNumber}`;
  });
  await steps.take('Signs out; the session is gone', async () => {
    accepted(await world.cadre.send('DELETE', `${API}/session`), 204);
    accepted(await world.cadre.get(`${API}/session`), 401);
  });
}
