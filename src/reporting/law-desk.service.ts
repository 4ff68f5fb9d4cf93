import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { LawAmendmentService } from '../law/law-amendment.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { NotFound } from '../platform/problems/problem.js';
import { QuestionFlagService, type ShortQuiz } from '../question-bank/question-flag.service.js';
import { AMENDED_ARTICLES, AMENDMENTS, FLAGGED, TASKS } from './law-desk.queries.js';

type Bilingual = CourseRevision['title'];

/** How the chain of an amendment stands. Holders are counted, never named. */
export interface AmendmentCounts {
  lessons: number;
  lessonsOpen: number;
  scenarios: number;
  scenariosOpen: number;
  questions: number;
  questionsOpen: number;
  tasksOpen: number;
  tasksDone: number;
  holdersInformed: number;
  holdersRefreshed: number;
}

export interface AmendmentSummary extends AmendmentCounts {
  id: string;
  kind: 'amended' | 'replaced';
  effectiveOn: string;
  amendedBy: string;
  /** Null: its day is still to come. */
  announcedAt: Date | null;
  /** Whether something is still being looked for or told because of it. */
  isUnderWay: boolean;
  /** False: found in the content files. */
  byOfficer: boolean;
  documentNumber: string;
  documentTitle: string;
  replacedByNumber: string | null;
  replacedByTitle: string | null;
  articles: { code: string; number: string; title: string }[];
  shortQuizzes: ShortQuiz[];
}

export interface FlaggedItem {
  kind: 'lesson' | 'scenario' | 'question';
  id: string;
  title: Bilingual;
  code: string | null;
  courseTitle: Bilingual;
  link: string | null;
  /** Numbers of the articles that it cites in the old wording. */
  articles: string[];
  isOpen: boolean;
}

export interface AmendmentDetail extends AmendmentSummary {
  wordings: {
    code: string;
    number: string;
    title: string;
    oldSummary: string | null;
    newSummary: string | null;
    successors: string[];
  }[];
  /** Open ones first; at most 500, the counts tell how many there are. */
  flagged: FlaggedItem[];
  tasks: {
    id: string;
    courseTitle: Bilingual;
    courseSlug: string;
    articleCode: string;
    articleNumber: string;
    assignedTo: string | null;
    openedAt: Date;
    doneAt: Date | null;
  }[];
}

const AMENDMENTS_SHOWN = 200;
const FLAGGED_SHOWN = 500;

/** The whole chain of every amendment: what it touched, what is done, and who has what to do. */
@Injectable()
export class LawDeskService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly flags: QuestionFlagService,
    private readonly amendments: LawAmendmentService,
  ) {}

  /** The latest 200 amendments, those still to come included, and whether the actor records further ones. */
  async list(actor: Actor): Promise<{ items: AmendmentSummary[]; can: { amend: boolean } }> {
    return { items: await this.load(null, AMENDMENTS_SHOWN), can: { amend: this.amendments.mayBeMadeBy(actor) } };
  }

  /** @throws Problem not-found */
  async get(id: string): Promise<AmendmentDetail> {
    const [summary] = await this.load(id, 1);
    if (!summary) throw NotFound();
    const [wordings, flagged, tasks] = await Promise.all([
      this.dataSource.query<AmendmentDetail['wordings']>(AMENDED_ARTICLES, [id]),
      this.dataSource.query<FlaggedItem[]>(FLAGGED, [id, FLAGGED_SHOWN]),
      this.dataSource.query<AmendmentDetail['tasks']>(TASKS, [id]),
    ]);
    return { ...summary, wordings, flagged, tasks };
  }

  private async load(id: string | null, limit: number): Promise<AmendmentSummary[]> {
    const rows = await this.dataSource.query<Omit<AmendmentSummary, 'shortQuizzes'>[]>(AMENDMENTS, [id, limit]);
    const summaries: AmendmentSummary[] = [];
    for (const row of rows) {
      const shortQuizzes = row.questionsOpen > 0 ? await this.flags.shortQuizzes(row.id) : [];
      summaries.push({ ...row, shortQuizzes });
    }
    return summaries;
  }
}
