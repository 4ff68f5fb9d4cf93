import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentityService } from '../../identity/identity.service.js';
import { OfficeSuccessionService, type CarriedOver } from '../../identity/office-succession.service.js';
import { OrganisationActService } from '../../organisation/organisation-act.service.js';
import { OrganisationKindService } from '../../organisation/organisation-kind.service.js';
import { OrganisationSuccessionService } from '../../organisation/organisation-succession.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { Problem } from '../../platform/problems/problem.js';
import {
  codesNamed,
  namedTwice,
  PARENT,
  partsNotFounded,
  PlanRefused,
  type Path,
  type Plan,
  type PlanFault,
  type PlannedEnd,
  type PlannedSplit,
  type PlannedUnit,
} from './reform-plan.js';
import type { MovedPeople, NamedUnit, SplitOff, Step } from './reform-report.js';
import { ReformSplitService } from './reform-split.service.js';

/** A plan while it is carried out, with the tree locked. */
interface Run {
  tx: EntityManager;
  plan: Plan;
  /** Ids of the units named, by code. */
  ids: Map<string, string>;
  steps: Step[];
}

const act = ({ plan: { onDate } }: Run, unitId: string) => ({ unitId, onDate, actorId: null });

/** Does what a plan says, step by step, within the caller's transaction. */
@Injectable()
export class ReformStepsService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly acts: OrganisationActService,
    private readonly tree: OrganisationSuccessionService,
    private readonly offices: OfficeSuccessionService,
    private readonly identity: IdentityService,
    private readonly splits: ReformSplitService,
  ) {}

  /** @throws PlanRefused with every unit that is not there, or with the first step that cannot be done */
  async run(tx: EntityManager, plan: Plan): Promise<Step[]> {
    const run: Run = { tx, plan, ids: new Map(), steps: [] };
    await this.findUnits(run);
    for (const [at, unit] of (plan.found ?? []).entries()) {
      await this.doing(['found', at], () => this.found(run, unit));
    }
    for (const [at, split] of (plan.split ?? []).entries()) {
      await this.doing(['split', at], () => this.split(run, split, ['split', at]));
    }
    for (const [at, { units, into }] of (plan.merge ?? []).entries()) {
      await this.doing(['merge', at], () => this.merge(run, units, into));
    }
    for (const [at, end] of (plan.abolish ?? []).entries()) {
      await this.doing(['abolish', at], () => this.abolish(run, end, ['abolish', at]));
    }
    for (const [at, { unit, parent }] of (plan.move ?? []).entries()) {
      await this.doing(['move', at], async () => {
        const parentId = idOf(run, parent);
        await this.acts.move(tx, { ...act(run, idOf(run, unit)), parentId });
        const [of, to] = await this.named(run, [idOf(run, unit), parentId]);
        if (of && to) run.steps.push({ kind: 'move', unit: of, parent: to });
      });
    }
    for (const [at, { unit, name }] of (plan.rename ?? []).entries()) {
      await this.doing(['rename', at], async () => {
        const [old] = await this.named(run, [idOf(run, unit)]);
        await this.acts.rename(tx, { ...act(run, idOf(run, unit)), name });
        if (old) run.steps.push({ kind: 'rename', unit: old, name });
      });
    }
    return run.steps;
  }

  private async findUnits({ tx, plan, ids }: Run): Promise<void> {
    const founded = new Set((plan.found ?? []).map(({ code }) => code.toUpperCase()));
    const faults: PlanFault[] = [...namedTwice(plan), ...partsNotFounded(plan)];
    for (const { code, path } of codesNamed(plan)) {
      const unit = await this.organisations.findByCode(tx, code);
      if (unit) ids.set(code.toUpperCase(), unit.id);
      else if (!founded.has(code.toUpperCase())) faults.push({ path, message: `Không có đơn vị nào mang mã ${code}.` });
    }
    for (const [at, { kind }] of (plan.found ?? []).entries()) {
      const tier = await OrganisationKindService.findTier(tx, kind);
      if (tier === null) faults.push({ path: ['found', at, 'kind'], message: `Không có loại hình đơn vị “${kind}”.` });
    }
    if (faults.length > 0) throw new PlanRefused(faults);
  }

  /** What a step may not do is said with the step's place in the file. */
  private async doing(path: Path, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new PlanRefused([{ path, message: `${error.title.vi}. ${error.detail.vi}` }]);
    }
  }

  private async found(run: Run, { code, name, kind, sector, parent }: PlannedUnit): Promise<void> {
    const { tx, plan, ids } = run;
    const parentId = idOf(run, parent);
    const tier = (await OrganisationKindService.findTier(tx, kind)) ?? '';
    const founding = { code, name, kind, tier, sector, parentId, foundedOn: plan.onDate };
    const { id } = await this.organisations.found(tx, founding);
    ids.set(code.toUpperCase(), id);
    await this.acts.record(tx, 'found-unit', act(run, id), { code, parentId });
    const [unit, above] = await this.named(run, [id, parentId]);
    if (unit && above) run.steps.push({ kind: 'found', unit, parent: above });
  }

  private async split(run: Run, { unit, ends, parts }: PlannedSplit, path: Path): Promise<void> {
    const { tx, plan } = run;
    const unitId = idOf(run, unit);
    const [whole] = await this.named(run, [unitId]);
    const ids = (codes: string[] = []) => codes.map((code) => idOf(run, code));
    const placed = parts.map((part) => ({ ...part, unitId: idOf(run, part.unit), childIds: ids(part.children) }));
    const made = await this.splits.split(tx, { unitId, onDate: plan.onDate, ends, parts: placed }, path);
    const shown: SplitOff[] = [];
    for (const [at, { unitId: partId, childIds, carried }] of made.entries()) {
      const [part] = await this.named(run, [partId]);
      const { members = 0, workers = 0 } = parts[at] ?? {};
      if (!part) continue;
      const children = await this.named(run, childIds);
      shown.push({ unit: part, children, people: await this.moved(run, carried, part), members, workers });
    }
    if (whole) run.steps.push({ kind: 'split', unit: whole, ends, parts: shown });
  }

  private async merge(run: Run, units: string[], into: string): Promise<void> {
    const targetId = idOf(run, into);
    for (const code of units) await this.end(run, { unitId: idOf(run, code), targetId, peopleTo: targetId });
  }

  private async abolish(run: Run, end: PlannedEnd, path: Path): Promise<void> {
    const { tx, plan } = run;
    const units = end.unit === undefined ? await this.unitsOfTier(run, end.tier ?? '') : [idOf(run, end.unit)];
    if (units.length === 0) {
      const message = `Ngày ${plan.onDate} không có đơn vị nào thuộc cấp “${end.tier}”.`;
      throw new PlanRefused([{ path: [...path, 'tier'], message }]);
    }
    const faults: PlanFault[] = [];
    for (const unitId of units) {
      const { parentId } = await this.acts.requireLiving(tx, unitId, plan.onDate);
      const place = (said: string) => (said === PARENT ? (parentId ?? unitId) : idOf(run, said));
      const peopleTo = end.people === undefined ? null : place(end.people);
      const people = peopleTo === null ? await this.offices.peopleFrom(tx, [unitId], plan.onDate) : [];
      if (people.length > 0) faults.push(await this.leftBehind(run, { unitId, people, path }));
      else await this.end(run, { unitId, targetId: place(end.into), peopleTo });
    }
    if (faults.length > 0) throw new PlanRefused(faults);
  }

  private async leftBehind(
    run: Run,
    { unitId, people, path }: { unitId: string; people: string[]; path: Path },
  ): Promise<PlanFault> {
    const [unit] = await this.named(run, [unitId]);
    const cards = await this.identity.personCards(run.tx, people, run.plan.onDate);
    const names = people.map((id) => cards.get(id)?.fullName ?? id).sort((a, b) => a.localeCompare(b, 'vi'));
    const message = `${unit?.code}: còn ${names.length} người chưa có đơn vị mới (${names.join(', ')}). Mời thêm mục people.`;
    return { path, message };
  }

  private async end(
    run: Run,
    { unitId, targetId, peopleTo }: { unitId: string; targetId: string; peopleTo: string | null },
  ): Promise<void> {
    const { tx, plan } = run;
    const [unit] = await this.named(run, [unitId]);
    const ending = { onDate: plan.onDate, actorId: null };
    const children = await this.tree.merge(tx, { ...ending, sourceIds: [unitId], targetId });
    const carried =
      peopleTo === null
        ? null
        : await this.offices.carryOver(tx, { ...ending, fromIds: [unitId], toId: peopleTo, roles: true });
    const [into, to] = await this.named(run, [targetId, peopleTo ?? targetId]);
    if (!unit || !into || !to) return;
    const people = carried && (await this.moved(run, carried, to));
    run.steps.push({ kind: 'end', unit, into, children: await this.named(run, children), people });
  }

  private async moved({ tx, plan }: Run, carried: CarriedOver, to: NamedUnit): Promise<MovedPeople> {
    const cards = await this.identity.personCards(tx, carried.personIds, plan.onDate);
    const names = [...cards.values()].map(({ fullName }) => fullName).sort((a, b) => a.localeCompare(b, 'vi'));
    return { ...carried, to, names };
  }

  private async unitsOfTier({ tx, plan }: Run, tier: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT p.organisation_id AS id FROM organisation_period p JOIN organisation o ON o.id = p.organisation_id
        WHERE p.tier = $1 AND p.superseded_at IS NULL AND p.valid_from <= $2::date
          AND (p.valid_to IS NULL OR p.valid_to > $2::date) ORDER BY o.code`,
      [tier, plan.onDate],
    );
    return rows.map(({ id }) => id);
  }

  private async named({ tx, plan }: Run, ids: readonly string[]): Promise<NamedUnit[]> {
    const units = await this.organisations.describe(tx, ids, plan.onDate);
    return ids.flatMap((id) => units.get(id) ?? []);
  }
}

function idOf({ ids }: Run, code: string): string {
  const id = ids.get(code.toUpperCase());
  if (id === undefined)
    throw new PlanRefused([{ path: [], message: `Đơn vị ${code} chưa được thành lập ở bước này.` }]);
  return id;
}
