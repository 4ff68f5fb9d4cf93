import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound } from '../platform/problems/problem.js';
import { mayReadClass, mayReadRoster, mayRunClass, type ClassStanding } from './classes.policy.js';
import { CLASS_STANDING } from './classes.queries.js';
import { ClassSession } from './entities/class-session.entity.js';

/** Loads what a person has to do with a class, and refuses what the policy does not allow. */
@Injectable()
export class ClassStandingService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Problem not-found for a class that is not there or that the actor may not know of */
  async read(actor: Actor, classId: string, executor: EntityManager = this.dataSource.manager): Promise<ClassStanding> {
    return this.require(actor, classId, { executor, allows: mayReadClass });
  }

  /** @throws Problem not-found unless the actor teaches the class or is an officer over it */
  async run(actor: Actor, classId: string, executor: EntityManager = this.dataSource.manager): Promise<ClassStanding> {
    return this.require(actor, classId, { executor, allows: mayRunClass });
  }

  /** @throws Problem not-found unless the actor may run the class or audits it */
  async readRoster(actor: Actor, classId: string): Promise<ClassStanding> {
    return this.require(actor, classId, { executor: this.dataSource.manager, allows: mayReadRoster });
  }

  /** The session of a class that the actor runs. @throws Problem not-found */
  async sessionToRun(
    actor: Actor,
    sessionId: string,
    executor: EntityManager = this.dataSource.manager,
  ): Promise<{ session: ClassSession; standing: ClassStanding }> {
    const session = await executor.findOneBy(ClassSession, { id: sessionId });
    if (!session) throw NotFound();
    return { session, standing: await this.run(actor, session.trainingClassId, executor) };
  }

  private async require(
    actor: Actor,
    classId: string,
    how: { executor: EntityManager; allows: (actor: Actor, standing: ClassStanding) => boolean },
  ): Promise<ClassStanding> {
    const values = [classId, actor.personId];
    const [standing] = await namedQuery<ClassStanding>(how.executor, 'classes.standing', CLASS_STANDING, values);
    if (!standing || !how.allows(actor, standing)) throw NotFound();
    return standing;
  }
}
