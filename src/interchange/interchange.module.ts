import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ClassesModule } from '../classes/classes.module.js';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LawModule } from '../law/law.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { ContentImportService } from './content/content-import.service.js';
import { DemoReformService } from './demo/demo-reform.service.js';
import { DemoService } from './demo/demo.service.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { PersonalDataService } from './personal-data/personal-data.service.js';
import { ReformPlanService } from './reform/reform-plan.service.js';
import { ReformStepsService } from './reform/reform-steps.service.js';
import { SyncController } from './sync/sync.controller.js';
import { SyncEffectService } from './sync/sync-effect.service.js';
import { SyncService } from './sync/sync.service.js';

/** What enters and leaves: content files, the devices' sync endpoint, the demonstration union. Owns only sync items. */
@Module({
  imports: [
    OrganisationModule,
    IdentityModule,
    LawModule,
    CatalogueModule,
    QuestionBankModule,
    EnrolmentModule,
    AssessmentModule,
    ClassesModule,
  ],
  controllers: [PersonalDataController, SyncController],
  providers: [
    ContentImportService,
    DemoReformService,
    DemoService,
    PersonalDataService,
    ReformPlanService,
    ReformStepsService,
    SyncEffectService,
    SyncService,
  ],
  exports: [ContentImportService, DemoService, ReformPlanService],
})
export class InterchangeModule {}
