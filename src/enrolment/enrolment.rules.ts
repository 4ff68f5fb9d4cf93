import type { CompletionRule } from '../catalogue/entities/completion-rule.js';

/** What is known about one enrolment. */
export interface CompletionFacts {
  /** The lessons that `lessons: 'all'` asks for: every kind but quiz and scenario. */
  lessons: readonly { slug: string; done: boolean }[];
  /** Best percent (0–100) by quiz slug. */
  quizzes: ReadonlyMap<string, number>;
  /** Best percent (0–100) by scenario slug. */
  scenarios: ReadonlyMap<string, number>;
  /** Percent (0–100) of the planned sessions attended, one number for each class of the course. */
  attendance: readonly number[];
}

/** A part of the rule that does not hold yet. `needed` and `actual` are percents; null: not counted, not yet tried. */
export type MissingPart =
  | { kind: 'lesson'; slug: string; needed: null; actual: null }
  | { kind: 'quiz' | 'scenario'; slug: string; needed: number; actual: number | null }
  | { kind: 'attendance'; slug: null; needed: number; actual: number | null };

export interface Completion {
  /** Exactly when nothing is missing. */
  complete: boolean;
  /** Share of the rule that holds, 0–100, whole; 100 exactly when complete. */
  percent: number;
  missing: MissingPart[];
}

/**
 * What a completion rule says about what is known. Every part given must hold; attendance counts the best class, quizzes
 * and scenarios the best attempt. Each lesson, quiz, scenario and attendance weigh the same; attendance counts by its share, so that the
 * figure moves from session to session.
 */
export function completionOf(rule: CompletionRule, facts: CompletionFacts): Completion {
  const lessons = rule.lessons === 'all' ? facts.lessons : [];
  const missing: MissingPart[] = lessons
    .filter(({ done }) => !done)
    .map(({ slug }) => ({ kind: 'lesson', slug, needed: null, actual: null }));
  let achieved = lessons.length - missing.length;
  const tests = testsOf(rule);
  for (const { kind, slug, passPercent } of tests) {
    const actual = (kind === 'quiz' ? facts.quizzes : facts.scenarios).get(slug) ?? null;
    if (actual !== null && actual >= passPercent) achieved += 1;
    else missing.push({ kind, slug, needed: passPercent, actual });
  }
  if (rule.attendance) {
    const needed = rule.attendance.minimumPercent;
    const actual = facts.attendance.length > 0 ? Math.max(...facts.attendance) : null;
    const attends = actual !== null && actual >= needed;
    achieved += attends ? 1 : (actual ?? 0) / Math.max(needed, 1);
    if (!attends) missing.push({ kind: 'attendance', slug: null, needed, actual });
  }
  const complete = missing.length === 0;
  const parts = lessons.length + tests.length + (rule.attendance ? 1 : 0);
  return { complete, percent: complete ? 100 : Math.min(99, Math.floor((100 * achieved) / parts)), missing };
}

/** What a rule asks to pass, as one list. */
function testsOf(rule: CompletionRule): { kind: 'quiz' | 'scenario'; slug: string; passPercent: number }[] {
  const quizzes = (rule.quizzes ?? []).map(({ quiz, passPercent }) => ({
    kind: 'quiz' as const,
    slug: quiz,
    passPercent,
  }));
  const scenarios = (rule.scenarios ?? []).map(({ scenario, passPercent }) => ({
    kind: 'scenario' as const,
    slug: scenario,
    passPercent,
  }));
  return [...quizzes, ...scenarios];
}

/** A result as it counts towards completion. */
export interface Result {
  kind: 'quiz' | 'scenario' | 'attendance';
  /** Slug of a quiz or scenario, or the id of a training class. */
  subjectKey: string;
  /** 0–100. */
  percent: number;
}

/** Facts as a completion rule judges them, from lessons and results as stored. */
export function factsOf(lessons: CompletionFacts['lessons'], results: readonly Result[]): CompletionFacts {
  const ofKind = (kind: Result['kind']) => results.filter((result) => result.kind === kind);
  const percentBySlug = (kind: 'quiz' | 'scenario') =>
    new Map(ofKind(kind).map(({ subjectKey, percent }) => [subjectKey, percent]));
  return {
    lessons,
    quizzes: percentBySlug('quiz'),
    scenarios: percentBySlug('scenario'),
    attendance: ofKind('attendance').map(({ percent }) => percent),
  };
}

/** Whether a result by itself meets the part of the rule that it is for; one that does not cannot complete anything. */
export function meetsPart(rule: CompletionRule, { kind, subjectKey, percent }: Result): boolean {
  if (kind === 'attendance') return rule.attendance !== undefined && percent >= rule.attendance.minimumPercent;
  return testsOf(rule).some((test) => test.kind === kind && test.slug === subjectKey && percent >= test.passPercent);
}

/**
 * A percent as results are stored: two decimals, cut and never rounded up, so that 69.996 does not become a 70 that was
 * not reached. The tiny addition undoes what binary fractions lose (58.1 × 100 is 5809.999…).
 */
export function storedPercent(percent: number): number {
  return Math.min(100, Math.max(0, Math.floor(percent * 100 + 1e-6) / 100));
}

/** One report of a device about one lesson. */
export interface ProgressUpdate {
  lessonId: string;
  /** Marked done; false leaves the lesson as it is. */
  done: boolean;
  /** Share of the lesson above the fold, 0–1. */
  position: number;
  /** When the learner was there by the device's clock. */
  seenAt: Date;
}

/** What several reports about one lesson come to. */
export interface MergedProgress {
  lessonId: string;
  position: number;
  seenAt: Date;
  doneAt: Date | null;
}

/**
 * Reports about lessons in any order, each lesson once: done stays done since the first time, the position is that of the
 * latest report, and of two at the same instant the further one. No report is later than `receivedAt`: a clock that runs
 * ahead must not win for ever.
 */
export function mergeProgress(updates: readonly ProgressUpdate[], receivedAt: Date): MergedProgress[] {
  const byLesson = new Map<string, MergedProgress>();
  for (const { lessonId, done, position, seenAt: reported } of updates) {
    const seenAt = reported > receivedAt ? receivedAt : reported;
    const update = { lessonId, position, seenAt, doneAt: done ? seenAt : null };
    const former = byLesson.get(lessonId);
    byLesson.set(lessonId, former ? later(former, update) : update);
  }
  return [...byLesson.values()].sort((a, b) => (a.lessonId < b.lessonId ? -1 : 1));
}

function later(a: MergedProgress, b: MergedProgress): MergedProgress {
  const order = a.seenAt.getTime() - b.seenAt.getTime() || a.position - b.position;
  const doneAt = a.doneAt && b.doneAt ? (a.doneAt < b.doneAt ? a.doneAt : b.doneAt) : (a.doneAt ?? b.doneAt);
  return { ...(order > 0 ? a : b), doneAt };
}

/**
 * Where to go on: the lesson last seen if it is still open, else the next open one after it, else the first open one.
 *
 * @param lessons ids in the order taught
 * @param open lessons that the completion rule still asks for
 * @param lastSeen the lesson seen last
 */
export function lessonToResume(
  lessons: readonly string[],
  open: ReadonlySet<string>,
  lastSeen: string | null,
): string | null {
  const from = lastSeen === null ? 0 : Math.max(0, lessons.indexOf(lastSeen));
  const isOpen = (id: string) => open.has(id);
  return lessons.slice(from).find(isOpen) ?? lessons.find(isOpen) ?? null;
}
