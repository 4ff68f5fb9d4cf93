import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { Authenticator } from '../platform/auth/actor.js';
import { AuditController } from './audit.controller.js';
import { AuditReaderService } from './audit-reader.service.js';
import { CodeRedemptionService } from './code-redemption.service.js';
import { CorrectionDecisionService } from './correction-decision.service.js';
import { CorrectionRequestController } from './correction-request.controller.js';
import { CorrectionRequestService } from './correction-request.service.js';
import { DemoUnionService } from './demo-union.service.js';
import { IdentityJobs } from './identity.jobs.js';
import { IdentityService } from './identity.service.js';
import { OfficeTermController } from './office-term.controller.js';
import { OfficeTermService } from './office-term.service.js';
import { OneTimeCodeController } from './one-time-code.controller.js';
import { OneTimeCodeService } from './one-time-code.service.js';
import { OfficeSuccessionService } from './office-succession.service.js';
import { PasswordResetController } from './password-reset.controller.js';
import { PasswordResetService } from './password-reset.service.js';
import { PasswordService } from './password.service.js';
import { PersonErasureService } from './person-erasure.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleReaderService } from './people-reader.service.js';
import { PeopleScopeService } from './people-scope.service.js';
import { PeopleService } from './people.service.js';
import { RoleGrantController } from './role-grant.controller.js';
import { RoleHoldersService } from './role-holders.service.js';
import { RoleGrantService } from './role-grant.service.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import { SessionCookieService } from './session-cookie.service.js';
import { SessionListController } from './session-list.controller.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import { UnitReformController } from './unit-reform.controller.js';
import { UnitReformService } from './unit-reform.service.js';

/**
 * Owns people, their accounts, sessions, offices and role grants, and the one scope function. What a role may call is
 * the platform's permissions; what it may do to one thing is decided by the feature that owns the thing.
 */
@Module({
  imports: [OrganisationModule],
  controllers: [
    SessionController,
    SessionListController,
    OneTimeCodeController,
    PasswordResetController,
    PeopleController,
    OfficeTermController,
    RoleGrantController,
    CorrectionRequestController,
    AuditController,
    UnitReformController,
  ],
  providers: [
    IdentityService,
    PasswordService,
    SignInThrottleService,
    SessionAuthenticator,
    { provide: Authenticator, useExisting: SessionAuthenticator },
    SessionService,
    SessionCookieService,
    OneTimeCodeService,
    CodeRedemptionService,
    PasswordResetService,
    PeopleScopeService,
    PeopleReaderService,
    RoleHoldersService,
    PeopleService,
    OfficeTermService,
    RoleGrantService,
    CorrectionRequestService,
    CorrectionDecisionService,
    PersonErasureService,
    IdentityJobs,
    DemoUnionService,
    AuditReaderService,
    OfficeSuccessionService,
    UnitReformService,
  ],
  exports: [
    IdentityService,
    SessionService,
    SessionCookieService,
    PasswordService,
    Authenticator,
    DemoUnionService,
    OfficeSuccessionService,
    PeopleScopeService,
    RoleHoldersService,
  ],
})
export class IdentityModule implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
  ) {}

  /** Every installation starts with the shipped catalogue of offices. */
  async onApplicationBootstrap(): Promise<void> {
    await this.identity.ensureOfficeTitles(this.dataSource.manager);
  }
}
