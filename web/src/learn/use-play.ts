import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { showScenario } from '../api/learning.js';
import { useSession } from '../api/session.js';
import type { Enrolment, Lesson, Scenario } from '../api/types.js';
import { outbox } from '../offline/device-store.js';
import { forget, recall, remember } from '../offline/small-values.js';
import { playOf, type Play } from './story.js';

interface Playing {
  /** Null before the learner begins. */
  play: Play | null;
  failed: boolean;
  begin(): void;
  choose(index: number): Promise<void>;
}

function kept(key: string): number[] | null {
  try {
    const value: unknown = JSON.parse(recall(key) ?? 'null');
    return Array.isArray(value) ? value.filter((index) => typeof index === 'number') : null;
  } catch {
    return null;
  }
}

/** A play survives a closed tab; one that reaches an ending goes to the outbox, and the server replays it. */
export function usePlay(
  lesson: Lesson,
  { scenario, enrolment, about }: { scenario: Scenario; enrolment?: Enrolment; about: string },
): Playing {
  const queries = useQueryClient();
  const { person } = useSession();
  const key = `scenario:${person.id}:${lesson.id}`;
  const [choices, setChoices] = useState(() => kept(key));
  const [failed, setFailed] = useState(false);
  const play = useMemo(() => choices && playOf(scenario.story, choices), [scenario.story, choices]);
  const begin = (): void => {
    remember(key, '[]');
    setChoices([]);
    setFailed(false);
  };
  const choose = async (index: number): Promise<void> => {
    const next = [...(choices ?? []), index];
    const { ending, percent } = playOf(scenario.story, next);
    setChoices(next);
    if (ending === null) {
      remember(key, JSON.stringify(next));
      return;
    }
    forget(key);
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
