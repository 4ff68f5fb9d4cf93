import type { Question } from '../../api/draft-quizzes.js';

/** What somebody did to the list of questions; a question is named by its key. */
export type QuestionChange =
  /** `seen` is the question as it was opened; null for a new one, which comes last or behind `after`. */
  | { act: 'put'; key: string | null; seen: Question | null; question: Question; after?: string }
  | { act: 'remove'; key: string; seen: Question }
  | { act: 'move'; key: string; by: -1 | 1 };

/** The list after a change; or the question that somebody else has changed meanwhile (null: taken away). */
export type Changed = { questions: Question[] } | { clash: Question | null };

/** Names a question within its quiz: its code, or its place for one of a file that gives none. */
export const keyOf = (question: Question, at: number): string => question.id ?? `#${at + 1}`;

export function findQuestion(questions: readonly Question[], key: string): Question | null {
  return questions.find((question, at) => keyOf(question, at) === key) ?? null;
}

/** Whether two questions say the same, wherever they stand in their file. */
export function isSame(a: Question | null, b: Question | null): boolean {
  return canonical(a) === canonical(b);
}

const canonical = (question: Question | null): string => JSON.stringify(question && inOrder({ ...question, line: 0 }));

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, inOrder(inner)]);
}

/** Makes a change in the questions as they are now: what others did to other questions stays. */
export function changed(questions: readonly Question[], change: QuestionChange): Changed {
  if (change.act === 'put' && change.key === null) {
    const behind = questions.findIndex((question, at) => keyOf(question, at) === change.after);
    const place = behind < 0 ? questions.length : behind + 1;
    return { questions: [...questions.slice(0, place), change.question, ...questions.slice(place)] };
  }
  const at = questions.findIndex((question, place) => keyOf(question, place) === change.key);
  const now = questions[at] ?? null;
  if (change.act === 'move') {
    const other = questions[at + change.by];
    if (!now || !other) return { questions: [...questions] };
    return { questions: questions.map((each) => (each === now ? other : each === other ? now : each)) };
  }
  if (change.act === 'remove') {
    if (now && !isSame(now, change.seen)) return { clash: now };
    return { questions: questions.filter((each) => each !== now) };
  }
  if (isSame(now, change.question)) return { questions: [...questions] };
  if (!now || !isSame(now, change.seen)) return { clash: now };
  return { questions: questions.map((each) => (each === now ? change.question : each)) };
}
