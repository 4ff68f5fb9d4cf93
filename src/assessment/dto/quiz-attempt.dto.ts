import { IsObject, IsOptional, IsUUID, Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import type { QuestionBody, QuestionKind } from '../../question-bank/entities/question-body.js';
import { percentOf } from '../assessment.rules.js';
import type { Answer } from '../attempt-reader.service.js';
import type { AttemptSummary, AttemptView } from '../quiz-attempt.service.js';
import type { EssayPhoto } from '../entities/essay-photo.entity.js';
import { EssayPhotoDto } from './essay-photo.dto.js';
import { responseSchema, type QuestionResponseDto } from './question-response.dto.js';
import { ShownQuestionBodyDto } from './shown-question.dto.js';

/** Without its zone an instant would be read in the server's. */
const INSTANT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export class StartAttemptDto {
  @IsUUID()
  enrolmentId: string;
}

export class SaveAnswerDto {
  @IsObject()
  @ApiProperty(responseSchema(false))
  response: QuestionResponseDto;

  /** When it was answered by the device's clock, ISO 8601 with zone; never taken as later than received. */
  @IsOptional()
  @Matches(INSTANT)
  answeredAt?: string;
}

export class AnswerSavedDto {
  /** When the server took it. */
  savedAt: string;
  /** When the answer that is now stored was given: this one, or a later one that arrived before it. */
  answeredAt: string;
}

export class AttemptListQuery {
  @IsOptional()
  @IsUUID()
  quizId?: string;
}

export class QuizNameDto {
  vi: string;
  en?: string;
}

export class AttemptQuestionDto {
  /** Id of the question's version. */
  questionId: string;
  /** From 1. */
  position: number;
  kind: QuestionKind;
  body: ShownQuestionBodyDto;
  @ApiProperty(responseSchema(true))
  response: QuestionResponseDto | null;
  answeredAt: string | null;
  /** essay: photographed pages of an answer on paper, in their order. */
  photos: EssayPhotoDto[];

  static from(
    answer: Answer,
    { kind, body, photos = [] }: { kind: QuestionKind; body: QuestionBody; photos?: EssayPhoto[] | undefined },
  ): AttemptQuestionDto {
    return {
      questionId: answer.questionVersionId,
      position: answer.position,
      kind,
      body: ShownQuestionBodyDto.from(body, answer.optionOrder),
      response: answer.response,
      answeredAt: answer.answeredAt?.toISOString() ?? null,
      photos: photos.map((photo) => EssayPhotoDto.from(photo)),
    };
  }
}

export class AttemptCanDto {
  answer: boolean;
  submit: boolean;
}

export class AttemptDto {
  id: string;
  quizId: string;
  enrolmentId: string;
  /** From 1. */
  number: number;
  state: 'in-progress' | 'awaiting-grading' | 'graded';
  startedAt: string;
  /** Null: no time limit. */
  deadlineAt: string | null;
  /** The server's clock, by which the deadline counts. */
  serverTime: string;
  title: QuizNameDto;
  kind: 'practice' | 'final';
  passPercent: number;
  /** Never with key or feedback: those are in the result, when the review rule allows. */
  questions: AttemptQuestionDto[];
  can: AttemptCanDto;

  static from({ attempt, quiz, questions, photos, serverTime, isOpen }: AttemptView): AttemptDto {
    return {
      id: attempt.id,
      quizId: attempt.quizId,
      enrolmentId: attempt.enrolmentId,
      number: attempt.number,
      state: attempt.state,
      startedAt: attempt.startedAt.toISOString(),
      deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
      serverTime: serverTime.toISOString(),
      title: quiz.title,
      kind: quiz.kind,
      passPercent: quiz.passPercent,
      questions: attempt.answers.flatMap((answer) => {
        const question = questions.get(answer.questionVersionId);
        if (!question) return [];
        return [AttemptQuestionDto.from(answer, { ...question, photos: photos.get(question.id) })];
      }),
      can: { answer: isOpen, submit: isOpen },
    };
  }
}

export class AttemptSummaryDto {
  id: string;
  quizId: string;
  number: number;
  state: 'in-progress' | 'awaiting-grading' | 'graded';
  /** 0–100; null until graded. */
  percent: number | null;
  passed: boolean | null;
  startedAt: string;

  static from({ points, maxPoints, startedAt, ...summary }: AttemptSummary): AttemptSummaryDto {
    const { id, quizId, number, state, passed } = summary;
    const percent = points === null ? null : percentOf(points, maxPoints);
    return { id, quizId, number, state, percent, passed, startedAt: startedAt.toISOString() };
  }
}

export class AttemptListDto {
  items: AttemptSummaryDto[];
}
