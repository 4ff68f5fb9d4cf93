import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { looseYaml, splitLesson } from './content-yaml.rules.js';

/** What a draft holds at a path: a text, or an image by its hash. */
export interface DraftContent {
  text: string | null;
  hash: string | null;
}

/** The files of a draft by path. */
export type DraftTree = ReadonlyMap<string, DraftContent>;

export type DraftLessonKind = 'reading' | 'video' | 'quiz' | 'scenario';

export interface DraftLesson {
  slug: string;
  kind: DraftLessonKind;
  title: Bilingual;
  minutes: number;
  path: string;
  /** Questions or the story: files that stand and fall with this one. */
  companions: string[];
}

export interface DraftModule {
  slug: string;
  /** Its folder, such as `01-mo-dau`. */
  folder: string;
  title: Bilingual;
  summary: Bilingual;
  lessons: DraftLesson[];
}

const MODULE_FOLDER = /^\d\d-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const LESSON_FILE = /^\d\d-([a-z0-9]+(?:-[a-z0-9]+)*)\.(md|quiz\.yaml|scenario\.yaml)$/;
const MINUTES_PER_QUESTION = 1.5;

const isText = (value: unknown): value is string => typeof value === 'string';

function bilingual(value: unknown, fallback: string): Bilingual {
  const { vi, en } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { vi: isText(vi) ? vi : fallback, ...(isText(en) ? { en } : {}) };
}

const textAt = (tree: DraftTree, path: string) => tree.get(path)?.text ?? '';

/** Modules and lessons in the order in which they are taught, as far as their files can be read. */
export function modulesOf(tree: DraftTree): DraftModule[] {
  const folders = [
    ...new Set([...tree.keys()].flatMap((path) => (path.includes('/') ? [path.split('/')[0] ?? ''] : []))),
  ];
  return folders.sort().flatMap((folder) => {
    const slug = MODULE_FOLDER.exec(folder)?.[1];
    if (slug === undefined) return [];
    const about = looseYaml(textAt(tree, `${folder}/module.yaml`));
    const paths = [...tree.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
    const lessons = paths.flatMap((path) => lessonAt(tree, path) ?? []);
    return [
      { slug, folder, title: bilingual(about['title'], slug), summary: bilingual(about['summary'], ''), lessons },
    ];
  });
}

function lessonAt(tree: DraftTree, path: string): DraftLesson | null {
  const [, base = '', ending] = LESSON_FILE.exec(path.slice(path.indexOf('/') + 1)) ?? [];
  if (ending === undefined) return null;
  const text = textAt(tree, path);
  const data = looseYaml(ending === 'md' ? splitLesson(text).front : text);
  const beside = (names: unknown): string[] =>
    [names]
      .flat()
      .filter(isText)
      .map((name) => `${path.slice(0, path.indexOf('/') + 1)}${name}`);
  const slug = ending !== 'md' && isText(data['slug']) ? data['slug'] : base;
  const shared = { slug, path, title: bilingual(data['title'], base) };
  const minutes = typeof data['minutes'] === 'number' ? data['minutes'] : 1;
  if (ending === 'md') {
    return { ...shared, kind: data['kind'] === 'video' ? 'video' : 'reading', minutes, companions: [] };
  }
  if (ending === 'scenario.yaml') return { ...shared, kind: 'scenario', minutes, companions: beside(data['story']) };
  return { ...shared, kind: 'quiz', minutes: quizMinutes(data), companions: beside(data['questions']) };
}

function quizMinutes({ timeLimitMinutes, draw, blueprint }: Record<string, unknown>): number {
  if (typeof timeLimitMinutes === 'number') return timeLimitMinutes;
  const parts = Array.isArray(blueprint) ? (blueprint as { count?: unknown }[]) : [];
  const drawn = parts.reduce((sum, { count }) => sum + (typeof count === 'number' ? count : 0), 0);
  return Math.max(1, Math.ceil((typeof draw === 'number' ? draw : drawn) * MINUTES_PER_QUESTION));
}

/** The lesson of a slug, and its module. */
export function findLesson(modules: DraftModule[], slug: string): { lesson: DraftLesson; module: DraftModule } | null {
  for (const module of modules) {
    const lesson = module.lessons.find((candidate) => candidate.slug === slug);
    if (lesson) return { lesson, module };
  }
  return null;
}

const numbered = (index: number, name: string) => `${String(index + 1).padStart(2, '0')}-${name}`;
const afterNumber = (name: string) => name.slice(3);
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** A file that comes to stand elsewhere, under a new name when its own is taken there. */
export interface Move {
  from: string;
  to: string;
  /** The lesson that names it. */
  owner?: string;
}

/**
 * Where every file of the modules stands in a new order of modules and lessons.
 * @param order each module by slug with its lessons by slug, all of them once
 */
export function movesOf(
  tree: DraftTree,
  order: { slug: string; lessons: string[] }[],
): { moves: Move[]; gone: string[] } {
  const modules = modulesOf(tree);
  const moves: Move[] = [];
  const taken = new Set<string>();
  const move = (from: string, to: string, owner?: string) => {
    taken.add(to);
    moves.push({ from, to, ...(owner === undefined ? {} : { owner }) });
  };
  const claimed = new Set(
    modules.flatMap(({ lessons }) => lessons.flatMap(({ path, companions }) => [path, ...companions])),
  );
  for (const [index, wanted] of order.entries()) {
    const module = modules.find(({ slug }) => slug === wanted.slug);
    if (!module) continue;
    const folder = numbered(index, module.slug);
    const loose = [...tree.keys()].filter((path) => path.startsWith(`${module.folder}/`) && !claimed.has(path));
    for (const path of loose) move(path, `${folder}/${nameOf(path)}`);
    for (const [at, slug] of wanted.lessons.entries()) {
      const lesson = findLesson(modules, slug)?.lesson;
      if (!lesson) continue;
      const target = `${folder}/${numbered(at, afterNumber(nameOf(lesson.path)))}`;
      move(lesson.path, target);
      for (const companion of lesson.companions.filter((path) => tree.has(path))) {
        const here = `${folder}/${nameOf(companion)}`;
        const isThere = moves.some(({ from, to }) => from === companion && to === here);
        if (isThere) continue;
        move(companion, taken.has(here) ? `${folder}/${slug}-${nameOf(companion)}` : here, target);
      }
    }
  }
  const targets = new Set(moves.map(({ to }) => to));
  const gone = moves.map(({ from }) => from).filter((path) => !targets.has(path));
  return { moves, gone: [...new Set(gone)] };
}
