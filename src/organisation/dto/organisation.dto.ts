import { IsOptional, IsUUID } from 'class-validator';

export class OrganisationListQuery {
  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class OrganisationDto {
  /** UUID. */
  id: string;
  code: string;
  name: string;
  /** `central`, `superior` or `grassroots`. */
  tier: string;
  /** Kind of unit, such as `ldld-tinh`, `cdcs` or `truong`. */
  kind: string;
  /** Null for the roots of what the reader may see. */
  parentId: string | null;
}

export class OrganisationListDto {
  /** Parents before children. */
  items: OrganisationDto[];
  nextCursor: string | null;
}
