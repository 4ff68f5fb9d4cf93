import type { QuestionKind } from '../../question-bank/entities/question-body.js';
import type { AmendmentDetail, AmendmentSummary } from '../law-desk.service.js';

export class LawDeskTextDto {
  vi: string;
  en?: string;
}

export class LawDeskArticleDto {
  code: string;
  number: string;
  title: string;
}

export class ShortCellDto {
  tag?: string;
  kind?: QuestionKind;
  difficulty?: number;
  count: number;
  /** How many of `count` can still be drawn. */
  left: number;
}

export class ShortQuizDto {
  id: string;
  title: LawDeskTextDto;
  courseTitle: LawDeskTextDto;
  /** How many questions it draws, and how many are left to draw from. */
  draw: number;
  left: number;
  /** The cells of its blueprint that lack questions; empty without a blueprint. */
  cells: ShortCellDto[];
}

/** How the chain of an amendment stands. Holders are counted, never named. */
export class AmendmentDto {
  id: string;
  kind: 'amended' | 'replaced';
  /** First day of the new law, YYYY-MM-DD. */
  effectiveOn: string;
  amendedBy: string;
  /** Null: its day is still to come. */
  announcedAt: Date | null;
  /** Whether the installation is still looking for what it touches, or telling people. */
  isUnderWay: boolean;
  /** False: found in the content files. */
  byOfficer: boolean;
  documentNumber: string;
  documentTitle: string;
  replacedByNumber: string | null;
  replacedByTitle: string | null;
  articles: LawDeskArticleDto[];
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
  shortQuizzes: ShortQuizDto[];

  static from(summary: AmendmentSummary): AmendmentDto {
    const { id, kind, effectiveOn, amendedBy, announcedAt, isUnderWay, byOfficer, articles, shortQuizzes } = summary;
    const { documentNumber, documentTitle, replacedByNumber, replacedByTitle } = summary;
    const { lessons, lessonsOpen, scenarios, scenariosOpen, questions, questionsOpen } = summary;
    const { tasksOpen, tasksDone, holdersInformed, holdersRefreshed } = summary;
    return {
      ...{ id, kind, effectiveOn, amendedBy, announcedAt, isUnderWay, byOfficer, articles },
      ...{ documentNumber, documentTitle, replacedByNumber, replacedByTitle },
      ...{ lessons, lessonsOpen, scenarios, scenariosOpen, questions, questionsOpen },
      ...{ tasksOpen, tasksDone, holdersInformed, holdersRefreshed },
      shortQuizzes: shortQuizzes.map((quiz) => ({
        ...{ id: quiz.id, title: quiz.title, courseTitle: quiz.courseTitle, draw: quiz.draw, left: quiz.left },
        cells: quiz.cells.map(({ tag, kind: only, difficulty, count, left }) => ({
          tag,
          kind: only,
          difficulty,
          count,
          left,
        })),
      })),
    };
  }
}

export class LawDeskRightsDto {
  /** Record a further change. */
  amend: boolean;
}

export class AmendmentListDto {
  items: AmendmentDto[];
  can: LawDeskRightsDto;
}

export class WordingDto extends LawDeskArticleDto {
  oldSummary: string | null;
  /** Null when the article ended. */
  newSummary: string | null;
  /** Codes of the articles that took its place. */
  successors: string[];
}

export class FlaggedItemDto {
  kind: 'lesson' | 'scenario' | 'question';
  id: string;
  title: LawDeskTextDto;
  /** Of a question, within its course. */
  code: string | null;
  courseTitle: LawDeskTextDto;
  link: string | null;
  /** Numbers of the articles that it cites in the old wording. */
  articles: string[];
  isOpen: boolean;
}

export class LawTaskDto {
  id: string;
  courseTitle: LawDeskTextDto;
  courseSlug: string;
  articleCode: string;
  articleNumber: string;
  /** Name of who is asked first; null: any reviewer. */
  assignedTo: string | null;
  openedAt: Date;
  doneAt: Date | null;
}

export class AmendmentDetailDto extends AmendmentDto {
  wordings: WordingDto[];
  /** Open ones first; at most 500, the counts tell how many there are. */
  flagged: FlaggedItemDto[];
  tasks: LawTaskDto[];

  static override from(detail: AmendmentDetail): AmendmentDetailDto {
    const { wordings, flagged, tasks } = detail;
    return { ...AmendmentDto.from(detail), wordings, flagged, tasks };
  }
}
