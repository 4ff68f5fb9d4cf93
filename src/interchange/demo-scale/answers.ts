import type {
  AnswerKey,
  BlankKey,
  QuestionBody,
  QuestionResponse,
} from '../../question-bank/entities/question-body.js';
import type { Row } from './copy-rows.js';
import type { Attempt, CourseFacts } from './learning.js';
import type { Seeded } from './seeded.js';

/** The paper of a graded attempt with its answers: as many right ones as it has points, the others wholly wrong. */
export function answerRows(chance: Seeded, { quiz }: CourseFacts, attempt: Attempt): Row[] {
  const paper = chance.shuffled(quiz.pool).slice(0, quiz.draw);
  const right = new Set(chance.shuffled(paper).slice(0, attempt.points));
  const began = attempt.startedAt.getTime();
  const pace = (attempt.submittedAt.getTime() - began) / (paper.length + 1);
  return paper.map((question, index) => ({
    ...{ attempt_id: attempt.id, question_version_id: question.id, position: index + 1 },
    option_order: `{${shownOrder(chance, question.body).join(',')}}`,
    response: right.has(question) ? rightAnswer(question.answerKey) : wrongAnswer(question.answerKey),
    answered_at: new Date(Math.round(began + pace * (index + 1))),
    points: right.has(question) ? 1 : 0,
  }));
}

type ShownLists = Pick<QuestionBody, 'options' | 'choices' | 'items' | 'blanks'>;

function shownOrder(chance: Seeded, { options, choices, items, blanks = [] }: ShownLists): number[] {
  const lists = blanks.flatMap((blank) => (blank.kind === 'choice' ? blank.choices : []));
  const indexes = (options ?? choices ?? items ?? lists).map((_, at) => at);
  return lists.length > 0 ? indexes : chance.shuffled(indexes);
}

/** An answer that gets the whole point. */
export function rightAnswer(key: AnswerKey): QuestionResponse {
  switch (key.kind) {
    case 'single':
      return { kind: key.kind, option: key.weights.indexOf(Math.max(...key.weights)) };
    case 'multiple':
      return { kind: key.kind, options: key.weights.flatMap((weight, index) => (weight > 0 ? [index] : [])) };
    case 'true-false':
      return { kind: key.kind, value: key.correct };
    case 'short-answer':
      return { kind: key.kind, text: best(key.answers).text };
    case 'numeric':
      return { kind: key.kind, text: String(best(key.answers).min) };
    case 'matching':
      return { kind: key.kind, choices: key.pairs };
    case 'ordering':
      return { kind: key.kind, order: key.order };
    case 'cloze':
      return { kind: key.kind, blanks: key.blanks.map(rightForBlank) };
    case 'essay':
      return { kind: key.kind, text: 'Tôi trình bày theo từng bước như bài học đã nêu.' };
  }
}

/** An answer that gets nothing; where any choice would earn something, none was made. */
export function wrongAnswer(key: AnswerKey): QuestionResponse | null {
  switch (key.kind) {
    case 'single': {
      const option = key.weights.findIndex((weight) => weight <= 0);
      return option < 0 ? null : { kind: key.kind, option };
    }
    case 'multiple':
      return { kind: key.kind, options: key.weights.flatMap((weight, index) => (weight <= 0 ? [index] : [])) };
    case 'true-false':
      return { kind: key.kind, value: !key.correct };
    case 'short-answer':
      return { kind: key.kind, text: 'không nhớ rõ' };
    case 'numeric':
      return { kind: key.kind, text: String(Math.ceil(Math.max(...key.answers.map(({ max }) => max))) + 7) };
    case 'matching':
      return { kind: key.kind, choices: key.pairs.map(() => null) };
    case 'ordering':
      return { kind: key.kind, order: key.order.toReversed() };
    case 'cloze':
      return { kind: key.kind, blanks: key.blanks.map(() => null) };
    case 'essay':
      return null;
  }
}

function rightForBlank(key: BlankKey): number | string {
  if (key.kind === 'choice') return key.weights.indexOf(Math.max(...key.weights));
  return key.kind === 'numeric' ? String(best(key.answers).min) : best(key.answers).text;
}

function best<T extends { percent: number }>(answers: readonly T[]): T {
  return answers.reduce((first, answer) => (answer.percent > first.percent ? answer : first));
}
