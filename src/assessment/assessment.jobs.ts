import { Injectable } from '@nestjs/common';
import { RevisionPublished } from '../catalogue/catalogue.events.js';
import { PersonErased } from '../identity/identity.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { MOVE_ENROLMENT } from './assessment.rules.js';
import { EssayPhotoFilesService } from './essay-photo-files.service.js';
import { QuestionTallyService } from './question-tally.service.js';
import { RevisionMoveService } from './revision-move.service.js';
import { SubmissionService } from './submission.service.js';

@Injectable()
export class AssessmentJobs {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly moves: RevisionMoveService,
    private readonly tallies: QuestionTallyService,
    private readonly photoFiles: EssayPhotoFilesService,
  ) {}

  /** The server owns the deadline: a browser that is gone loses nothing that was saved. Who waits for it is served at once. */
  @JobHandler('assessment.close-expired-attempts', { queue: 'bulk', everySeconds: 15 })
  async closeExpiredAttempts(): Promise<void> {
    await this.submissions.closeExpired();
  }

  /** Lecturers look for what is answered wrongly over weeks; learners never wait for the counting. */
  @JobHandler('assessment.tally-answers', { queue: 'bulk', everySeconds: 600 })
  async tallyAnswers(): Promise<void> {
    await this.tallies.bringUpToDate();
  }

  @JobHandler('assessment.move-enrolments', { queue: 'bulk', on: RevisionPublished })
  async moveEnrolments({ revisionId }: { revisionId: string }): Promise<void> {
    await this.moves.moveAll(revisionId);
  }

  @JobHandler(MOVE_ENROLMENT, { queue: 'bulk' })
  async moveEnrolment({ enrolmentId }: { enrolmentId: string }): Promise<void> {
    await this.moves.moveOne(enrolmentId);
  }

  @JobHandler('assessment.erase-photos', { queue: 'interactive', on: PersonErased })
  async erasePhotos({ personId }: { personId: string }): Promise<void> {
    await this.photoFiles.erase(personId);
  }

  @JobHandler('assessment.sweep-photo-files', { queue: 'bulk', everySeconds: 3600 })
  async sweepPhotoFiles(): Promise<void> {
    await this.photoFiles.sweep();
  }
}
