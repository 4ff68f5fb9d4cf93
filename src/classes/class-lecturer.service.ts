import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { TeachingStandingService, type Teaching, type TopicStanding } from '../authoring/teaching-standing.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { IdentityService } from '../identity/identity.service.js';
import { RoleHoldersService } from '../identity/role-holders.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { vietnamDate } from '../platform/clock/clock.js';
import { NotFound, type FieldFault } from '../platform/problems/problem.js';
import { changedSince, isAuthorised, lawMoved, uncoveredTopics } from './class-lecturer.rules.js';
import { ClassPeopleService } from './class-people.service.js';
import { CLASS_OFFICERS } from './classes.policy.js';

export interface ChoiceQuestion {
  courseSlug: string;
  organiserId: string;
  /** First and last day of the class, YYYY-MM-DD. */
  from: string;
  to: string;
  /** Part of a name. */
  q: string;
  /** Only these people; null for all. */
  ids: string[] | null;
}

export interface LecturerChoice {
  /** Of the course. */
  topics: string[];
  items: {
    id: string;
    fullName: string;
    unit: string | null;
    isAuthorised: boolean;
    /** Topics of the course that they are authorised for, on some day of the class or later. */
    topics: TopicStanding[];
  }[];
  /** There are more; part of a name narrows them. */
  hasMore: boolean;
}

export interface LecturerFindings {
  refused: FieldFault[];
  /** What the officer is asked about once. */
  toConfirm: FieldFault[];
  /** The same for the audit: ids and codes. */
  record: { lawMoved: { personId: string; articles: string[] }[]; uncoveredTopics: string[] };
}

/** A class that is to be opened. */
export interface ClassToTeach {
  lecturerIds: string[];
  revisionId: string;
  organiserId: string;
  hostId?: string | undefined;
  sessions: { startsAt: Date; endsAt: Date }[];
}

const CHOICE_MAX = 20;

/**
 * Who may be named as lecturer of a class. They teach what they are authorised to teach, by topic: who is authorised for
 * no topic of the course is refused; what an officer should know besides is asked once and goes on record.
 */
@Injectable()
export class ClassLecturerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: CatalogueService,
    private readonly identity: IdentityService,
    private readonly holders: RoleHoldersService,
    private readonly people: ClassPeopleService,
    private readonly standings: TeachingStandingService,
  ) {}

  /** Lecturers of the actor's units to choose from. @throws Problem not-found (course, or unit not the actor's) */
  async choice(actor: Actor, asked: ChoiceQuestion): Promise<LecturerChoice> {
    const { manager } = this.dataSource;
    const { organiserId, q, ids } = asked;
    const [from = '', to = ''] = [asked.from, asked.to].sort();
    if (!(await this.people.mayOrganise(manager, actor, organiserId))) throw NotFound();
    const { revision } = await this.catalogue.currentRevisionOf(asked.courseSlug);
    const scope = this.identity.scopeOf(actor, CLASS_OFFICERS);
    const found = await this.holders.inScope(manager, { role: 'lecturer', scope, q, ids, limit: CHOICE_MAX + 1 });
    const shown = found.slice(0, CHOICE_MAX);
    const personIds = shown.map(({ id }) => id);
    const cards = await this.identity.personCards(manager, personIds);
    const teaching = { revisionId: revision.id, organisationIds: [organiserId], from, to };
    const standings = await this.standings.of(manager, personIds, teaching);
    const items = shown.map(({ id, fullName }) => {
      const topics = standings.get(id) ?? [];
      const unit = cards.get(id)?.unit?.name ?? null;
      return { id, fullName, unit, isAuthorised: isAuthorised(revision.topics, topics), topics };
    });
    return { topics: revision.topics, items, hasMore: found.length > shown.length };
  }

  /** What speaks against the lecturers of a class that is to be opened. Who may not be named looks like nobody. */
  async judge(
    tx: EntityManager,
    actor: Actor,
    { lecturerIds, revisionId, ...given }: ClassToTeach,
  ): Promise<LecturerFindings> {
    const findings: LecturerFindings = { refused: [], toConfirm: [], record: { lawMoved: [], uncoveredTopics: [] } };
    for (const [index, id] of lecturerIds.entries()) {
      if (!(await this.people.mayLetTeach(tx, actor, id))) findings.refused.push(nobody(index));
    }
    // Without a course there is nothing to compare with.
    if (findings.refused.length > 0 || lecturerIds.length === 0 || revisionId === '') return findings;
    const courseTopics = (await this.catalogue.revision(revisionId)).revision.topics;
    const standings = await this.standings.of(tx, lecturerIds, { ...teachingOf(given), revisionId });
    const names = await this.identity.personCards(tx, lecturerIds);
    for (const [index, id] of lecturerIds.entries()) {
      const standing = standings.get(id) ?? [];
      if (!isAuthorised(courseTopics, standing)) findings.refused.push(notAuthorised(index));
      const changes = changedSince(standing);
      if (changes.length === 0) continue;
      findings.toConfirm.push(lawMoved(index, names.get(id)?.fullName ?? '', changes));
      findings.record.lawMoved.push({ personId: id, articles: changes.map(({ code }) => code) });
    }
    const uncovered = uncoveredTopics(courseTopics, [...standings.values()]);
    if (uncovered.length > 0) findings.toConfirm.push(nobodyFor(uncovered.length));
    findings.record.uncoveredTopics = uncovered;
    return findings;
  }
}

type Where = Pick<ClassToTeach, 'organiserId' | 'hostId' | 'sessions'>;

function teachingOf({ organiserId, hostId, sessions }: Where): Omit<Teaching, 'revisionId'> {
  const days = sessions.flatMap(({ startsAt, endsAt }) => [vietnamDate(startsAt), vietnamDate(endsAt)]).sort();
  const organisationIds = hostId === undefined ? [organiserId] : [organiserId, hostId];
  return { organisationIds, from: days[0] ?? '', to: days.at(-1) ?? '' };
}

const at = (index: number, vi: string, en: string): FieldFault => ({
  pointer: `/lecturerIds/${index}`,
  detail: { vi, en },
});

const nobody = (index: number) => at(index, 'không có người này', 'is not a known person');

const notAuthorised = (index: number) =>
  at(
    index,
    'chưa được phân công dạy chủ đề nào của khoá học trong những ngày của lớp',
    'is not authorised to teach any topic of the course on the days of the class',
  );

const nobodyFor = (count: number): FieldFault => ({
  pointer: '/lecturerIds',
  detail: {
    vi: `Khoá học còn ${count} chủ đề chưa có giảng viên nào của lớp được phân công dạy.`,
    en: `${count} of the topics of the course: none of the lecturers is authorised to teach them.`,
  },
});
