import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyQuestion, withoutLines } from '../../../../test/support/question-sources.js';
import { ReadingBudget } from '../question-file.js';
import { parseMoodleXml } from './parse-moodle-xml.js';
import { moodleLossesOf, printMoodleXml } from './print-moodle-xml.js';

const isWhole = (question: Parameters<typeof moodleLossesOf>[0]) => moodleLossesOf(question).length === 0;

describe('printMoodleXml', () => {
  it('loses nothing of what it does not name as lost', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion, { maxLength: 4 }), (questions) => {
        const whole = questions.filter(isWhole);
        const file = parseMoodleXml(printMoodleXml(whole).text);
        expect(file).toMatchObject({ faults: [], leftOut: [], losses: [] });
        expect(withoutLines(file.questions)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('prints what it names as lost, too, so that it can be read again', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { text, losses } = printMoodleXml([question]);
        const { questions, faults } = parseMoodleXml(text);
        expect(faults).toEqual([]);
        expect(questions).toHaveLength(losses.some((loss) => loss.whole) ? 0 : 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the criteria of an essay', () => {
  it('are one text where one of them says nothing in the format of the others', () => {
    const criteria = [
      { criterion: { format: 'markdown' as const, text: 'Nêu đủ bước' }, points: 2 },
      { criterion: { format: 'plain' as const, text: '-' }, points: 1 },
    ];
    const question = { kind: 'essay' as const, rubric: criteria, minimumWords: null, photo: false };
    const stem = { format: 'markdown' as const, text: 'Làm gì?' };
    const about = { line: 1, id: null, tags: [], title: 'Việc', stem, generalFeedback: null };
    const { questions, faults } = parseMoodleXml(printMoodleXml([{ ...about, ...question }]).text);
    expect(faults).toEqual([]);
    expect(questions).toMatchObject([{ kind: 'essay', rubric: [{ points: 3 }] }]);
  });
});

describe('parseMoodleXml on damaged files', () => {
  const damaged = fc.tuple(
    fc.array(anyQuestion, { minLength: 1, maxLength: 3 }).map((questions) => printMoodleXml(questions).text),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.integer({ min: 0, max: 40 }),
        put: fc.constantFrom(
          '',
          '<',
          '>',
          '&',
          '{1:MC:',
          '}',
          ']]>',
          '<![CDATA[',
          '&lt;',
          '\u0000',
          '"',
          '<question>',
          '\\',
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  );

  it('never crashes, and says what it cannot read', () => {
    fc.assert(
      fc.property(damaged, ([text, changes]) => {
        let source = text;
        for (const { at, cut, put } of changes) {
          const from = Math.floor(at * source.length);
          source = source.slice(0, from) + put + source.slice(from + cut);
        }
        const file = parseMoodleXml(source);
        const { questions, faults, leftOut, losses } = file;
        expect(questions.length + faults.length + leftOut.length + losses.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  const inQuestion = (text: string) =>
    `<quiz><question type="cloze"><questiontext><text><![CDATA[${text}]]></text></questiontext></question></quiz>`;

  it.each([
    ['gaps that are never closed', inQuestion('{1:MC:'.repeat(200_000))],
    ['answers without end', inQuestion(`{1:MC:${'~'.repeat(1_000_000)}}`)],
    ['backslashes', inQuestion(`{1:SA:=${'\\'.repeat(1_000_000)}}`)],
    ['pictures that are never closed', inQuestion('<img '.repeat(200_000))],
    ['tags in a title', inQuestion('<'.repeat(500_000))],
    ['a text in pieces', `<quiz><question><a>${'&lt;'.repeat(300_000)}</a></question></quiz>`],
  ])('looks at each character a few times only: %s', (_, source) => {
    const budget = new ReadingBudget(source.length);
    parseMoodleXml(source, budget);
    expect(budget.spent).toBeLessThan(5 * source.length);
  });
});
