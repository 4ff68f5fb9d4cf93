import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClassesService } from '../../classes/classes.service.js';
import { DemoUnionService, type DemoUnionAccount } from '../../identity/demo-union.service.js';
import { DemoReformService } from './demo-reform.service.js';
import { DemoTeachingService } from './demo-teaching.service.js';

/** The course that ships with the platform and that the demonstration class is held for. */
const DEMO_COURSE = 'giai-quyet-tranh-chap-lao-dong';

export type DemoAccount = DemoUnionAccount;

/** The demonstration: an invented federation, a school, and a class that is being held right now. */
@Injectable()
export class DemoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly union: DemoUnionService,
    private readonly reform: DemoReformService,
    private readonly classes: ClassesService,
    private readonly teaching: DemoTeachingService,
  ) {}

  /** Seeds what is missing; what people changed since stays. @returns the accounts to sign in with */
  async seed(): Promise<DemoAccount[]> {
    return this.dataSource.transaction(async (tx) => {
      const { accounts, units } = await this.union.seed(tx);
      await this.reform.seed(tx);
      const personIds = (role: DemoAccount['role']) =>
        accounts.filter((account) => account.role === role).map((account) => account.personId);
      const [lecturerId = '', officerId = ''] = [...personIds('lecturer'), ...personIds('federation')];
      const organisationId = units.get('LDLD-PN') ?? '';
      await this.teaching.seed(tx, { courseSlug: DEMO_COURSE, lecturerId, officerId, organisationId });
      await this.classes.seedDemoClass(tx, {
        courseSlug: DEMO_COURSE,
        organiserId: units.get('TCD') ?? '',
        lecturerIds: personIds('lecturer'),
        learnerIds: personIds('cadre'),
      });
      return accounts;
    });
  }
}
