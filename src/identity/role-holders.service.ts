import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoleName } from '../platform/auth/actor.js';
import { withinScope } from '../organisation/organisation.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { foldVietnamese } from '../platform/text/vietnamese.js';

const HOLDERS = `
SELECT DISTINCT person_id AS "personId" FROM role_grant
 WHERE role = ANY ($1) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)
 ORDER BY person_id`;

const HOLDERS_IN_SCOPE = `
SELECT p.id, p.full_name AS "fullName" FROM person p
 WHERE p.erased_at IS NULL
   AND ($4::text = '' OR strpos(p.full_name_folded, $4) > 0) AND ($5::uuid[] IS NULL OR p.id = ANY ($5))
   AND EXISTS (SELECT 1 FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
                WHERE g.person_id = p.id AND g.role = $1 AND ${withinScope('o.path', 2)}
                  AND g.valid_from <= $3::date AND (g.valid_to IS NULL OR g.valid_to > $3::date))
 ORDER BY split_part(p.sort_name, ' ', 1) COLLATE "vi-x-icu", p.sort_name COLLATE "vi-x-icu", p.id
 LIMIT $6`;

export interface HoldersAsked {
  role: RoleName;
  /** ltree paths: units where they hold it, or above those. */
  scope: string[];
  /** Part of a name, with or without diacritics; empty for all. */
  q: string;
  /** Only these; null for all. */
  ids: string[] | null;
  limit: number;
}

/** Who holds a task: to tell them what concerns all of them, and to choose one. */
@Injectable()
export class RoleHoldersService {
  constructor(private readonly clock: Clock) {}

  /** Ids of the people who hold one of these roles today. */
  async of(tx: EntityManager, roles: readonly RoleName[]): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(HOLDERS, [roles, vietnamDate(this.clock.now())]);
    return rows.map(({ personId }) => personId);
  }

  /** Who holds a role today in some units, by given name. */
  inScope(
    executor: EntityManager,
    { role, scope, q, ids, limit }: HoldersAsked,
  ): Promise<{ id: string; fullName: string }[]> {
    const values = [role, scope, vietnamDate(this.clock.now()), foldVietnamese(q), ids, limit];
    return executor.query<{ id: string; fullName: string }[]>(HOLDERS_IN_SCOPE, values);
  }
}
