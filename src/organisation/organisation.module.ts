import { Module } from '@nestjs/common';
import { OfficialDocumentService } from './official-document.service.js';
import { OrganisationActService } from './organisation-act.service.js';
import { OrganisationChangeService } from './organisation-change.service.js';
import { OrganisationKindController } from './organisation-kind.controller.js';
import { OrganisationKindService } from './organisation-kind.service.js';
import { OrganisationReaderService } from './organisation-reader.service.js';
import { OrganisationSuccessionService } from './organisation-succession.service.js';
import { OrganisationController } from './organisation.controller.js';
import { OrganisationJobs } from './organisation.jobs.js';
import { OrganisationService } from './organisation.service.js';

/** Owns the tree of trade-union organisations and its history. Who may see which part of it is granted by identity. */
@Module({
  controllers: [OrganisationController, OrganisationKindController],
  providers: [
    OfficialDocumentService,
    OrganisationService,
    OrganisationKindService,
    OrganisationReaderService,
    OrganisationActService,
    OrganisationChangeService,
    OrganisationSuccessionService,
    OrganisationJobs,
  ],
  exports: [
    OfficialDocumentService,
    OrganisationService,
    OrganisationActService,
    OrganisationChangeService,
    OrganisationSuccessionService,
  ],
})
export class OrganisationModule {}
