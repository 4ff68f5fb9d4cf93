import type { Text } from '../../../platform/problems/problem.js';
import { parseCloze } from './cloze-text.js';
import { parseRubric } from './rubric-text.js';
import { ANY_NUMBER, boundsAround, numberOf } from '../numeric-bounds.js';
import type { AnswerSource, NumericAnswerSource, OptionSource, SourceText } from '../question-source.js';
import { cleanText } from '../clean-text.js';
import type { MoodleQuestion } from './moodle-question.js';
import { childOf, valueOf, type XmlElement } from './xml-elements.js';

export type AnswerReader = (question: MoodleQuestion) => AnswerSource;

/** How the answers of each type of Moodle's that the platform has are read. */
export const READERS: ReadonlyMap<string, AnswerReader> = new Map<string, AnswerReader>([
  ['multichoice', choice],
  ['truefalse', trueFalse],
  ['shortanswer', shortAnswer],
  ['numerical', numeric],
  ['matching', matching],
  ['ordering', ordering],
  ['cloze', cloze],
  ['multianswer', cloze],
  ['essay', essay],
]);

/** A single choice shows exactly one of the three combined texts, with one option: there it is that option's feedback. */
function choice(question: MoodleQuestion): AnswerSource {
  const several = !question.isOn('single');
  const answers = question.children('answer').map((answer): OptionSource => {
    return { text: question.text(answer), ...question.worth(answer) };
  });
  if (several) return { kind: 'choice', several, answers };
  const { right, partial, wrong } = question.combinedFeedback();
  const withCombined = answers.map((answer) => {
    const added = answer.percent === 100 ? right : answer.percent > 0 ? partial : wrong;
    return { ...answer, feedback: joined(answer.feedback, added, question) };
  });
  return { kind: 'choice', several, answers: withCombined };
}

function joined(own: SourceText | null, added: SourceText | null, question: MoodleQuestion): SourceText | null {
  if (own === null || added === null) return own ?? added;
  if (own.format === added.format) return { format: own.format, text: `${own.text}\n${added.text}` };
  question.lose(combinedLoss(added));
  return own;
}

export function combinedLoss({ text }: SourceText): Text {
  return {
    vi: `Nhận xét chung theo kết quả không được đưa vào: "${text.slice(0, 500)}"`,
    en: `A combined feedback is not taken over: "${text.slice(0, 500)}"`,
  };
}

function trueFalse(question: MoodleQuestion): AnswerSource {
  const answers = question.children('answer').map((answer) => ({
    says: cleanText(valueOf(answer, 'text')).toLowerCase() === 'true',
    ...question.worth(answer),
  }));
  const right = answers.find((answer) => answer.percent === 100);
  if (!right) question.fail({ vi: 'Cần một đáp án được 100%.', en: 'One answer must be worth 100%.' });
  const wrong = answers.find((answer) => answer.says !== right?.says);
  return {
    kind: 'true-false',
    correct: right?.says ?? false,
    feedbackWrong: wrong?.feedback ?? null,
    feedbackRight: right?.feedback ?? null,
  };
}

function shortAnswer(question: MoodleQuestion): AnswerSource {
  const answers = question.children('answer').map((answer) => ({
    text: question.text(answer, 'plain').text,
    ...question.worth(answer),
  }));
  return { kind: 'short-answer', answers, ...(question.isOn('usecase') && { caseSensitive: true }) };
}

function numeric(question: MoodleQuestion): AnswerSource {
  const answers = question.children('answer').flatMap((answer): NumericAnswerSource[] => {
    const bounds = boundsIn(answer);
    if (bounds) return [{ ...bounds, ...question.worth(answer) }];
    const shown = valueOf(answer, 'text').slice(0, 100);
    question.fail({ vi: `"${shown}" không phải đáp án số.`, en: `"${shown}" is not a numeric answer.` }, answer.line);
    return [];
  });
  const unit = unitOf(question);
  return { kind: 'numeric', answers, ...(unit !== null && { unit }) };
}

function boundsIn(answer: XmlElement): { min: number; max: number } | null {
  const text = valueOf(answer, 'text');
  if (text === '*') return ANY_NUMBER;
  const value = numberOf(text);
  const tolerance = numberOf(valueOf(answer, 'tolerance') || '0');
  return value === null || tolerance === null ? null : boundsAround(value, tolerance);
}

/** The unit in which the answers are given. Moodle converts from others; here a learner answers in the one shown. */
function unitOf(question: MoodleQuestion): string | null {
  const list = childOf(question.element, 'units');
  const units = (list?.children ?? []).map((unit) => ({
    name: cleanText(valueOf(unit, 'unit_name')),
    multiplier: numberOf(valueOf(unit, 'multiplier')),
  }));
  const base = units.find(({ multiplier, name }) => multiplier === 1 && name !== '');
  for (const unit of units) {
    if (unit === base || unit.name === '') continue;
    question.lose(
      {
        vi: `Đơn vị quy đổi "${unit.name}" không được đưa vào; người học trả lời bằng một đơn vị.`,
        en: `The unit "${unit.name}" to convert from is not taken over; learners answer in one unit.`,
      },
      list?.line,
    );
  }
  return base?.name ?? null;
}

function matching(question: MoodleQuestion): AnswerSource {
  const pairs = question.children('subquestion').flatMap((pair) => {
    const prompt = question.text(pair);
    const answer = childOf(pair, 'answer');
    const choice = cleanText(answer ? valueOf(answer, 'text') : '');
    // Moodle writes the empty rows of its form, too.
    if (choice === '' && prompt.text === '') return [];
    if (choice !== '') return [{ prompt, choice }];
    question.fail({ vi: 'Cặp nối thiếu vế phải.', en: 'A pair lacks its right side.' }, pair.line);
    return [];
  });
  return { kind: 'matching', pairs };
}

/** Moodle keeps the place of each item as its fraction: 1, 2, 3 … */
function ordering(question: MoodleQuestion): AnswerSource {
  const items = question.children('answer').map((answer) => ({
    place: Number(answer.attributes['fraction'] ?? NaN),
    text: question.text(answer),
  }));
  // Moodle from 4.4 on writes no fractions: the order of the file is the right one.
  const isPlaced = items.every(({ place }) => Number.isFinite(place));
  const sorted = isPlaced ? items.toSorted((a, b) => a.place - b.place) : items;
  return { kind: 'ordering', items: sorted.map(({ text }) => text) };
}

function cloze(question: MoodleQuestion): AnswerSource {
  const { stem, blanks } = parseCloze(question.stem, question.budget);
  question.stem = stem;
  return { kind: 'cloze', blanks };
}

function essay(question: MoodleQuestion): AnswerSource {
  const grade = numberOf(question.value('defaultgrade')) ?? 1;
  const information = childOf(question.element, 'graderinfo');
  const text = information ? question.text(information) : { format: 'html' as const, text: '' };
  const words = numberOf(question.value('minwordlimit')) ?? 0;
  const rest = {
    minimumWords: words > 0 ? Math.round(words) : null,
    photo: !['', '0'].includes(question.value('attachments')),
  };
  if (text.text !== '') {
    return { kind: 'essay', rubric: parseRubric(text) ?? [{ criterion: text, points: grade }], ...rest };
  }
  question.lose(NO_CRITERIA);
  return {
    kind: 'essay',
    rubric: [{ criterion: { format: 'plain', text: 'Nội dung trả lời' }, points: grade }],
    ...rest,
  };
}

const NO_CRITERIA: Text = {
  vi: 'Câu tự luận không có thông tin cho người chấm: đã đặt một tiêu chí chung "Nội dung trả lời", mời sửa lại.',
  en: 'The essay has no information for graders: one general criterion was put in; please adapt it.',
};
