import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { AuthoringModule } from '../authoring/authoring.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ClassesModule } from '../classes/classes.module.js';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LawModule } from '../law/law.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { SearchModule } from '../search/search.module.js';
import { ContentExportService } from './content/content-export.service.js';
import { ContentImportService } from './content/content-import.service.js';
import { DemoScaleService } from './demo-scale/demo-scale.service.js';
import { DemoReformService } from './demo/demo-reform.service.js';
import { DemoService } from './demo/demo.service.js';
import { DemoTeachingService } from './demo/demo-teaching.service.js';
import { ImportApplicationService } from './register-import/import-application.service.js';
import { ImportCheckService } from './register-import/import-check.service.js';
import { ImportComparisonService } from './register-import/import-comparison.service.js';
import { ImportController } from './register-import/import.controller.js';
import { ImportJobs } from './register-import/import.jobs.js';
import { ImportRetentionService } from './register-import/import-retention.service.js';
import { ImportReportService } from './register-import/import-report.service.js';
import { ImportService } from './register-import/import.service.js';
import { RegisterExportController } from './register-import/register-export.controller.js';
import { RegisterExportService } from './register-import/register-export.service.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { PersonalDataService } from './personal-data/personal-data.service.js';
import { ReformPlanService } from './reform/reform-plan.service.js';
import { ReformSplitService } from './reform/reform-split.service.js';
import { ReformStepsService } from './reform/reform-steps.service.js';
import { SyncController } from './sync/sync.controller.js';
import { SyncEffectService } from './sync/sync-effect.service.js';
import { SyncService } from './sync/sync.service.js';

/**
 * What enters and leaves: content files, register files, the devices' sync endpoint, the demonstration union. Owns only
 * sync items and imports.
 */
@Module({
  imports: [
    OrganisationModule,
    IdentityModule,
    LawModule,
    CatalogueModule,
    QuestionBankModule,
    AuthoringModule,
    SearchModule,
    EnrolmentModule,
    AssessmentModule,
    ClassesModule,
  ],
  controllers: [PersonalDataController, SyncController, ImportController, RegisterExportController],
  providers: [
    ContentExportService,
    ContentImportService,
    DemoReformService,
    DemoScaleService,
    DemoService,
    DemoTeachingService,
    PersonalDataService,
    ReformPlanService,
    ReformSplitService,
    ReformStepsService,
    SyncEffectService,
    SyncService,
    ImportService,
    ImportCheckService,
    ImportComparisonService,
    ImportApplicationService,
    ImportReportService,
    ImportRetentionService,
    RegisterExportService,
    ImportJobs,
  ],
  exports: [ContentExportService, ContentImportService, DemoScaleService, DemoService, ReformPlanService],
})
export class InterchangeModule {}
