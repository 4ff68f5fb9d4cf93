import { Story } from 'inkjs';

/** A passage of a story and what its tags say of it. */
export interface StoryLine {
  text: string;
  role: 'scene' | 'remark' | 'violation' | 'experience';
  /** Article codes. */
  law: string[];
}

/** One decision and what it led to. */
export interface Turn {
  chosen: string;
  /** Points of the choice, of the best one offered, and that one's text; null where nothing is judged. */
  judged: { points: number; best: number; bestText: string } | null;
  lines: StoryLine[];
}

/** A play as the screen shows it. The server replays the same choices for the score that counts. */
export interface Play {
  opening: StoryLine[];
  turns: Turn[];
  options: string[];
  ending: string | null;
  /** 0–100, of the points on the way taken. */
  percent: number;
  /** The wrong legal steps, in order: with one of them the play passes nothing. */
  violations: StoryLine[];
  variable(name: string): number;
}

const ROLES: Record<string, StoryLine['role']> = { 'nhan-xet': 'remark', 'kinh-nghiem': 'experience' };

function valueOf(tags: readonly string[], name: string): string | undefined {
  return tags
    .find((tag) => tag.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();
}

function pointsOf(tags: readonly string[] | null): number | null {
  const points = valueOf(tags ?? [], 'diem');
  return points === undefined ? null : Number(points);
}

function lineOf(text: string, tags: readonly string[]): StoryLine {
  const role = tags.map((tag) => ROLES[tag.trim()]).find((found) => found !== undefined);
  const isViolation = valueOf(tags, 'vi-pham') !== undefined;
  const law = valueOf(tags, 'luat')?.split(',') ?? [];
  return { text, role: isViolation ? 'violation' : (role ?? 'scene'), law: law.map((code) => code.trim()) };
}

/** Plays a compiled story from its beginning along these choices; stops at the first that the story does not offer. */
export function playOf(compiled: string, choices: readonly number[]): Play {
  const story = new Story(compiled);
  let ending: string | null = null;
  const read = (): StoryLine[] => {
    const lines: StoryLine[] = [];
    while (story.canContinue) {
      const text = (story.Continue() ?? '').trim();
      const tags = story.currentTags ?? [];
      if (text !== '') lines.push(lineOf(text, tags));
      ending ??= valueOf(tags, 'ket-thuc') ?? null;
    }
    return lines;
  };
  const opening = read();
  const turns: Turn[] = [];
  for (const index of choices) {
    const offered = story.currentChoices.map((choice) => ({ text: choice.text, points: pointsOf(choice.tags) }));
    const choice = offered[index];
    if (!choice) break;
    const best = offered.reduce((top, each) => ((each.points ?? -1) > (top.points ?? -1) ? each : top), choice);
    const isJudged = best.points !== null && best.points > 0;
    story.ChooseChoiceIndex(index);
    turns.push({
      chosen: choice.text,
      judged: isJudged ? { points: choice.points ?? 0, best: best.points ?? 0, bestText: best.text } : null,
      lines: read(),
    });
  }
  const judged = turns.flatMap((turn) => turn.judged ?? []);
  const possible = judged.reduce((sum, { best }) => sum + best, 0);
  const gained = judged.reduce((sum, { points }) => sum + points, 0);
  return {
    opening,
    turns,
    options: story.currentChoices.map(({ text }) => text),
    ending,
    percent: possible === 0 ? 100 : Math.floor((100 * gained) / possible),
    violations: [opening, ...turns.map(({ lines }) => lines)].flat().filter(({ role }) => role === 'violation'),
    variable: (name) => Number(story.variablesState[name] ?? 0),
  };
}
