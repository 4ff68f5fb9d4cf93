import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentityService } from '../../identity/identity.service.js';
import { OfficeSuccessionService, type CarriedOver } from '../../identity/office-succession.service.js';
import { OrganisationActService } from '../../organisation/organisation-act.service.js';
import { OrganisationSuccessionService } from '../../organisation/organisation-succession.service.js';
import { PlanRefused, type Path, type PlanFault, type PlannedPart } from './reform-plan.js';

export interface SplitPlanned {
  unitId: string;
  /** YYYY-MM-DD. */
  onDate: string;
  ends: boolean;
  parts: (PlannedPart & { unitId: string; childIds: string[] })[];
}

/** What a part got, in the order of the plan. */
export interface PartMade {
  unitId: string;
  childIds: string[];
  carried: CarriedOver;
}

/** Carries out the splits of a plan, within the caller's transaction, which has locked the tree. */
@Injectable()
export class ReformSplitService {
  constructor(
    private readonly acts: OrganisationActService,
    private readonly tree: OrganisationSuccessionService,
    private readonly offices: OfficeSuccessionService,
    private readonly identity: IdentityService,
  ) {}

  /**
   * @param path of the split in the plan
   * @throws PlanRefused for people who are not in the unit, or in two parts
   * @throws Problem of OrganisationSuccessionService.split
   */
  async split(tx: EntityManager, { unitId, onDate, ends, parts }: SplitPlanned, path: Path): Promise<PartMade[]> {
    const people = await this.peopleOfParts(tx, { unitId, onDate, parts }, path);
    const children = await this.acts.childrenFrom(tx, unitId, onDate);
    const act = { onDate, actorId: null };
    await this.tree.split(tx, { ...act, unitId, parts, ends });
    const given = parts.flatMap(({ childIds }) => childIds);
    const rest = ends ? children.filter((id) => !given.includes(id)) : [];
    const made: PartMade[] = [];
    for (const [at, part] of parts.entries()) {
      const carrying = { ...act, fromIds: [unitId], toId: part.unitId, personIds: people[at] ?? [], roles: ends };
      const carried = await this.offices.carryOver(tx, carrying);
      made.push({ unitId: part.unitId, childIds: [...part.childIds, ...(at === 0 ? rest : [])], carried });
    }
    const [heir] = made;
    if (ends && heir) {
      const left = await this.offices.carryOver(tx, { ...act, fromIds: [unitId], toId: heir.unitId, roles: true });
      heir.carried = together(heir.carried, left);
    }
    return made;
  }

  /** Ids of the people named, by part. */
  private async peopleOfParts(
    tx: EntityManager,
    { unitId, onDate, parts }: Pick<SplitPlanned, 'unitId' | 'onDate' | 'parts'>,
    path: Path,
  ): Promise<string[][]> {
    const there = await this.offices.peopleFrom(tx, [unitId], onDate);
    const faults: PlanFault[] = [];
    const seen = new Set<string>();
    const people: string[][] = [];
    for (const [at, part] of parts.entries()) {
      const ids: string[] = [];
      for (const [index, typed] of (part.people ?? []).entries()) {
        const id = (await this.identity.findPersonByLogin(tx, typed))?.id;
        const place = [...path, 'parts', at, 'people', index];
        if (id === undefined || !there.includes(id)) {
          faults.push({ path: place, message: `Đơn vị được tách không có người mang mã hoặc số điện thoại ${typed}.` });
        } else if (seen.has(id)) {
          faults.push({ path: place, message: `Người mang mã hoặc số điện thoại ${typed} được nêu hai lần.` });
        } else ids.push(id);
        if (id !== undefined) seen.add(id);
      }
      people.push(ids);
    }
    if (faults.length > 0) throw new PlanRefused(faults);
    return people;
  }
}

const together = (one: CarriedOver, other: CarriedOver): CarriedOver => ({
  personIds: [...new Set([...one.personIds, ...other.personIds])],
  substituted: [...one.substituted, ...other.substituted],
  endedRoles: [...one.endedRoles, ...other.endedRoles],
});
