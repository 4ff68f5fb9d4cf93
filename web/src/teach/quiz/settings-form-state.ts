import type { BlueprintCell, QuizSettings } from '../../api/draft-quizzes.js';
import { isKind, tagsOf, type Kind } from './question-form-state.js';
import { numberOf } from './numerals.js';

/** A row of a blueprint as it is chosen and typed; empty: any. */
export interface CellForm {
  tag: string;
  kind: Kind | '';
  difficulty: '' | '1' | '2' | '3';
  count: string;
}

/** How a quiz is taken, every number as it is typed. */
export interface SettingsForm {
  title: string;
  kind: QuizSettings['kind'];
  isBlueprint: boolean;
  draw: string;
  cells: CellForm[];
  timeLimitMinutes: string;
  graceSeconds: string;
  passPercent: string;
  isLimited: boolean;
  maxAttempts: string;
  shuffleOptions: boolean;
  review: QuizSettings['review'];
}

const USUAL_MINUTES = 30;
const USUAL_ATTEMPTS = 3;
const MOST_DRAWN = 500;
const MOST_IN_CELL = 200;
const MOST_MINUTES = 600;

export const emptyCell = (): CellForm => ({ tag: '', kind: '', difficulty: '', count: '1' });

export function settingsForm(settings: QuizSettings): SettingsForm {
  const { title, kind, draw, blueprint, timeLimitMinutes, graceSeconds, passPercent, maxAttempts } = settings;
  return {
    ...{ title: title.vi, kind, isBlueprint: blueprint !== null, draw: String(draw ?? drawnBy(blueprint ?? [])) },
    cells: (blueprint ?? []).map(cellForm),
    ...{ timeLimitMinutes: String(timeLimitMinutes ?? USUAL_MINUTES), graceSeconds: String(graceSeconds) },
    ...{ passPercent: String(passPercent), isLimited: maxAttempts > 0 },
    ...{ maxAttempts: String(maxAttempts || USUAL_ATTEMPTS), review: settings.review },
    shuffleOptions: settings.shuffleOptions,
  };
}

function cellForm({ tag, kind, difficulty, count }: BlueprintCell): CellForm {
  const level = difficulty === undefined ? '' : (String(difficulty) as CellForm['difficulty']);
  return { tag: tag ?? '', kind: kind ?? '', difficulty: level, count: String(count) };
}

export const drawnBy = (cells: readonly { count: number }[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0);

const whole = (typed: string, least: number, most: number): number | null => {
  const value = numberOf(typed);
  return value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
};

export const countOf = ({ count }: CellForm): number | null => whole(count, 1, MOST_IN_CELL);

/** A row as the server takes it; one whose number is none asks for one. */
export function cellOf(cell: CellForm): BlueprintCell {
  return {
    ...(cell.tag !== '' && { tag: cell.tag }),
    ...(cell.kind !== '' && { kind: cell.kind }),
    ...(cell.difficulty !== '' && { difficulty: Number(cell.difficulty) as 1 | 2 | 3 }),
    count: countOf(cell) ?? 1,
  };
}

export type SettingsFault = 'title' | 'draw' | 'noCells' | 'count' | 'minutes' | 'percent' | 'attempts' | 'seconds';

/** What is wrong, by the name of the field; rows by `cell-<place>`. */
export function settingsFaults(form: SettingsForm): Map<string, SettingsFault> {
  const faults = new Map<string, SettingsFault>();
  const say = (field: string, isWrong: boolean, fault: SettingsFault): void => {
    if (isWrong) faults.set(field, fault);
  };
  say('title', form.title.trim() === '', 'title');
  if (form.isBlueprint) {
    say('cells', form.cells.length === 0, 'noCells');
    form.cells.forEach((cell, at) => say(`cell-${at}`, countOf(cell) === null, 'count'));
  } else say('draw', whole(form.draw, 1, MOST_DRAWN) === null, 'draw');
  if (form.kind === 'final') {
    say('timeLimitMinutes', whole(form.timeLimitMinutes, 1, MOST_MINUTES) === null, 'minutes');
    say('graceSeconds', whole(form.graceSeconds, 0, MOST_MINUTES) === null, 'seconds');
  }
  say('passPercent', whole(form.passPercent, 0, 100) === null, 'percent');
  if (form.isLimited) say('maxAttempts', whole(form.maxAttempts, 1, 100) === null, 'attempts');
  return faults;
}

/** The settings as the server takes them. @param before for what the form does not show */
export function settingsOf(form: SettingsForm, before: QuizSettings): QuizSettings {
  const isFinal = form.kind === 'final';
  return {
    title: { ...before.title, vi: form.title.trim().normalize('NFC') },
    kind: form.kind,
    draw: form.isBlueprint ? null : (numberOf(form.draw) ?? 1),
    blueprint: form.isBlueprint ? form.cells.map(cellOf) : null,
    timeLimitMinutes: isFinal ? numberOf(form.timeLimitMinutes) : null,
    graceSeconds: isFinal ? (numberOf(form.graceSeconds) ?? 0) : 0,
    passPercent: numberOf(form.passPercent) ?? 0,
    maxAttempts: form.isLimited ? (numberOf(form.maxAttempts) ?? 0) : 0,
    shuffleOptions: form.shuffleOptions,
    review: form.review,
  };
}

/** What the questions of a quiz can be told apart by, besides kind and difficulty; each once. */
export function topicsOf(questions: readonly { tags: string[] }[]) {
  const all = questions.map(({ tags }) => tagsOf(tags));
  const once = (tags: string[]): string[] => [...new Set(tags)].sort();
  return {
    modules: once(all.flatMap(({ module }) => module ?? [])),
    words: once(all.flatMap(({ words }) => words)),
    articles: once(all.flatMap(({ articles }) => articles)),
  };
}

export const kindOrAny = (value: string): Kind | '' => (isKind(value) ? value : '');
