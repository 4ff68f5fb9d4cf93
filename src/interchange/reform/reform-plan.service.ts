import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeTitle } from '../../identity/entities/office-title.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { OrganisationChangeService } from '../../organisation/organisation-change.service.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/ids/new-id.js';
import { ContentFolder, Schemas, faultLine } from '../../authoring/course-format.service.js';
import { ReformPlan } from '../entities/reform-plan.entity.js';
import { contentHashOf, PlanRefused, type Plan } from './reform-plan.js';
import { movedBy, reportOf, type NamesOf, type Step } from './reform-report.js';
import { ReformStepsService } from './reform-steps.service.js';

export interface PlanAsked {
  /** Path of the YAML file. */
  file: string;
  /** Folder with schemas/reform-plan.schema.json. */
  contentDir: string;
  /** Says what would happen, and leaves everything as it is. */
  dryRun: boolean;
}

export interface PlanOutcome {
  state: 'done' | 'dry-run' | 'done-before' | 'refused';
  /** In Vietnamese, for the officer who wrote the plan. */
  text: string;
}

/** Ends the transaction of a dry run, with what was found. */
class DryRunOver extends Error {
  constructor(readonly text: string) {
    super('dry run');
  }
}

/** Plans of reform: many changes of the tree on one day, all of them or none. */
@Injectable()
export class ReformPlanService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly changes: OrganisationChangeService,
    private readonly steps: ReformStepsService,
  ) {}

  /** Reads a plan and carries it out in one transaction; a dry run does the same and takes it back. */
  async carryOutFile({ file, contentDir, dryRun }: PlanAsked): Promise<PlanOutcome> {
    const folder = await ContentFolder.ofFile(file, await Schemas.read(contentDir));
    const [name = ''] = folder.names();
    const read = folder.yaml<Plan>(name, 'reform-plan');
    if (!read)
      return {
        state: 'refused',
        text: folder.faults
          .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
          .map(faultLine)
          .join('\n'),
      };
    try {
      return await this.dataSource.transaction(async (tx) => {
        const outcome = await this.carryOut(tx, read.data);
        // Checks now what the end of the transaction would.
        await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
        if (dryRun && outcome.state === 'done') throw new DryRunOver(outcome.text);
        return outcome;
      });
    } catch (error) {
      if (error instanceof DryRunOver) {
        return { state: 'dry-run', text: `${error.text}\nĐây là chạy thử: chưa có gì thay đổi.` };
      }
      if (!(error instanceof PlanRefused)) throw error;
      const lines = error.faults.map(({ path, message }) => `${file}:${read.lineOf(path)}: ${message}`);
      return { state: 'refused', text: [...lines, 'Kế hoạch bị từ chối: chưa có gì thay đổi.'].join('\n') };
    }
  }

  /**
   * Carries out a plan within the caller's transaction; one that was carried out before changes nothing.
   * @throws PlanRefused
   */
  async carryOut(tx: EntityManager, plan: Plan): Promise<PlanOutcome> {
    await this.changes.lock(tx);
    const { title, onDate } = plan;
    const contentHash = contentHashOf(plan);
    const before = await tx.findOneBy(ReformPlan, { contentHash });
    if (before) {
      const when = before.carriedOutAt.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
      return { state: 'done-before', text: `Kế hoạch “${title}” đã được thực hiện lúc ${when}. Không có gì thay đổi.` };
    }
    const steps = await this.steps.run(tx, plan);
    const id = newId();
    await tx.insert(ReformPlan, { id, contentHash, title, onDate, carriedOutAt: this.clock.now() });
    await this.audit.record(tx, {
      ...{ action: 'interchange.carry-out-reform', actorId: null, subjectKind: 'reform-plan', subjectId: id },
      details: { contentHash, onDate, steps: steps.length },
    });
    return { state: 'done', text: reportOf(plan, steps, await this.namesOf(tx, steps)) };
  }

  private async namesOf(tx: EntityManager, steps: readonly Step[]): Promise<NamesOf> {
    const moved = steps.flatMap(movedBy).flatMap(({ people }) => people ?? []);
    const ids = moved.flatMap(({ substituted, endedRoles }) => [...substituted, ...endedRoles]);
    const people = await tx
      .createQueryBuilder(Person, 'person')
      .where('person.id = ANY(:ids)', { ids: ids.map(({ personId }) => personId) })
      .getMany();
    const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
    const titles = new Map((await tx.find(OfficeTitle)).map(({ code, nameVi }) => [code, nameVi]));
    return { person: (id) => names.get(id) ?? id, title: (code) => titles.get(code) ?? code };
  }
}
