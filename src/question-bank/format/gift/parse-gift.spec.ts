import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SourceText } from '../question-source.js';
import { parseGift } from './parse-gift.js';

const markdown = (text: string): SourceText => ({ format: 'markdown', text });
const moodle = (text: string): SourceText => ({ format: 'moodle', text });

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
      stem: markdown('Ai hoà giải: **trước**?'),
      generalFeedback: markdown('Điều 188: hoà giải trước.'),
      kind: 'choice',
      several: false,
      answers: [
        { text: markdown('Hoà giải viên'), percent: 100, feedback: null },
        { text: markdown('Toà án'), percent: 0, feedback: markdown('Toà án là bước sau.') },
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
    [
      '{FALSE#sai rồi#đúng rồi}',
      { correct: false, feedbackWrong: moodle('sai rồi'), feedbackRight: moodle('đúng rồi') },
    ],
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
        { percent: 0, feedback: moodle('sai') },
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
        { prompt: moodle('a'), choice: '1' },
        { prompt: moodle('b'), choice: '2' },
      ],
    });
  });

  it('puts a missing word into the stem', () => {
    expect(one('Phải báo trước {=5 ~3} ngày.')).toMatchObject({ stem: moodle('Phải báo trước _____ ngày.') });
  });

  it.each([
    [
      '{#3:2~#sai}',
      [
        { min: 1, max: 5, percent: 100 },
        { min: -Number.MAX_VALUE, max: Number.MAX_VALUE, percent: 0 },
      ],
    ],
    ['{#0.8:0.1}', [{ min: 0.7, max: 0.9 }]],
    ['{#-5..-1}', [{ min: -5, max: -1 }]],
    [
      '{#=%100%1822\\:0#a\n=%50%1822:2#b\n~#c}',
      [{ percent: 100 }, { min: 1820, max: 1824, percent: 50 }, { percent: 0 }],
    ],
    ['{#1e308:1e308}', [{ max: Number.MAX_VALUE }]],
  ])('reads numeric %s as Moodle does', (answers, expected) => {
    expect(one(`Bao nhiêu ${answers}`)).toMatchObject({ kind: 'numeric', answers: expected });
  });

  it('takes the format of each text, else that of the question', () => {
    expect(one('[html]Nối <b>cặp</b>. { =[plain]a -> 1 =[markdown]*b* -> 2 = -> 3 ####[moodle]chung }')).toMatchObject({
      stem: { format: 'html', text: 'Nối <b>cặp</b>.' },
      pairs: [
        { prompt: { format: 'plain', text: 'a' }, choice: '1' },
        { prompt: markdown('*b*'), choice: '2' },
        { prompt: { format: 'html', text: '' }, choice: '3' },
      ],
      generalFeedback: moodle('chung'),
    });
  });

  it('keeps escaped characters and line breaks', () => {
    expect(one(String.raw`::a\:\:b::x\=1\n\{y\} \\ {=\=2\~#p\#q ~\\n}`)).toMatchObject({
      title: 'a::b',
      stem: moodle('x=1\n{y} \\'),
      answers: [{ text: moodle('=2~'), feedback: moodle('p#q') }, { text: moodle('\\n') }],
    });
  });

  it('takes id and tags from the lines right above only', () => {
    expect(
      one('// [id:cũ] [tag:x]\n\n// [id:moi] [tag: a b ]\n// [tag:c\\]d]\n$CATEGORY: $course$/Đề 1\nCâu {T}'),
    ).toMatchObject({
      id: 'moi',
      tags: ['a b', 'c]d', 'category:Đề 1'],
      line: 6,
    });
  });

  it('never carries a character that PostgreSQL cannot store', () => {
    expect(one('C\u0000âu\u0007 {T}')).toMatchObject({ stem: moodle('Câu') });
  });

  it('names every faulty question with its line, and reads the others', () => {
    const { questions, faults } = parseGift(
      'Mở { =a ~b\n\n::x Câu {T}\n\nTự luận {}\n\nMô tả\n\nTổng {~%50%a ~%20%b}\n\nĐúng {F}',
    );
    expect(faults.map((fault) => fault.line)).toEqual([1, 3, 5, 7, 9]);
    expect(faults[2]?.message.vi).toContain('tự luận');
    expect(faults[3]?.message.en).toContain('Descriptions');
    expect(questions.map((question) => question.stem.text)).toEqual(['Đúng']);
  });

  it('names every faulty answer of a question with its own line', () => {
    const { questions, faults } = parseGift(
      'Bao nhiêu {#\n=5\n=%0%năm#chữ\n// chú thích\n=6;\n}\n\nNối {\n=a -> 1\n=b\n=c\n}',
    );
    expect(faults.map((fault) => fault.line)).toEqual([3, 5, 10, 11]);
    expect(questions).toEqual([]);
  });

  it.each([
    ['Câu {=a b =c} {T}', 'second {'],
    ['Câu } {T}', 'stray }'],
    ['Câu {a =b}', 'must begin'],
    ['Câu {=a}b ~c', null],
    ['Câu {~a}', 'two options'],
    ['Câu {=a -> 1}', 'two pairs'],
    ['Câu {=a -> 1 =b}', 'right side'],
    ['Câu {=%50%a =%0%b}', '100%'],
    ['Câu {=a ~%120%b}', 'over 100%'],
    ['Câu {=a ~}', 'empty'],
    ['Câu {#}', 'not a numeric'],
    ['Câu {#=%50%3}', '100%'],
    [' {T}', 'no text'],
    ['Câu {=a\\', 'not closed'],
  ])('judges %j', (source, fault) => {
    const { faults } = parseGift(source);
    if (fault === null) expect(faults).toEqual([]);
    else expect(faults.map((found) => found.message.en).join()).toContain(fault);
  });

  // Questions of Moodle's documentation and of its own test files.
  it('reads what Moodle documents', () => {
    const { questions, faults } = parseGift(MOODLE);
    expect(faults).toEqual([]);
    expect(questions.map((question) => question.kind)).toEqual([
      ...['choice', 'choice', 'true-false', 'short-answer', 'numeric', 'matching', 'choice', 'short-answer'],
      ...['numeric', 'choice', 'choice', 'choice', 'numeric', 'short-answer', 'true-false'],
    ]);
    expect(questions[1]).toMatchObject({ stem: moodle("Grant is _____ in Grant's tomb.") });
    expect(questions[5]).toMatchObject({ pairs: [{ choice: 'Ottawa' }, { choice: 'Rome' }, { choice: 'Tokyo' }] });
    expect(questions[6]).toMatchObject({
      several: false,
      answers: [{ percent: 0 }, { percent: 50 }, { percent: 100 }],
    });
    expect(questions[9]).toMatchObject({ several: true });
    expect(questions[11]).toMatchObject({ answers: [{ text: moodle('~') }, { text: moodle('\\') }] });
    expect(questions[14]).toMatchObject({
      correct: false,
      feedbackWrong: moodle('42 is the Ultimate Answer.'),
      feedbackRight: moodle('You gave the right answer.'),
    });
  });

  it('never throws, whatever the text', () => {
    const part = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(...'{}=~#:\\%->\n/[]5.ađT*', '####', '::', '->', '..', '[html]', '\n\n', '//'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 200 }), (parts) => {
        const { questions, faults } = parseGift(parts.join(''));
        expect(faults.every((fault) => fault.line >= 1 && fault.message.vi !== '')).toBe(true);
        expect(JSON.stringify(questions)).not.toContain('\\u0000');
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['~a', 'q {=a', '}'],
    ['=a->b', 'q {', '}'],
    ['=1', 'q {#', '}'],
    ['=x\n', 'q {#=5\n', '}'],
    ['#', 'q {T', '}'],
    ['####', 'q {=a ', '}'],
    ['{', 'q ', ''],
    ['\\', 'q ', '{T}'],
    ['::', '', ' {T}'],
    ['[tag:', '// ', '\nq {T}'],
    ['[id:a\\]', '// ', '\nq {T}'],
    ['[html]', '', ' {T}'],
    ['a\n\n', '', ''],
    [' ', 'q {=a', 'b ~c}'],
    ['%5', 'q {=%', '}'],
  ])('takes linear time for many %j', (repeated, before, after) => {
    const started = process.cpuUsage();
    parseGift(before + repeated.repeat(Math.ceil(200_000 / repeated.length)) + after);
    // A quadratic reader needs half a minute and more.
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });
});

const MOODLE = String.raw`
// ===Multiple Choice===
Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}

Grant is {~buried =entombed ~living} in Grant's tomb.

Grant is buried in Grant's tomb.{FALSE}

Two plus two equals {=four =4}.

What is the value of pi (to 3 decimal places)? {#3.1415:0.0005}.

Match the following countries with their corresponding
capitals.{=Canada->Ottawa =Italy->Rome =Japan->Tokyo}

Difficult question.{~wrong answer ~%50%half credit answer =full credit answer}

::Jesus' hometown:: Jesus Christ was from {
    =Nazareth#Yes! That's right!
    =%75%Nazereth#Right, but misspelled.
    =%25%Bethlehem#He was born here, but not raised here.}

::Numerical example::
When was Ulysses S. Grant born? {#
     =1822:0      #Correct! 100% credit
     =%50%1822:2  #He was born in 1822.
                  You get 50% credit for being close.
}

What two people are entombed in Grant's tomb? {
    ~%-50%No one
    ~%50%Grant
    ~%50%Grant's wife
    ~%-50%Grant's father }

Which answer equals 5? {
     ~ \= 2 + 2
     = \= 2 + 3
     ~ \= 2 + 4  }

::GIFT Control Characters::
Which of the following is NOT a control character? {
   ~ \~     # \~ is a control character.
   = \\     # Correct! \\ (backslash) is not a control character. BUT,
              it is used to escape the control characters.
}

// math range question
::Q5:: What is a number from 1 to 5? {#3:2~#Completely wrong}

::Shortanswer::Which is the best animal?{
    =Frog#Good!
    =%50%Cat#What is it with Moodlers and cats?
    =%0%*#Completely wrong
}

::Q1:: 42 is the Absolute Answer to everything.{
FALSE#42 is the Ultimate Answer.#You gave the right answer.
####This is, of course, a Hitchiker's Guide to the Galaxy reference.}
`;
