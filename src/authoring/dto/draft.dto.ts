import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { DraftFault, DraftOutline } from '../draft-outline.service.js';
import type { DraftSummary } from '../draft.service.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A text in Vietnamese with optional English. */
export class DraftTextDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  vi: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  en?: string;
}

/** A course that is published, by its slug; or one that is not there yet, by title and slug. */
export class StartDraftDto {
  @ValidateIf((body: StartDraftDto) => body.title === undefined)
  @IsString()
  @Matches(SLUG)
  @MaxLength(100)
  courseSlug?: string;

  @ValidateIf((body: StartDraftDto) => body.courseSlug === undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  /** The new course's name in links; made of its title when absent. */
  @IsOptional()
  @IsString()
  @Matches(SLUG)
  @MaxLength(100)
  slug?: string;

  /** The unit that answers for a new course; the highest one that the actor writes for when absent. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;
}

export class ArchiveUploadQuery {
  /** Another name for the course, when its own is taken here. */
  @IsOptional()
  @IsString()
  @Matches(SLUG)
  @MaxLength(100)
  slug?: string;

  /** The unit that answers for it; the highest one that the actor writes for when absent. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;
}

export class DraftListQuery {
  /** The `nextCursor` of the page before. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class DraftSummaryDto {
  id: string;
  slug: string;
  title: DraftTextDto;
  state: 'editing' | 'submitted' | 'changes-requested' | 'approved' | 'published' | 'abandoned';
  organisationId: string;
  unitName: string;
  /** Whether the reader wrote for it. */
  isContributor: boolean;
  startedAt: Date;
  changedAt: Date | null;

  static from({ slug, title, state, unitName, ...draft }: DraftSummary): DraftSummaryDto {
    const { id, organisationId, isContributor, startedAt, changedAt } = draft;
    return { id, slug, title, state, organisationId, unitName, isContributor, startedAt, changedAt };
  }
}

export class DraftListDto {
  items: DraftSummaryDto[];
  nextCursor: string | null;
}

export class StartedDraftDto {
  id: string;
}

export class DraftFaultDto {
  /** Within the course's folder. */
  path: string;
  lessonSlug: string | null;
  /** From 1; null where the fault is the whole file. */
  line: number | null;
  message: DraftTextDto;

  static from({ path, lessonSlug, line, message }: DraftFault): DraftFaultDto {
    return { path, lessonSlug, line, message };
  }
}

export class DraftCourseDto {
  slug: string;
  title: DraftTextDto;
  summary: DraftTextDto;
  asOf: string;
  topics: string[];
  estimatedMinutes: number;
  /** As in course.yaml: lessons, quizzes, scenarios, attendance. */
  completion: Record<string, unknown>;
  /** As in course.yaml: kind, title, validMonths; null when the course gives none. */
  certificate: Record<string, unknown> | null;
  /** To be sent back with a change. */
  version: number;
}

export class DraftLessonOutlineDto {
  slug: string;
  kind: 'reading' | 'video' | 'quiz' | 'scenario';
  title: DraftTextDto;
  minutes: number;
  path: string;
  version: number;
  /** How many faults its files have. */
  faults: number;
  /** Reviewers' threads on it, and those of them that nobody has settled. */
  threads: number;
  openThreads: number;
}

export class DraftModuleDto {
  slug: string;
  title: DraftTextDto;
  summary: DraftTextDto;
  version: number;
  lessons: DraftLessonOutlineDto[];
}

export class DraftReviewDto {
  id: string;
  state: 'open' | 'approved' | 'changes-requested' | 'voided' | 'withdrawn';
  revisionId: string;
  submittedAt: Date;
  dueOn: string;
  decidedAt: Date | null;
  note: string | null;
}

export class DraftContributorDto {
  id: string;
  fullName: string;
}

export class DraftRightsDto {
  edit: boolean;
  submit: boolean;
  withdraw: boolean;
  publish: boolean;
  review: boolean;
  abandon: boolean;
}

export class DraftDto {
  id: string;
  state: 'editing' | 'submitted' | 'changes-requested' | 'approved' | 'published' | 'abandoned';
  organisationId: string;
  /** Counts the changes of the whole draft. */
  version: number;
  course: DraftCourseDto;
  modules: DraftModuleDto[];
  faults: DraftFaultDto[];
  /** The latest one. */
  review: DraftReviewDto | null;
  contributors: DraftContributorDto[];
  can: DraftRightsDto;

  static from({ head, state, course, modules, faults, review, contributors, can }: DraftOutline): DraftDto {
    const { id, organisationId, version } = head;
    return {
      ...{ id, state, organisationId, version, course, contributors, can },
      modules: modules.map(({ slug, title, summary, version, lessons }) => ({
        ...{ slug, title, summary, version },
        lessons: lessons.map(({ slug, kind, title, minutes, path, version, faults, threads, openThreads }) => ({
          ...{ slug, kind, title, minutes, path, version, faults, threads, openThreads },
        })),
      })),
      faults: faults.map((fault) => DraftFaultDto.from(fault)),
      review: review && {
        ...{ id: review.id, state: review.state, revisionId: review.revisionId, note: review.note },
        ...{ submittedAt: review.submittedAt, dueOn: review.dueOn, decidedAt: review.decidedAt },
      },
    };
  }
}

export class ChangeCourseDto {
  /** Of the course's facts as they were read. */
  @IsInt()
  @Min(0)
  version: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => DraftTextDto)
  title?: DraftTextDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => DraftTextDto)
  summary?: DraftTextDto;

  @IsOptional()
  @Matches(DAY)
  asOf?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @Matches(SLUG, { each: true })
  @MaxLength(60, { each: true })
  topics?: string[];

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  estimatedMinutes?: number;

  /** As in course.yaml; what does not fit is named among the draft's faults. */
  @IsOptional()
  @IsObject()
  completion?: Record<string, unknown>;

  /** As in course.yaml; null: the course gives none. */
  @IsOptional()
  @IsObject()
  certificate?: Record<string, unknown> | null;
}

export class AddModuleDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  summary?: string;
}

export class ChangeModuleDto {
  @IsOptional()
  @ValidateNested()
  @Type(() => DraftTextDto)
  title?: DraftTextDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => DraftTextDto)
  summary?: DraftTextDto;
}

export class AddLessonDto {
  @IsIn(['reading', 'video', 'quiz'])
  kind: 'reading' | 'video' | 'quiz';

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;
}

/** The name that a new module or lesson got. */
export class NewPartDto {
  slug: string;
}

export class ModuleOrderDto {
  @IsString()
  @MaxLength(100)
  slug: string;

  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  lessons: string[];
}

/** Every module and every lesson of the draft, once. */
export class DraftOrderDto {
  @IsArray()
  @ArrayMaxSize(99)
  @ValidateNested({ each: true })
  @Type(() => ModuleOrderDto)
  modules: ModuleOrderDto[];
}

export class AbandonDraftDto {
  /** Kept in the audit; no names of people. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
