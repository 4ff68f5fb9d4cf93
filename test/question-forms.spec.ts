import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultsOf } from '../web/src/teach/quiz/form-faults.js';
import { emptyForm, formOf, KINDS, questionOf } from '../web/src/teach/quiz/question-form-state.js';
import { numberOf, numeral } from '../web/src/teach/quiz/numerals.js';
import { anyQuestion } from './support/question-sources.js';

describe('the form of a question', () => {
  it('gives every question back as it was, and finds no fault in what the server takes', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const form = formOf(question);
        expect(questionOf(form)).toEqual(question);
        expect(formOf(questionOf(form))).toEqual(form);
        expect([...faultsOf(form)]).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds what is missing in a new question of every kind', () => {
    for (const kind of KINDS) expect(faultsOf(emptyForm(kind)).get('/stem')).toBe('needed');
  });

  it('reads every number that it writes', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
    fc.assert(fc.property(finite, (number) => expect(numberOf(numeral(number))).toBe(number)));
    expect(['1.500', '1.500,5', '1,5', '1.5', ' 12 ', '-3', '', 'x', '1,2,3'].map(numberOf)).toEqual([
      ...[1500, 1500.5, 1.5, 1.5, 12, -3, null, null, null],
    ]);
  });
});
