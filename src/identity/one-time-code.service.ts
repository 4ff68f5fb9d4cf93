import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor, Grant } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { namedQuery } from '../platform/database/sql.js';
import { newId } from '../platform/ids/new-id.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { NotFound } from '../platform/problems/problem.js';
import { OneTimeCode } from './entities/one-time-code.entity.js';
import { CodeBeyondOffice } from './identity.problems.js';
import { IdentityService } from './identity.service.js';
import { GRANTS_FROM_DAY, LIVING_CODE, PEOPLE_IN_SCOPE, USE_UP } from './one-time-code.queries.js';
import { codeEnd, codeHash, codeOf, grouped, mayOpen, newCode } from './one-time-code.rules.js';
import { GRANTERS } from './role-grant.policy.js';

/** A code as its sheet shows it, once: nobody can read it again. */
export interface IssuedCode {
  personId: string;
  fullName: string;
  unit: { id: string; name: string } | null;
  /** Grouped: `7KQ2M-XH4TB`. */
  code: string;
  /** Opens the form with the code filled in; behind `#`, which browsers send to no server and no log keeps. */
  url: string;
  /** The last day of Asia/Ho_Chi_Minh on which it surely works, YYYY-MM-DD. */
  expiresOn: string;
}

/** A code that may be redeemed, and the account it opens; null when the person has none yet. */
export interface LivingCode {
  id: string;
  personId: string;
  userId: string | null;
}

@Injectable()
export class OneTimeCodeService {
  private readonly secret: Buffer;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
    private readonly config: Config,
    keys: KeyRing,
  ) {
    this.secret = keys.derive('one-time-code');
  }

  /**
   * Issues a code for each of these people and revokes the one each had. All of them or none.
   * @throws Problem not-found when one of them holds no office today within the officer's scope,
   *   code-beyond-office when one of them holds rights above or outside the officer's own
   */
  async issue(actor: Actor, personIds: readonly string[]): Promise<IssuedCode[]> {
    const ids = [...new Set(personIds.map((id) => id.toLowerCase()))];
    const issued = await this.dataSource.transaction(async (tx) => {
      const units = await this.requireMine(tx, actor, ids);
      const codes = new Map(ids.map((personId) => [personId, newCode()]));
      await this.replace(tx, actor, { codes, units });
      return { codes, cards: await this.identity.personCards(tx, ids) };
    });
    const expiresOn = vietnamDate(new Date(codeEnd(this.clock.now()).getTime() - 86_400_000));
    return [...issued.codes].map(([personId, code]) => {
      const card = issued.cards.get(personId);
      const url = `${this.config.publicUrl}/ma-dang-nhap#${grouped(code)}`;
      const { fullName = '', unit = null } = card ?? {};
      return { personId, fullName, unit, code: grouped(code), url, expiresOn };
    });
  }

  /** @returns the unit of each person */
  private async requireMine(tx: EntityManager, actor: Actor, ids: string[]): Promise<Map<string, string | null>> {
    const today = vietnamDate(this.clock.now());
    const scope = this.identity.scopeOf(actor, GRANTERS);
    const values = [ids, today, scope];
    const people = await tx.query<{ id: string; organisationId: string | null }[]>(PEOPLE_IN_SCOPE, values);
    if (people.length !== ids.length) throw NotFound();
    const rights = await tx.query<Pick<Grant, 'role' | 'path'>[]>(GRANTS_FROM_DAY, [ids, today]);
    if (!rights.every((grant) => mayOpen(actor.grants, grant))) throw CodeBeyondOffice();
    return new Map(people.map((person) => [person.id, person.organisationId]));
  }

  private async replace(
    tx: EntityManager,
    { personId: actorId }: Actor,
    { codes, units }: { codes: Map<string, string>; units: Map<string, string | null> },
  ): Promise<void> {
    const now = this.clock.now();
    for (const [personId, code] of codes) {
      const id = newId();
      await tx.update(OneTimeCode, { personId, usedAt: IsNull(), revokedAt: IsNull() }, { revokedAt: now });
      await tx.insert(OneTimeCode, {
        ...{ id, personId, codeHash: codeHash(this.secret, code), createdById: actorId },
        ...{ createdAt: now, expiresAt: codeEnd(now), usedAt: null, revokedAt: null },
      });
      const organisationId = units.get(personId) ?? null;
      await this.record(tx, 'identity.issue-one-time-code', { actorId, personId, codeId: id, organisationId });
    }
  }

  private async record(
    tx: EntityManager,
    action: string,
    {
      codeId,
      personId,
      ...where
    }: { actorId: string; personId: string; codeId: string; organisationId: string | null },
  ): Promise<void> {
    await this.audit.record(tx, {
      ...{ action, subjectKind: 'person', subjectId: personId, details: { codeId }, ...where },
    });
  }

  /** @returns the code that was typed when it may be redeemed now; null alike for wrong, expired, used and revoked */
  async findLiving(typed: string): Promise<LivingCode | null> {
    // What cannot be a code is looked up as well: time does not tell the difference.
    const hash = codeHash(this.secret, codeOf(typed) ?? '');
    const [row] = await this.dataSource.query<LivingCode[]>(LIVING_CODE, [hash, this.clock.now()]);
    return row ?? null;
  }

  /** @returns whether this caller was the one to use the code */
  async useUp(tx: EntityManager, { id, personId }: LivingCode): Promise<boolean> {
    const rows = await namedQuery(tx, 'one-time-code.use-up', USE_UP, [id, this.clock.now()]);
    if (rows.length === 0) return false;
    const organisationId = await this.identity.unitIdOf(tx, personId);
    await this.record(tx, 'identity.redeem-one-time-code', { actorId: personId, personId, codeId: id, organisationId });
    return true;
  }
}
