import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { InvalidRequest, NotFound, type FieldFault, type Text } from '../platform/problems/problem.js';
import {
  blueprintFactsOf,
  conversionFaultOf,
  faultPlaceOf,
  printQuestions,
  shapeFaultsOf,
  standingsOf,
  toParsedQuestion,
  type BlueprintCell,
  type CellStanding,
  type ExportFormat,
  type ExportLoss,
  type QuestionBody,
  type QuestionKind,
  type QuestionSource,
} from '../question-bank/question-format.service.js';
import { ContentRulesService } from './content-rules.service.js';
import { changeOf, settingsOf, withIds, withSettings, type Bank, type QuizSettings } from './draft-quiz.rules.js';
import { DraftStoreService, type DraftHead } from './draft-store.service.js';
import { DraftConflict } from './draft.problems.js';
import { findLesson, modulesOf, type DraftLesson } from './draft-tree.rules.js';
import type { DraftFile } from './entities/draft-file.entity.js';
import { DraftSave } from './entities/draft-save.entity.js';
import { isQuestionFile, readQuestionFile } from './format/question-files.js';

/** The quiz of a draft's lesson: how it is taken, and all questions that it may draw. */
export interface DraftQuiz {
  slug: string;
  path: string;
  /** Of the quiz and its files of questions together: the latest. */
  version: number;
  settings: QuizSettings;
  questions: QuestionSource[];
  /** What the questions give for each cell of the blueprint; none without a blueprint. */
  cells: CellStanding[];
  /** Other quizzes of the draft that draw from the same files. */
  sharedWith: string[];
  faults: { path: string; line: number | null; message: Text }[];
}

export interface QuizSave {
  slug: string;
  /** The version that was being edited. */
  baseVersion: number;
  /** Of this save: sent again, it is the same save. */
  saveId: string;
  settings?: QuizSettings;
  questions?: unknown[];
}

/** A quiz that is open for a change. */
export interface OpenQuiz extends DraftQuiz {
  lesson: DraftLesson;
  banks: Bank[];
  files: Map<string, DraftFile>;
  /** Ids of questions elsewhere in the course. */
  taken: Set<string>;
}

/** Quizzes of drafts. Their questions stand in the course's files; whoever edits them sees questions. */
@Injectable()
export class DraftQuizService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly rules: ContentRulesService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found */
  async get(actor: Actor, draftId: string, slug: string): Promise<DraftQuiz> {
    const { manager } = this.dataSource;
    const head = await this.store.get(manager, actor, draftId);
    return shown(await this.open(manager, head, slug));
  }

  /**
   * Saves settings, questions or both; what is not given stays as it is.
   * @returns the version that the save made
   * @throws Problem not-found, draft-closed, invalid-request; draft-conflict with the quiz that is there now
   */
  async save(actor: Actor, draftId: string, save: QuizSave): Promise<{ version: number }> {
    const questions = save.questions === undefined ? undefined : checked(save.questions);
    return this.dataSource.transaction(async (tx) => {
      const head = await this.store.lockForEdit(tx, actor, draftId);
      const done = await tx.findOneBy(DraftSave, { draftId, saveId: save.saveId });
      if (done) return { version: done.version };
      const quiz = await this.open(tx, head, save.slug);
      if (quiz.version !== save.baseVersion) throw DraftConflict(undefined, { members: { current: shown(quiz) } });
      const { settings } = save;
      const given = { ...(settings && { settings }), ...(questions && { questions }) };
      const version = await this.write(tx, { actor, head, quiz, given });
      await tx.insert(DraftSave, { draftId, saveId: save.saveId, version, savedAt: this.clock.now() });
      return { version };
    });
  }

  /** One question as a learner would see it. Nothing is saved. @throws Problem not-found, invalid-request */
  async preview(
    actor: Actor,
    draftId: string,
    { slug, question }: { slug: string; question: unknown },
  ): Promise<{ kind: QuestionKind; body: QuestionBody }> {
    await this.get(actor, draftId, slug);
    const [source] = checked([question]);
    if (!source) throw NotFound();
    const { kind, body } = toParsedQuestion(source);
    return { kind, body };
  }

  /** What the questions of a quiz would give for a blueprint. Nothing is saved. @throws Problem not-found */
  async standings(
    actor: Actor,
    draftId: string,
    { slug, blueprint }: { slug: string; blueprint: BlueprintCell[] },
  ): Promise<CellStanding[]> {
    const { questions } = await this.get(actor, draftId, slug);
    return standingsOf(blueprint, questions.map(blueprintFactsOf));
  }

  /** The questions of a quiz in a format, and what that cannot hold of them. @throws Problem not-found */
  async print(
    actor: Actor,
    draftId: string,
    { slug, format }: { slug: string; format: ExportFormat },
  ): Promise<{ content: Buffer; losses: ExportLoss[] }> {
    const { questions } = await this.get(actor, draftId, slug);
    return printQuestions(questions, format);
  }

  /** A quiz of a draft with everything that a change of it needs. @throws Problem not-found */
  async open(executor: EntityManager, head: DraftHead, slug: string): Promise<OpenQuiz> {
    const files = await this.store.files(executor, head.id);
    const modules = modulesOf(files);
    const lesson = findLesson(modules, slug)?.lesson;
    if (lesson?.kind !== 'quiz') throw NotFound();
    const texts = [...files].flatMap(([path, { text }]) => (text === null ? [] : [[path, Buffer.from(text)] as const]));
    const folder = await this.rules.folderOf(head.slug, new Map(texts));
    const own = new Set(lesson.companions);
    const banks: Bank[] = [];
    const taken = new Set<string>();
    for (const path of files.keys()) {
      if (!isQuestionFile(path)) continue;
      const questions = readQuestionFile(folder, path) ?? [];
      if (own.has(path)) banks.push({ path, questions });
      else for (const { id } of questions) if (id !== null) taken.add(id);
    }
    const prefix = `${folder.path}/`;
    const faults = folder.faults.map(({ file, line, message }) => ({ path: file.slice(prefix.length), line, message }));
    const quizzes = modules.flatMap(({ lessons }) => lessons).filter((each) => each.slug !== slug);
    const questions = lesson.companions.flatMap((path) => banks.find((bank) => bank.path === path)?.questions ?? []);
    const settings = settingsOf(files.get(lesson.path)?.text ?? '', lesson.title);
    return {
      ...{ slug, lesson, files, taken, settings, questions, path: lesson.path },
      banks: lesson.companions.flatMap((path) => banks.find((bank) => bank.path === path) ?? []),
      version: Math.max(...[lesson.path, ...own].map((path) => files.get(path)?.version ?? 0)),
      cells: standingsOf(settings.blueprint ?? [], questions.map(blueprintFactsOf)),
      sharedWith: quizzes.filter(({ companions }) => companions.some((path) => own.has(path))).map((each) => each.slug),
      faults: faults.filter(({ path }) => own.has(path)),
    };
  }

  /**
   * Writes a quiz that is open in a locked draft. Nothing is written where nothing changes.
   * @returns the version of the quiz afterwards
   * @throws Problem invalid-request
   */
  async write(
    tx: EntityManager,
    {
      actor,
      head,
      quiz,
      given,
    }: {
      actor: Actor;
      head: DraftHead;
      quiz: OpenQuiz;
      given: { settings?: QuizSettings; questions?: QuestionSource[] };
    },
  ): Promise<number> {
    // A file that cannot be read would lose its questions.
    if (given.questions && quiz.faults.length > 0) throw UNREADABLE();
    const questions = withIds(given.questions ?? quiz.questions, quiz.slug, quiz.taken);
    if (given.questions) refuseFaults(questions, quiz.taken);
    const { files, lesson, banks } = quiz;
    const folder = lesson.path.slice(0, lesson.path.indexOf('/') + 1);
    const fresh = {
      gift: freeName(files, `${folder}${quiz.slug}`, '.gift'),
      yaml: freeName(files, `${folder}${quiz.slug}`, '.questions.yaml'),
      isShared: quiz.sharedWith.length > 0,
    };
    const change = given.questions ? changeOf(banks, questions, fresh) : { set: new Map<string, string>(), gone: [] };
    const names = [...new Set([...lesson.companions, ...change.set.keys()])].filter(
      (path) => !change.gone.includes(path),
    );
    const before = files.get(lesson.path)?.text ?? '';
    const yaml = withSettings(
      before,
      given.settings ?? null,
      names.map((path) => path.slice(folder.length)),
    );
    const set = new Map([...change.set].map(([path, text]) => [path, { text }]));
    if (yaml !== before) set.set(lesson.path, { text: yaml });
    if (set.size === 0 && change.gone.length === 0) return quiz.version;
    // At least one file of the quiz bears the new version, whichever files went.
    if (set.size === 0) set.set(lesson.path, { text: yaml });
    return this.store.change(tx, { actor, head, change: { set, gone: change.gone } });
  }
}

function shown({ slug, path, version, settings, questions, cells, sharedWith, faults }: OpenQuiz): DraftQuiz {
  return { slug, path, version, settings, questions, cells, sharedWith, faults };
}

/** JSON as questions. @throws Problem invalid-request */
function checked(questions: unknown[]): QuestionSource[] {
  const errors = shapeFaultsOf(questions).map(({ pointer, detail }) => ({ pointer: `/questions${pointer}`, detail }));
  if (errors.length > 0) throw InvalidRequest(undefined, { errors: errors.slice(0, 50) });
  return questions as QuestionSource[];
}

/** @throws Problem invalid-request */
function refuseFaults(questions: QuestionSource[], taken: ReadonlySet<string>): void {
  const errors: FieldFault[] = [];
  const seen = new Set(taken);
  for (const [index, question] of questions.entries()) {
    const detail = faultOf(question, seen);
    if (detail) errors.push({ pointer: `/questions/${index}${placeOf(question, seen)}`, detail });
    seen.add(question.id ?? '');
  }
  if (errors.length > 0) throw InvalidRequest(undefined, { errors: errors.slice(0, 50) });
}

/** Where in a question the fault is that `faultOf` names. */
function placeOf(question: QuestionSource, taken: ReadonlySet<string>): string {
  if (question.stem.text.trim() === '') return '/stem';
  return question.id !== null && taken.has(question.id) ? '/id' : faultPlaceOf(question);
}

/** What keeps a question out of a bank in which `taken` ids are used; null when nothing does. */
export function faultOf(question: QuestionSource, taken: ReadonlySet<string>): Text | null {
  if (question.stem.text.trim() === '') return { vi: 'Câu hỏi không có nội dung.', en: 'The question has no text.' };
  if (question.id !== null && taken.has(question.id)) {
    return {
      vi: `Mã câu "${question.id}" đã dùng trong khoá học.`,
      en: `The id "${question.id}" is used in the course.`,
    };
  }
  return conversionFaultOf(question.id === null ? { ...question, id: 'x' } : question);
}

const UNREADABLE = () =>
  InvalidRequest(undefined, {
    errors: [
      {
        pointer: '/questions',
        detail: {
          vi: 'Tệp câu hỏi của bài này có chỗ chưa đọc được; mời sửa các chỗ đó trước.',
          en: "This quiz's file of questions cannot be read yet; please mend that first.",
        },
      },
    ],
  });

function freeName(files: ReadonlyMap<string, unknown>, stem: string, ending: string): string {
  let name = `${stem}${ending}`;
  for (let number = 2; files.has(name); number += 1) name = `${stem}-${number}${ending}`;
  return name;
}
