import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoleName } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';

const HOLDERS = `
SELECT DISTINCT person_id AS "personId" FROM role_grant
 WHERE role = ANY ($1) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)
 ORDER BY person_id`;

/** Whom to tell what concerns everybody with a task, wherever they have it. */
@Injectable()
export class RoleHoldersService {
  constructor(private readonly clock: Clock) {}

  /** Ids of the people who hold one of these roles today. */
  async of(tx: EntityManager, roles: readonly RoleName[]): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(HOLDERS, [roles, vietnamDate(this.clock.now())]);
    return rows.map(({ personId }) => personId);
  }
}
