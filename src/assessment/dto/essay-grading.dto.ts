import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { WaitingAttempt, WaitingEssay } from '../essay-grading.service.js';
import { minimumWordsOf, wordsIn } from '../essay.rules.js';
import { EssayPhotoDto } from './essay-photo.dto.js';
import { QuizNameDto } from './quiz-attempt.dto.js';
import { ShownCriterionDto } from './shown-question.dto.js';

export class WaitingListQuery {
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class WaitingAttemptDto {
  attemptId: string;
  learner: string;
  courseTitle: QuizNameDto;
  quizTitle: QuizNameDto;
  /** Which try of the learner, from 1. */
  number: number;
  awaitingSince: string;

  static from({ personId: _personId, awaitingSince, ...attempt }: WaitingAttempt): WaitingAttemptDto {
    const { attemptId, learner, courseTitle, quizTitle, number } = attempt;
    return { attemptId, learner, courseTitle, quizTitle, number, awaitingSince: awaitingSince.toISOString() };
  }
}

export class WaitingAttemptListDto {
  items: WaitingAttemptDto[];
  nextCursor: string | null;
}

export class WaitingEssayDto {
  questionId: string;
  /** On the learner's paper, from 1. */
  position: number;
  /** Sanitised HTML. */
  stem: string;
  rubric: ShownCriterionDto[];
  /** Null when the question asks for none, or when photos stand in the place of words. */
  minimumWords: number | null;
  /** What the author says about the question, as sanitised HTML. */
  general: string | null;
  /** As the learner typed it. */
  text: string;
  words: number;
  photos: EssayPhotoDto[];

  static from({ questionId, position, body, general, text, photos }: WaitingEssay): WaitingEssayDto {
    const { stem, rubric = [] } = body;
    const minimumWords = minimumWordsOf(body, photos.length);
    const pages = photos.map((photo) => EssayPhotoDto.from(photo));
    return {
      ...{ questionId, position, stem, rubric, minimumWords },
      ...{ general, text, words: wordsIn(text), photos: pages },
    };
  }
}

export class EssaysToGradeDto extends WaitingAttemptDto {
  essays: WaitingEssayDto[];
}

export class GivenGradeDto {
  @IsUUID()
  questionId: string;

  /** For each criterion, in quarters. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsNumber({}, { each: true })
  points: number[];

  /** To the learner; at most 4,000 characters. */
  @IsString()
  @MaxLength(4_000)
  comment: string;
}

export class GradeEssaysDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GivenGradeDto)
  essays: GivenGradeDto[];
}

export class EssaysGradedDto {
  /** Of the whole paper, 0–100, two decimals, never rounded up. */
  percent: number;
  passed: boolean;
}
