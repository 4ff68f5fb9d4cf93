import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganisationActService } from '../../organisation/organisation-act.service.js';
import { OrganisationChangeService } from '../../organisation/organisation-change.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { ReformPlanService } from '../reform/reform-plan.service.js';
import { DEMO_PAST_PLACES, DEMO_PAST_UNITS, DEMO_REFORM } from './demo-reform.js';

/** The demonstration had a district tier and a second province once: the tree of June 2025 is another than today's. */
@Injectable()
export class DemoReformService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly changes: OrganisationChangeService,
    private readonly acts: OrganisationActService,
    private readonly plans: ReformPlanService,
  ) {}

  /** Replays the reform once; the units of the demonstration union are there. */
  async seed(tx: EntityManager): Promise<void> {
    await this.changes.lock(tx);
    const [first] = DEMO_PAST_UNITS;
    if (first && (await this.organisations.findByCode(tx, first.code))) return;
    for (const { parentCode, ...unit } of DEMO_PAST_UNITS) {
      await this.organisations.found(tx, { ...unit, parentId: await this.idOf(tx, parentCode) });
    }
    // Recorded late: what people did with these units since stays.
    for (const { code, parentCode, since, members, workers } of DEMO_PAST_PLACES) {
      const act = { unitId: await this.idOf(tx, code), actorId: null };
      await this.acts.move(tx, { ...act, onDate: since, parentId: await this.idOf(tx, parentCode) });
      await this.acts.count(tx, { ...act, onDate: '2024-12-31', members, workers });
    }
    await this.plans.carryOut(tx, DEMO_REFORM);
  }

  private async idOf(tx: EntityManager, code: string): Promise<string> {
    const unit = await this.organisations.findByCode(tx, code);
    if (!unit) throw new Error(`The demonstration union has no unit ${code}`);
    return unit.id;
  }
}
