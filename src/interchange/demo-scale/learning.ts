import type { Bilingual, CertificateRule, CompletionRule } from '../../catalogue/entities/completion-rule.js';
import type { ScenarioResult } from '../../catalogue/scenario.service.js';
import type { AnswerKey, QuestionBody } from '../../question-bank/entities/question-body.js';
import type { Cadre } from './cadres.js';
import type { DemoClass, DemoSession } from './classes.js';
import { openedOn, type DemoScale } from './federation.js';
import { at, daysAfter, daysBetween, minutesAfter, Seeded } from './seeded.js';

/** A question that a quiz may draw. */
export interface PoolQuestion {
  id: string;
  body: Pick<QuestionBody, 'options' | 'choices'>;
  answerKey: AnswerKey;
}

/** The published course that everybody in the story takes, as the database has it. */
export interface CourseFacts {
  courseId: string;
  revisionId: string;
  slug: string;
  title: Bilingual;
  revision: number;
  contentHash: string;
  asOf: string;
  estimatedMinutes: number;
  completionRule: CompletionRule;
  certificateRule: CertificateRule | null;
  /** In the order taught, without quizzes and scenarios. */
  lessonIds: string[];
  /** The scenarios that the completion rule asks for, each as it is played well. */
  scenarios: { lessonId: string; slug: string; choices: number[]; result: ScenarioResult }[];
  /** The quiz that the completion rule asks for. */
  quiz: {
    id: string;
    slug: string;
    draw: number;
    timeLimitSeconds: number | null;
    maxAttempts: number;
    pool: PoolQuestion[];
  };
}

export interface Evidence {
  id: string;
  kind: 'qr-check-in' | 'code-check-in' | 'heartbeat' | 'manual-mark';
  occurredAt: Date;
  receivedAt: Date;
  grade: 'on-time' | 'late-sync' | 'officer';
  until: Date | null;
  mark: 'present' | 'excused' | null;
}

export interface Attendance {
  session: DemoSession;
  verdict: 'present' | 'partial' | 'excused';
  basis: 'qr' | 'code' | 'online' | 'manual';
  minutes: number;
  evidence: Evidence[];
}

export interface Attempt {
  id: string;
  number: number;
  startedAt: Date;
  submittedAt: Date;
  points: number;
  percent: number;
  passed: boolean;
}

/** A scenario played, as everybody does before the final test. */
export interface Play {
  id: string;
  scenario: CourseFacts['scenarios'][number];
  playedAt: Date;
}

/** One enrolment and everything that came of it. */
export interface Study {
  id: string;
  cadre: Cadre;
  taught: DemoClass | null;
  enrolledAt: Date;
  state: 'active' | 'completed' | 'withdrawn';
  completedAt: Date | null;
  lessons: { lessonId: string; position: number; seenAt: Date; isDone: boolean }[];
  plays: Play[];
  attempts: Attempt[];
  attendance: Attendance[];
  /** 0–100, as results are stored; null without a seat in a class that was held. */
  attendancePercent: number | null;
}

const HEARTBEAT_MINUTES = 10;
const LEAST_ONLINE_SHARE = 0.8;

/** What those in classes, and some of the others, have done by the day on which the story ends. */
export function buildStudies(
  scale: DemoScale,
  { course, classes, cadres }: { course: CourseFacts; classes: readonly DemoClass[]; cadres: readonly Cadre[] },
): Study[] {
  const chance = new Seeded(scale.seed, 'learning');
  const end = at(scale.asOf, 24 * 60);
  const inClass = classes.flatMap((taught) =>
    taught.learners.map((cadre) => studyOf(chance, { course, cadre, taught, end, first: taught.createdAt })),
  );
  const seated = new Set(classes.flatMap(({ learners, waiting }) => [...learners, ...waiting]));
  const waiting = classes.flatMap((taught) =>
    taught.waiting.map((cadre) => studyOf(chance, { course, cadre, taught: null, end, first: taught.createdAt })),
  );
  const span = daysBetween(openedOn(scale), scale.asOf) - 70;
  const alone = cadres
    .filter((cadre) => cadre.account && !cadre.account.isSuspended && !seated.has(cadre) && chance.chance(0.25))
    .map((cadre) => {
      const first = at(daysAfter(openedOn(scale), 62 + chance.between(0, span)), chance.between(6 * 60, 22 * 60));
      return studyOf(chance, { course, cadre, taught: null, end, first });
    });
  return [...inClass, ...waiting, ...alone];
}

interface Beginning {
  course: CourseFacts;
  cadre: Cadre;
  taught: DemoClass | null;
  /** Not before. */
  first: Date;
  /** Nothing happens from here on. */
  end: Date;
}

function studyOf(chance: Seeded, { course, cadre, taught, first, end }: Beginning): Study {
  const enrolledAt = minutesAfter(first, chance.between(5, 4 * 1440));
  const id = chance.id(cadre.nth, enrolledAt);
  const isHeld = taught !== null && taught.state !== 'cancelled';
  const diligence = chance.chance(0.88) ? 1 : chance.share();
  const attendance = isHeld ? attend(chance, { cadre, taught, diligence, end }) : [];
  const isOver = taught?.state === 'closed';
  const lessons = read(chance, {
    course,
    enrolledAt,
    end,
    share: isOver ? diligence * 1.1 : chance.share() * 1.4 - 0.2,
  });
  const sitsAt = isOver ? (taught.sessions.at(-1)?.endsAt ?? end) : minutesAfter(lessons.at(-1)?.seenAt ?? end, 60);
  const sits = chance.chance(isOver ? 0.96 * diligence : 0.25) && lessons.length === course.lessonIds.length;
  const attempts = sits ? sit(chance, { course, id, after: sitsAt, end }) : [];
  const plays = attempts.slice(0, 1).flatMap(({ startedAt }) => playsBefore(chance, { course, id, startedAt }));
  const present = attendance.filter(({ verdict }) => verdict === 'present').length;
  const planned = taught?.sessions.length ?? 0;
  const attendancePercent = attendance.length === 0 ? null : Math.round((present / planned) * 10_000) / 100;
  const completedAt = completion(course, { lessons, plays, attempts, attendancePercent });
  const withdrawn = taught === null && chance.chance(0.04);
  const state = completedAt ? 'completed' : withdrawn ? 'withdrawn' : 'active';
  const results = { lessons, plays, attempts, attendance, attendancePercent };
  return { id, cadre, taught, enrolledAt, state, completedAt, ...results };
}

function playsBefore(
  chance: Seeded,
  { course, id, startedAt }: { course: CourseFacts; id: string; startedAt: Date },
): Play[] {
  const playedAt = minutesAfter(startedAt, -5);
  return course.scenarios.map((scenario) => ({
    id: chance.id(`${id}:${scenario.slug}`, playedAt),
    scenario,
    playedAt,
  }));
}

/** By the course's own rule; the quiz comes last. Null when something is missing. */
function completion(
  { completionRule, lessonIds }: CourseFacts,
  { lessons, plays, attempts, attendancePercent }: Pick<Study, 'lessons' | 'plays' | 'attempts' | 'attendancePercent'>,
): Date | null {
  const { attendance, scenarios = [] } = completionRule;
  const hasPlayed = scenarios.every((asked) =>
    plays.some(({ scenario: { slug, result } }) => slug === asked.scenario && result.percent >= asked.passPercent),
  );
  const attends = !attendance || (attendancePercent !== null && attendancePercent >= attendance.minimumPercent);
  const hasRead = lessons.filter(({ isDone }) => isDone).length === lessonIds.length;
  const passed = attempts.find((attempt) => attempt.passed);
  return attends && hasRead && hasPlayed && passed ? passed.submittedAt : null;
}

/** The first lessons one after the other, the last of them perhaps not to its end. */
function read(
  chance: Seeded,
  { course, enrolledAt, end, share }: { course: CourseFacts; enrolledAt: Date; end: Date; share: number },
): Study['lessons'] {
  const wanted = course.lessonIds.slice(0, Math.ceil(course.lessonIds.length * Math.max(0, share)));
  let seenAt = enrolledAt;
  return wanted.flatMap((lessonId, index) => {
    seenAt = minutesAfter(seenAt, chance.between(8, 700));
    if (seenAt >= end) return [];
    const isDone = share >= 1 || index < wanted.length - 1;
    return [{ lessonId, position: isDone ? 1 : Math.round(chance.share() * 100) / 100, seenAt, isDone }];
  });
}

function sit(
  chance: Seeded,
  { course, id, after, end }: { course: CourseFacts; id: string; after: Date; end: Date },
): Attempt[] {
  const { quiz, completionRule } = course;
  const needed = completionRule.quizzes?.find((each) => each.quiz === quiz.slug)?.passPercent ?? 0;
  const attempts: Attempt[] = [];
  let startedAt = minutesAfter(after, chance.between(30, 3 * 1440));
  for (let number = 1; number <= Math.min(3, quiz.maxAttempts || 3); number += 1) {
    const submittedAt = minutesAfter(startedAt, chance.between(6, 14));
    if (submittedAt >= end) break;
    const points = Math.min(quiz.draw, Math.round(quiz.draw * (0.55 + 0.06 * number + 0.42 * chance.share())));
    const percent = Math.floor((points / quiz.draw) * 10_000 + 1e-6) / 100;
    const passed = percent >= needed;
    attempts.push({
      id: chance.id(`${id}:${number}`, startedAt),
      number,
      startedAt,
      submittedAt,
      points,
      percent,
      passed,
    });
    if (passed || chance.chance(0.15)) break;
    startedAt = minutesAfter(submittedAt, chance.between(60, 2 * 1440));
  }
  return attempts;
}

interface Seat {
  cadre: Cadre;
  taught: DemoClass;
  diligence: number;
  end: Date;
}

/** Evidence of the sessions that were held, and the verdict that follows from it. Who stayed away has left none. */
function attend(chance: Seeded, { cadre, taught, diligence, end }: Seat): Attendance[] {
  return taught.sessions.flatMap((session) => {
    if (session.endsAt >= end) return [];
    const own = `${session.id}:${cadre.nth}`;
    if (chance.chance(0.97 * diligence))
      return [session.mode === 'online' ? online(chance, session, own) : inRoom(chance, session, own)];
    if (!chance.chance(0.3)) return [];
    const markedAt = minutesAfter(session.endsAt, 20);
    return [
      { session, verdict: 'excused', basis: 'manual', minutes: 0, evidence: [mark(chance, own, markedAt, 'excused')] },
    ];
  });
}

function inRoom(chance: Seeded, session: DemoSession, own: string): Attendance {
  const present = { session, verdict: 'present', minutes: 0 } as const;
  const occurredAt = minutesAfter(session.startsAt, chance.between(-25, 12));
  if (chance.chance(0.03)) {
    return { ...present, basis: 'manual', evidence: [mark(chance, own, minutesAfter(session.endsAt, 5), 'present')] };
  }
  const kind = chance.chance(0.12) ? 'code-check-in' : 'qr-check-in';
  const isLate = chance.chance(0.04);
  const receivedAt = isLate
    ? minutesAfter(session.endsAt, chance.between(10, 300))
    : new Date(occurredAt.getTime() + 2500);
  const grade = isLate ? 'late-sync' : 'on-time';
  const evidence = {
    id: chance.id(own, occurredAt),
    kind,
    occurredAt,
    receivedAt,
    grade,
    until: null,
    mark: null,
  } as const;
  return { ...present, basis: kind === 'qr-check-in' ? 'qr' : 'code', evidence: [evidence] };
}

function mark(chance: Seeded, own: string, when: Date, given: 'present' | 'excused'): Evidence {
  const receivedAt = when;
  return {
    id: chance.id(own, when),
    kind: 'manual-mark',
    occurredAt: when,
    receivedAt,
    grade: 'officer',
    until: null,
    mark: given,
  };
}

/** A heartbeat speaks for ten minutes; who comes late or leaves early has fewer of them. */
function online(chance: Seeded, session: DemoSession, own: string): Attendance {
  const planned = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000 / HEARTBEAT_MINUTES;
  const count = chance.chance(0.92) ? planned : chance.between(3, planned);
  const skipped = chance.between(0, planned - count);
  const evidence = Array.from({ length: count }, (_, index): Evidence => {
    const occurredAt = minutesAfter(session.startsAt, (skipped + index) * HEARTBEAT_MINUTES);
    const until = minutesAfter(occurredAt, HEARTBEAT_MINUTES);
    const received = { receivedAt: new Date(until.getTime() + 1500), grade: 'on-time', mark: null } as const;
    return { id: chance.id(`${own}:${index}`, until), kind: 'heartbeat', occurredAt, until, ...received };
  });
  const verdict = count / planned >= LEAST_ONLINE_SHARE ? 'present' : 'partial';
  return { session, verdict, basis: 'online', minutes: count * HEARTBEAT_MINUTES, evidence };
}
