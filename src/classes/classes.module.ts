import { Module } from '@nestjs/common';
import { AuthoringModule } from '../authoring/authoring.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PagesModule } from '../platform/http/pages/pages.module.js';
import { AttendanceMarkService } from './attendance-mark.service.js';
import { AttendanceService } from './attendance.service.js';
import { CheckInPageController } from './check-in-page.controller.js';
import { CheckInScanService } from './check-in-scan.service.js';
import { CheckInThrottleService } from './check-in-throttle.service.js';
import { CheckInController } from './check-in.controller.js';
import { CheckInService } from './check-in.service.js';
import { ClassLecturerService } from './class-lecturer.service.js';
import { ClassListService } from './class-list.service.js';
import { ClassPeopleService } from './class-people.service.js';
import { ClassRegistrationService } from './class-registration.service.js';
import { ClassRosterService } from './class-roster.service.js';
import { ClassSessionController } from './class-session.controller.js';
import { ClassSessionService } from './class-session.service.js';
import { ClassStandingService } from './class-standing.service.js';
import { ClassesService } from './classes.service.js';
import { DemoClassService } from './demo-class.service.js';
import { HeartbeatService } from './heartbeat.service.js';
import { TrainingClassController } from './training-class.controller.js';
import { TrainingClassService } from './training-class.service.js';

/**
 * Owns classes, seats, evidence of attendance and the verdicts derived from it. What attendance means for completion is
 * the enrolment's; certificates are the credentials'.
 */
@Module({
  imports: [AuthoringModule, OrganisationModule, IdentityModule, CatalogueModule, EnrolmentModule, PagesModule],
  controllers: [TrainingClassController, ClassSessionController, CheckInController, CheckInPageController],
  providers: [
    AttendanceMarkService,
    AttendanceService,
    CheckInScanService,
    CheckInService,
    CheckInThrottleService,
    ClassLecturerService,
    ClassListService,
    ClassPeopleService,
    ClassRegistrationService,
    ClassRosterService,
    ClassSessionService,
    ClassStandingService,
    ClassesService,
    DemoClassService,
    HeartbeatService,
    TrainingClassService,
  ],
  exports: [ClassesService],
})
export class ClassesModule {}
