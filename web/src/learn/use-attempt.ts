import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { attemptQuery } from '../api/quizzes.js';
import { useSession } from '../api/session.js';
import { sendNow } from '../api/sync.js';
import type { Attempt, AttemptQuestion, QuestionResponse } from '../api/types.js';
import type { OutboxItem, Refusal } from '../offline/database.js';
import { answerSheet } from '../offline/device-store.js';
import { useOutbox } from '../ui/use-outbox.js';
import type { Photos } from './photos/use-photos.js';

export interface KnownAnswer {
  response: QuestionResponse;
  answeredAt: string;
}

export type Answers = ReadonlyMap<string, KnownAnswer>;

/** Where an answer is. */
export type Whereabouts =
  | { at: 'nowhere' }
  | { at: 'device' }
  | { at: 'server' }
  | { at: 'refused'; problem: Refusal | undefined }
  /** The browser would not store it. */
  | { at: 'lost' };

/** An answer that says nothing is none: an emptied field, no option, no pair. */
function isBlank(response: QuestionResponse | undefined): boolean {
  if (!response) return true;
  if (response.kind === 'multiple') return response.options.length === 0;
  if ('text' in response) return response.text.trim() === '';
  if (response.kind === 'cloze') return response.blanks.every((value) => value === null || value === '');
  if (response.kind === 'matching') return response.choices.every((choice) => choice === null);
  return false;
}

/** The later answer counts, whether the server or this device has it. */
function merge(questions: AttemptQuestion[], stored: Answers): Map<string, KnownAnswer> {
  const merged = new Map<string, KnownAnswer>();
  for (const { questionId, response, answeredAt } of questions) {
    const own = stored.get(questionId);
    const onServer = response ? { response: response, answeredAt: answeredAt ?? '' } : undefined;
    const latest = own && (!onServer || own.answeredAt >= onServer.answeredAt) ? own : onServer;
    if (latest) merged.set(questionId, latest);
  }
  return merged;
}

/** The attempt with what this device knows of its answers; undefined until both have been read. */
export function useAttempt(id: string) {
  const query = useQuery(attemptQuery(id));
  const [stored, setStored] = useState<Answers | null>(null);
  useEffect(() => {
    answerSheet.of(id).then(
      (answers) => setStored(answers as unknown as Answers),
      () => setStored(new Map()),
    );
  }, [id]);
  return { query, stored };
}

const ofQuestion = (items: OutboxItem[], attemptId: string, questionId: string): OutboxItem | undefined =>
  items.find(({ subject }) => subject === `answer:${attemptId}:${questionId}`);

/** Answering: every change is stored on the device before anything else. */
export function useAnswers(attempt: Attempt, stored: Answers, photos: Photos) {
  const { person } = useSession();
  const { pending, refused } = useOutbox();
  const [answers, setAnswers] = useState<Answers>(() => merge(attempt.questions, stored));
  const [lost, setLost] = useState<ReadonlySet<string>>(new Set());
  const about = attempt.title.vi;

  const save = useCallback(
    async (questionId: string, response: QuestionResponse): Promise<void> => {
      const shown = { response, answeredAt: new Date().toISOString() };
      const former = answers.get(questionId);
      setAnswers((before) => new Map(before).set(questionId, shown));
      try {
        const given = { personId: person.id, attemptId: attempt.id, questionId, response, about };
        const { answeredAt } = await answerSheet.save(given, former);
        setAnswers((before) => new Map(before).set(questionId, { response, answeredAt }));
        setLost((before) => new Set([...before].filter((other) => other !== questionId)));
      } catch {
        setLost((before) => new Set(before).add(questionId));
      }
    },
    [answers, attempt.id, about, person.id],
  );

  const submit = useCallback(async (): Promise<void> => {
    await answerSheet.submit({ personId: person.id, attemptId: attempt.id, about });
    void sendNow();
  }, [attempt.id, about, person.id]);

  const whereabouts = useMemo(
    () =>
      (questionId: string): Whereabouts => {
        if (lost.has(questionId)) return { at: 'lost' };
        if (isBlank(answers.get(questionId)?.response)) return { at: 'nowhere' };
        const refusal = ofQuestion(refused, attempt.id, questionId);
        if (refusal) return { at: 'refused', problem: refusal.problem };
        return { at: ofQuestion(pending, attempt.id, questionId) ? 'device' : 'server' };
      },
    [answers, lost, pending, refused, attempt.id],
  );
  const isAnswered = (questionId: string): boolean =>
    !isBlank(answers.get(questionId)?.response) || photos.of(questionId).length > 0;
  return { answers, isAnswered, save, submit, whereabouts };
}
