import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentityService } from '../identity/identity.service.js';
import { PeopleScopeService } from '../identity/people-scope.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { CLASS_OFFICERS, CLASS_OPENERS } from './classes.policy.js';
import { HAS_REGISTRATION, POSSIBLE_HOST, TEACHES_IN_SCOPE, UNIT_IN_SCOPE } from './classes.queries.js';

/**
 * Whom and what an actor may name in a class. Its roster, its lecturers and its host are shown by name, so naming somebody
 * by an id alone would tell who they are: it takes the right to know them.
 */
@Injectable()
export class ClassPeopleService {
  constructor(
    private readonly identity: IdentityService,
    private readonly scope: PeopleScopeService,
    private readonly clock: Clock,
  ) {}

  /** Oneself, people whom the actor answers for, and who registered for the class, also if they cancelled. */
  async maySeat(tx: EntityManager, actor: Actor, seat: { classId: string; personId: string }): Promise<boolean> {
    const { classId, personId } = seat;
    if (personId === actor.personId) return true;
    const registered = await tx.query<unknown[]>(HAS_REGISTRATION, [classId, personId]);
    return registered.length > 0 || this.scope.has(tx, { actor, roles: CLASS_OFFICERS, personId });
  }

  /** Oneself, people whom the actor answers for, and who holds the role of a lecturer in a unit that the actor answers for. */
  async mayLetTeach(tx: EntityManager, actor: Actor, personId: string): Promise<boolean> {
    if (personId === actor.personId) return true;
    const values = [personId, this.identity.scopeOf(actor, CLASS_OFFICERS), vietnamDate(this.clock.now())];
    const lecturers = await tx.query<unknown[]>(TEACHES_IN_SCOPE, values);
    return lecturers.length > 0 || this.scope.has(tx, { actor, roles: CLASS_OFFICERS, personId });
  }

  /** Units for which the actor opens classes. */
  async mayOrganise(executor: EntityManager, actor: Actor, unitId: string): Promise<boolean> {
    const values = [unitId, this.identity.scopeOf(actor, CLASS_OPENERS)];
    return (await executor.query<unknown[]>(UNIT_IN_SCOPE, values)).length > 0;
  }

  /** Units that the actor answers for, and schools, wherever they are: to lend their rooms is what they are there for. */
  async mayHost(tx: EntityManager, actor: Actor, unitId: string): Promise<boolean> {
    const values = [unitId, this.identity.scopeOf(actor, CLASS_OFFICERS), vietnamDate(this.clock.now())];
    return (await tx.query<unknown[]>(POSSIBLE_HOST, values)).length > 0;
  }
}
