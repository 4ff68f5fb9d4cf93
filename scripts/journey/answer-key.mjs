// The right answers, out of the files that the questions came from: no learner's request could find them.
import 'reflect-metadata';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './server-process.mjs';

/** A question as learners see it: two that ask to match may begin alike. */
export const textOf = ({ stem, prompts = [] }) => [stem, ...prompts].join('\n');

/** Every question of content/ by its text as learners see it. */
export async function readAnswerKeys() {
  const { parseGift } = await import(join(ROOT, 'dist/question-bank/format/gift/parse-gift.js'));
  const { toParsedQuestion } = await import(join(ROOT, 'dist/question-bank/format/question-conversion.js'));
  const content = process.env.CONTENT_DIR ?? join(ROOT, 'content');
  const { readYamlQuestion } = await import(join(ROOT, 'dist/question-bank/format/yaml-questions.js'));
  const files = readdirSync(content, { recursive: true }).filter((name) => /\.(gift|questions\.yaml)$/.test(name));
  const keys = new Map();
  for (const file of files) {
    const text = readFileSync(join(content, file), 'utf8');
    const questions = file.endsWith('.gift')
      ? parseGift(text).questions
      : parse(text).map((written) => readYamlQuestion(written, 1));
    for (const question of questions.map(toParsedQuestion)) keys.set(textOf(question.body), question.answerKey);
  }
  return keys;
}

const best = (answers) => answers.reduce((a, b) => (b.percent > a.percent ? b : a));

/** The response that earns the whole point. */
export function rightResponse(key) {
  switch (key.kind) {
    case 'single':
      return { kind: 'single', option: key.weights.indexOf(Math.max(...key.weights)) };
    case 'multiple':
      return { kind: 'multiple', options: key.weights.flatMap((weight, index) => (weight > 0 ? [index] : [])) };
    case 'true-false':
      return { kind: 'true-false', value: key.correct };
    case 'short-answer':
      return { kind: 'short-answer', text: best(key.answers).text };
    case 'numeric': {
      const { min, max } = best(key.answers);
      return { kind: 'numeric', text: String((min + max) / 2).replace('.', ',') };
    }
    case 'ordering':
      return { kind: 'ordering', order: key.order };
    case 'cloze':
      return { kind: 'cloze', blanks: key.blanks.map(rightForBlank) };
    default:
      return { kind: 'matching', choices: key.pairs };
  }
}

function rightForBlank(key) {
  if (key.kind === 'choice') return key.weights.indexOf(Math.max(...key.weights));
  if (key.kind === 'short-answer') return best(key.answers).text;
  const { min, max } = best(key.answers);
  return String((min + max) / 2).replace('.', ',');
}

/** Another response of the same form. */
export function otherResponse(response) {
  switch (response.kind) {
    case 'single':
      return { ...response, option: response.option === 0 ? 1 : 0 };
    case 'multiple':
      return { ...response, options: [] };
    case 'true-false':
      return { ...response, value: !response.value };
    case 'matching':
      return { ...response, choices: response.choices.map(() => null) };
    case 'ordering':
      return { ...response, order: response.order.toReversed() };
    case 'cloze':
      return { ...response, blanks: response.blanks.map(() => null) };
    default:
      return { ...response, text: `${response.text}0` };
  }
}

/** The author's remarks of a key, which nobody may read before submitting. */
export function remarksOf(key) {
  const single = [key.general, key.feedbackWrong, key.feedbackRight];
  const remarks = ({ feedback, answers = [] }) => [
    ...(Array.isArray(feedback) ? feedback : []),
    ...answers.map((answer) => answer.feedback),
  ];
  const listed = [key, ...(key.blanks ?? [])].flatMap(remarks);
  return [...single, ...listed].filter((text) => typeof text === 'string' && text.length > 20);
}
