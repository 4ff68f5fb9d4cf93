import type { DataSource } from 'typeorm';
import type { AnswerKey, BlankKey, QuestionResponse } from '../../src/question-bank/entities/question-body.js';

/** The response that earns the whole point, out of the stored key. */
export function rightResponse(key: AnswerKey): QuestionResponse {
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
    case 'matching':
      return { kind: 'matching', choices: key.pairs };
    case 'ordering':
      return { kind: 'ordering', order: key.order };
    case 'cloze':
      return { kind: 'cloze', blanks: key.blanks.map(rightForBlank) };
    case 'essay':
      return { kind: 'essay', text: 'Tôi mời hoà giải viên lao động.' };
  }
}

function rightForBlank(key: BlankKey): number | string {
  if (key.kind === 'choice') return key.weights.indexOf(Math.max(...key.weights));
  if (key.kind === 'short-answer') return best(key.answers).text;
  const { min, max } = best(key.answers);
  return String((min + max) / 2).replace('.', ',');
}

function best<T extends { percent: number }>(answers: T[]): T {
  return answers.reduce((a, b) => (b.percent > a.percent ? b : a));
}

/** The keys of questions, as only the server knows them. */
export async function keysOf(dataSource: DataSource, questionIds: string[]): Promise<Map<string, AnswerKey>> {
  const rows = await dataSource.query<{ id: string; answer_key: AnswerKey }[]>(
    'SELECT id, answer_key FROM question_version WHERE id = ANY($1)',
    [questionIds],
  );
  return new Map(rows.map((row) => [row.id, row.answer_key]));
}

/** Sentences of a key that no learner may read before the review: long enough to occur nowhere else by chance. */
export function secretsOf(key: AnswerKey): string[] {
  const texts: (string | null)[] = [key.general];
  if (key.kind === 'single' || key.kind === 'multiple') texts.push(...key.feedback);
  if (key.kind === 'true-false') texts.push(key.feedbackWrong, key.feedbackRight);
  if (key.kind === 'short-answer' || key.kind === 'numeric') texts.push(...key.answers.map(({ feedback }) => feedback));
  if (key.kind === 'cloze') {
    texts.push(
      ...key.blanks.flatMap((blank) =>
        blank.kind === 'choice' ? blank.feedback : blank.answers.map(({ feedback }) => feedback),
      ),
    );
  }
  return texts.filter((text) => text !== null && text.length > 20) as string[];
}
