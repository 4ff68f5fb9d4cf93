import type { OrganisationKind } from '../entities/organisation-kind.entity.js';
import type { OrganisationTier } from '../entities/organisation-tier.entity.js';

export class OrganisationTermNameDto {
  vi: string;
  en: string;
}

export class OrganisationTierDto {
  code: string;
  name: OrganisationTermNameDto;
  /** YYYY-MM-DD; null when it always was. */
  validFrom: string | null;
  /** First day on which none is founded any more, YYYY-MM-DD; null when none is known. */
  validTo: string | null;
}

export class OrganisationKindDto extends OrganisationTierDto {
  /** Code of the tier that units of this kind are of. */
  tier: string;
}

export class OrganisationKindListDto {
  /** From the top down. */
  tiers: OrganisationTierDto[];
  kinds: OrganisationKindDto[];

  static from({ tiers, kinds }: { tiers: OrganisationTier[]; kinds: OrganisationKind[] }): OrganisationKindListDto {
    return { tiers: tiers.map(toDto), kinds: kinds.map((kind) => ({ ...toDto(kind), tier: kind.tierCode })) };
  }
}

function toDto({ code, nameVi, nameEn, validFrom, validTo }: OrganisationTier | OrganisationKind): OrganisationTierDto {
  return { code, name: { vi: nameVi, en: nameEn }, validFrom, validTo };
}
