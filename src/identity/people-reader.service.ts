import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import type { Person } from './entities/person.entity.js';
import { IdentityService } from './identity.service.js';
import {
  CANDIDATES_MAX,
  COUNT_CANDIDATES,
  PATH_IN_SCOPE,
  PEOPLE_PAGE,
  PERSON_FOR_OFFICER,
  PLACE_IN_LIST,
  type WayToPage,
} from './people.queries.js';
import { PeopleScopeService } from './people-scope.service.js';
import {
  maskedBirthDate,
  maskedPhone,
  namePattern,
  PEOPLE_CHANGERS,
  PEOPLE_READERS,
  UNMASKERS,
} from './person.rules.js';

const PAGE_SIZE = 50;

/** Which people; everybody in office today within scope unless given. */
export interface PeopleFilter {
  /** Part of a name, with or without diacritics. */
  q?: string;
  /** This unit and those below it. */
  organisationId?: string;
  titleCode?: string;
  /** Who held an office that day, YYYY-MM-DD; in the units that the reader answers for today. */
  asOf?: string;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

interface OfficeRow {
  id: string;
  organisationId: string;
  title: { code: string; name: { vi: string; en: string } };
  fullTime: boolean;
  validFrom: string;
  validTo: string | null;
  decisionId: string | null;
}

export interface OfficeOfPerson extends Omit<OfficeRow, 'organisationId'> {
  organisation: { id: string; name: string };
}

interface PersonRow {
  id: string;
  fullName: string;
  birthDate: string | null;
  gender: Person['gender'];
  hasAccount: boolean;
  offices: OfficeRow[];
}

/** A person as officers see them in lists: the birth date masked, offices outside their scope left out. */
export interface PersonLine extends Omit<PersonRow, 'offices'> {
  offices: OfficeOfPerson[];
}

export interface PersonView extends PersonLine {
  /** Masked. */
  phones: string[];
  erased: boolean;
  can: { unmask: boolean; change: boolean };
}

interface Place {
  given: string;
  sortName: string;
  id: string;
}

/** People as those who answer for them may see them. */
@Injectable()
export class PeopleReaderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationService,
    private readonly scope: PeopleScopeService,
    private readonly audit: AuditService,
  ) {}

  /**
   * People who hold an office within the actor's scope on a day, by given name, 50 at a time. A cursor that is nobody's
   * in scope gives an empty page.
   * @throws Problem not-found for a unit outside the scope
   */
  async list(actor: Actor, filter: PeopleFilter): Promise<{ items: PersonLine[]; nextCursor: string | null }> {
    const day = filter.asOf ?? this.today();
    const wide = this.identity.scopeOf(actor, PEOPLE_READERS);
    const scope = filter.organisationId === undefined ? wide : [await this.pathOf(filter.organisationId, wide)];
    const pattern = namePattern(filter.q);
    const place = filter.cursor === undefined ? null : await this.placeOf(filter.cursor, wide);
    if (place === undefined) return { items: [], nextCursor: null };
    const asked = [day, scope, filter.titleCode ?? null, pattern];
    const after = [place?.given ?? null, place?.sortName ?? null, place?.id ?? null, PAGE_SIZE + 1];
    const way = await this.wayTo(asked);
    const rows = await this.dataSource.query<PersonRow[]>(PEOPLE_PAGE(way), [...asked, ...after]);
    const items = await this.withUnits(rows.slice(0, PAGE_SIZE), day);
    return { items: items.map(masked), nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  /** Few candidates are gathered and sorted; many are met along the index of names before long. */
  private async wayTo(asked: unknown[]): Promise<WayToPage> {
    const [count] = await this.dataSource.query<[{ terms: number; names: number }]>(COUNT_CANDIDATES, asked);
    if (count.terms <= CANDIDATES_MAX) return 'terms';
    return asked[3] !== null && count.names <= CANDIDATES_MAX ? 'names' : 'order';
  }

  private async pathOf(organisationId: string, scope: string[]): Promise<string> {
    const [unit] = await this.dataSource.query<{ path: string }[]>(PATH_IN_SCOPE, [organisationId, scope]);
    if (!unit) throw NotFound();
    return unit.path;
  }

  private async placeOf(cursor: string, scope: string[]): Promise<Place | undefined> {
    const [place] = await this.dataSource.query<Place[]>(PLACE_IN_LIST, [cursor, this.today(), scope]);
    return place;
  }

  /**
   * One person, birth date and phones masked.
   * @throws Problem not-found for whom the actor does not answer for
   */
  async get(actor: Actor, personId: string): Promise<PersonView> {
    const { phones, erasedAt, ...row } = await this.read(this.dataSource.manager, actor, personId);
    const [line] = await this.withUnits([row], this.today());
    if (!line) throw NotFound();
    const erased = erasedAt !== null;
    const { manager } = this.dataSource;
    const mayAs = async (roles: typeof UNMASKERS) => !erased && this.scope.has(manager, { actor, roles, personId });
    const can = { unmask: await mayAs(UNMASKERS), change: await mayAs(PEOPLE_CHANGERS) };
    return { ...masked(line), phones: phones.map(maskedPhone), erased, can };
  }

  /**
   * Birth date and phones in full, once; the record keeps who looked and why, never what they saw.
   * @param reason in the officer's own words
   * @throws Problem not-found, person-erased
   */
  async unmask(
    actor: Actor,
    personId: string,
    reason: string,
  ): Promise<{ birthDate: string | null; phones: string[] }> {
    return this.dataSource.transaction(async (tx) => {
      const asked = { actor, roles: UNMASKERS, personId };
      const { organisationId } = await this.scope.requireForChange(tx, asked);
      const { birthDate, phones } = await this.read(tx, actor, personId);
      await this.audit.record(tx, {
        ...{ action: 'identity.unmask-person', actorId: actor.personId, subjectKind: 'person', subjectId: personId },
        ...{ organisationId, reason },
      });
      return { birthDate, phones };
    });
  }

  private async read(
    executor: EntityManager,
    actor: Actor,
    personId: string,
  ): Promise<PersonRow & { phones: string[]; erasedAt: Date | null }> {
    const values = [personId, this.today(), this.identity.scopeOf(actor, PEOPLE_READERS)];
    const [row] = await executor.query<(PersonRow & { phones: string[]; erasedAt: Date | null })[]>(
      PERSON_FOR_OFFICER,
      values,
    );
    if (!row) throw NotFound();
    return row;
  }

  /** Units under the names they had on the day. */
  private async withUnits(rows: PersonRow[], day: string): Promise<PersonLine[]> {
    const ids = rows.flatMap(({ offices }) => offices.map(({ organisationId }) => organisationId));
    const units = await this.organisations.describe(this.dataSource.manager, ids, day);
    return rows.map((row) => ({
      ...row,
      offices: row.offices.map(({ organisationId, ...office }) => ({
        ...office,
        organisation: { id: organisationId, name: units.get(organisationId)?.name ?? '' },
      })),
    }));
  }

  private today(): string {
    return vietnamDate(this.clock.now());
  }
}

function masked(line: PersonLine): PersonLine {
  return { ...line, birthDate: line.birthDate === null ? null : maskedBirthDate(line.birthDate) };
}
