import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganisationService, scopeOf, withinScope } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { newId } from '../platform/ids/new-id.js';
import { LoginName } from './entities/login-name.entity.js';
import { OfficeTerm } from './entities/office-term.entity.js';
import { OfficeTitle } from './entities/office-title.entity.js';
import { Person } from './entities/person.entity.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { User } from './entities/user.entity.js';
import {
  AccountAlreadyOpen,
  LoginNameInvalid,
  LoginNameTaken,
  OfficeAlreadyHeld,
  PersonNameInvalid,
  RoleAlreadyGranted,
  UnknownOfficeTitle,
} from './identity.problems.js';
import { PEOPLE_WITH_OFFICE } from './identity.queries.js';
import { OFFICERS_ABOVE } from './one-time-code.queries.js';
import { loginNameOf } from './login-name.rules.js';
import { OFFICE_TITLES } from './office-titles.js';
import { orOverlap } from './overlap.js';
import { PasswordService } from './password.service.js';
import { nameOf } from './person.rules.js';

export { everybodyAnsweredFor } from './people.queries.js';

export { loginNameOf } from './login-name.rules.js';
export { withinScope };

export interface NewPerson {
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate?: string;
  gender?: 'female' | 'male' | 'other';
}

export interface NewAccount {
  personId: string;
  /** The password itself, or its argon2id hash (PHC string) made before the transaction, as imports of many do. */
  password: string | { hash: string };
  /** Phone numbers and member codes, as typed: at most one of each kind. */
  logins: string[];
  locale?: User['locale'];
  actorId?: string;
}

/** Days are of Asia/Ho_Chi_Minh, YYYY-MM-DD, the period half-open; without `actorId` the system acts. */
interface Term {
  personId: string;
  organisationId: string;
  validFrom: string;
  validTo?: string;
  actorId?: string;
}

export interface NewGrant extends Term {
  role: RoleName;
}

export interface NewOffice extends Term {
  titleCode: string;
  /** Chuyên trách; as the title says unless given. */
  fullTime?: boolean;
  /** OfficialDocument behind it. */
  decisionId?: string;
}

/** A person as lists, rosters and certificates name them on some day. */
export interface PersonCard {
  id: string;
  fullName: string;
  /** Given name first: sort by it with `vi-x-icu`, or localeCompare(…, 'vi'). */
  sortName: string;
  birthDate: string | null;
  gender: Person['gender'];
  unit: { id: string; name: string } | null;
  office: { code: string; name: { vi: string; en: string } } | null;
}

interface PersonRow extends Omit<PersonCard, 'unit' | 'office'> {
  organisationId: string | null;
  titleCode: string | null;
  titleVi: string | null;
  titleEn: string | null;
}

@Injectable()
export class IdentityService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly passwords: PasswordService,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * The one scope function: ltree paths of what the actor may see in any of these roles, to be used with
   * `withinScope('organisation.path', n)`. Empty when the actor holds none of the roles: nothing is visible.
   */
  scopeOf(actor: Pick<Actor, 'grants'>, roles: readonly RoleName[]): string[] {
    return scopeOf(actor, roles);
  }

  /**
   * Asserts that a unit lies within the actor's scope.
   * @throws Problem not-found: a sibling's unit looks like one that does not exist
   */
  async requireInScope(
    executor: EntityManager,
    { actor, roles, organisationId }: { actor: Actor; roles: readonly RoleName[]; organisationId: string },
  ): Promise<void> {
    const scope = scopeOf(actor, roles);
    if (scope.length === 0) throw NotFound();
    const sql = `SELECT 1 FROM organisation o WHERE o.id = $1 AND ${withinScope('o.path', 2)}`;
    const rows = await executor.query<unknown[]>(sql, [organisationId, scope]);
    if (rows.length === 0) throw NotFound();
  }

  /** @throws Problem person-name-invalid */
  async createPerson(tx: EntityManager, { fullName, birthDate, gender }: NewPerson): Promise<Person> {
    const name = nameOf(fullName);
    if (!name) throw PersonNameInvalid();
    const person: Person = {
      id: newId(),
      ...name,
      birthDate: birthDate ?? null,
      gender: gender ?? null,
      createdAt: this.clock.now(),
      erasedAt: null,
    };
    await tx.insert(Person, person);
    return person;
  }

  /**
   * Opens the account of a person. Hashing a password takes about 30 ms within the caller's transaction.
   * @returns the id of the account
   * @throws Problem account-already-open, login-name-invalid, login-name-taken, password-too-short
   */
  async openAccount(tx: EntityManager, account: NewAccount): Promise<string> {
    const { personId, password, actorId } = account;
    const logins = account.logins.map((typed) => loginNameOf(typed));
    const passwordHash = typeof password === 'string' ? await this.passwords.hash(password) : password.hash;
    const id = newId();
    const opened = await tx.query<unknown[]>(
      `INSERT INTO user_account (id, person_id, password_hash, state, locale, created_at)
       VALUES ($1, $2, $3, 'active', $4, $5) ON CONFLICT (person_id) DO NOTHING RETURNING id`,
      [id, personId, passwordHash, account.locale ?? 'vi', this.clock.now()],
    );
    if (opened.length === 0) throw AccountAlreadyOpen();
    for (const login of logins) {
      if (!login) throw LoginNameInvalid();
      const taken = await tx.query<unknown[]>(
        `INSERT INTO login_name (value, kind, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING value`,
        [login.value, login.kind, id],
      );
      if (taken.length === 0) throw LoginNameTaken();
    }
    if (actorId !== undefined)
      await this.audit.record(tx, {
        action: 'identity.open-account',
        actorId,
        subjectKind: 'person',
        subjectId: personId,
        organisationId: await this.unitIdOf(tx, personId),
      });
    return id;
  }

  /** @returns the person who signs in with this phone number or member code, in any form people type, or null */
  async findPersonByLogin(executor: EntityManager, typed: string): Promise<Person | null> {
    const login = loginNameOf(typed);
    if (!login) return null;
    return executor
      .createQueryBuilder(Person, 'person')
      .innerJoin(User, 'account', 'account.personId = person.id')
      .innerJoin(LoginName, 'login', 'login.userId = account.id')
      .where('login.value = :value', { value: login.value })
      .getOne();
  }

  /**
   * Grants a role on a unit and everything below it.
   * @returns the id of the grant
   * @throws Problem role-already-granted
   */
  async grantRole(tx: EntityManager, grant: NewGrant): Promise<string> {
    const { personId, role, organisationId, validFrom, validTo = null, actorId } = grant;
    const row = { id: newId(), personId, role, organisationId, validFrom, validTo, grantedById: actorId ?? null };
    await orOverlap(tx.insert(RoleGrant, row), RoleAlreadyGranted);
    await this.recordTerm(tx, 'identity.grant-role', grant, { role, grantId: row.id });
    return row.id;
  }

  /**
   * Gives a person an office in a unit. An exclusive office has one holder at a time.
   * @returns the id of the term
   * @throws Problem office-title-unknown, office-already-held
   */
  async giveOffice(tx: EntityManager, office: NewOffice): Promise<string> {
    const { personId, organisationId, titleCode, validFrom, validTo = null, decisionId = null } = office;
    const title = await tx.findOneBy(OfficeTitle, { code: titleCode });
    if (!title) throw UnknownOfficeTitle({ code: titleCode });
    const row = { id: newId(), personId, organisationId, titleCode, validFrom, validTo, decisionId };
    const { exclusive } = title;
    const fullTime = office.fullTime ?? title.fullTime;
    await this.takeTurn(tx, `${organisationId}:${titleCode}`);
    const term = { ...row, exclusive, fullTime, recordedAt: this.clock.now(), supersededAt: null };
    await orOverlap(tx.insert(OfficeTerm, term), OfficeAlreadyHeld);
    await this.recordTerm(tx, 'identity.give-office', office, { titleCode, decisionId });
    return row.id;
  }

  /** Two insertions that exclude each other wait for each other until the database kills one: better one after the other. */
  private async takeTurn(tx: EntityManager, office: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`office:${office}`]);
  }

  private async recordTerm(
    tx: EntityManager,
    action: string,
    term: Term,
    details: Record<string, unknown>,
  ): Promise<void> {
    if (term.actorId === undefined) return;
    await this.audit.record(tx, {
      action,
      actorId: term.actorId,
      subjectKind: 'person',
      subjectId: term.personId,
      organisationId: term.organisationId,
      details: { ...details, validFrom: term.validFrom, validTo: term.validTo ?? null },
    });
  }

  /** Puts the shipped offices into the catalogue; what is there stays as it is. */
  async ensureOfficeTitles(tx: EntityManager): Promise<void> {
    await tx.createQueryBuilder().insert().into(OfficeTitle).values(OFFICE_TITLES).orIgnore().execute();
  }

  /**
   * Names, unit and office of people on a day, by person id; unknown ids are absent. Who holds several offices is shown
   * with the highest in precedence. Two statements, whatever the number.
   * @param executor the transaction of the caller, or a plain manager when reading
   * @param onDate YYYY-MM-DD, today unless given
   */
  async personCards(
    executor: EntityManager,
    personIds: readonly string[],
    onDate: string = vietnamDate(this.clock.now()),
  ): Promise<Map<string, PersonCard>> {
    if (personIds.length === 0) return new Map();
    const rows = await executor.query<PersonRow[]>(PEOPLE_WITH_OFFICE, [[...new Set(personIds)], onDate]);
    const unitIds = rows.flatMap((row) => row.organisationId ?? []);
    const units = await this.organisations.describe(executor, unitIds, onDate);
    return new Map(rows.map((row) => [row.id, toCard(row, units)]));
  }

  /**
   * The unit and office that a person is known by on a day; null for who holds no office then.
   * @param onDate YYYY-MM-DD, today unless given
   */
  async unitOf(
    executor: EntityManager,
    personId: string,
    onDate?: string,
  ): Promise<{ unit: { id: string; name: string }; office: NonNullable<PersonCard['office']> } | null> {
    const card = (await this.personCards(executor, [personId], onDate)).get(personId);
    return card?.unit && card.office ? { unit: card.unit, office: card.office } : null;
  }

  /** The unit whose officers read what was done to a person today: that of their highest office; null without one. */
  async unitIdOf(executor: EntityManager, personId: string): Promise<string | null> {
    const today = vietnamDate(this.clock.now());
    const [row] = await executor.query<PersonRow[]>(PEOPLE_WITH_OFFICE, [[personId], today]);
    return row?.organisationId ?? null;
  }

  /**
   * Who looks after a person: the unit and federation officers nearest at or above the units of the person's offices on a
   * day, without the person.
   * @returns ids of people; none when the person holds no office
   */
  async officersAbove(executor: EntityManager, personId: string, onDate: string): Promise<string[]> {
    const rows = await executor.query<{ personId: string }[]>(OFFICERS_ABOVE, [personId, onDate]);
    return rows.map((row) => row.personId);
  }
}

function toCard(row: PersonRow, units: Map<string, { id: string; name: string }>): PersonCard {
  const { organisationId, titleCode, titleVi, titleEn, ...person } = row;
  const unit = organisationId === null ? undefined : units.get(organisationId);
  return {
    ...person,
    unit: unit ? { id: unit.id, name: unit.name } : null,
    office: titleCode === null ? null : { code: titleCode, name: { vi: titleVi ?? '', en: titleEn ?? '' } },
  };
}
