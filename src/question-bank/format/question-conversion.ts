import type { Text } from '../../platform/problems/problem.js';
import type { BlueprintQuestion } from '../blueprint.rules.js';
import type { ParsedQuestion } from '../question-import.service.js';
import { clozeOf, essayOf, orderingOf } from './question-parts.js';
import { answerFaultsOf } from './answer-rules.js';
import { isTurned } from './clean-text.js';
import { FILE_FAULTS } from './file-faults.js';
import { wildcardFaultOf } from './question-parts-faults.js';
import { htmlOf, htmlOrNull, plainAnswer } from './source-text.js';
import type { QuestionSource } from './question-source.js';

const DIFFICULTY = /^difficulty:([123])$/;
const ARTICLE = /^vn(\.[a-z0-9]+)+$/;

/** What keeps a question from becoming one of the platform's; null when nothing does. */
export function conversionFaultOf(question: QuestionSource): Text | null {
  if (question.id === null) {
    return {
      vi: 'Câu hỏi thiếu mã [id:…] ở dòng chú thích ngay phía trên.',
      en: 'The question lacks its [id:…] in the comment right above.',
    };
  }
  const difficulty = question.tags.find((tag) => tag.startsWith('difficulty:') && !DIFFICULTY.test(tag));
  if (difficulty !== undefined) {
    return { vi: `Độ khó "${difficulty}" phải là 1, 2 hoặc 3.`, en: `"${difficulty}" must be 1, 2 or 3.` };
  }
  if (isTurned(question)) return FILE_FAULTS.turning;
  const wildcard = question.kind === 'short-answer' ? wildcardFaultOf(question.answers) : null;
  return wildcard ?? answerFaultsOf(question)[0] ?? null;
}

const ANSWERS: Record<QuestionSource['kind'], string> = {
  choice: '/answers',
  'true-false': '',
  'short-answer': '/answers',
  numeric: '/answers',
  matching: '/pairs',
  ordering: '/items',
  cloze: '/blanks',
  essay: '/rubric',
};

/** Where in a question its fault by `conversionFaultOf` is, as a JSON pointer; empty: anywhere. */
export function faultPlaceOf(question: QuestionSource): string {
  if (question.id === null) return '/id';
  if (question.tags.some((tag) => tag.startsWith('difficulty:') && !DIFFICULTY.test(tag))) return '/tags';
  return isTurned(question) ? '' : ANSWERS[question.kind];
}

/** A question as far as a blueprint asks, without rendering its texts. */
export function blueprintFactsOf(question: QuestionSource): BlueprintQuestion {
  const difficulty = question.tags.flatMap((tag) => DIFFICULTY.exec(tag)?.[1] ?? [])[0];
  return {
    kind: question.kind !== 'choice' ? question.kind : question.several ? 'multiple' : 'single',
    difficulty: Number(difficulty ?? '2'),
    citations: [...new Set(question.tags.filter((tag) => ARTICLE.test(tag)))],
    tags: question.tags.filter((tag) => !ARTICLE.test(tag) && !DIFFICULTY.test(tag)),
  };
}

/** A question in the platform's shape; one that is not finished yet has empty parts. */
export function toParsedQuestion(question: QuestionSource): ParsedQuestion {
  const { difficulty, citations, tags } = blueprintFactsOf(question);
  return {
    ...{ code: question.id ?? '', title: question.title, difficulty, citations: [...citations], tags: [...tags] },
    ...contentOf(question, { stem: htmlOf(question.stem) }, htmlOrNull(question.generalFeedback)),
  };
}

function contentOf(
  question: QuestionSource,
  { stem }: { stem: string },
  general: string | null,
): Pick<ParsedQuestion, 'kind' | 'body' | 'answerKey'> {
  switch (question.kind) {
    case 'choice': {
      const kind = question.several ? 'multiple' : 'single';
      const weights = question.answers.map((answer) => answer.percent / 100);
      const feedback = question.answers.map((answer) => htmlOrNull(answer.feedback));
      const options = question.answers.map((answer) => htmlOf(answer.text));
      return { kind, body: { stem, options }, answerKey: { kind, weights, feedback, general } };
    }
    case 'true-false': {
      const { correct } = question;
      const feedbackWrong = htmlOrNull(question.feedbackWrong);
      const feedbackRight = htmlOrNull(question.feedbackRight);
      return {
        kind: 'true-false',
        body: { stem },
        answerKey: { kind: 'true-false', correct, feedbackWrong, feedbackRight, general },
      };
    }
    case 'short-answer': {
      const answers = question.answers.map(({ text, percent, feedback }) => ({
        text: plainAnswer(text),
        percent,
        feedback: htmlOrNull(feedback),
      }));
      return {
        kind: 'short-answer',
        body: { stem },
        answerKey: { kind: 'short-answer', answers, caseSensitive: question.caseSensitive ?? false, general },
      };
    }
    case 'numeric': {
      const answers = question.answers.map((answer) => ({ ...answer, feedback: htmlOrNull(answer.feedback) }));
      const body = question.unit === undefined ? { stem } : { stem, unit: question.unit };
      return { kind: 'numeric', body, answerKey: { kind: 'numeric', answers, general } };
    }
    case 'matching': {
      // Sorted, because in the order of the pairs each index would give its prompt's answer away.
      const choices = [...new Set(question.pairs.map((pair) => pair.choice))].sort();
      const asked = question.pairs.filter((pair) => pair.prompt.text !== '');
      return {
        kind: 'matching',
        body: { stem, prompts: asked.map((pair) => htmlOf(pair.prompt)), choices },
        answerKey: { kind: 'matching', pairs: asked.map((pair) => choices.indexOf(pair.choice)), general },
      };
    }
    case 'ordering':
      return orderingOf(question, stem, general);
    case 'cloze':
      return clozeOf(question, stem, general);
    case 'essay':
      return essayOf(question, stem, general);
  }
}
