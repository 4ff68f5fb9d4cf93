import {
  bestChoices,
  MOST_DECISIONS,
  pointsOf,
  ScenarioPlay,
  type ScenarioResult,
} from '../../src/catalogue/scenario.service.js';
import { openCourse, SCENARIO, sync, syncItem } from './learner.js';
import type { RemoteClient } from './remote-client.js';

/** A scenario as its player gets it. */
export interface OpenScenario {
  lessonId: string;
  /** Compiled Ink. */
  story: string;
}

/** A scenario of the course, found as the web application finds it: through its lesson. */
export async function openScenario(client: RemoteClient, slug = SCENARIO): Promise<OpenScenario> {
  const lessonId = (await openCourse(client)).find((lesson) => lesson.slug === slug)?.id;
  const { body } = await client.get<{ scenario: { story: string } | null }>(`/api/v1/lessons/${lessonId}`);
  if (!lessonId || !body.scenario) throw new Error(`The course has no scenario ${slug}`);
  return { lessonId, story: body.scenario.story };
}

/** Plays as well as one can but for one choice, which breaks the law and costs few points. */
export function unlawfulPlay(story: string): { choices: number[]; result: ScenarioResult } {
  const best = bestChoices(story);
  for (const turn of best.keys()) {
    for (const other of [0, 1, 2, 3]) {
      const { choices, result } = playWith(story, { turn, other });
      if (result.ending !== null && result.violations.length > 0 && result.percent >= 80) return { choices, result };
    }
  }
  throw new Error('Every nearly best play of this story is lawful');
}

/** The best choice at each turn, and at one turn another, if there is one. */
function playWith(story: string, { turn, other }: { turn: number; other: number }) {
  const play = new ScenarioPlay(story);
  const choices: number[] = [];
  while (play.choices.length > 0 && choices.length < MOST_DECISIONS) {
    const points = play.choices.map((choice) => pointsOf(choice) ?? 0);
    const best = points.indexOf(Math.max(...points));
    choices.push(choices.length === turn && other < points.length ? other : best);
    play.choose(choices.at(-1) ?? 0);
  }
  return { choices, result: play.result() };
}

/** Reports a play as a device does. @throws Error when the server refuses it */
export async function reportPlay(
  client: RemoteClient,
  enrolmentId: string,
  { lessonId, choices, at = new Date() }: { lessonId: string; choices: number[]; at?: Date },
): Promise<void> {
  const [answer] = await sync(client, [syncItem('scenario', { enrolmentId, lessonId, choices }, { at })]);
  if (answer?.outcome !== 'applied') throw new Error(`The play was refused: ${JSON.stringify(answer)}`);
}
