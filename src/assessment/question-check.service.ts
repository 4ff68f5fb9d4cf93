import { Injectable } from '@nestjs/common';
import type { QuestionResponse } from '../question-bank/entities/question-body.js';
import { QuestionBankService, type GradedQuestion } from '../question-bank/question-bank.service.js';
import { gradeResponse } from './assessment.rules.js';
import { QuestionNotAnswered } from './assessment.problems.js';
import { AttemptQuestionDto } from './dto/quiz-attempt.dto.js';
import { ReviewedQuestionDto } from './dto/result.dto.js';
import { drawPaper, toPoolQuestion, type PaperQuestion } from './paper.rules.js';
import { readResponse } from './response.rules.js';

/** A question to be answered, as in an attempt: without key or feedback. */
export type ShownQuestion = AttemptQuestionDto;

/** An answered question with its key and feedback, as in a result. */
export type CheckedQuestion = ReviewedQuestionDto;

/** What was answered to a question, and what it brought. */
export interface CheckedAnswer {
  questionVersionId: string;
  response: QuestionResponse;
  /** 0–1, six decimals. */
  points: number;
}

/**
 * Shows and grades questions outside an attempt: in the forms and by the grading of attempts, but recorded by whoever asks.
 * Options are shuffled by the question alone, so that they stand in the same order whenever it is shown.
 */
@Injectable()
export class QuestionCheckService {
  constructor(private readonly questionBank: QuestionBankService) {}

  /** In the order given. */
  async show(ids: string[]): Promise<ShownQuestion[]> {
    const questions = await this.questionBank.forGrading(ids);
    return questions.map((question, at) =>
      AttemptQuestionDto.from(
        { ...placeOf(question, at), response: null, answeredAt: null, points: null, photos: 0 },
        question,
      ),
    );
  }

  /**
   * @param responses by question, as devices send them
   * @throws Problem question-not-answered when one is missing or does not fit its question
   */
  async grade(ids: string[], responses: ReadonlyMap<string, unknown>): Promise<CheckedAnswer[]> {
    const questions = await this.questionBank.forGrading(ids);
    return questions.map((question, at) => {
      const response = readResponse(question, responses.get(question.id));
      if (!response) throw QuestionNotAnswered({ position: at + 1 });
      return { questionVersionId: question.id, response, points: gradeResponse(question, response) };
    });
  }

  /** Answers with the right ones, the authors' feedback and the articles. */
  async review(answers: CheckedAnswer[]): Promise<CheckedQuestion[]> {
    const questions = await this.questionBank.forGrading(answers.map(({ questionVersionId }) => questionVersionId));
    const articleTitles = await this.questionBank.articleTitles(questions.flatMap(({ citations }) => citations));
    return questions.flatMap((question, at) => {
      const given = answers.find(({ questionVersionId }) => questionVersionId === question.id);
      if (!given) return [];
      const answer = { ...placeOf(question, at), ...given, answeredAt: null, photos: 0 };
      return ReviewedQuestionDto.from(answer, question, { articleTitles, grade: null, photos: [] });
    });
  }
}

/** The last hex digits of its id as the seed: any number that stays the same. */
function placeOf(question: GradedQuestion, at: number): PaperQuestion {
  const seed = Number.parseInt(question.id.slice(-8), 16);
  const [drawn] = drawPaper([toPoolQuestion(question)], { seed, draw: 1, shuffleOptions: true });
  return { questionVersionId: question.id, position: at + 1, optionOrder: drawn?.optionOrder ?? [] };
}
