import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CompletionRule } from '../catalogue/entities/completion-rule.js';
import {
  completionOf,
  lessonToResume,
  meetsPart,
  mergeProgress,
  storedPercent,
  type CompletionFacts,
  type ProgressUpdate,
} from './enrolment.rules.js';

const SLUGS = ['bai-1', 'bai-2', 'bai-3', 'bai-4'];
const QUIZZES = ['luyen-tap', 'cuoi-khoa'];
const SCENARIOS = ['cham-luong', 'dinh-cong'];
const percent = fc.double({ min: 0, max: 100, noNaN: true });

const rules: fc.Arbitrary<CompletionRule> = fc.record(
  {
    lessons: fc.constant('all' as const),
    quizzes: fc.uniqueArray(
      fc.record({ quiz: fc.constantFrom(...QUIZZES), passPercent: fc.integer({ min: 0, max: 100 }) }),
      { selector: ({ quiz }) => quiz },
    ),
    scenarios: fc.uniqueArray(
      fc.record({ scenario: fc.constantFrom(...SCENARIOS), passPercent: fc.integer({ min: 0, max: 100 }) }),
      { selector: ({ scenario }) => scenario },
    ),
    attendance: fc.record({ minimumPercent: fc.integer({ min: 0, max: 100 }) }),
  },
  { requiredKeys: [] },
);

const facts: fc.Arbitrary<CompletionFacts> = fc.record({
  lessons: fc.tuple(...SLUGS.map((slug) => fc.record({ slug: fc.constant(slug), done: fc.boolean() }))),
  quizzes: fc.array(fc.tuple(fc.constantFrom(...QUIZZES), percent)).map((entries) => new Map(entries)),
  scenarios: fc.array(fc.tuple(fc.constantFrom(...SCENARIOS), percent)).map((entries) => new Map(entries)),
  attendance: fc.array(percent, { maxLength: 3 }),
});

function best(before: ReadonlyMap<string, number>, more: ReadonlyMap<string, number>): Map<string, number> {
  const slugs = new Set([...before.keys(), ...more.keys()]);
  return new Map([...slugs].map((slug) => [slug, Math.max(before.get(slug) ?? 0, more.get(slug) ?? 0)]));
}

/** What is known later: nothing done is undone, no best result falls, another class may be added. */
function grown(before: CompletionFacts, more: CompletionFacts): CompletionFacts {
  return {
    lessons: before.lessons.map(({ slug, done }, index) => ({ slug, done: done || more.lessons[index]!.done })),
    quizzes: best(before.quizzes, more.quizzes),
    scenarios: best(before.scenarios, more.scenarios),
    attendance: [...before.attendance, ...more.attendance],
  };
}

const NOTHING: CompletionFacts = { lessons: [], quizzes: new Map(), scenarios: new Map(), attendance: [] };

describe('completionOf', () => {
  it('more facts never make an enrolment less complete', () => {
    fc.assert(
      fc.property(rules, facts, facts, (rule, before, more) => {
        const first = completionOf(rule, before);
        const second = completionOf(rule, grown(before, more));
        expect(second.percent).toBeGreaterThanOrEqual(first.percent);
        expect(second.complete || !first.complete).toBe(true);
        const names = ({ missing }: typeof first) => missing.map(({ kind, slug }) => `${kind} ${slug}`);
        expect(names(first)).toEqual(expect.arrayContaining(names(second)));
      }),
    );
  });

  it('is complete exactly when nothing is missing, and at 100 exactly then', () => {
    fc.assert(
      fc.property(rules, facts, (rule, known) => {
        const { complete, missing, percent: share } = completionOf(rule, known);
        expect(complete).toBe(missing.length === 0);
        expect(share === 100).toBe(complete);
        expect(Number.isInteger(share) && share >= 0).toBe(true);
      }),
    );
  });

  it.each([
    [69.99, false],
    [70, true],
    [70.01, true],
  ])('a quiz at 70 with %d passes: %s', (reached, passes) => {
    const rule: CompletionRule = { quizzes: [{ quiz: 'cuoi-khoa', passPercent: 70 }] };
    const known = { ...NOTHING, quizzes: new Map([['cuoi-khoa', reached]]) };
    const missing = passes ? [] : [{ kind: 'quiz', slug: 'cuoi-khoa', needed: 70, actual: reached }];
    expect(completionOf(rule, known)).toMatchObject({ complete: passes, missing });
  });

  it('asks for a scenario played well enough, not for a quiz of the same name', () => {
    const rule: CompletionRule = { scenarios: [{ scenario: 'dinh-cong', passPercent: 60 }] };
    const missing = [{ kind: 'scenario', slug: 'dinh-cong', needed: 60, actual: null }];
    expect(completionOf(rule, { ...NOTHING, quizzes: new Map([['dinh-cong', 100]]) }).missing).toEqual(missing);
    expect(completionOf(rule, { ...NOTHING, scenarios: new Map([['dinh-cong', 60]]) }).complete).toBe(true);
  });

  it('says what is missing, how much is needed and what there is', () => {
    const rule: CompletionRule = {
      lessons: 'all',
      quizzes: [{ quiz: 'cuoi-khoa', passPercent: 70 }],
      attendance: { minimumPercent: 80 },
    };
    const lessons = SLUGS.map((slug) => ({ slug, done: slug !== 'bai-3' }));
    expect(completionOf(rule, { ...NOTHING, lessons })).toEqual({
      complete: false,
      percent: 50,
      missing: [
        { kind: 'lesson', slug: 'bai-3', needed: null, actual: null },
        { kind: 'quiz', slug: 'cuoi-khoa', needed: 70, actual: null },
        { kind: 'attendance', slug: null, needed: 80, actual: null },
      ],
    });
  });

  it('counts the best class, and moves with each session of it', () => {
    const rule: CompletionRule = { attendance: { minimumPercent: 80 } };
    const with_ = (...attendance: number[]) => completionOf(rule, { ...NOTHING, attendance });
    expect([with_().percent, with_(20).percent, with_(20, 40).percent, with_(79.99).percent]).toEqual([0, 25, 50, 99]);
    expect(with_(100, 0).complete).toBe(true);
    expect(with_(50, 60).missing).toEqual([{ kind: 'attendance', slug: null, needed: 80, actual: 60 }]);
  });
});

describe('meetsPart', () => {
  it('is false only for results that cannot complete anything', () => {
    fc.assert(
      fc.property(rules, facts, fc.constantFrom(...QUIZZES, null), percent, (rule, known, quiz, reached) => {
        fc.pre(!completionOf(rule, known).complete);
        const bestQuizzes =
          quiz === null
            ? known.quizzes
            : new Map([...known.quizzes, [quiz, Math.max(reached, known.quizzes.get(quiz) ?? 0)]]);
        const attendance = quiz === null ? [...known.attendance, reached] : known.attendance;
        const result = {
          kind: quiz === null ? ('attendance' as const) : ('quiz' as const),
          subjectKey: quiz ?? 'lop',
          percent: reached,
        };
        const { complete } = completionOf(rule, { ...known, quizzes: bestQuizzes, attendance });
        expect(meetsPart(rule, result) || !complete).toBe(true);
      }),
    );
  });
});

describe('storedPercent', () => {
  it('cuts and never rounds up, whatever binary fractions do', () => {
    expect([69.996, 69.99, 70, 58.1, 66.66666, 100, 100.4, -1].map(storedPercent)).toEqual([
      69.99, 69.99, 70, 58.1, 66.66, 100, 100, 0,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        expect(storedPercent(hundredths / 100)).toBe(hundredths / 100);
      }),
    );
  });
});

describe('mergeProgress', () => {
  const receivedAt = new Date('2026-11-21T02:00:00Z');
  const updates = fc.array(
    fc.record({
      lessonId: fc.constantFrom('a', 'b'),
      done: fc.boolean(),
      position: fc.constantFrom(0, 0.25, 0.5, 1),
      seenAt: fc.integer({ min: -5, max: 5 }).map((minutes) => new Date(receivedAt.getTime() + minutes * 60_000)),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('comes to the same in any order, whole or in parts', () => {
    const shuffles = updates.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length)),
    );
    fc.assert(
      fc.property(shuffles, ([all, shuffled, cut]) => {
        const whole = mergeProgress(all, receivedAt);
        expect(mergeProgress(shuffled, receivedAt)).toEqual(whole);
        const parts = [shuffled.slice(0, cut), shuffled.slice(cut)].flatMap((part) => mergeProgress(part, receivedAt));
        const again = parts.flatMap(({ lessonId, position, seenAt, doneAt }): ProgressUpdate[] => [
          { lessonId, position, seenAt, done: false },
          ...(doneAt ? [{ lessonId, position: 0, seenAt: doneAt, done: true }] : []),
        ]);
        expect(mergeProgress(again, receivedAt)).toEqual(whole);
      }),
    );
  });

  it('done stays done, the place is that of the last look, and no clock is ahead of ours', () => {
    fc.assert(
      fc.property(updates, (all) => {
        for (const { lessonId, doneAt, seenAt } of mergeProgress(all, receivedAt)) {
          const own = all.filter((update) => update.lessonId === lessonId);
          expect(doneAt !== null).toBe(own.some(({ done }) => done));
          expect(seenAt.getTime()).toBe(
            Math.min(receivedAt.getTime(), Math.max(...own.map((update) => update.seenAt.getTime()))),
          );
        }
      }),
    );
  });
});

describe('lessonToResume', () => {
  const lessons = ['a', 'b', 'c', 'd'];

  it.each([
    ['the first open lesson of somebody new', ['b', 'c'], null, 'b'],
    ['the lesson last seen while it is open', ['b', 'c'], 'c', 'c'],
    ['the next open one after a finished one', ['a', 'd'], 'b', 'd'],
    ['an earlier one when nothing open follows', ['a'], 'd', 'a'],
    ['nothing when nothing is open', [], 'b', null],
    ['the first open one when the lesson last seen is gone', ['c'], 'x', 'c'],
  ])('is %s', (_what, open, lastSeen, expected) => {
    expect(lessonToResume(lessons, new Set(open), lastSeen)).toBe(expected);
  });
});
