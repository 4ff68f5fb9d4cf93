import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganisationKind } from './entities/organisation-kind.entity.js';
import { OrganisationTier } from './entities/organisation-tier.entity.js';
import { OrganisationKindNotInForce, OrganisationKindUnknown, OrganisationTierWrong } from './organisation.problems.js';
import { KIND_ON_A_DAY } from './organisation.queries.js';

export interface KindOnADay {
  kind: string;
  tier: string;
  /** YYYY-MM-DD. */
  onDate: string;
}

/** Tiers and kinds of units, which are data: the law adds them and ends them. */
@Injectable()
export class OrganisationKindService {
  constructor(private readonly dataSource: DataSource) {}

  /** All of them, ended ones included, in the order in which people name them. */
  async list(): Promise<{ tiers: OrganisationTier[]; kinds: OrganisationKind[] }> {
    const { manager } = this.dataSource;
    const tiers = await manager.find(OrganisationTier, { order: { rank: 'ASC', code: 'ASC' } });
    const kinds = await manager.find(OrganisationKind, {
      order: { tier: { rank: 'ASC' }, rank: 'ASC', code: 'ASC' },
      relations: { tier: true },
    });
    return { tiers, kinds };
  }

  /** @returns the tier of units of this kind, or null when there is no such kind */
  static async findTier(tx: EntityManager, kind: string): Promise<string | null> {
    return (await tx.findOneBy(OrganisationKind, { code: kind }))?.tierCode ?? null;
  }

  /**
   * Asserts that a unit of this kind and tier can be founded on a day.
   * @throws Problem organisation-kind-unknown, organisation-tier-wrong, organisation-kind-not-in-force
   */
  static async check(tx: EntityManager, { kind, tier, onDate }: KindOnADay): Promise<void> {
    const [found] = await tx.query<{ tier: string; inForce: boolean }[]>(KIND_ON_A_DAY, [kind, onDate]);
    if (!found) {
      const known = await tx.find(OrganisationKind, { order: { code: 'ASC' }, take: 100 });
      throw OrganisationKindUnknown({ kind, known: known.map(({ code }) => code) });
    }
    if (found.tier !== tier) throw OrganisationTierWrong({ kind, tier, rightTier: found.tier });
    if (!found.inForce) throw OrganisationKindNotInForce({ kind, day: onDate });
  }
}
