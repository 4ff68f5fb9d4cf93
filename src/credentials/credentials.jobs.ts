import { Injectable } from '@nestjs/common';
import { EnrolmentCompleted } from '../enrolment/enrolment.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { CertificateDrawingService } from './certificate-drawing.service.js';
import { CertificateIssueService, DRAW_CERTIFICATE } from './certificate-issue.service.js';

@Injectable()
export class CredentialsJobs {
  constructor(
    private readonly issuing: CertificateIssueService,
    private readonly drawing: CertificateDrawingService,
  ) {}

  @JobHandler('credentials.issue-certificate', { queue: 'interactive', on: EnrolmentCompleted })
  async issueCertificate({ enrolmentId }: { enrolmentId: string }): Promise<void> {
    await this.issuing.issue(enrolmentId);
  }

  @JobHandler(DRAW_CERTIFICATE, { queue: 'interactive' })
  async drawCertificate({ certificateId }: { certificateId: string }): Promise<void> {
    await this.drawing.draw(certificateId);
  }
}
