import { Global, Module } from '@nestjs/common';
import { AuditJobs } from './audit.jobs.js';
import { AuditService } from './audit.service.js';
import { Sealer } from './sealer.js';

/** Append-only record of administrative acts, and the seals of all append-only tables. */
@Global()
@Module({ providers: [AuditService, Sealer, AuditJobs], exports: [AuditService, Sealer] })
export class AuditModule {}
