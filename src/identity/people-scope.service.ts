import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { IdentityService } from './identity.service.js';
import { PersonErased } from './people.problems.js';
import { ANSWERED_FOR } from './people.queries.js';

export { answersFor, unitFor } from './people.queries.js';

interface Question {
  actor: Actor;
  roles: readonly RoleName[];
  personId: string;
}

interface AnsweredFor {
  id: string;
  erasedAt: Date | null;
  organisationId: string | null;
}

/** Whom an officer answers for: the one scope function, applied to people through their offices. */
@Injectable()
export class PeopleScopeService {
  constructor(
    private readonly identity: IdentityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Asserts that the actor answers for a person.
   * @returns the unit for which an act on the person is recorded
   * @throws Problem not-found for anybody else, known or not
   */
  async require(executor: EntityManager, question: Question): Promise<{ organisationId: string | null }> {
    const person = await this.find(executor, question);
    if (!person) throw NotFound();
    return { organisationId: person.organisationId };
  }

  /**
   * The same for changing the person, who is locked until the transaction ends.
   * @throws Problem not-found, person-erased
   */
  async requireForChange(tx: EntityManager, question: Question): Promise<{ organisationId: string | null }> {
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [question.personId]);
    const person = await this.find(tx, question);
    if (!person) throw NotFound();
    if (person.erasedAt !== null) throw PersonErased();
    return { organisationId: person.organisationId };
  }

  /** Whether the actor answers for a person in one of these roles. */
  async has(executor: EntityManager, question: Question): Promise<boolean> {
    return (await this.find(executor, question)) !== null;
  }

  private async find(executor: EntityManager, { actor, roles, personId }: Question): Promise<AnsweredFor | null> {
    const today = vietnamDate(this.clock.now());
    const values = [[personId], today, this.identity.scopeOf(actor, roles)];
    const [person] = await executor.query<AnsweredFor[]>(ANSWERED_FOR, values);
    return person ?? null;
  }
}
