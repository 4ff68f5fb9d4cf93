import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import type { Text } from '../platform/problems/problem.js';
import {
  readQuestions,
  type QuestionFormat,
  type QuestionSource,
  type SourceFault,
} from '../question-bank/question-format.service.js';
import { withIds } from './draft-quiz.rules.js';
import { DraftQuizService, faultOf } from './draft-quiz.service.js';
import { DraftStoreService } from './draft-store.service.js';
import { DraftConflict } from './draft.problems.js';

export interface QuestionImport {
  slug: string;
  bytes: Buffer;
  /** `replace`: the quiz has the questions of the file and no others, known ones by their ids. */
  mode: 'add' | 'replace';
  /** Only says what would happen. */
  isDryRun: boolean;
  /** The version that the reader has seen; needed to write. */
  baseVersion?: number;
}

export interface ImportReport {
  format: QuestionFormat | null;
  encoding: string | null;
  /** Whether anything was written: not in a dry run, and not with a fault. */
  applied: boolean;
  /** Of the quiz, afterwards. */
  version: number;
  questions: { line: number; id: string | null; title: string; kind: QuestionSource['kind'] }[];
  faults: Pick<SourceFault, 'line' | 'message'>[];
  leftOut: Pick<SourceFault, 'line' | 'message'>[];
  losses: Pick<SourceFault, 'line' | 'message'>[];
}

/** Takes files of questions into quizzes of drafts: wholly or not at all. */
@Injectable()
export class DraftQuizImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly quizzes: DraftQuizService,
  ) {}

  /** @throws Problem not-found, draft-closed, draft-conflict */
  async import(actor: Actor, draftId: string, asked: QuestionImport): Promise<ImportReport> {
    // Outside of the transaction: a large file takes a second.
    const file = await readQuestions(asked.bytes);
    return this.dataSource.transaction(async (tx) => {
      const head = await this.store.lockForEdit(tx, actor, draftId);
      const quiz = await this.quizzes.open(tx, head, asked.slug);
      const kept = asked.mode === 'add' ? quiz.questions : [];
      const faults = [...file.faults, ...faultsOf(file.questions, [...quiz.taken, ...idsOf(kept)])];
      faults.sort((a, b) => a.line - b.line);
      const questions = withIds(file.questions, asked.slug, new Set([...quiz.taken, ...idsOf(quiz.questions)]));
      const isApplied = !asked.isDryRun && faults.length === 0 && questions.length > 0;
      let { version } = quiz;
      if (isApplied) {
        if (quiz.version !== asked.baseVersion) throw DraftConflict();
        version = await this.quizzes.write(tx, { actor, head, quiz, given: { questions: [...kept, ...questions] } });
      }
      return {
        ...{ format: file.format, encoding: file.encoding, applied: isApplied, version, faults },
        leftOut: file.leftOut,
        losses: file.losses,
        questions: questions.map(({ line, id, title, kind }) => ({ line, id, title, kind })),
      };
    });
  }
}

function idsOf(questions: QuestionSource[]): string[] {
  return questions.flatMap(({ id }) => id ?? []);
}

/** What keeps questions of a file out of the course: ids that are used, here or within the file, and what cannot be graded. */
function faultsOf(questions: QuestionSource[], taken: string[]): { line: number; message: Text }[] {
  const seen = new Set(taken);
  return questions.flatMap((question) => {
    const message = faultOf(question, seen);
    if (question.id !== null) seen.add(question.id);
    return message ? [{ line: question.line, message }] : [];
  });
}
