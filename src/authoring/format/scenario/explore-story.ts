import { MOST_DECISIONS, ScenarioPlay, StoryFault, pointsOf, tagValue } from '../../../catalogue/scenario.service.js';

type BranchFaultKind = 'dead-end' | 'loop' | 'unreachable' | 'unoffered' | 'failure';

/** Something wrong with a branch of a story. */
export interface BranchFault {
  kind: BranchFaultKind;
  /** A knot, the target of a choice as Ink names it, or what the story's runtime said. */
  place: string;
  /** Texts of the choices that lead there. */
  path: string[];
}

/** What a walk through the branches of a story found. */
export interface Exploration {
  /** Plays of one decision. */
  steps: number;
  endings: Set<string>;
  /** Articles that the lines and choices played cite (`# luat:`). */
  cited: Set<string>;
  faults: BranchFault[];
}

/** Decisions tried in search of new states, and then plays to the end, more of them as long as something was not seen. */
const MAX_STEPS = 300;
const MIN_PLAYS = 20;
const RANKS = [0, 0.5, 1];
const TURNS = [4, 1, 6, 2, 8, 3, 7, 5, 9, 10];

/**
 * Ways to play, as the rank of the choice at each turn: well, badly or half well all the time, otherwise from some turn on,
 * or otherwise at one turn. Endings hang on how well one played before, so single choices do not reach them.
 */
const PLAYS: ((turn: number) => number)[] = [
  ...RANKS.map((rank) => () => rank),
  ...TURNS.flatMap((at) =>
    RANKS.flatMap((mostly) =>
      RANKS.filter((rank) => rank !== mostly).flatMap((otherwise) => [
        (turn: number) => (turn >= at ? otherwise : mostly),
        (turn: number) => (turn === at ? otherwise : mostly),
      ]),
    ),
  ),
];

/** A story that fails is mended before it is walked through to the end. */
const MAX_FAILURES = 5;

/** A choice in a state, not yet taken. */
interface Branch {
  /** The state, as Ink saves it. */
  saved: string;
  path: string[];
  index: number;
  /** The choice itself, whatever the state. */
  target: string;
}

function nothing(): Exploration {
  return { steps: 0, endings: new Set(), cited: new Set(), faults: [] };
}

/**
 * Walks through a compiled story: every choice, and then choices in further states (a place with the values of all
 * variables) up to a limit; after that plays to the end that choose differently each time, because a choice that can be
 * taken once may be gone the second time.
 */
class Walk {
  readonly exploration: Exploration = nothing();
  readonly offered = new Set<string>();
  readonly visited = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly branches: Branch[] = [];
  private start: string | null = null;
  private failures = 0;
  private play: ScenarioPlay;

  /** @throws StoryFault when the story fails before the first choice */
  constructor(
    private readonly compiled: string,
    private readonly declared: { knots: readonly string[]; choices: readonly string[] },
  ) {
    this.play = new ScenarioPlay(compiled);
  }

  /** What was never chosen before comes first, so that every choice is reached soon whatever the number of states. */
  everyChoice(): void {
    this.arrive([]);
    for (let branch = this.nextBranch(); branch && this.goesOn(); branch = this.nextBranch()) {
      this.load(branch.saved);
      const next = this.take(branch.index, branch.path);
      if (next) this.arrive(next);
    }
  }

  private nextBranch(): Branch | undefined {
    const fresh = this.branches.findLastIndex(({ target }) => !this.offered.has(target));
    return fresh >= 0 ? this.branches.splice(fresh, 1)[0] : this.branches.shift();
  }

  playsToTheEnd(): void {
    for (const [nth, choose] of PLAYS.entries()) {
      if (this.start === null || this.failures > 0 || (nth >= MIN_PLAYS && this.hasSeenAll())) return;
      this.load(this.start);
      let path: string[] | null = [];
      while (path && this.play.choices.length > 0 && path.length < MOST_DECISIONS) {
        path = this.take(this.indexOfRank(choose(path.length)), path);
        if (path) this.judge(path);
      }
    }
  }

  /** The choice of a rank by points, 0 the best and 1 the worst. */
  private indexOfRank(rank: number): number {
    const byPoints = this.play.choices
      .map((choice, index) => ({ index, points: pointsOf(choice) ?? -1 }))
      .sort((one, other) => other.points - one.points || one.index - other.index);
    return byPoints[Math.round(rank * (byPoints.length - 1))]?.index ?? 0;
  }

  fault(kind: BranchFaultKind, place: string, path: string[] = []): void {
    const { faults } = this.exploration;
    if (!faults.some((known) => known.kind === kind && known.place === place)) faults.push({ kind, place, path });
  }

  private goesOn(): boolean {
    return this.exploration.steps < MAX_STEPS && this.failures < MAX_FAILURES;
  }

  private hasSeenAll(): boolean {
    const { knots, choices } = this.declared;
    return knots.every((knot) => this.visited.has(knot)) && choices.every((choice) => this.offered.has(choice));
  }

  private load(saved: string): void {
    this.play.story.state.LoadJson(saved);
    this.play.ending = null;
  }

  /** @returns the path with the choice, or null when the story failed */
  private take(index: number, path: string[]): string[] | null {
    const choice = this.play.choices[index];
    if (!choice) return null;
    this.exploration.steps += 1;
    this.offered.add(String(choice.targetPath));
    const next = [...path, choice.text];
    try {
      this.play.choose(index);
    } catch (error) {
      if (!(error instanceof StoryFault)) throw error;
      const [kind, place] = /ran out of content/.test(error.message)
        ? (['dead-end', choice.text] as const)
        : (['failure', error.message] as const);
      this.fault(kind, place, next);
      this.failures += 1;
      // Ink's runtime does not recover from an error.
      this.play = new ScenarioPlay(this.compiled);
      return null;
    }
    return next;
  }

  /** What is wrong with where the play stands, if it cannot go on. @returns whether it can */
  private judge(path: string[]): boolean {
    const { state } = this.play.story;
    for (const knot of this.declared.knots) {
      if (!this.visited.has(knot) && (state.VisitCountAtPathString(knot) ?? 0) > 0) this.visited.add(knot);
    }
    for (const { tags } of [...this.play.lines, ...this.play.choices]) this.cite(tags ?? []);
    if (this.play.ending !== null) this.exploration.endings.add(this.play.ending);
    if (this.play.choices.length === 0) {
      if (this.play.ending === null) this.fault('dead-end', state.previousPathString ?? '', path);
      return false;
    }
    if (path.length < MOST_DECISIONS) return true;
    this.fault('loop', String(this.play.choices[0]?.targetPath), path.slice(-4));
    return false;
  }

  private cite(tags: readonly string[]): void {
    for (const code of tagValue(tags, 'luat')?.split(',') ?? []) this.exploration.cited.add(code.trim());
  }

  private arrive(path: string[]): void {
    if (!this.judge(path)) return;
    const saved = this.play.story.state.toJson();
    const { variablesState } = JSON.parse(saved) as { variablesState: unknown };
    const key = JSON.stringify([variablesState, this.play.choices.map(({ targetPath }) => String(targetPath))]);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.start ??= saved;
    for (const [index, { targetPath }] of this.play.choices.entries()) {
      this.branches.push({ saved, path, index, target: String(targetPath) });
    }
  }
}

/**
 * Walks through the branches of a compiled story and reports dead ends (an end without `# ket-thuc:`), loops, failures, and
 * knots and choices that no play reaches.
 * @param declared knots of the source, and the targets of its choices
 */
export function exploreStory(compiled: string, declared: { knots: string[]; choices: string[] }): Exploration {
  let walk: Walk;
  try {
    walk = new Walk(compiled, declared);
  } catch (error) {
    if (!(error instanceof StoryFault)) throw error;
    return { ...nothing(), faults: [{ kind: 'failure', place: error.message, path: [] }] };
  }
  walk.everyChoice();
  walk.playsToTheEnd();
  // What a story that fails does not reach is no news.
  if (walk.exploration.faults.some(({ kind }) => kind === 'failure')) return walk.exploration;
  for (const knot of declared.knots) if (!walk.visited.has(knot)) walk.fault('unreachable', knot);
  for (const choice of declared.choices) if (!walk.offered.has(choice)) walk.fault('unoffered', choice);
  return walk.exploration;
}
