import { IsUUID } from 'class-validator';
import type { Quiz } from '../entities/quiz.entity.js';

export class QuizQueryDto {
  @IsUUID()
  lessonId: string;
}

export class QuizTitleDto {
  vi: string;
  en?: string;
}

export class QuizDto {
  id: string;
  lessonId: string;
  slug: string;
  title: QuizTitleDto;
  kind: 'practice' | 'final';
  /** Questions drawn for an attempt. */
  questionCount: number;
  timeLimitSeconds: number | null;
  passPercent: number;
  /** 0: as often as one likes. */
  maxAttempts: number;
  review: 'after-submission' | 'after-pass';

  static from(quiz: Quiz): QuizDto {
    return {
      id: quiz.id,
      lessonId: quiz.lessonId,
      slug: quiz.slug,
      title: quiz.title,
      kind: quiz.kind,
      questionCount: quiz.draw,
      timeLimitSeconds: quiz.timeLimitSeconds,
      passPercent: quiz.passPercent,
      maxAttempts: quiz.maxAttempts,
      review: quiz.review,
    };
  }
}
