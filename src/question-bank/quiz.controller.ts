import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { NotFound } from '../platform/problems/problem.js';
import { QuizDto, QuizQueryDto } from './dto/quiz.dto.js';
import { QuestionBankService } from './question-bank.service.js';

@ApiTags('quizzes')
@Controller('api/v1/quizzes')
export class QuizController {
  constructor(private readonly bank: QuestionBankService) {}

  /** The quiz of a quiz lesson. */
  @Can('quiz-attempt.read')
  @Get()
  @ApiOkResponse({ type: QuizDto })
  async ofLesson(@Query() { lessonId }: QuizQueryDto): Promise<QuizDto> {
    const quiz = await this.bank.quizOfLesson(lessonId);
    if (!quiz) throw NotFound();
    return QuizDto.from(quiz);
  }

  /** One quiz: how many questions, how long, how often. */
  @Can('quiz-attempt.read')
  @Get(':id')
  @ApiOkResponse({ type: QuizDto })
  async get(@Param('id', UUID_OR_404) id: string): Promise<QuizDto> {
    return QuizDto.from(await this.bank.quiz(id));
  }
}
