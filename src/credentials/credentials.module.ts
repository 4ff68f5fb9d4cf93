import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { ClassesModule } from '../classes/classes.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { NotificationModule } from '../notification/notification.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PagesModule } from '../platform/http/pages/pages.module.js';
import { PdfModule } from '../platform/pdf/pdf.module.js';
import { CertificateDrawingService } from './certificate-drawing.service.js';
import { CertificateIssueService } from './certificate-issue.service.js';
import { CertificateSnapshotService } from './certificate-snapshot.service.js';
import { CertificateController } from './certificate.controller.js';
import { CertificateService } from './certificate.service.js';
import { CredentialsJobs } from './credentials.jobs.js';
import { RefresherController } from './refresher.controller.js';
import { RefresherService } from './refresher.service.js';
import { VerificationBudgetService } from './verification-budget.service.js';
import { VerificationPageController } from './verification-page.controller.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';

/**
 * Owns certificates, their registers and their verification. Decides nothing about completion: it hears that an
 * enrolment is complete and certifies it.
 */
@Module({
  imports: [
    AssessmentModule,
    OrganisationModule,
    IdentityModule,
    NotificationModule,
    ClassesModule,
    PagesModule,
    PdfModule,
  ],
  controllers: [CertificateController, RefresherController, VerificationController, VerificationPageController],
  providers: [
    CertificateDrawingService,
    CertificateIssueService,
    CertificateService,
    CertificateSnapshotService,
    CredentialsJobs,
    RefresherService,
    VerificationBudgetService,
    VerificationService,
  ],
  exports: [RefresherService],
})
export class CredentialsModule {}
