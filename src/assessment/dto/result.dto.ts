import { ApiProperty } from '@nestjs/swagger';
import type { QuestionKind } from '../../question-bank/entities/question-body.js';
import type { GradedQuestion } from '../../question-bank/question-bank.service.js';
import { percentOf } from '../assessment.rules.js';
import type { Answer } from '../attempt-reader.service.js';
import type { ResultView } from '../quiz-attempt.service.js';
import { feedbackOn, shownKey } from '../review.rules.js';
import type { EssayPhoto } from '../entities/essay-photo.entity.js';
import { EssayPhotoDto } from './essay-photo.dto.js';
import { responseSchema, type QuestionResponseDto } from './question-response.dto.js';
import { ShownQuestionBodyDto } from './shown-question.dto.js';

export class CorrectAnswerDto {
  /** single, multiple: indexes of the right options. */
  options?: number[];
  /** true-false. */
  value?: boolean;
  /** short-answer, numeric: what is taken as right. */
  texts?: string[];
  /** matching: for each prompt the index of its choice. */
  choices?: number[];
  /** ordering: the indexes of the items in the right order. */
  order?: number[];
  /** cloze: for each gap what is taken as right. */
  blanks?: string[][];
}

export class CitedArticleDto {
  /** Such as `vn.blld.2019.d188`. */
  code: string;
  title: string;
}

export class EssayGradeDto {
  /** For each criterion of the rubric. */
  points: number[];
  /** May be empty. */
  comment: string;
}

export class ReviewedQuestionDto {
  questionId: string;
  position: number;
  kind: QuestionKind;
  /** Sanitised HTML. */
  stem: string;
  body: ShownQuestionBodyDto;
  @ApiProperty(responseSchema(true))
  response: QuestionResponseDto | null;
  /** 0–1. */
  points: number;
  correct: CorrectAnswerDto;
  /** The author's remarks on what was answered, as sanitised HTML. */
  feedback: string[];
  /** The author's remark on the question, as sanitised HTML. */
  general: string | null;
  citations: CitedArticleDto[];
  /** What a lecturer gave for an essay; null for other questions and for an essay left empty. */
  grade: EssayGradeDto | null;
  /** essay: photographed pages of an answer on paper, in their order. */
  photos: EssayPhotoDto[];

  static from(
    answer: Answer,
    { kind, body, answerKey, citations }: GradedQuestion,
    given: { articleTitles: ReadonlyMap<string, string>; grade: EssayGradeDto | null; photos: EssayPhoto[] },
  ): ReviewedQuestionDto {
    return {
      questionId: answer.questionVersionId,
      position: answer.position,
      kind,
      stem: body.stem,
      body: ShownQuestionBodyDto.from(body, answer.optionOrder),
      response: answer.response,
      points: answer.points ?? 0,
      correct: shownKey(answerKey, body),
      feedback: feedbackOn(answerKey, answer.response, body.unit),
      general: answerKey.general,
      citations: citations.map((code) => ({ code, title: given.articleTitles.get(code) ?? code })),
      grade: given.grade,
      photos: given.photos.map((photo) => EssayPhotoDto.from(photo)),
    };
  }
}

export class ResultDto {
  attemptId: string;
  state: 'in-progress' | 'awaiting-grading' | 'graded';
  points: number;
  maxPoints: number;
  /** 0–100, two decimals, never rounded up. */
  percent: number;
  passed: boolean;
  gradedAt: string;
  /** Null: as many as one likes. */
  attemptsLeft: number | null;
  /** Null until the quiz's review rule allows key and feedback to be seen. */
  review: ReviewedQuestionDto[] | null;

  static from(view: ResultView): ResultDto {
    const { attempt, attemptsLeft } = view;
    const points = attempt.points ?? 0;
    return {
      attemptId: attempt.id,
      state: attempt.state,
      points,
      maxPoints: attempt.maxPoints,
      percent: percentOf(points, attempt.maxPoints),
      passed: attempt.passed ?? false,
      gradedAt: attempt.gradedAt?.toISOString() ?? '',
      attemptsLeft,
      review: reviewOf(view),
    };
  }
}

function reviewOf({ attempt, reviewed }: ResultView): ReviewedQuestionDto[] | null {
  if (!reviewed) return null;
  const { questions, articleTitles, essays, photos: pages } = reviewed;
  return attempt.answers.flatMap((answer) => {
    const question = questions.get(answer.questionVersionId);
    const grade = essays.get(answer.questionVersionId) ?? null;
    const photos = pages.get(answer.questionVersionId) ?? [];
    return question ? [ReviewedQuestionDto.from(answer, question, { articleTitles, grade, photos })] : [];
  });
}
