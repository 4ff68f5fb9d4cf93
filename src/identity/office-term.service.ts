import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { OfficialDocument } from '../organisation/entities/official-document.entity.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { OfficeTerm } from './entities/office-term.entity.js';
import { OfficeTitle } from './entities/office-title.entity.js';
import { OfficeAlreadyHeld } from './identity.problems.js';
import { IdentityService, type NewOffice } from './identity.service.js';
import { OfficeDecisionUnknown, OfficeOutsideUnit, OfficePeriodInvalid } from './office-term.problems.js';
import { OFFICES_OF_UNIT, TERM_BY_ID } from './office-term.queries.js';
import { orOverlap } from './overlap.js';
import { PeopleScopeService } from './people-scope.service.js';
import { PEOPLE_CHANGERS, PEOPLE_READERS } from './person.rules.js';

const PAGE_SIZE = 200;

export interface OfficeTermView {
  id: string;
  person: { id: string; fullName: string };
  organisation: { id: string; name: string };
  title: { code: string; name: { vi: string; en: string } };
  fullTime: boolean;
  validFrom: string;
  validTo: string | null;
  decisionId: string | null;
}

/** `onDate` is the first day on which the office is not held any more, YYYY-MM-DD, past or to come. */
export interface OfficeEnd {
  onDate: string;
  decisionId?: string;
  reason?: string;
}

interface TermRow {
  id: string;
  personId: string;
  fullName: string;
  organisationId: string;
  titleCode: string;
  titleVi: string;
  titleEn: string;
  fullTime: boolean;
  validFrom: string;
  validTo: string | null;
  decisionId: string | null;
}

/** Who holds which office in a unit, from when to when. Nothing recorded is overwritten: it is superseded. */
@Injectable()
export class OfficeTermService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationService,
    private readonly scope: PeopleScopeService,
    private readonly audit: AuditService,
  ) {}

  /** The catalogue of offices, in order of precedence. */
  titles(): Promise<OfficeTitle[]> {
    return this.dataSource.manager.find(OfficeTitle, { order: { rank: 'ASC', code: 'ASC' } });
  }

  /**
   * The holders of a unit's offices on a day, by precedence and then by given name, 200 at a time.
   * @throws Problem not-found for a unit outside the scope
   */
  async ofUnit(
    actor: Actor,
    organisationId: string,
    { asOf, cursor }: { asOf?: string; cursor?: string },
  ): Promise<{ items: OfficeTermView[]; nextCursor: string | null }> {
    const { manager } = this.dataSource;
    await this.identity.requireInScope(manager, { actor, roles: PEOPLE_READERS, organisationId });
    const day = asOf ?? vietnamDate(this.clock.now());
    const values = [organisationId, day, cursor ?? null, PAGE_SIZE + 1];
    const rows = await manager.query<TermRow[]>(OFFICES_OF_UNIT, values);
    const items = await this.views(manager, rows.slice(0, PAGE_SIZE), day);
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Gives somebody whom the actor answers for an office in a unit that the actor answers for.
   * @throws Problem not-found, person-erased, and those of `place`
   */
  async appoint(actor: Actor, office: Omit<NewOffice, 'actorId'>): Promise<OfficeTermView> {
    return this.dataSource.transaction(async (tx) => {
      const { organisationId, personId } = office;
      await this.identity.requireInScope(tx, { actor, roles: PEOPLE_CHANGERS, organisationId });
      await this.scope.requireForChange(tx, { actor, roles: PEOPLE_CHANGERS, personId });
      return this.view(tx, await this.place(tx, { ...office, actorId: actor.personId }));
    });
  }

  /**
   * Records an office after checking what the database cannot say in words.
   * @returns the id of the term
   * @throws Problem office-period-invalid, office-outside-unit, office-decision-unknown, office-title-unknown,
   *   office-already-held
   */
  async place(tx: EntityManager, office: NewOffice): Promise<string> {
    const { organisationId, validFrom, validTo, decisionId } = office;
    if (validTo !== undefined && validTo <= validFrom) throw OfficePeriodInvalid();
    await this.checkDecision(tx, decisionId);
    const lives = await tx.query<unknown[]>(
      `SELECT 1 FROM organisation
        WHERE id = $1 AND founded_on <= $2::date AND (abolished_on IS NULL OR abolished_on > $2::date)`,
      [organisationId, validFrom],
    );
    if (lives.length === 0) throw OfficeOutsideUnit();
    return this.identity.giveOffice(tx, office);
  }

  /**
   * Ends an office, or moves the day on which it ends. The term as recorded before is superseded by one with that day.
   * @returns the term that stands now
   * @throws Problem not-found (also for a term that was superseded), office-period-invalid, office-decision-unknown,
   *   office-already-held when a later end meets a successor
   */
  async end(actor: Actor, termId: string, { onDate, decisionId, reason }: OfficeEnd): Promise<OfficeTermView> {
    return this.dataSource.transaction(async (tx) => {
      const where = { id: termId, supersededAt: IsNull() };
      const term = await tx.findOne(OfficeTerm, { where, lock: { mode: 'pessimistic_write' } });
      if (!term) throw NotFound();
      const { organisationId, personId, titleCode } = term;
      await this.identity.requireInScope(tx, { actor, roles: PEOPLE_CHANGERS, organisationId });
      if (onDate <= term.validFrom) throw OfficePeriodInvalid();
      if (onDate === term.validTo) return this.view(tx, termId);
      await this.checkDecision(tx, decisionId);
      const now = this.clock.now();
      await tx.update(OfficeTerm, { id: termId }, { supersededAt: now });
      const ended = { ...term, id: newId(), validTo: onDate, recordedAt: now };
      await orOverlap(
        tx.insert(OfficeTerm, { ...ended, decisionId: decisionId ?? term.decisionId }),
        OfficeAlreadyHeld,
      );
      const details = { titleCode, termId: ended.id, onDate, ...(decisionId === undefined ? {} : { decisionId }) };
      await this.audit.record(tx, {
        ...{ action: 'identity.end-office', actorId: actor.personId, subjectKind: 'person', subjectId: personId },
        ...{ organisationId, details, ...(reason === undefined ? {} : { reason }) },
      });
      return this.view(tx, ended.id);
    });
  }

  private async checkDecision(tx: EntityManager, id: string | undefined): Promise<void> {
    if (id !== undefined && !(await tx.existsBy(OfficialDocument, { id }))) throw OfficeDecisionUnknown();
  }

  private async view(tx: EntityManager, termId: string): Promise<OfficeTermView> {
    const rows = await tx.query<TermRow[]>(TERM_BY_ID, [termId]);
    const [view] = await this.views(tx, rows, vietnamDate(this.clock.now()));
    if (!view) throw NotFound();
    return view;
  }

  private async views(executor: EntityManager, rows: TermRow[], day: string): Promise<OfficeTermView[]> {
    const ids = rows.map(({ organisationId }) => organisationId);
    const units = await this.organisations.describe(executor, ids, day);
    return rows.map(({ id, fullTime, validFrom, validTo, decisionId, ...row }) => ({
      id,
      person: { id: row.personId, fullName: row.fullName },
      organisation: { id: row.organisationId, name: units.get(row.organisationId)?.name ?? '' },
      title: { code: row.titleCode, name: { vi: row.titleVi, en: row.titleEn } },
      ...{ fullTime, validFrom, validTo, decisionId },
    }));
  }
}
