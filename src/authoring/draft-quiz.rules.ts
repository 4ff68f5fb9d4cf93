import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import {
  lossesOf,
  printGift,
  printYamlQuestions,
  type BlueprintCell,
  type QuestionSource,
} from '../question-bank/question-format.service.js';
import { editYaml, looseYaml } from './content-yaml.rules.js';

/** How a quiz is drawn and taken; the names are those of quiz.yaml. */
export interface QuizSettings {
  title: Bilingual;
  kind: 'practice' | 'final';
  /** Questions drawn for an attempt; null when the blueprint says so. */
  draw: number | null;
  blueprint: BlueprintCell[] | null;
  /** Final quizzes only. */
  timeLimitMinutes: number | null;
  graceSeconds: number;
  passPercent: number;
  /** 0: as often as one likes. */
  maxAttempts: number;
  shuffleOptions: boolean;
  review: 'afterSubmission' | 'afterPass';
}

/** A file of questions with what it holds. */
export interface Bank {
  path: string;
  questions: QuestionSource[];
}

/** The texts that a change of questions writes, and the files that it leaves empty. */
export interface BankChange {
  set: Map<string, string>;
  gone: string[];
}

const numberOr = (value: unknown, fallback: number) => (typeof value === 'number' ? value : fallback);

function isCell(value: unknown): value is BlueprintCell {
  return typeof value === 'object' && value !== null && 'count' in value && typeof value.count === 'number';
}

/** What a quiz.yaml says, as far as it can be read. */
export function settingsOf(yaml: string, title: Bilingual): QuizSettings {
  const data = looseYaml(yaml);
  return {
    title,
    kind: data['kind'] === 'final' ? 'final' : 'practice',
    draw: typeof data['draw'] === 'number' ? data['draw'] : null,
    blueprint: Array.isArray(data['blueprint']) ? data['blueprint'].filter(isCell) : null,
    timeLimitMinutes: typeof data['timeLimitMinutes'] === 'number' ? data['timeLimitMinutes'] : null,
    graceSeconds: numberOr(data['graceSeconds'], 0),
    passPercent: numberOr(data['passPercent'], 70),
    maxAttempts: numberOr(data['maxAttempts'], 0),
    shuffleOptions: data['shuffleOptions'] !== false,
    review: data['review'] === 'afterPass' ? 'afterPass' : 'afterSubmission',
  };
}

/** The quiz.yaml with other settings and files of questions; what does not change stays as it is written. */
export function withSettings(yaml: string, settings: QuizSettings | null, files: string[]): string {
  const questions = files.length === 1 ? files[0] : files;
  if (settings === null) return editYaml(yaml, { questions });
  const { draw, blueprint, timeLimitMinutes, ...rest } = settings;
  const isFinal = settings.kind === 'final';
  return editYaml(yaml, {
    ...rest,
    questions,
    draw: blueprint === null ? (draw ?? 1) : undefined,
    blueprint: blueprint ?? undefined,
    timeLimitMinutes: isFinal ? (timeLimitMinutes ?? 30) : undefined,
    graceSeconds: isFinal ? settings.graceSeconds : 0,
  });
}

/** Ids for the questions that have none: the quiz's name and a number that no question of the course has. */
export function withIds(questions: QuestionSource[], slug: string, taken: ReadonlySet<string>): QuestionSource[] {
  const used = new Set([...taken, ...questions.flatMap(({ id }) => id ?? [])]);
  let number = 0;
  return questions.map((question) => {
    if (question.id !== null) return question;
    do number += 1;
    while (used.has(`${slug}-${number}`));
    return { ...question, id: `${slug}-${number}` };
  });
}

/**
 * Where the questions of a quiz come to stand: each in the file where it was, new ones in the first file that holds them
 * whole. Where the wanted order goes across files, all come to stand in the one that holds every kind, unless others draw
 * from them. A file whose questions stay the same is not written anew.
 * @param questions all of the quiz, each with an id
 * @param fresh names for a file that is not there yet
 */
export function changeOf(
  banks: Bank[],
  questions: QuestionSource[],
  { isShared, ...fresh }: { gift: string; yaml: string; isShared: boolean },
): BankChange {
  const placeOf = new Map(banks.flatMap(({ path, questions: old }) => old.map(({ id }) => [id, path] as const)));
  const first = (ending: string) => banks.find(({ path }) => path.endsWith(ending))?.path;
  const gift = first('.gift') ?? fresh.gift;
  const yaml = first('.questions.yaml') ?? fresh.yaml;
  const byPath = new Map<string, QuestionSource[]>(banks.map(({ path }) => [path, []]));
  for (const question of questions) {
    const isGift = lossesOf(question, 'gift').length === 0;
    const known = placeOf.get(question.id);
    const path = known !== undefined && (isGift || !known.endsWith('.gift')) ? known : isGift ? gift : yaml;
    byPath.set(path, [...(byPath.get(path) ?? []), question]);
  }
  const kept = (all: QuestionSource[]) => all.flatMap(({ id }) => (placeOf.has(id) ? [id] : [])).join('\n');
  const ids = new Set(questions.map(({ id }) => id));
  const before = banks.flatMap((bank) => bank.questions).filter(({ id }) => ids.has(id));
  const isMoved = kept(questions) !== kept(before) && kept(questions) !== kept([...byPath.values()].flat());
  if (isMoved && !isShared) {
    for (const path of byPath.keys()) byPath.set(path, []);
    byPath.set(yaml, questions);
  }
  const change: BankChange = { set: new Map(), gone: [] };
  const isBare = questions.length === 0;
  for (const [path, held] of byPath) {
    const before = banks.find((bank) => bank.path === path)?.questions;
    // A quiz names one file at least, be it an empty one.
    if (held.length === 0 && !(isBare && path === gift)) change.gone.push(path);
    else if (before === undefined || !isSame(before, held)) {
      change.set.set(path, path.endsWith('.gift') ? printGift(held).text : printYamlQuestions(held));
    }
  }
  if (isBare && !byPath.has(gift)) change.set.set(gift, '');
  return change;
}

function isSame(a: QuestionSource[], b: QuestionSource[]): boolean {
  const text = (questions: QuestionSource[]) => JSON.stringify(questions.map(sorted));
  return text(a) === text(b);
}

/** With its keys in one order and without its line. */
function sorted(question: QuestionSource): unknown {
  const inOrder = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inOrder);
    if (value === null || typeof value !== 'object') return value;
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]);
  };
  return inOrder({ ...question, line: 0 });
}
