import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TeachingAuthorisation } from '../../authoring/entities/teaching-authorisation.entity.js';
import { TeachingAuthorisationService } from '../../authoring/teaching-authorisation.service.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock, vietnamDate } from '../../platform/clock/clock.js';

/** The invented decision behind it. */
const DECISION = { number: '12/QĐ-LĐLĐ', signer: 'Võ Đình Khải' };

interface DemoTeaching {
  courseSlug: string;
  lecturerId: string;
  officerId: string;
  organisationId: string;
}

/** What the lecturer of the demonstration may teach: else no class of the course could be opened with them. */
@Injectable()
export class DemoTeachingService {
  constructor(
    private readonly teaching: TeachingAuthorisationService,
    private readonly catalogue: CatalogueService,
    private readonly clock: Clock,
  ) {}

  /** Once: who ends or changes it keeps what they did. */
  async seed(tx: EntityManager, { courseSlug, lecturerId, officerId, organisationId }: DemoTeaching): Promise<void> {
    if (await tx.existsBy(TeachingAuthorisation, { personId: lecturerId })) return;
    const { revision } = await this.catalogue.currentRevisionOf(courseSlug);
    const [day = revision.asOf] = [revision.asOf, vietnamDate(this.clock.now())].sort();
    const document = { ...DECISION, issuedOn: day };
    for (const topic of revision.topics) {
      const given = { personId: lecturerId, topic, organisationId, validFrom: day, lawAsOf: day, document };
      await this.teaching.authorise(tx, officerId, given);
    }
  }
}
