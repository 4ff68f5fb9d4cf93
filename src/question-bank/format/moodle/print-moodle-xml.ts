import type { Text } from '../../../platform/problems/problem.js';
import { aroundOf } from '../numeric-bounds.js';
import { printEach, type ExportLoss, type QuestionLoss } from '../question-loss.js';
import type { AnswerSource, NumericAnswerSource, QuestionSource, SourceText } from '../question-source.js';
import { textsOf } from '../clean-text.js';
import { FORMATS } from './moodle-question.js';
import { clozeLosses, printCloze } from './print-cloze.js';
import { isRubricKept, printRubric } from './rubric-text.js';

const NAMES = Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [format, name]));
/** What XML 1.0 cannot hold: not even as a reference. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;
const TYPES: Record<AnswerSource['kind'], string> = {
  choice: 'multichoice',
  'true-false': 'truefalse',
  'short-answer': 'shortanswer',
  numeric: 'numerical',
  matching: 'matching',
  ordering: 'ordering',
  cloze: 'cloze',
  essay: 'essay',
};

const PENALTIES: Partial<Record<AnswerSource['kind'], number>> = { 'true-false': 1, essay: 0 };

/** Writes a file that Moodle imports and that `parseMoodleXml` reads back to the same questions, but for the losses. */
export function printMoodleXml(questions: QuestionSource[]): { text: string; losses: ExportLoss[] } {
  const { printed, losses } = printEach(questions, moodleLossesOf, printQuestion);
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${printed.join('')}</quiz>\n`, losses };
}

/** What Moodle XML cannot hold of a question. */
export function moodleLossesOf(question: QuestionSource): QuestionLoss[] {
  const losses: QuestionLoss[] = [];
  if (textsOf(question).some((text) => text.search(UNWRITABLE) >= 0)) {
    losses.push({
      whole: false,
      message: {
        vi: 'XML không ghi được một ký tự đặc biệt trong câu này; ký tự đó bị bỏ đi.',
        en: 'XML cannot hold a special character of this question; it is left out.',
      },
    });
  }
  if (question.kind === 'numeric' && question.answers.some((answer) => !isAny(answer) && aroundOf(answer) === null)) {
    losses.push({
      whole: false,
      message: GAPS.ranges,
    });
  }
  if (question.kind === 'essay' && !isRubricKept(question.rubric)) losses.push({ whole: false, message: RUBRIC });
  const gaps = question.kind === 'cloze' ? clozeLosses(question) : null;
  if (gaps !== null) losses.push({ whole: gaps === 'stem', message: GAPS[gaps] });
  return losses;
}

const RUBRIC: Text = {
  vi: 'Moodle không có chỗ cho tiêu chí chấm; các tiêu chí được ghi thành dòng chữ cho người chấm, định dạng không giữ nguyên.',
  en: 'Moodle has no place for criteria; they are written as lines for graders, and their markup is not kept.',
};

const GAPS: Record<NonNullable<ReturnType<typeof clozeLosses>>, Text> = {
  stem: {
    vi: 'Đề bài có đoạn giống ký hiệu chỗ trống của Moodle, ví dụ "{1:MC:"; câu này không xuất được.',
    en: 'The stem holds what Moodle would take for a gap, such as "{1:MC:"; the question is left out.',
  },
  weights: {
    vi: 'Trọng số chỗ trống của Moodle là số nguyên; trọng số của câu này được làm tròn.',
    en: "Weights of gaps are whole numbers in Moodle; this question's are rounded.",
  },
  formats: {
    vi: 'Trong Moodle chữ ở chỗ trống có cùng định dạng với đề bài; định dạng riêng không giữ được.',
    en: 'In Moodle the texts of gaps have the format of the stem; formats of their own are not kept.',
  },
  ranges: {
    vi: 'Moodle ghi đáp án số bằng giá trị và sai số; một khoảng của câu này chỉ ghi được gần đúng.',
    en: 'Moodle writes numeric answers as value and tolerance; a range of this question is only nearly so.',
  },
};

function printQuestion(question: QuestionSource): string {
  const { id, tags, title, stem, generalFeedback } = question;
  const parts = [
    `<name><text>${escaped(title)}</text></name>`,
    textElement('questiontext', question.kind === 'cloze' ? printCloze(question) : stem),
    textElement('generalfeedback', generalFeedback),
    `<defaultgrade>${gradeOf(question)}</defaultgrade>`,
    `<penalty>${PENALTIES[question.kind] ?? 0.3333333}</penalty>`,
    '<hidden>0</hidden>',
    `<idnumber>${escaped(id ?? '')}</idnumber>`,
    ...answerParts(question),
    ...(tags.length === 0
      ? []
      : [`<tags>${tags.map((tag) => `<tag><text>${escaped(tag)}</text></tag>`).join('')}</tags>`]),
  ];
  return `  <question type="${TYPES[question.kind]}">\n${parts.map((part) => `    ${part}\n`).join('')}  </question>\n`;
}

function answerParts(question: AnswerSource): string[] {
  switch (question.kind) {
    case 'choice':
      return [
        `<single>${!question.several}</single>`,
        '<shuffleanswers>true</shuffleanswers>',
        '<answernumbering>abc</answernumbering>',
        ...question.answers.map((each) => answer(each, { format: each.text.format, text: each.text.text })),
      ];
    case 'true-false': {
      const { correct, feedbackRight, feedbackWrong } = question;
      return [true, false].map((says) => {
        const worth =
          says === correct ? { percent: 100, feedback: feedbackRight } : { percent: 0, feedback: feedbackWrong };
        return answer(worth, { format: 'moodle', text: String(says) });
      });
    }
    case 'short-answer':
      return [
        `<usecase>${question.caseSensitive ? 1 : 0}</usecase>`,
        ...question.answers.map((each) => answer(each, { format: 'plain', text: each.text })),
      ];
    case 'numeric':
      return [
        ...question.answers.map((each) => {
          const { value, tolerance } = nearest(each);
          const text = isAny(each) ? '*' : String(value);
          return answer(each, { format: 'plain', text }, `<tolerance>${isAny(each) ? 0 : tolerance}</tolerance>`);
        }),
        ...unitParts(question.unit),
      ];
    case 'matching':
      return [
        '<shuffleanswers>true</shuffleanswers>',
        ...question.pairs.map(({ prompt, choice }) => {
          return textElement('subquestion', prompt, `<answer><text>${escaped(choice)}</text></answer>`);
        }),
      ];
    case 'ordering':
      return [
        ...['<layouttype>VERTICAL</layouttype>', '<selecttype>ALL</selecttype>', '<selectcount>0</selectcount>'],
        ...['<gradingtype>ABSOLUTE_POSITION</gradingtype>', '<showgrading>SHOW</showgrading>'],
        '<numberingstyle>none</numberingstyle>',
        ...question.items.map((text, index) => answer({ percent: index + 1, feedback: null }, text)),
      ];
    case 'cloze':
      return [];
    case 'essay':
      return essayParts(question);
  }
}

/** The points of an essay are the sum of its criteria; every other question brings one. */
function gradeOf(question: QuestionSource): number {
  return question.kind === 'essay' ? question.rubric.reduce((sum, { points }) => sum + points, 0) : 1;
}

function essayParts({ rubric, minimumWords, photo }: Extract<AnswerSource, { kind: 'essay' }>): string[] {
  return [
    '<responseformat>editor</responseformat>',
    '<responserequired>1</responserequired>',
    '<responsefieldlines>10</responsefieldlines>',
    `<minwordlimit>${minimumWords ?? ''}</minwordlimit>`,
    `<attachments>${photo ? 1 : 0}</attachments>`,
    '<attachmentsrequired>0</attachmentsrequired>',
    textElement('graderinfo', printRubric(rubric)),
  ];
}

/** 3: no unit is asked for; 0: a field for it. */
function unitParts(unit: string | undefined): string[] {
  const settings = `<unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>${unit === undefined ? 3 : 0}</showunits>`;
  if (unit === undefined) return [settings];
  return [settings, `<units><unit><multiplier>1</multiplier><unit_name>${escaped(unit)}</unit_name></unit></units>`];
}

function isAny({ min, max }: NumericAnswerSource): boolean {
  return max === Number.MAX_VALUE && min === -max;
}

function nearest(bounds: NumericAnswerSource): { value: number; tolerance: number } {
  const { min, max } = bounds;
  return aroundOf(bounds) ?? { value: min / 2 + max / 2, tolerance: max / 2 - min / 2 };
}

function answer(worth: { percent: number; feedback: SourceText | null }, text: SourceText, more = ''): string {
  const feedback = textElement('feedback', worth.feedback);
  const { format } = text;
  return `<answer fraction="${worth.percent}" format="${NAMES[format]}"><text>${escaped(text.text)}</text>${more}${feedback}</answer>`;
}

function textElement(name: string, text: SourceText | null, more = ''): string {
  const { format, text: content } = text ?? { format: 'html' as const, text: '' };
  return `<${name} format="${NAMES[format]}"><text>${escaped(content)}</text>${more}</${name}>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Markup as CDATA, which people can read; other texts with entities. */
function escaped(text: string): string {
  const writable = text.replace(UNWRITABLE, '');
  if (writable.includes('<') && !writable.includes(']]>')) return `<![CDATA[${writable}]]>`;
  return writable.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}
