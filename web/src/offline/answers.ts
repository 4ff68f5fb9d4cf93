import type { DeviceDatabase, StoredAnswer } from './database.js';
import { deviceNow } from './device.js';
import type { Outbox } from './outbox.js';

export interface GivenAnswer {
  personId: string;
  attemptId: string;
  questionId: string;
  response: Record<string, unknown>;
  /** Title of the quiz. */
  about: string;
}

/** Each question has one subject in the outbox: only its last answer is sent. */
const answerSubject = (attemptId: string, questionId: string): string => `answer:${attemptId}:${questionId}`;
const submitSubject = (attemptId: string): string => `submit:${attemptId}`;

/** Answers per attempt, stored at every tap together with the outbox item that will carry them to the server. */
export class AnswerSheet {
  constructor(
    private readonly open: () => Promise<DeviceDatabase>,
    private readonly outbox: Outbox,
  ) {}

  /** What this device knows of an attempt, by question. */
  async of(attemptId: string): Promise<Map<string, StoredAnswer>> {
    const database = await this.open();
    const answers = await database.getAll('answers', rangeOf(attemptId));
    return new Map(answers.map((answer) => [answer.questionId, answer]));
  }

  /**
   * Stores an answer; resolves when it is on the disk.
   * @param former the answer it replaces: a later answer always carries a later time, whatever the clock did
   */
  async save(given: GivenAnswer, former?: { answeredAt: string | null }): Promise<StoredAnswer> {
    const { personId, attemptId, questionId, response, about } = given;
    const notBefore = former?.answeredAt ? Date.parse(former.answeredAt) + 1 : 0;
    const answeredAt = new Date(Math.max(deviceNow(), notBefore)).toISOString();
    const answer: StoredAnswer = { attemptId, questionId, personId, response, answeredAt };
    const payload = { attemptId, questionId, response };
    const subject = answerSubject(attemptId, questionId);
    await this.outbox.add({ personId, kind: 'answer', payload, about, subject, occurredAt: answeredAt }, answer);
    return answer;
  }

  /** Hands the attempt in: behind all its answers in the outbox. */
  async submit({ personId, attemptId, about }: Omit<GivenAnswer, 'questionId' | 'response'>): Promise<void> {
    const subject = submitSubject(attemptId);
    await this.outbox.add({ personId, kind: 'submit-attempt', payload: { attemptId }, about, subject });
  }

  /** Forgets an attempt whose result has been seen. */
  async forget(attemptId: string): Promise<void> {
    await (await this.open()).delete('answers', rangeOf(attemptId));
  }
}

const rangeOf = (attemptId: string): IDBKeyRange => IDBKeyRange.bound([attemptId, ''], [attemptId, '\uffff']);
