import { describe, expect, it } from '@jest/globals';
import { parseAiken } from './parse-aiken.js';

const option = (text: string, percent: number) => ({ text: { format: 'plain', text }, percent, feedback: null });

describe('parseAiken', () => {
  it('reads questions with CRLF, both marks of options and several lines', () => {
    const source =
      '\uFEFFAi hoà giải?\r\nChọn một.\r\nA. Toà án\r\nB) Hoà giải viên\r\nlao động\r\nANSWER: B\r\n\r\nHai?\nA. 1\nB. 2\nĐáp án: a';
    const { questions, faults } = parseAiken(source);
    expect(faults).toEqual([]);
    expect(questions[0]).toEqual({
      line: 1,
      id: null,
      tags: [],
      title: 'Ai hoà giải?',
      stem: { format: 'plain', text: 'Ai hoà giải?\nChọn một.' },
      generalFeedback: null,
      kind: 'choice',
      several: false,
      answers: [option('Toà án', 0), option('Hoà giải viên\nlao động', 100)],
    });
    expect(questions[1]).toMatchObject({ line: 8, answers: [{ percent: 100 }, { percent: 0 }] });
  });

  it.each([
    ['no answer line', 'Hỏi?\nA. 1\nB. 2', 1, 'ANSWER'],
    ['a lost answer line', 'Hỏi?\nA. 1\nB. 2\nHỏi nữa?\nA. 3\nB. 4\nANSWER: A', 5, 'expected'],
    ['one option', 'Hỏi?\nA. 1\nANSWER: A', 3, 'two options'],
    ['an answer that is no option', 'Hỏi?\nA. 1\nB. 2\nANSWER: C', 4, '"C"'],
    ['two answers', 'Hỏi?\nA. 1\nB. 2\nANSWER: A, B', 4, '"A, B"'],
    ['an answer alone', 'ANSWER: A', 1, 'without a question'],
    ['an option alone', 'A. 1\nB. 2\nANSWER: A', 1, 'without a question'],
    ['an empty option', 'Hỏi?\nA. 1\nB.\nANSWER: A', 3, 'empty'],
  ])('refuses %s at its line', (_, source, line, word) => {
    const { questions, faults } = parseAiken(source);
    expect(questions).toEqual([]);
    expect(faults[0]?.line).toBe(line);
    expect(faults[0]?.message.en).toContain(word);
  });
});
