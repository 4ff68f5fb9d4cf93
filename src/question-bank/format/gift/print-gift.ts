import type { Text } from '../../../platform/problems/problem.js';
import type { AnswerSource, SourceFormat, QuestionSource, SourceText } from '../question-source.js';
import { printEach, type ExportLoss, type QuestionLoss } from '../question-loss.js';
import { escapeGift } from './gift-text.js';

type UnknownKind = 'ordering' | 'cloze' | 'essay';
type GiftAnswers = Exclude<AnswerSource, { kind: UnknownKind }>;
type GiftQuestion = Exclude<QuestionSource, { kind: UnknownKind }>;

const KINDS: Record<UnknownKind, Text> = {
  ordering: { vi: 'GIFT không có câu sắp xếp thứ tự.', en: 'GIFT has no ordering questions.' },
  cloze: { vi: 'GIFT không có câu điền nhiều chỗ trống.', en: 'GIFT has no questions with several gaps.' },
  essay: {
    vi: 'GIFT không ghi được tiêu chí chấm của câu tự luận.',
    en: 'GIFT cannot hold the rubric of an essay.',
  },
};

/** What the comment lines hold: no backslash at all, as one before ] would read as an escape. */
const HELD_ID = /^[^\s\\]{1,100}$/;
const HELD_TAG = /^[^\n\\]{1,100}$/;

/**
 * Writes a GIFT file that Moodle reads and that `parseGift` reads back to the same questions, but for the losses.
 * Texts are written as they are: in NFC, trimmed and not empty, as `parseGift` gives them.
 */
export function printGift(questions: QuestionSource[]): { text: string; losses: ExportLoss[] } {
  const { printed, losses } = printEach(questions, giftLossesOf, (each) => (isHeld(each) ? printQuestion(each) : ''));
  return { text: printed.join('\n'), losses };
}

/** What GIFT cannot hold of a question. */
export function giftLossesOf(question: QuestionSource): QuestionLoss[] {
  if (!isHeld(question)) return [{ whole: true, message: KINDS[question.kind] }];
  if (hasArrow(question)) return [{ whole: true, message: ARROW }];
  return partsLost(question).map((message) => ({ whole: false, message }));
}

function isHeld(question: QuestionSource): question is GiftQuestion {
  return !(question.kind in KINDS);
}

/** GIFT has no escape for the arrow: only the right side of a pair may hold one. */
function hasArrow(question: GiftQuestion): boolean {
  return question.kind === 'matching'
    ? question.pairs.some((pair) => pair.prompt.text.includes('->'))
    : question.kind === 'short-answer' && question.answers.some((answer) => answer.text.includes('->'));
}

const ARROW: Text = {
  vi: 'GIFT không ghi được dấu -> trong đáp án ngắn hoặc vế trái của câu nối.',
  en: 'GIFT cannot hold -> in a short answer or on the left side of a pair.',
};

function partsLost(question: GiftQuestion): Text[] {
  const { id, tags } = question;
  const lost: Text[] = [];
  if (id !== null && !HELD_ID.test(id)) {
    lost.push({ vi: `GIFT không ghi được mã "${id}".`, en: `GIFT cannot hold the id "${id}".` });
  }
  for (const tag of tags.filter((each) => !HELD_TAG.test(each))) {
    lost.push({ vi: `GIFT không ghi được nhãn "${tag}".`, en: `GIFT cannot hold the tag "${tag}".` });
  }
  if (question.kind === 'numeric' && question.unit !== undefined) {
    lost.push({
      vi: `GIFT không ghi được đơn vị "${question.unit}".`,
      en: `GIFT cannot hold the unit "${question.unit}".`,
    });
  }
  if (question.kind === 'short-answer' && question.caseSensitive) {
    lost.push({ vi: 'GIFT không phân biệt chữ hoa, chữ thường.', en: 'GIFT does not tell upper from lower case.' });
  }
  if (question.kind === 'choice' && question.several && question.answers.some(({ percent }) => percent === 100)) {
    lost.push({
      vi: 'Câu chọn nhiều phương án mà chỉ một phương án đúng: GIFT ghi thành câu chọn một.',
      en: 'Several options may be chosen but one is right alone: GIFT makes it a single choice.',
    });
  }
  return lost;
}

function printQuestion(question: GiftQuestion): string {
  const { id, tags, title, stem, generalFeedback } = question;
  const marks = [
    ...(id === null || !HELD_ID.test(id) ? [] : [`[id:${escapeBracket(id)}]`]),
    ...tags.filter((tag) => HELD_TAG.test(tag)).map((tag) => `[tag:${escapeBracket(tag)}]`),
  ];
  const comment = marks.length > 0 ? `// ${marks.join(' ')}\n` : '';
  const general = generalFeedback ? `####${printText(generalFeedback, stem.format)}\n` : '';
  const opening = question.kind === 'numeric' ? '{#' : '{';
  const lines = answerLines(question, stem.format).map((line) => `${line}\n`);
  return `${comment}::${escapeGift(title)}::[${stem.format}]${escapeGift(stem.text)} ${opening}\n${lines.join('')}${general}}\n`;
}

function escapeBracket(text: string): string {
  return text.replaceAll(']', '\\]');
}

/** A format in front of a text that differs from the question's, or that would be taken for a format or a weight. */
function printText({ format, text }: SourceText, inherited: SourceFormat): string {
  const prefix = format !== inherited || /^[[%]/.test(text) ? `[${format}]` : '';
  return `${prefix}${escapeGift(text)}`;
}

function answerLines(question: GiftAnswers, format: SourceFormat): string[] {
  const feedbackOf = (feedback: SourceText | null) => (feedback ? `#${printText(feedback, format)}` : '');
  switch (question.kind) {
    case 'true-false': {
      const { correct, feedbackWrong, feedbackRight } = question;
      const wrong = feedbackWrong || feedbackRight ? `#${feedbackWrong ? printText(feedbackWrong, format) : ''}` : '';
      return [`${correct ? 'TRUE' : 'FALSE'}${wrong}${feedbackOf(feedbackRight)}`];
    }
    case 'choice': {
      const first = question.answers.findIndex((answer) => answer.percent === 100);
      return question.answers.map(({ text, percent, feedback }, index) => {
        // Only one = : with nothing but = Moodle would read short answers.
        const mark = index === first ? '=' : percent === 0 ? '~' : `~%${percent}%`;
        return `${mark}${printText(text, format)}${feedbackOf(feedback)}`;
      });
    }
    case 'short-answer':
      return question.answers.map(({ text, percent, feedback }) => {
        const answer = printText({ format: 'plain', text }, 'plain');
        return `=%${percent}%${answer}${feedbackOf(feedback)}`;
      });
    case 'numeric':
      return question.answers.map(({ min, max, percent, feedback }) => {
        if (max === Number.MAX_VALUE && min === -max && percent === 0) return `~${feedbackOf(feedback) || '#'}`;
        return `=%${percent}%${min === max ? min : `${min}..${max}`}${feedbackOf(feedback)}`;
      });
    case 'matching':
      return question.pairs.map(({ prompt, choice }) => `=${printText(prompt, format)} -> ${escapeGift(choice)}`);
  }
}
