import { describe, expect, it } from '@jest/globals';
import { parseMoodleXml } from './parse-moodle-xml.js';

const quiz = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;

/** As Moodle 4.5 writes it, with everything that its form offers. */
const SINGLE = `<!-- question: 1011  -->
  <question type="multichoice">
    <name><text>Hoà giải</text></name>
    <questiontext format="html">
      <text><![CDATA[<p>Ai hoà giải <b>trước</b>? <img src="@@PLUGINFILE@@/so%20do.png" alt="Sơ đồ" width="10"></p>]]></text>
<file name="so do.png" path="/" encoding="base64">iVBORw0KGgo=</file>
    </questiontext>
    <generalfeedback format="html"><text>Điều 188.</text></generalfeedback>
    <defaultgrade>2.0000000</defaultgrade>
    <penalty>0.5</penalty>
    <hidden>1</hidden>
    <idnumber>tcld-001</idnumber>
    <single>true</single>
    <shuffleanswers>false</shuffleanswers>
    <answernumbering>abc</answernumbering>
    <showstandardinstruction>0</showstandardinstruction>
    <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
    <partiallycorrectfeedback format="html"><text></text></partiallycorrectfeedback>
    <incorrectfeedback format="html"><text>Mời đọc lại bài 2.</text></incorrectfeedback>
    <shownumcorrect/>
    <answer fraction="100" format="html">
      <text>Hoà giải viên</text>
      <feedback format="html"><text></text></feedback>
    </answer>
    <answer fraction="0" format="html">
      <text>Toà án</text>
      <feedback format="html"><text>Bước sau.</text></feedback>
    </answer>
    <hint format="html"><text>Gợi ý: Điều 188</text></hint>
    <tags><tag><text>vn.blld.2019.d188</text></tag><tag><text>difficulty:2</text></tag></tags>
  </question>`;

const short = (type: string, inner: string) =>
  quiz(
    `<question type="${type}"><name><text>n</text></name><questiontext format="html"><text>Hỏi?</text></questiontext>${inner}</question>`,
  );

const only = (source: string) => {
  const file = parseMoodleXml(source);
  expect(file.faults).toEqual([]);
  expect(file.questions).toHaveLength(1);
  return { ...file, question: file.questions[0] };
};

describe('parseMoodleXml', () => {
  it('reads a single choice and names what is not taken over', () => {
    const { question, losses } = only(
      quiz(
        '<question type="category"><category><text>$course$/top/Tranh chấp/Hoà giải</text></category></question>',
        SINGLE,
      ),
    );
    expect(question).toEqual({
      line: 5,
      id: 'tcld-001',
      tags: ['vn.blld.2019.d188', 'difficulty:2', 'category:Tranh chấp/Hoà giải'],
      title: 'Hoà giải',
      stem: { format: 'html', text: '<p>Ai hoà giải <b>trước</b>? [Sơ đồ]</p>' },
      generalFeedback: { format: 'html', text: 'Điều 188.' },
      kind: 'choice',
      several: false,
      answers: [
        { text: { format: 'html', text: 'Hoà giải viên' }, percent: 100, feedback: null },
        {
          text: { format: 'html', text: 'Toà án' },
          percent: 0,
          feedback: { format: 'html', text: 'Bước sau.\nMời đọc lại bài 2.' },
        },
      ],
    });
    expect(losses.map(({ line, message }) => `${line} ${message.en}`)).toEqual([
      expect.stringContaining('9 The attached file or picture "so do.png"'),
      expect.stringContaining('12 Moodle\'s "defaultgrade"'),
      expect.stringContaining('13 Moodle\'s "penalty"'),
      expect.stringContaining('14 Moodle\'s "hidden"'),
      expect.stringContaining('17 Moodle\'s "shuffleanswers"'),
      expect.stringContaining('Gợi ý: Điều 188'),
    ]);
  });

  it('reads weights, and keeps combined feedback of several right answers with its cases', () => {
    const third = (n: number) => `<answer fraction="33.33333"><text>${n}</text></answer>`;
    const { question } = only(
      short(
        'multichoice',
        `<single>false</single>${third(1)}${third(2)}${third(3)}<answer fraction="-100"><text>4</text></answer>
         <incorrectfeedback format="html"><text>Xem Điều 5.</text></incorrectfeedback>`,
      ),
    );
    expect(question).toMatchObject({
      several: true,
      answers: [{ percent: 33.33333 }, {}, {}, { percent: -100 }],
      generalFeedback: { text: 'Nếu chưa đúng: Xem Điều 5.' },
    });
  });

  it('reads numbers with tolerance, units and what is said of any other answer', () => {
    const { question, losses } = only(
      short(
        'numerical',
        `<answer fraction="100" format="moodle_auto_format"><text>0.8</text><feedback format="html"><text>Đúng</text></feedback><tolerance>0.1</tolerance></answer>
         <answer fraction="0"><text>*</text><feedback format="html"><text>Sai rồi</text></feedback><tolerance>0</tolerance></answer>
         <unitgradingtype>0</unitgradingtype><unitpenalty>0.1000000</unitpenalty><showunits>0</showunits><unitsleft>0</unitsleft>
         <units><unit><multiplier>1</multiplier><unit_name>kg</unit_name></unit><unit><multiplier>1000</multiplier><unit_name>g</unit_name></unit></units>`,
      ),
    );
    expect(question).toMatchObject({
      kind: 'numeric',
      unit: 'kg',
      answers: [
        { min: 0.7, max: 0.9, percent: 100, feedback: { text: 'Đúng' } },
        { min: -Number.MAX_VALUE, max: Number.MAX_VALUE, percent: 0, feedback: { text: 'Sai rồi' } },
      ],
    });
    expect(losses.map(({ message }) => message.vi).join()).toContain('"g"');
  });

  it('reads true/false, short answers and pairs', () => {
    const trueFalse = `<answer fraction="0"><text>true</text><feedback format="html"><text>sai</text></feedback></answer>
      <answer fraction="100"><text>false</text><feedback format="html"><text>đúng</text></feedback></answer>`;
    expect(only(short('truefalse', trueFalse)).question).toMatchObject({
      correct: false,
      feedbackWrong: { text: 'sai' },
      feedbackRight: { text: 'đúng' },
    });
    const answer =
      '<usecase>1</usecase><answer fraction="100" format="moodle_auto_format"><text>BLLĐ &amp; a*</text></answer>';
    expect(only(short('shortanswer', answer)).question).toMatchObject({
      caseSensitive: true,
      answers: [{ text: 'BLLĐ & a*' }],
    });
    const pair = (a: string, b: string) =>
      `<subquestion format="html"><text>${a}</text><answer><text>${b}</text></answer></subquestion>`;
    expect(
      only(short('matching', [pair('a', '1'), pair('b', '2'), pair('', '3'), pair('', '')].join(''))).question,
    ).toMatchObject({ pairs: [{ prompt: { text: 'a' }, choice: '1' }, { choice: '2' }, { prompt: { text: '' } }] });
  });

  it('names types that it does not know, with their line', () => {
    const file = parseMoodleXml(quiz('<question type="ddmarker"><name><text>Bản đồ</text></name></question>'));
    expect(file).toMatchObject({ questions: [], faults: [], leftOut: [{ line: 3 }] });
    expect(file.leftOut[0]?.message.vi).toContain('"ddmarker"');
  });

  it.each([
    ['a DTD', '<!DOCTYPE quiz [<!ENTITY a "aaaa">]><quiz></quiz>', 'DOCTYPE'],
    ['an external DTD', '<!DOCTYPE quiz SYSTEM "http://x.example/a.dtd"><quiz/>', 'DOCTYPE'],
    ['an entity beyond the five', short('truefalse', '&xxe;'), 'entity'],
    ['XML that breaks off', '<quiz><question type="truefalse"><name>', 'unclosed tag'],
    ['another root', '<html/>', '<quiz>'],
    ['nothing', '', 'root'],
    ['elements in elements', `<quiz>${'<question>'.repeat(100_000)}`, 'nested'],
    ['elements without end', `<quiz><question>${'<answer/>'.repeat(30_000)}`, 'large'],
    [
      'HTML that is not quoted',
      short('essai', '').replace('essai', 'truefalse').replace('Hỏi?', '<p>Hỏi?</p>'),
      'CDATA',
    ],
    ['an answer that is no number', short('numerical', '<answer fraction="100"><text>năm</text></answer>'), 'năm'],
    ['a weight beyond 100', short('shortanswer', '<answer fraction="250"><text>a</text></answer>'), '250'],
  ])('refuses %s with a line', (_, source, word) => {
    const { faults } = parseMoodleXml(source);
    expect(faults.map(({ message }) => message.en).join('\n')).toContain(word);
    expect(faults.every(({ line }) => line >= 1)).toBe(true);
  });
});
