import type { Text } from '../../platform/problems/problem.js';
import type { QuestionSource } from './question-source.js';

/** What a format cannot hold of a question. `whole`: the question is left out of the file. */
export interface QuestionLoss {
  whole: boolean;
  message: Text;
}

/** A loss of an export, with the question that it concerns. */
export interface ExportLoss extends QuestionLoss {
  question: Pick<QuestionSource, 'id' | 'title'>;
}

/** Prints the questions that a format can hold at all, and says what is lost of which. */
export function printEach(
  questions: QuestionSource[],
  lossesOf: (question: QuestionSource) => QuestionLoss[],
  print: (question: QuestionSource) => string,
): { printed: string[]; losses: ExportLoss[] } {
  const losses: ExportLoss[] = [];
  const printed: string[] = [];
  for (const question of questions) {
    const own = lossesOf(question);
    losses.push(...own.map((loss) => ({ ...loss, question: { id: question.id, title: question.title } })));
    if (!own.some((loss) => loss.whole)) printed.push(print(question));
  }
  return { printed, losses };
}
