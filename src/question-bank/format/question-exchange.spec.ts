import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyQuestion, withoutLines } from '../../../test/support/question-sources.js';
import { parseAiken } from './aiken/parse-aiken.js';
import { printAiken } from './aiken/print-aiken.js';
import { cleanText, titleFrom } from './clean-text.js';
import { parseGift } from './gift/parse-gift.js';
import { lossesOf, printQuestions, type ExportFormat } from './question-exchange.js';
import type { QuestionSource } from './question-source.js';
import { readQuestionFile } from './read-question-file.js';
import { withoutCatchAll } from './without-catch-all.js';

const COURSES = 'content/courses';
const shipped = readdirSync(COURSES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.gift'))
  .flatMap((name) => parseGift(readFileSync(join(COURSES, name), 'utf8')).questions);

/** What a file of these questions reads as. */
async function again(questions: Parameters<typeof printQuestions>[0], format: ExportFormat) {
  const { content } = await printQuestions(questions, format);
  return readQuestionFile(content);
}

describe('printQuestions', () => {
  it('knows all shipped questions', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(370);
  });

  it.each(['gift', 'moodle-xml', 'xlsx'] as const)('brings every shipped question back from %s', async (format) => {
    expect(shipped.flatMap((question) => lossesOf(question, format))).toEqual([]);
    const file = await again(shipped, format);
    expect(file).toMatchObject({ faults: [], leftOut: [], losses: [] });
    expect(withoutLines(file.questions)).toEqual(withoutLines(shipped));
  });

  /** The platform has no wildcard: what Moodle says of any other answer is moved when a file is read. */
  const question = anyQuestion.filter((each) => withoutCatchAll(each).question === each);

  it.each(['gift', 'moodle-xml', 'xlsx'] as const)(
    'brings back from %s what it does not name as lost',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 4 }), async (questions) => {
          const whole = questions.filter((each) => lossesOf(each, format).length === 0);
          if (whole.length === 0) return;
          const file = await again(whole, format);
          expect(file.faults).toEqual([]);
          expect(withoutLines(file.questions)).toEqual(whole);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('brings back from Aiken what it does not name as lost', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ABđ.) :\n{'), minLength: 1, maxLength: 12 }).map(cleanText);
    const plain = text.filter((each) => each !== '').map((each) => ({ format: 'plain' as const, text: each }));
    const choice = fc
      .tuple(plain, fc.array(plain, { minLength: 2, maxLength: 5 }))
      .map(([stem, options]): QuestionSource => {
        const answers = options.map((each, index) => ({ text: each, percent: index === 0 ? 100 : 0, feedback: null }));
        const about = { line: 1, id: null, tags: [], title: titleFrom(stem), stem, generalFeedback: null };
        return { ...about, kind: 'choice', several: false, answers };
      });
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 4 }), (questions) => {
        const whole = questions.filter((each) => lossesOf(each, 'aiken').length === 0);
        const { questions: read, faults } = parseAiken(printAiken(whole).text);
        expect(faults).toEqual([]);
        expect(withoutLines(read)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('says of single choices what Aiken loses, and leaves the others out', async () => {
    const { losses, content } = await printQuestions(shipped, 'aiken');
    const read = await readQuestionFile(content);
    const out = losses.filter(({ whole }) => whole).length;
    expect(read).toMatchObject({ format: 'aiken', faults: [] });
    expect(read.questions).toHaveLength(shipped.length - out);
    expect(losses.map(({ message }) => message.en)).toContain('Aiken cannot hold feedback.');
  });
});
