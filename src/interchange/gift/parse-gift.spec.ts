import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseGift } from './parse-gift.js';

const one = (source: string) => {
  const { questions, faults } = parseGift(source);
  expect(faults).toEqual([]);
  expect(questions).toHaveLength(1);
  return questions[0];
};

describe('parseGift', () => {
  it('reads a single choice with title, tags, feedback and article', () => {
    const source = [
      '// [id:tcld-001] [tag:vn.blld.2019.d188] [tag:difficulty:2]',
      '::Hoà giải::[markdown]Ai hoà giải\\: **trước**? {',
      '=Hoà giải viên',
      '~Toà án#Toà án là bước sau.',
      '####Điều 188\\: hoà giải trước.',
      '}',
    ].join('\r\n');
    expect(one(`\uFEFF${source}`)).toEqual({
      line: 2,
      id: 'tcld-001',
      tags: ['vn.blld.2019.d188', 'difficulty:2'],
      title: 'Hoà giải',
      format: 'markdown',
      stem: 'Ai hoà giải: **trước**?',
      generalFeedback: 'Điều 188: hoà giải trước.',
      kind: 'choice',
      several: false,
      answers: [
        { text: 'Hoà giải viên', percent: 100, feedback: null },
        { text: 'Toà án', percent: 0, feedback: 'Toà án là bước sau.' },
      ],
    });
  });

  it('reads weights as a multiple choice', () => {
    expect(one('Chọn {~%50%a ~%-50%b ~%50%c}')).toMatchObject({ kind: 'choice', several: true });
  });

  it('accepts thirds as Moodle writes them', () => {
    expect(one('Chọn {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}')).toMatchObject({ several: true });
  });

  it.each([
    ['{T}', { correct: true, feedbackWrong: null, feedbackRight: null }],
    ['{FALSE#sai rồi#đúng rồi}', { correct: false, feedbackWrong: 'sai rồi', feedbackRight: 'đúng rồi' }],
  ])('reads true/false %s', (answers, expected) => {
    expect(one(`Nhận định ${answers}`)).toMatchObject({ kind: 'true-false', ...expected });
  });

  it.each([
    ['{#5:0}', [{ min: 5, max: 5, percent: 100 }]],
    ['{#1.5..2.5}', [{ min: 1.5, max: 2.5, percent: 100 }]],
    [
      '{#=10:1#gần ~#sai}',
      [
        { min: 9, max: 11, percent: 100 },
        { percent: 0, feedback: 'sai' },
      ],
    ],
    [
      '{#\n=211:0\n=%0%210:0#đúng bằng 50%\n}',
      [
        { min: 211, max: 211 },
        { min: 210, max: 210, percent: 0 },
      ],
    ],
  ])('reads numeric %s', (answers, expected) => {
    expect(one(`Bao nhiêu ${answers}`)).toMatchObject({ kind: 'numeric', answers: expected });
  });

  it('reads short answers and matching', () => {
    expect(one('Ai? {=hoà giải viên =hòa giải viên}')).toMatchObject({ kind: 'short-answer' });
    expect(one('Nối {=a -> 1 =b -> 2}')).toMatchObject({
      kind: 'matching',
      pairs: [
        { prompt: 'a', choice: '1' },
        { prompt: 'b', choice: '2' },
      ],
    });
  });

  it('puts a missing word into the stem', () => {
    expect(one('Phải báo trước {=5 ~3} ngày.')).toMatchObject({ stem: 'Phải báo trước _____ ngày.' });
  });

  it('names every faulty question with its line, and reads the others', () => {
    const { questions, faults } = parseGift(
      'Mở { =a ~b\n\n::x Câu {T}\n\nTự luận {}\n\nMô tả\n\nTổng {~%50%a ~%20%b}\n\nĐúng {F}',
    );
    expect(faults.map((fault) => fault.line)).toEqual([1, 3, 5, 7, 9]);
    expect(questions.map((question) => question.stem)).toEqual(['Đúng']);
  });

  it('never throws, whatever the text', () => {
    const alphabet = fc.constantFrom(
      '{',
      '}',
      '=',
      '~',
      '#',
      ':',
      '\\',
      '%',
      '-',
      '>',
      '\n',
      '/',
      '[',
      ']',
      '5',
      '.',
      'a',
      'đ',
      'T',
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 200 }), (chars) => {
        const { questions, faults } = parseGift(chars.join(''));
        return Array.isArray(questions) && faults.every((fault) => fault.line >= 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays linear on hostile input', () => {
    const started = process.cpuUsage();
    parseGift('{'.repeat(500_000));
    parseGift(`${'\\'.repeat(300_001)}{=${'a~'.repeat(100)}}`);
    parseGift('q {=a#'.concat('#'.repeat(500_000), '}'));
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });
});
