import type { DataSource } from 'typeorm';
import { keysOf, rightResponse } from './answers.js';
import type { AttemptBody, Items, QuizBody, ResultBody } from './api.js';
import { openCourse, sync, syncItem } from './learner.js';
import type { RemoteClient } from './remote-client.js';

/** The course's quiz of a kind, found as the web application finds it: through its lesson. */
export async function quizOf(client: RemoteClient, kind: QuizBody['kind']): Promise<QuizBody> {
  for (const lesson of (await openCourse(client)).filter((candidate) => candidate.kind === 'quiz')) {
    const { body } = await client.get<QuizBody & Partial<Items<QuizBody>>>(`/api/v1/quizzes?lessonId=${lesson.id}`);
    const quiz = body.items?.[0] ?? body;
    if (quiz.kind === kind) return quiz;
  }
  throw new Error(`The course has no ${kind} quiz`);
}

/** A new attempt, or the one in progress. */
export async function startAttempt(
  client: RemoteClient,
  { quizId, enrolmentId }: { quizId: string; enrolmentId: string },
): Promise<AttemptBody> {
  const { body, status, text } = await client.post<AttemptBody>(`/api/v1/quizzes/${quizId}/attempts`, { enrolmentId });
  if (status !== 200 && status !== 201) throw new Error(`Starting the quiz answered ${status}: ${text}`);
  return body;
}

/** Answers every question right, one by one or in one batch. */
export async function answerAll(
  client: RemoteClient,
  attempt: AttemptBody,
  { dataSource, via, at }: { dataSource: DataSource; via: 'put' | 'sync'; at: Date },
): Promise<void> {
  const ids = attempt.questions.map(({ questionId }) => questionId);
  const keys = await keysOf(dataSource, ids);
  const answers = ids.map((questionId) => ({ questionId, response: rightResponse(keys.get(questionId)!) }));
  if (via === 'sync') {
    const items = answers.map((answer) => syncItem('answer', { attemptId: attempt.id, ...answer }, { at }));
    const refused = (await sync(client, items)).filter(({ outcome }) => outcome !== 'applied');
    if (refused.length > 0) throw new Error(`Answers refused: ${JSON.stringify(refused)}`);
    return;
  }
  for (const { questionId, response } of answers) {
    const saved = await client.put(`/api/v1/quiz-attempts/${attempt.id}/responses/${questionId}`, { response });
    if (saved.status !== 200) throw new Error(`Saving an answer answered ${saved.status}: ${saved.text}`);
  }
}

/** Submits the attempt; submitting again answers the same. */
export async function finish(client: RemoteClient, attempt: Pick<AttemptBody, 'id'>): Promise<ResultBody> {
  const { body, status, text } = await client.post<ResultBody>(`/api/v1/quiz-attempts/${attempt.id}/submission`);
  if (status !== 200 && status !== 201) throw new Error(`Submitting answered ${status}: ${text}`);
  return body;
}
