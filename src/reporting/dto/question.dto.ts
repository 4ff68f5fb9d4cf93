import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { QuestionFilters, QuestionLine, QuestionsAsked } from '../question-list.service.js';
import type { QuestionPage } from '../question-page.service.js';
import { LawDeskTextDto } from './law-desk.dto.js';

const KINDS = [
  ...['single', 'multiple', 'true-false', 'short-answer', 'numeric', 'matching', 'ordering', 'cloze', 'essay'],
] as const;
type Kind =
  'single' | 'multiple' | 'true-false' | 'short-answer' | 'numeric' | 'matching' | 'ordering' | 'cloze' | 'essay';

export class QuestionListQuery {
  /** Words of the question with or without diacritics, or its code. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Code of an article that it cites. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  article?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3)
  difficulty?: number;

  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  tag?: string;

  /** Slug of a course. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  course?: string;

  /** `true`: only those that a change of the law touched. */
  @IsOptional()
  @IsIn(['true', 'false'])
  flagged?: 'true' | 'false';

  /** `missed`: the greatest share of wrong answers first, those with fewer than 5 answers last. */
  @IsOptional()
  @IsIn(['newest', 'missed'])
  order?: 'newest' | 'missed';

  /** The `nextCursor` of the page before, which was asked for in the same way. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  cursor?: string;

  static toAsked({ flagged, ...asked }: QuestionListQuery): QuestionsAsked {
    return { ...asked, flagged: flagged === 'true' };
  }
}

export class QuestionCourseDto {
  slug: string;
  title: LawDeskTextDto;
}

export class QuestionArticleDto {
  code: string;
  /** "Điều 188 Bộ luật Lao động" */
  label: string;
}

/** A quiz of a published course that draws the question. */
export class QuestionPlaceDto {
  lessonId: string;
  /** Of the lesson. */
  slug: string;
  title: LawDeskTextDto;
  kind: 'practice' | 'final';
}

/** A question in the version that learners get, or in its latest one while no published quiz draws it. */
export class BankQuestionDto {
  id: string;
  /** Within its course. */
  code: string;
  course: QuestionCourseDto;
  title: string;
  /** The beginning of its text, without markup. */
  excerpt: string;
  kind: Kind;
  /** 1 to 3. */
  difficulty: number;
  tags: string[];
  citations: QuestionArticleDto[];
  /** How many versions there are. */
  versions: number;
  places: QuestionPlaceDto[];
  /**
   * Answers with points in attempts that have ended, to this version; essays that are not graded, blank texts and choices
   * of nothing do not count. Counted every ten minutes.
   */
  answered: number;
  /** Of these, with less than the full point. */
  missed: number;
  /** A change of the law touched it, and nobody has settled that. */
  flagged: boolean;

  static from({ course, isFlagged, ...line }: QuestionLine): BankQuestionDto {
    const { id, code, title, excerpt, kind, difficulty, tags, citations, versions, places, answered, missed } = line;
    return {
      ...{ id, code, title, excerpt, kind, difficulty, tags, citations, versions, places, answered, missed },
      course: { slug: course.slug, title: course.title },
      flagged: isFlagged,
    };
  }
}

export class QuestionListDto {
  items: BankQuestionDto[];
  nextCursor: string | null;

  static from({ items, nextCursor }: { items: QuestionLine[]; nextCursor: string | null }): QuestionListDto {
    return { items: items.map((line) => BankQuestionDto.from(line)), nextCursor };
  }
}

export class CourseFilterDto extends QuestionCourseDto {
  count: number;
}

export class ArticleFilterDto extends QuestionArticleDto {
  count: number;
}

export class TagFilterDto {
  tag: string;
  count: number;
}

/** The most frequent first. */
export class QuestionFiltersDto {
  courses: CourseFilterDto[];
  articles: ArticleFilterDto[];
  tags: TagFilterDto[];

  static from({ courses, articles, tags }: QuestionFilters): QuestionFiltersDto {
    return { courses, articles, tags };
  }
}

export class KeyedAnswerDto {
  /** Sanitised HTML; empty for true and false. */
  html: string;
  /** Of a true-false question: which of the two. */
  truth: boolean | null;
  /** Of a matching question: what goes with it; plain text. */
  goesWith: string | null;
  /** Share of the points, 100 for a right answer; below 0 it takes away. Null where order or pairs decide. */
  percent: number | null;
  /** Points of a criterion of an essay. */
  points: number | null;
  /** What the learner is told; sanitised HTML. */
  feedback: string | null;
  /** How often it was chosen; null where nobody counts that. */
  chosen: number | null;
}

export class AnswerGroupDto {
  /** Number of the gap of a cloze, from 1; null for other kinds. */
  gap: number | null;
  /** Those of an ordering in the right order. */
  answers: KeyedAnswerDto[];
}

export class QuestionWordsDto {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export class QuestionWordingDto {
  /** `changed` with `same` words alone: only its looks changed. */
  kind: 'same' | 'changed' | 'added' | 'removed';
  words: QuestionWordsDto[];
}

export class QuestionChangesDto {
  words: QuestionWordingDto[];
  facts: ('title' | 'kind' | 'difficulty' | 'tags' | 'citations')[];
}

export class QuestionVersionDto {
  number: number;
  createdAt: Date;
  /** A quiz of a published course draws it. */
  inUse: boolean;
  answered: number;
  missed: number;
  /** Against the version before it; null for the first. */
  changes: QuestionChangesDto | null;
}

export class QuestionDraftLessonDto {
  slug: string;
  title: LawDeskTextDto;
}

export class QuestionDraftDto {
  id: string;
  /** Quiz lessons that may draw it; none when the draft has no such question. */
  lessons: QuestionDraftLessonDto[];
}

export class QuestionOutdatedDto {
  amendmentId: string;
  /** First day of the new law, YYYY-MM-DD. */
  effectiveOn: string;
  amendedBy: string;
  article: QuestionArticleDto;
}

export class QuestionRightsDto {
  /** Write for the course's drafts, or begin one. */
  edit: boolean;
}

export class QuestionPageDto {
  id: string;
  code: string;
  course: QuestionCourseDto;
  /** The number of the version shown: that which learners get, else the latest. */
  version: number;
  title: string;
  kind: Kind;
  /** 1 to 3. */
  difficulty: number;
  tags: string[];
  citations: QuestionArticleDto[];
  /** Sanitised HTML. */
  stem: string;
  answers: AnswerGroupDto[];
  /** What every learner is told in the end; sanitised HTML. */
  general: string | null;
  /** Of an essay. */
  minimumWords: number | null;
  /** Of an essay: pictures of an answer on paper are taken. */
  photo: boolean;
  /** As in the list. */
  answered: number;
  missed: number;
  /** When that was counted; null while nobody has answered. */
  countedAt: Date | null;
  /** The latest first. */
  versions: QuestionVersionDto[];
  places: QuestionPlaceDto[];
  /** The open draft of its course; null when none is open. */
  draft: QuestionDraftDto | null;
  flags: QuestionOutdatedDto[];
  can: QuestionRightsDto;

  static from({ id, code, course, version: shown, versions, places, draft, flags }: QuestionPage): QuestionPageDto {
    const { number, ...about } = shown;
    return {
      ...{ id, code, version: number, ...about, places, flags },
      course: { slug: course.slug, title: course.title },
      versions: versions.map(({ isInUse, ...version }) => ({ ...version, inUse: isInUse })),
      draft: draft && { id: draft.draftId, lessons: draft.lessons },
      can: { edit: course.mayWrite },
    };
  }
}
