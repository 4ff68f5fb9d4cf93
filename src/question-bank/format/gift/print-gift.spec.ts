import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { giftQuestion, withoutLines } from '../../../../test/support/question-sources.js';
import { parseGift } from './parse-gift.js';
import { printGift } from './print-gift.js';

describe('printGift', () => {
  it('loses nothing on the way there and back', () => {
    fc.assert(
      fc.property(fc.array(giftQuestion, { maxLength: 5 }), (questions) => {
        const printed = printGift(questions);
        expect(printed.losses).toEqual([]);
        const { questions: parsed, faults } = parseGift(printed.text);
        expect(faults).toEqual([]);
        expect(withoutLines(parsed)).toEqual(questions);
      }),
      { numRuns: 1_000 },
    );
  });

  it('writes what a lecturer would write', () => {
    const source = [
      '// [id:tcld-001] [tag:vn.blld.2019.d188]',
      '::Hạn\\: bao nhiêu::[markdown]Trong bao **nhiêu** ngày? {#',
      '=%100%5#Đúng.',
      '=%0%7..9',
      '~#Sai.',
      '####Khoản 2 Điều 188.',
      '}',
      '',
    ].join('\n');
    expect(printGift(parseGift(source).questions).text).toBe(source);
  });

  it('says plainly that it has no form for ordering, several gaps and essays', () => {
    const [like] = parseGift('::a::Câu {T}').questions;
    if (!like) throw new Error('Not what was written');
    const plain = (text: string) => ({ format: 'plain' as const, text });
    const { text, losses } = printGift([
      { ...like, title: 'o', kind: 'ordering', items: [plain('một'), plain('hai')] },
      { ...like, title: 'c', kind: 'cloze', blanks: [] },
      { ...like, title: 'e', kind: 'essay', rubric: [], minimumWords: null, photo: false },
      like,
    ]);
    expect(parseGift(text).questions.map((each) => each.title)).toEqual(['a']);
    expect(losses.map(({ question, message }) => `${question.title}: ${message.en}`)).toEqual([
      'o: GIFT has no ordering questions.',
      'c: GIFT has no questions with several gaps.',
      'e: GIFT cannot hold the rubric of an essay.',
    ]);
  });

  it('says which questions GIFT cannot hold', () => {
    const [kept, lost] = parseGift('::a::Câu {T}\n\n// [id:x]\n::b::Câu {=đúng}').questions;
    if (kept?.kind !== 'true-false' || lost?.kind !== 'short-answer') throw new Error('Not what was written');
    const { text, losses } = printGift([
      kept,
      { ...lost, answers: [{ text: 'a -> b', percent: 100, feedback: null }] },
    ]);
    expect(parseGift(text).questions.map((each) => each.title)).toEqual(['a']);
    expect(losses).toEqual([
      {
        whole: true,
        question: { id: 'x', title: 'b' },
        message: expect.objectContaining({ vi: expect.any(String) }),
      },
    ]);
  });
});
