import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AssessmentModule } from './assessment/assessment.module.js';
import { AuthoringModule } from './authoring/authoring.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { ClassesModule } from './classes/classes.module.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { EnrolmentModule } from './enrolment/enrolment.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InterchangeModule } from './interchange/interchange.module.js';
import { LawModule } from './law/law.module.js';
import { NotificationModule } from './notification/notification.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { AuthGuard } from './platform/auth/auth.guard.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { ReportingModule } from './reporting/reporting.module.js';
import { SearchModule } from './search/search.module.js';
import { QuestionBankModule } from './question-bank/question-bank.module.js';

/** The composition of the monolith: the platform and every feature, lowest first. */
@Module({})
export class AppModule {
  static register(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(parts),
        OrganisationModule,
        IdentityModule,
        NotificationModule,
        LawModule,
        CatalogueModule,
        QuestionBankModule,
        SearchModule,
        AuthoringModule,
        EnrolmentModule,
        AssessmentModule,
        ClassesModule,
        CredentialsModule,
        ReportingModule,
        InterchangeModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: AuthGuard }],
    };
  }
}
