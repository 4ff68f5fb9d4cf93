import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QuestionBody, QuestionKind } from '../question-bank/entities/question-body.js';
import { readResponse } from './response.rules.js';

const BODIES: Record<QuestionKind, QuestionBody> = {
  single: { stem: '', options: ['a', 'b', 'c'] },
  multiple: { stem: '', options: ['a', 'b', 'c'] },
  'true-false': { stem: '' },
  'short-answer': { stem: '' },
  numeric: { stem: '', unit: 'ngày' },
  matching: { stem: '', prompts: ['x', 'y'], choices: ['1', '2', '3'] },
  ordering: { stem: '', items: ['a', 'b', 'c'] },
  cloze: {
    stem: '',
    blanks: [{ kind: 'choice', choices: ['05', '07'] }, { kind: 'short-answer' }, { kind: 'numeric' }],
  },
  essay: { stem: '', rubric: [{ criterion: 'Đủ bước', points: 2 }] },
};
const read = (kind: QuestionKind, sent: unknown) => readResponse({ kind, body: BODIES[kind] }, sent);

describe('readResponse', () => {
  it.each<[QuestionKind, unknown, unknown]>([
    ['single', { kind: 'single', option: 2 }, { kind: 'single', option: 2 }],
    ['single', { option: 0 }, { kind: 'single', option: 0 }],
    ['multiple', { kind: 'multiple', options: [2, 0] }, { kind: 'multiple', options: [0, 2] }],
    ['multiple', { kind: 'multiple', options: [] }, { kind: 'multiple', options: [] }],
    ['true-false', { kind: 'true-false', value: false }, { kind: 'true-false', value: false }],
    [
      'short-answer',
      { kind: 'short-answer', text: 'hoà giải'.normalize('NFD') },
      { kind: 'short-answer', text: 'hoà giải' },
    ],
    [
      'short-answer',
      { kind: 'short-answer', text: 'ễ'.repeat(500).normalize('NFD') },
      { kind: 'short-answer', text: 'ễ'.repeat(500) },
    ],
    ['numeric', { kind: 'numeric', text: '1.234,5' }, { kind: 'numeric', text: '1.234,5' }],
    ['matching', { kind: 'matching', choices: [2, null] }, { kind: 'matching', choices: [2, null] }],
    ['matching', { kind: 'matching', choices: [1, 1] }, { kind: 'matching', choices: [1, 1] }],
    ['ordering', { kind: 'ordering', order: [2, 0, 1] }, { kind: 'ordering', order: [2, 0, 1] }],
    ['cloze', { kind: 'cloze', blanks: [1, null, '5'] }, { kind: 'cloze', blanks: [1, null, '5'] }],
    ['cloze', { blanks: [null, 'hoà'.normalize('NFD'), ''] }, { kind: 'cloze', blanks: [null, 'hoà', ''] }],
    ['essay', { kind: 'essay', text: 'Dòng một\nhai' }, { kind: 'essay', text: 'Dòng một\nhai' }],
    ['essay', { text: 'ễ'.repeat(20_000) }, { kind: 'essay', text: 'ễ'.repeat(20_000) }],
  ])('takes an answer to %s: %j', (kind, sent, stored) => {
    expect(read(kind, sent)).toEqual(stored);
  });

  it.each<[QuestionKind, unknown]>([
    ['single', { kind: 'single', option: 3 }],
    ['single', { kind: 'single', option: -1 }],
    ['single', { kind: 'single', option: 0.5 }],
    ['single', { kind: 'single', option: '0' }],
    ['single', { kind: 'single', option: null }],
    ['single', { kind: 'single' }],
    ['single', { kind: 'single', option: 0, points: 1 }],
    ['single', { kind: 'multiple', options: [0] }],
    ['single', null],
    ['single', [0]],
    ['single', 'a'],
    ['multiple', { kind: 'multiple', options: [0, 0] }],
    ['multiple', { kind: 'multiple', options: [0, 3] }],
    ['multiple', { kind: 'multiple', options: 0 }],
    ['true-false', { kind: 'true-false', value: 'true' }],
    ['short-answer', { kind: 'short-answer', text: 'x'.repeat(501) }],
    ['short-answer', { kind: 'short-answer', text: 'a\u0000b' }],
    ['short-answer', { kind: 'short-answer', text: '\ud800' }],
    ['short-answer', { kind: 'short-answer', text: 5 }],
    ['numeric', { kind: 'numeric', value: 30 }],
    ['matching', { kind: 'matching', choices: [0] }],
    ['matching', { kind: 'matching', choices: [0, 1, 2] }],
    ['matching', { kind: 'matching', choices: [0, 3] }],
    ['matching', { kind: 'matching', choices: [0, undefined] }],
    ['ordering', { kind: 'ordering', order: [0, 1] }],
    ['ordering', { kind: 'ordering', order: [0, 1, 1] }],
    ['ordering', { kind: 'ordering', order: [0, 1, 3] }],
    ['ordering', { kind: 'ordering', order: [0, 1, null] }],
    ['ordering', { kind: 'ordering', order: { length: 3 } }],
    ['cloze', { kind: 'cloze', blanks: [0, 'a'] }],
    ['cloze', { kind: 'cloze', blanks: [2, 'a', 'b'] }],
    ['cloze', { kind: 'cloze', blanks: ['05', 'a', 'b'] }],
    ['cloze', { kind: 'cloze', blanks: [0, 1, 'b'] }],
    ['cloze', { kind: 'cloze', blanks: [0, 'x'.repeat(501), 'b'] }],
    ['cloze', { kind: 'cloze', blanks: [0, 'a\u0000', 'b'] }],
    ['cloze', { kind: 'cloze', blanks: [0, undefined, 'b'] }],
    ['cloze', { kind: 'cloze', blanks: 'abc' }],
    ['essay', { kind: 'essay', text: 'x'.repeat(20_001) }],
    ['essay', { kind: 'essay', text: 'x\u0007' }],
    ['essay', { kind: 'essay', text: 'x', photos: [] }],
  ])('refuses as an answer to %s: %j', (kind, sent) => {
    expect(read(kind, sent)).toBeNull();
  });

  it('whatever is sent, gives a storable response of the kind asked for, or nothing', () => {
    const kinds = Object.keys(BODIES) as QuestionKind[];
    const fields = fc.record(
      {
        kind: fc.constantFrom<unknown>(...kinds, 'essay', 5),
        option: fc.anything(),
        options: fc.anything(),
        value: fc.anything(),
        text: fc.oneof(fc.string(), fc.anything()),
        choices: fc.anything(),
        order: fc.oneof(fc.shuffledSubarray([0, 1, 2]), fc.anything()),
        blanks: fc.oneof(fc.tuple(fc.nat(2), fc.string(), fc.constant(null)), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.oneof(fields, fc.anything()), (kind, sent) => {
        const response = read(kind, sent);
        if (response === null) return;
        expect(response.kind).toBe(kind);
        expect(read(kind, JSON.parse(JSON.stringify(response)))).toEqual(response);
      }),
      { numRuns: 1_000 },
    );
  });
});
