import { Injectable } from '@nestjs/common';
import { RevisionPublished } from '../catalogue/catalogue.events.js';
import { EnrolmentCompleted } from '../enrolment/enrolment.events.js';
import { ArticleAmended } from '../law/law.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { CertificateDrawingService } from './certificate-drawing.service.js';
import { CertificateIssueService, DRAW_CERTIFICATE } from './certificate-issue.service.js';
import { RefresherService } from './refresher.service.js';

@Injectable()
export class CredentialsJobs {
  constructor(
    private readonly issuing: CertificateIssueService,
    private readonly drawing: CertificateDrawingService,
    private readonly refreshers: RefresherService,
  ) {}

  @JobHandler('credentials.issue-certificate', { queue: 'interactive', on: EnrolmentCompleted })
  async issueCertificate({ enrolmentId }: { enrolmentId: string }): Promise<void> {
    const certificateId = await this.issuing.issue(enrolmentId);
    if (certificateId !== null) await this.refreshers.openForCertificate(certificateId);
  }

  @JobHandler(DRAW_CERTIFICATE, { queue: 'interactive' })
  async drawCertificate({ certificateId }: { certificateId: string }): Promise<void> {
    await this.drawing.draw(certificateId);
  }

  @JobHandler('credentials.open-refreshers', { queue: 'bulk', on: RevisionPublished })
  async openRefreshers({ revisionId }: { revisionId: string }): Promise<void> {
    await this.refreshers.openForRevision(revisionId);
  }

  @JobHandler('credentials.open-amendment-refreshers', { queue: 'bulk', on: ArticleAmended })
  async openAmendmentRefreshers({ amendmentId }: { amendmentId: string }): Promise<void> {
    await this.refreshers.openForAmendment(amendmentId);
  }
}
