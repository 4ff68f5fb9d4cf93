import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { NotificationModule } from '../notification/notification.module.js';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { AnswerService } from './answer.service.js';
import { AssessmentJobs } from './assessment.jobs.js';
import { AttemptReaderService } from './attempt-reader.service.js';
import { EssayGradingController } from './essay-grading.controller.js';
import { EssayGradingService } from './essay-grading.service.js';
import { EssayPhotoController } from './essay-photo.controller.js';
import { EssayPhotoFilesService } from './essay-photo-files.service.js';
import { EssayPhotoService } from './essay-photo.service.js';
import { QuizAttemptController } from './quiz-attempt.controller.js';
import { QuizAttemptService } from './quiz-attempt.service.js';
import { QuestionCheckService } from './question-check.service.js';
import { QuestionTallyService } from './question-tally.service.js';
import { RevisionMoveService } from './revision-move.service.js';
import { ScenarioAttemptService } from './scenario-attempt.service.js';
import { SubmissionService } from './submission.service.js';

/**
 * Owns attempts at quizzes and scenarios, their answers and their grading. Questions and quizzes are the question bank's; what a result
 * means for the course is the enrolment's.
 */
@Module({
  imports: [IdentityModule, NotificationModule, CatalogueModule, QuestionBankModule, EnrolmentModule],
  controllers: [QuizAttemptController, EssayGradingController, EssayPhotoController],
  providers: [
    AttemptReaderService,
    QuizAttemptService,
    AnswerService,
    SubmissionService,
    ScenarioAttemptService,
    RevisionMoveService,
    EssayGradingService,
    QuestionCheckService,
    QuestionTallyService,
    EssayPhotoService,
    EssayPhotoFilesService,
    AssessmentJobs,
  ],
  exports: [QuestionCheckService, AnswerService, SubmissionService, ScenarioAttemptService, RevisionMoveService],
})
export class AssessmentModule {}
