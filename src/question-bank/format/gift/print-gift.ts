import type { Text } from '../../../platform/problems/problem.js';
import type { AnswerSource, SourceFormat, QuestionSource, SourceText } from '../question-source.js';
import { escapeGift } from './gift-text.js';

/** A question that GIFT cannot hold, and why; it is left out of the file. */
export interface GiftLoss {
  question: Pick<QuestionSource, 'id' | 'title'>;
  message: Text;
}

/**
 * Writes a GIFT file that Moodle reads and that `parseGift` reads back to the same questions.
 * Texts are written as they are: in NFC, trimmed and not empty, as `parseGift` gives them.
 */
export function printGift(questions: QuestionSource[]): { text: string; losses: GiftLoss[] } {
  const losses: GiftLoss[] = [];
  const printed: string[] = [];
  for (const question of questions) {
    const result = isHeldByGift(question) ? (arrowLoss(question) ?? printQuestion(question)) : LOSSES[question.kind];
    if (typeof result === 'string') printed.push(result);
    else losses.push({ question: { id: question.id, title: question.title }, message: result });
  }
  return { text: printed.join('\n'), losses };
}

type UnknownKind = 'ordering' | 'cloze' | 'essay';
type GiftAnswers = Exclude<AnswerSource, { kind: UnknownKind }>;
type GiftQuestion = Exclude<QuestionSource, { kind: UnknownKind }>;

const LOSSES: Record<UnknownKind, Text> = {
  ordering: { vi: 'GIFT không có câu sắp xếp thứ tự.', en: 'GIFT has no ordering questions.' },
  cloze: { vi: 'GIFT không có câu điền nhiều chỗ trống.', en: 'GIFT has no questions with several gaps.' },
  essay: {
    vi: 'GIFT không ghi được tiêu chí chấm của câu tự luận.',
    en: 'GIFT cannot hold the rubric of an essay.',
  },
};

function isHeldByGift(question: QuestionSource): question is GiftQuestion {
  return !(question.kind in LOSSES);
}

/** GIFT has no escape for the arrow: only the right side of a pair may hold one. */
function arrowLoss(question: GiftQuestion): Text | null {
  const arrow =
    question.kind === 'matching'
      ? question.pairs.some((pair) => pair.prompt.text.includes('->'))
      : question.kind === 'short-answer' && question.answers.some((answer) => answer.text.includes('->'));
  if (!arrow) return null;
  return {
    vi: 'GIFT không ghi được dấu -> trong đáp án ngắn hoặc vế trái của câu nối.',
    en: 'GIFT cannot hold -> in a short answer or on the left side of a pair.',
  };
}

function printQuestion(question: GiftQuestion): string {
  const { id, tags, title, stem, generalFeedback } = question;
  const marks = [
    ...(id === null ? [] : [`[id:${escapeBracket(id)}]`]),
    ...tags.map((tag) => `[tag:${escapeBracket(tag)}]`),
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
