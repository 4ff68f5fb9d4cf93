import { useMutation, useQueryClient } from '@tanstack/react-query';
import { draftQuizQuery, saveQuiz, type DraftQuiz, type Question, type QuizPlace } from '../../api/draft-quizzes.js';
import { ApiProblem } from '../../api/problem.js';
import { changed, keyOf, type QuestionChange } from './question-changes.js';

export type ChangeSaved = { kind: 'saved' } | { kind: 'clash'; theirs: Question | null };

/** Faults of questions that the server named, with the questions as they were sent. */
export class QuestionsRefused extends Error {
  constructor(
    readonly problem: ApiProblem,
    readonly sent: Question[],
  ) {
    super(problem.message);
  }
}

/** The server's faults of this question by their pointers within it, and those of other questions. */
export function refusalOf(error: unknown, change: QuestionChange | undefined) {
  const own = new Map<string, string>();
  const others: string[] = [];
  if (!(error instanceof QuestionsRefused) || change?.act !== 'put') return { own, others };
  const at = error.sent.indexOf(change.question);
  for (const { pointer, detail } of error.problem.body.errors ?? []) {
    const [, index = '', rest = ''] = /^\/questions\/(\d+)(.*)$/.exec(pointer) ?? [];
    const other = error.sent[Number(index)];
    if (index === '' || Number(index) === at || !other) own.set(rest, detail);
    else others.push(`${keyOf(other, Number(index))}: ${detail}`);
  }
  return { own, others };
}

/**
 * Changes the questions of a quiz: made in the newest list, so that what others save meanwhile stays.
 * A question that somebody else has changed is not overwritten: that is a clash.
 */
export function useQuestionSaving(place: QuizPlace) {
  const queries = useQueryClient();
  const save = async (quiz: DraftQuiz, change: QuestionChange, saveId: string): Promise<ChangeSaved> => {
    const result = changed(quiz.questions, change);
    if ('clash' in result) return { kind: 'clash', theirs: result.clash };
    const { questions } = result;
    // A save that was refused for its version never happened: its id is free.
    const saved = await saveQuiz(queries, place, { baseVersion: quiz.version, saveId, questions }).catch(
      (error: unknown) => {
        throw error instanceof ApiProblem && error.body.errors ? new QuestionsRefused(error, questions) : error;
      },
    );
    return saved.kind === 'saved' ? saved : save(saved.current, change, saveId);
  };
  return useMutation({
    mutationFn: async ({ change, saveId }: { change: QuestionChange; saveId: string }) =>
      save(await queries.ensureQueryData(draftQuizQuery(place)), change, saveId),
  });
}
