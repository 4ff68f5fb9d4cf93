import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { Person } from './entities/person.entity.js';
import { PersonNameInvalid } from './identity.problems.js';
import { IdentityService, type NewOffice, type NewPerson } from './identity.service.js';
import { OfficeTermService } from './office-term.service.js';
import { BirthDateInvalid, NamesakeInUnit } from './people.problems.js';
import { NAMESAKE_IN_UNIT } from './people.queries.js';
import { PeopleScopeService } from './people-scope.service.js';
import { isBirthDate, nameOf, PEOPLE_CHANGERS } from './person.rules.js';

export interface Registration extends NewPerson {
  office: Omit<NewOffice, 'personId' | 'actorId'>;
  /** Another person of the same name and birth date as one in the unit, as the officer has made sure. */
  isAnother?: boolean;
}

/** What is wrong in a person's record, set right; null takes a value away. */
export interface Correction {
  fullName?: string;
  /** YYYY-MM-DD. */
  birthDate?: string | null;
  gender?: Person['gender'];
}

/** Enters and corrects the people whom an officer answers for. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly offices: OfficeTermService,
    private readonly scope: PeopleScopeService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Enters a person with an office in a unit of the actor's.
   * @returns the id of the person
   * @throws Problem not-found, person-name-invalid, birth-date-invalid, namesake-in-unit, and those of
   *   OfficeTermService.place
   */
  async register(actor: Actor, { office, isAnother = false, ...person }: Registration): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      const { organisationId } = office;
      await this.identity.requireInScope(tx, { actor, roles: PEOPLE_CHANGERS, organisationId });
      this.checkBirthDate(person.birthDate);
      if (!isAnother) await this.refuseNamesake(tx, organisationId, person);
      const { id: personId } = await this.identity.createPerson(tx, person);
      await this.audit.record(tx, {
        ...{ action: 'identity.register-person', actorId: actor.personId, subjectKind: 'person', subjectId: personId },
        organisationId,
      });
      await this.offices.place(tx, { ...office, personId, actorId: actor.personId });
      return personId;
    });
  }

  /** Two officers who enter the same list take turns, and the second one is asked. */
  private async refuseNamesake(tx: EntityManager, organisationId: string, person: NewPerson): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`register-person:${organisationId}`]);
    const folded = nameOf(person.fullName)?.fullNameFolded ?? '';
    const values = [folded, person.birthDate ?? null, organisationId, this.today()];
    if ((await tx.query<unknown[]>(NAMESAKE_IN_UNIT, values)).length > 0) throw NamesakeInUnit();
  }

  /**
   * Corrects a person's record. Papers issued before keep what they were issued with.
   * @throws Problem not-found, person-erased, person-name-invalid, birth-date-invalid
   */
  async correct(actor: Actor, personId: string, correction: Correction & { reason?: string }): Promise<void> {
    const { reason, ...wished } = correction;
    await this.dataSource.transaction(async (tx) => {
      const { organisationId } = await this.scope.requireForChange(tx, { actor, roles: PEOPLE_CHANGERS, personId });
      const fields = await this.apply(tx, personId, wished);
      if (fields.length === 0) return;
      await this.audit.record(tx, {
        ...{ action: 'identity.correct-person', actorId: actor.personId, subjectKind: 'person', subjectId: personId },
        ...{ organisationId, details: { fields }, ...(reason === undefined ? {} : { reason }) },
      });
    });
  }

  /**
   * Writes a correction; the caller has locked the person and records the act.
   * @returns the names of the fields that changed, never their values
   * @throws Problem person-name-invalid, birth-date-invalid
   */
  async apply(tx: EntityManager, personId: string, { fullName, birthDate, gender }: Correction): Promise<string[]> {
    const name = fullName === undefined ? undefined : nameOf(fullName);
    if (name === null) throw PersonNameInvalid();
    this.checkBirthDate(birthDate);
    const known = await tx.findOneBy(Person, { id: personId });
    if (!known) throw NotFound();
    const wished = {
      fullName: name?.fullName ?? known.fullName,
      birthDate: birthDate === undefined ? known.birthDate : birthDate,
      gender: gender === undefined ? known.gender : gender,
    };
    const fields = (['fullName', 'birthDate', 'gender'] as const).filter((field) => wished[field] !== known[field]);
    if (fields.length > 0) await tx.update(Person, { id: personId }, { ...wished, ...name });
    return fields;
  }

  private checkBirthDate(birthDate: string | null | undefined): void {
    if (birthDate !== null && birthDate !== undefined && !isBirthDate(birthDate, this.today()))
      throw BirthDateInvalid();
  }

  private today(): string {
    return vietnamDate(this.clock.now());
  }
}
