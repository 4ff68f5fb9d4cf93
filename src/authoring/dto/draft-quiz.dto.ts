import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  EXPORT_FORMATS,
  QUESTION_SCHEMA,
  type ExportFormat,
  type ExportLoss,
  type QuestionBody,
  type QuestionSource,
} from '../../question-bank/question-format.service.js';
import type { ImportReport } from '../draft-quiz-import.service.js';
import type { DraftQuiz } from '../draft-quiz.service.js';
import { DraftTextDto } from './draft.dto.js';

const KINDS = [
  ...['single', 'multiple', 'true-false', 'short-answer', 'numeric', 'matching', 'ordering', 'cloze', 'essay'],
] as const;
type Kind =
  'single' | 'multiple' | 'true-false' | 'short-answer' | 'numeric' | 'matching' | 'ordering' | 'cloze' | 'essay';

/** So many questions with this tag, of this kind, of this difficulty; absent: any. */
export class BlueprintCellDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  tag?: string;

  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @IsOptional()
  @IsIn([1, 2, 3])
  difficulty?: 1 | 2 | 3;

  @IsInt()
  @Min(1)
  @Max(200)
  count: number;
}

export class QuizSettingsDto {
  @ValidateNested()
  @Type(() => DraftTextDto)
  title: DraftTextDto;

  @IsIn(['practice', 'final'])
  kind: 'practice' | 'final';

  /** Questions drawn for an attempt; null with a blueprint. */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(500)
  draw: number | null;

  @ValidateIf((_, value) => value !== null)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => BlueprintCellDto)
  blueprint: BlueprintCellDto[] | null;

  /** Final quizzes only. */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(600)
  timeLimitMinutes: number | null;

  @IsInt()
  @Min(0)
  @Max(600)
  graceSeconds: number;

  @IsInt()
  @Min(0)
  @Max(100)
  passPercent: number;

  /** 0: as often as one likes. */
  @IsInt()
  @Min(0)
  @Max(100)
  maxAttempts: number;

  @IsBoolean()
  shuffleOptions: boolean;

  @IsIn(['afterSubmission', 'afterPass'])
  review: 'afterSubmission' | 'afterPass';
}

/** Which lesson of which draft; an id that is none is not found. */
export class QuizPlaceDto {
  @IsString()
  id: string;

  @IsString()
  slug: string;
}

export class QuizFaultDto {
  path: string;
  line: number | null;
  message: DraftTextDto;
}

/** What the questions give for a cell of a blueprint. */
export class CellStandingDto {
  /** Questions that fit the cell, those that other cells ask for as well included. */
  available: number;
  /** Questions that the cell goes without in every paper. */
  lacking: number;
}

export class DraftQuizDto {
  slug: string;
  path: string;
  version: number;
  settings: QuizSettingsDto;

  @ApiProperty({ type: 'array', items: QUESTION_SCHEMA })
  questions: QuestionSource[];

  /** Of each cell of the blueprint; none without a blueprint. */
  cells: CellStandingDto[];

  /** Other quizzes that draw from the same questions. */
  sharedWith: string[];
  faults: QuizFaultDto[];

  static from(quiz: DraftQuiz): DraftQuizDto {
    return quiz;
  }
}

export class BlueprintTrialDto {
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => BlueprintCellDto)
  blueprint: BlueprintCellDto[];
}

export class BlueprintStandingDto {
  cells: CellStandingDto[];
}

export class QuestionTrialDto {
  @ApiProperty(QUESTION_SCHEMA)
  @IsObject()
  question: QuestionSource;
}

export class PreviewedBlankDto {
  kind: 'choice' | 'short-answer' | 'numeric';
  choices?: string[];
}

export class PreviewedCriterionDto {
  criterion: string;
  points: number;
}

/** What a learner may see of a question, as it is stored: without its key, options in the order of writing. */
export class PreviewedBodyDto {
  /** Sanitised HTML, as are the options, prompts, items and criteria. */
  stem: string;
  options?: string[];
  prompts?: string[];
  choices?: string[];
  unit?: string;
  items?: string[];
  blanks?: PreviewedBlankDto[];
  rubric?: PreviewedCriterionDto[];
  minimumWords?: number;
  photo?: boolean;
}

export class PreviewedQuestionDto {
  kind: Kind;
  body: PreviewedBodyDto;

  static from({ kind, body }: { kind: Kind; body: QuestionBody }): PreviewedQuestionDto {
    return { kind, body };
  }
}

export class SaveQuizDto {
  /** The version that was being edited. */
  @IsInt()
  @Min(0)
  baseVersion: number;

  /** Of this save, made by the device: sent again because its answer was lost, it is the same save. */
  @IsUUID()
  saveId: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => QuizSettingsDto)
  settings?: QuizSettingsDto;

  /** All questions of the quiz; absent: they stay as they are. */
  @ApiPropertyOptional({ type: 'array', items: QUESTION_SCHEMA })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5000)
  questions?: QuestionSource[];
}

export class SavedQuizDto {
  version: number;
}

export class QuestionImportQuery {
  @IsIn(['add', 'replace'])
  mode: 'add' | 'replace';

  /** Only says what would happen. */
  @IsIn(['true', 'false'])
  dryRun: 'true' | 'false';

  /** The version of the quiz that the reader has seen; needed to write. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  baseVersion?: number;
}

export class QuestionLineDto {
  line: number;
  message: DraftTextDto;
}

export class ImportedQuestionDto {
  line: number;
  id: string | null;
  title: string;
  kind: 'choice' | 'true-false' | 'short-answer' | 'numeric' | 'matching' | 'ordering' | 'cloze' | 'essay';
}

/** What a file of questions is, and what becomes of each of its lines. */
export class QuestionImportDto {
  format: 'gift' | 'aiken' | 'moodle-xml' | 'sheet' | 'docx' | null;
  encoding: string | null;
  applied: boolean;
  version: number;
  questions: ImportedQuestionDto[];
  /** Any of them refuses the whole file. */
  faults: QuestionLineDto[];
  /** Questions that are not taken over. */
  leftOut: QuestionLineDto[];
  /** Parts of questions that are not taken over. */
  losses: QuestionLineDto[];

  static from(report: ImportReport): QuestionImportDto {
    const lines = (all: QuestionLineDto[]) => all.map(({ line, message }) => ({ line, message }));
    const { faults, leftOut, losses, ...rest } = report;
    return { ...rest, faults: lines(faults), leftOut: lines(leftOut), losses: lines(losses) };
  }
}

export class QuestionExportQuery {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class ExportLossDto {
  id: string | null;
  title: string;
  /** The question is left out of the file. */
  whole: boolean;
  message: DraftTextDto;
}

export class ExportLossesDto {
  items: ExportLossDto[];

  static from(losses: ExportLoss[]): ExportLossesDto {
    return { items: losses.map(({ question, whole, message }) => ({ ...question, whole, message })) };
  }
}
