import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { showScenario } from '../api/learning.js';
import { useSession } from '../api/session.js';
import type { Enrolment, Lesson, Scenario } from '../api/types.js';
import { keptCopies, outbox } from '../offline/device-store.js';
import { playOf, type Play } from './story.js';

interface Playing {
  /** Null before the learner begins. */
  play: Play | null;
  failed: boolean;
  begin(): void;
  choose(index: number): Promise<void>;
}

const isChoices = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((index) => typeof index === 'number');

/** A play survives a closed tab; one that reaches an ending goes to the outbox, and the server replays it. */
export function usePlay(
  lesson: Lesson,
  { scenario, enrolment, about }: { scenario: Scenario; enrolment?: Enrolment; about: string },
): Playing {
  const queries = useQueryClient();
  const { person } = useSession();
  const key = `scenario:${lesson.id}`;
  const [choices, setChoices] = useState<number[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    keptCopies
      .find(person.id, key)
      .then((copy) => {
        if (isChoices(copy?.value)) setChoices((begun) => begun ?? (copy?.value as number[]));
      })
      .catch(() => undefined);
  }, [person.id, key]);
  const play = useMemo(() => choices && playOf(scenario.story, choices), [scenario.story, choices]);
  const begin = (): void => {
    setChoices([]);
    setFailed(false);
  };
  const choose = async (index: number): Promise<void> => {
    const next = [...(choices ?? []), index];
    const { ending, percent } = playOf(scenario.story, next);
    setChoices(next);
    if (ending === null) {
      await keptCopies.keep(person.id, key, next).catch(() => undefined);
      return;
    }
    await keptCopies.forget(person.id, key).catch(() => undefined);
    if (!enrolment) return;
    const payload = { enrolmentId: enrolment.id, lessonId: lesson.id, choices: next };
    try {
      await outbox.add({ personId: person.id, kind: 'scenario', payload, about });
      showScenario(queries, { enrolmentId: enrolment.id, lessonId: lesson.id, slug: lesson.slug, percent });
    } catch {
      setFailed(true);
    }
  };
  return { play, failed, begin, choose };
}
