import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayMove, standingIn, type RevisionShape, type Standing } from './enrolment-move.rules.js';

const shape = (rule: RevisionShape['rule'], lessons: Record<string, string>): RevisionShape => ({
  rule,
  lessons: new Map(Object.entries(lessons)),
});
const RULE = { lessons: 'all' as const, quizzes: [{ quiz: 'kt', passPercent: 70 }] };
const FROM = shape(RULE, { b1: 'reading', b2: 'reading', kt: 'quiz' });
const standing = (done: string[], percent?: number): Standing => ({
  done,
  results: percent === undefined ? [] : [{ kind: 'quiz', subjectKey: 'kt', percent }],
});

describe('mayMove', () => {
  it.each<[string, RevisionShape, Standing, boolean]>([
    ['the same lessons', FROM, standing(['b1'], 80), true],
    [
      'a new lesson to read',
      shape(RULE, { b1: 'reading', b2: 'reading', b3: 'reading', kt: 'quiz' }),
      standing([]),
      false,
    ],
    ['a lesson less, not done', shape(RULE, { b1: 'reading', kt: 'quiz' }), standing(['b1']), true],
    ['a lesson less that was done', shape(RULE, { b1: 'reading', kt: 'quiz' }), standing(['b2']), false],
    ['a lesson that became a quiz', shape(RULE, { b1: 'quiz', b2: 'reading', kt: 'quiz' }), standing(['b1']), false],
    [
      'a higher mark for what was passed',
      shape({ ...RULE, quizzes: [{ quiz: 'kt', passPercent: 90 }] }, { b1: 'reading', b2: 'reading', kt: 'quiz' }),
      standing([], 80),
      false,
    ],
    [
      'a lower mark',
      shape({ ...RULE, quizzes: [{ quiz: 'kt', passPercent: 50 }] }, { b1: 'reading', b2: 'reading', kt: 'quiz' }),
      standing([], 60),
      true,
    ],
    [
      'a quiz less that was tried',
      shape({ lessons: 'all' }, { b1: 'reading', b2: 'reading' }),
      standing([], 60),
      false,
    ],
    [
      'a class more to attend',
      shape({ ...RULE, attendance: { minimumPercent: 80 } }, { b1: 'reading', b2: 'reading', kt: 'quiz' }),
      standing([]),
      false,
    ],
  ])('to a revision with %s: %#', (_, to, at, may) => {
    expect(mayMove(FROM, to, at)).toBe(may);
  });

  it('loses no done lesson and no passed quiz, and never asks for more', () => {
    const slugs = ['b1', 'b2', 'b3', 'b4', 'q1', 'q2'];
    const kinds = fc.constantFrom('reading', 'video', 'quiz', 'scenario');
    const lessons = fc.dictionary(fc.constantFrom(...slugs), kinds).map((all) => new Map(Object.entries(all)));
    const revision = fc
      .tuple(lessons, fc.boolean(), fc.integer({ min: 0, max: 100 }), fc.option(fc.integer({ min: 1, max: 100 })))
      .map(([all, asksAll, passPercent, attendance]): RevisionShape => {
        const ofKind = (kind: string) => [...all].filter(([, each]) => each === kind).map(([slug]) => slug);
        return {
          lessons: all,
          rule: {
            ...(asksAll ? { lessons: 'all' } : {}),
            quizzes: ofKind('quiz').map((quiz) => ({ quiz, passPercent })),
            scenarios: ofKind('scenario').map((scenario) => ({ scenario, passPercent })),
            ...(attendance === null ? {} : { attendance: { minimumPercent: attendance } }),
          },
        };
      });
    const at = (from: RevisionShape) =>
      fc.record({
        done: fc.subarray([...from.lessons.keys()]),
        results: fc.array(
          fc.record({
            kind: fc.constantFrom('quiz' as const, 'scenario' as const, 'attendance' as const),
            subjectKey: fc.constantFrom(...from.lessons.keys(), 'lop-1'),
            percent: fc.integer({ min: 0, max: 100 }),
          }),
          { maxLength: 4 },
        ),
      });
    const cases = fc
      .tuple(revision, revision)
      .chain(([from, to]) => fc.tuple(fc.constant(from), fc.constant(to), at(from)));
    fc.assert(
      fc.property(cases, ([from, to, held]) => {
        if (!mayMove(from, to, held)) return;
        for (const slug of held.done) expect(to.lessons.get(slug)).toBe(from.lessons.get(slug));
        const before = standingIn(from, held);
        const after = standingIn(to, held);
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length);
        if (before.complete) expect(after.complete).toBe(true);
        for (const { kind, subjectKey } of held.results) {
          if (kind !== 'attendance') expect(to.lessons.has(subjectKey)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
