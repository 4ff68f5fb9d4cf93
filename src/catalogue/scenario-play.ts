import { Story } from 'inkjs/engine/Story';
import type { Choice } from 'inkjs/engine/Choice';

/** A decision of a play in points; null where the choice is not judged. */
export interface Decision {
  points: number | null;
  /** The most that any choice offered there would have given. */
  best: number | null;
}

/** Where a play stands: the text since the last decision is the caller's to read from `lines`. */
export interface StoryLine {
  text: string;
  tags: string[];
}

/** What a finished or unfinished play comes to. */
export interface ScenarioResult {
  /** Slug of the ending from its `# ket-thuc:` tag; null while the story goes on. */
  ending: string | null;
  /** Points gained of those to be had on the way taken, 0–100; 100 when nothing was judged. */
  percent: number;
  /** Ids of the wrong legal steps, in order, from `# vi-pham:` tags. */
  violations: string[];
}

/** A story may think this long between two decisions, in ms of this process's time; one that needs longer runs in circles. */
const MOST_THINKING = 1_000;
const SLICE_MILLISECONDS = 50;
/** Nobody reads on after so many decisions. */
export const MOST_DECISIONS = 60;
const POINTS = /^diem:\s*(\d{1,2})$/;

/** The value of the first tag `name: value`. */
export function tagValue(tags: readonly string[], name: string): string | null {
  const tag = tags.find((candidate) => candidate.startsWith(`${name}:`));
  return tag === undefined ? null : tag.slice(name.length + 1).trim();
}

export function pointsOf(choice: Choice): number | null {
  const points = (choice.tags ?? []).flatMap((tag) => POINTS.exec(tag)?.[1] ?? [])[0];
  return points === undefined ? null : Number(points);
}

/** Thrown when a story fails while it is played: its own text says what and where. */
export class StoryFault extends Error {
  override readonly name = 'StoryFault';
}

/**
 * Plays a compiled Ink story: the same runtime as in the browser, so that a list of choices gives the same result on both.
 * Nothing is random (`import` refuses RANDOM and shuffles), hence a play is its choices.
 */
export class ScenarioPlay {
  readonly story: Story;
  readonly decisions: Decision[] = [];
  readonly violations: string[] = [];
  lines: StoryLine[] = [];
  ending: string | null = null;

  /** @param compiled JSON of the compiled story */
  constructor(compiled: string) {
    this.story = new Story(compiled);
    this.story.onError = (message: string) => {
      throw new StoryFault(message);
    };
    this.continue();
  }

  get choices(): Choice[] {
    return this.story.currentChoices;
  }

  /** @throws RangeError when there is no such choice */
  choose(index: number): void {
    const choice = this.choices[index];
    if (!choice) throw new RangeError(`There is no choice ${index}`);
    const offered = this.choices.flatMap((each) => pointsOf(each) ?? []);
    this.decisions.push({
      points: pointsOf(choice),
      best: offered.length > 0 ? Math.max(...offered) : null,
    });
    this.story.ChooseChoiceIndex(index);
    this.continue();
  }

  result(): ScenarioResult {
    const judged = this.decisions.filter(({ best }) => best !== null && best > 0);
    const gained = judged.reduce((sum, { points }) => sum + (points ?? 0), 0);
    const possible = judged.reduce((sum, { best }) => sum + (best ?? 0), 0);
    const percent = possible === 0 ? 100 : Math.floor((100 * gained) / possible);
    return { ending: this.ending, percent, violations: this.violations };
  }

  private continue(): void {
    const { story } = this;
    this.lines = [];
    // Not by the clock on the wall: on a busy machine an innocent story would be refused.
    const before = process.cpuUsage();
    while (story.canContinue) {
      story.ContinueAsync(SLICE_MILLISECONDS);
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1_000 > MOST_THINKING) throw new StoryFault('The story runs in circles without a choice.');
      if (!story.asyncContinueComplete) continue;
      const tags = story.currentTags ?? [];
      const text = (story.currentText ?? '').trim();
      if (text !== '' || tags.length > 0) this.lines.push({ text, tags });
      const violation = tagValue(tags, 'vi-pham');
      if (violation !== null) this.violations.push(violation);
      this.ending ??= tagValue(tags, 'ket-thuc');
    }
  }
}

/** Replays choices. @throws RangeError for a choice that is not there, StoryFault when the story itself fails */
export function replay(compiled: string, choices: readonly number[]): ScenarioResult {
  const play = new ScenarioPlay(compiled);
  for (const index of choices) play.choose(index);
  return play.result();
}

/**
 * The choices with the most points at every turn, the first of equals: what an experienced cadre would do.
 * @throws StoryFault when that leads to no ending
 */
export function bestChoices(compiled: string): number[] {
  const play = new ScenarioPlay(compiled);
  const chosen: number[] = [];
  while (play.choices.length > 0 && chosen.length < MOST_DECISIONS) {
    const points = play.choices.map((choice) => pointsOf(choice) ?? 0);
    chosen.push(points.indexOf(Math.max(...points)));
    play.choose(chosen.at(-1) ?? 0);
  }
  if (play.ending === null) throw new StoryFault('The best choices lead to no ending.');
  return chosen;
}
