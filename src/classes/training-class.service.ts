import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { InvalidRequest, NotFound, Problem, type FieldFault } from '../platform/problems/problem.js';
import { cleanName } from '../platform/text/vietnamese.js';
import { ClassLecturerService } from './class-lecturer.service.js';
import { ClassPeopleService } from './class-people.service.js';
import { ClassCodeTaken, TeachingToConfirm } from './classes.problems.js';
import { ClassLecturer } from './entities/class-lecturer.entity.js';
import { ClassSession } from './entities/class-session.entity.js';
import { TrainingClass } from './entities/training-class.entity.js';

export interface NewSession extends Pick<ClassSession, 'title' | 'mode' | 'startsAt' | 'endsAt'> {
  place?: string;
  meetingUrl?: string;
  minimumOnlinePercent?: number;
}

export interface NewClass {
  /** Made from the organiser's code and the year when absent. */
  code?: string;
  name: string;
  courseSlug: string;
  organiserId: string;
  hostId?: string;
  capacity: number;
  lecturerIds: string[];
  /** The officer was told what speaks against the lecturers without forbidding them, and goes on. */
  teachingConfirmed?: boolean;
  sessions: NewSession[];
}

const DEFAULT_MINIMUM_ONLINE_PERCENT = 80;
const CODES_TO_TRY = 50;

@Injectable()
export class TrainingClassService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: CatalogueService,
    private readonly people: ClassPeopleService,
    private readonly lecturers: ClassLecturerService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Opens a class of a course's current revision.
   * @returns the id of the class
   * @throws Problem invalid-request (unknown course, organiser, lecturer or host unknown or not for the actor to
   *   name, a lecturer whom nothing authorises to teach the course on the days of the class, a session that ends before
   *   it begins), teaching-to-confirm, class-code-taken
   */
  async open(actor: Actor, given: NewClass): Promise<string> {
    const faults = sessionFaults(given.sessions);
    const revisionId = await this.revisionOf(given.courseSlug, faults);
    return this.dataSource.transaction(async (tx) => {
      await this.checkOrganiser(tx, actor, given, faults);
      const findings = await this.lecturers.judge(tx, actor, { ...given, revisionId });
      faults.push(...findings.refused);
      if (faults.length > 0) throw InvalidRequest(undefined, { errors: faults });
      if (findings.toConfirm.length > 0 && given.teachingConfirmed !== true) {
        throw TeachingToConfirm(undefined, { errors: findings.toConfirm });
      }
      const opened = await this.create(tx, given, revisionId);
      await this.audit.record(tx, {
        action: 'classes.open-class',
        actorId: actor.personId,
        subjectKind: 'training-class',
        subjectId: opened.id,
        organisationId: given.organiserId,
        details: {
          ...{ code: opened.code, revisionId, capacity: given.capacity, sessions: given.sessions.length },
          ...(findings.toConfirm.length > 0 ? { teachingConfirmed: findings.record } : {}),
        },
      });
      return opened.id;
    });
  }

  /** Writes a class that was checked, within the caller's transaction. @throws Problem class-code-taken */
  async create(tx: EntityManager, given: NewClass, revisionId: string): Promise<{ id: string; code: string }> {
    const id = newId();
    const row = {
      id,
      name: cleanName(given.name),
      revisionId,
      organiserId: given.organiserId,
      hostId: given.hostId ?? null,
      capacity: given.capacity,
      state: 'open' as const,
      decisionId: null,
      createdAt: this.clock.now(),
    };
    const code = await this.insertWithCode(tx, row, given.code?.trim());
    const lecturers = [...new Set(given.lecturerIds)].map((personId) => ({ trainingClassId: id, personId }));
    if (lecturers.length > 0) await tx.insert(ClassLecturer, lecturers);
    const sessions = [...given.sessions].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    await tx.insert(
      ClassSession,
      sessions.map((session, index) => ({
        id: newId(),
        trainingClassId: id,
        position: index + 1,
        title: cleanName(session.title),
        mode: session.mode,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        place: session.place === undefined ? null : cleanName(session.place),
        meetingUrl: session.meetingUrl ?? null,
        minimumOnlinePercent: session.minimumOnlinePercent ?? DEFAULT_MINIMUM_ONLINE_PERCENT,
        checkInSecret: randomBytes(32),
      })),
    );
    return { id, code };
  }

  private async insertWithCode(
    tx: EntityManager,
    row: Omit<TrainingClass, 'code' | 'revision' | 'organiser' | 'host' | 'decision'>,
    wanted: string | undefined,
  ): Promise<string> {
    for (const code of wanted ? [wanted] : await this.freeCodes(tx, row.organiserId)) {
      const result = await tx
        .createQueryBuilder()
        .insert()
        .into(TrainingClass)
        .values({ ...row, code })
        .orIgnore()
        .returning('id')
        .execute();
      if ((result.raw as unknown[]).length > 0) return code;
    }
    throw ClassCodeTaken({ code: wanted ?? '' });
  }

  /** `TCD-2026-07`, `TCD-2026-08` … from the first that is probably free. */
  private async freeCodes(tx: EntityManager, organiserId: string): Promise<string[]> {
    const organiser = await tx.findOneByOrFail(Organisation, { id: organiserId });
    const stem = `${organiser.code}-${vietnamDate(this.clock.now()).slice(0, 4)}-`;
    const [row] = await tx.query<{ used: number }[]>(
      'SELECT count(*)::int AS used FROM training_class WHERE starts_with(code, $1)',
      [stem],
    );
    return Array.from({ length: CODES_TO_TRY }, (_, i) => stem + String((row?.used ?? 0) + 1 + i).padStart(2, '0'));
  }

  private async revisionOf(courseSlug: string, faults: FieldFault[]): Promise<string> {
    try {
      return (await this.catalogue.currentRevisionOf(courseSlug)).revision.id;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== NotFound.code) throw error;
      faults.push(fault('/courseSlug', 'không phải một khoá học đang mở', 'is not a published course'));
      return '';
    }
  }

  /** A unit outside the actor's scope looks like one that does not exist. */
  private async checkOrganiser(tx: EntityManager, actor: Actor, given: NewClass, faults: FieldFault[]): Promise<void> {
    const unknown = (pointer: string) =>
      fault(pointer, 'không phải đơn vị trong phạm vi của anh/chị', 'is no unit of yours');
    const { organiserId, hostId } = given;
    if (!(await this.people.mayOrganise(tx, actor, organiserId))) faults.push(unknown('/organiserId'));
    if (hostId !== undefined && !(await this.people.mayHost(tx, actor, hostId))) {
      faults.push(fault('/hostId', 'không có đơn vị này', 'is not a known unit'));
    }
  }
}

function sessionFaults(sessions: NewSession[]): FieldFault[] {
  return sessions.flatMap(({ startsAt, endsAt }, index) =>
    startsAt < endsAt ? [] : [fault(`/sessions/${index}/endsAt`, 'phải sau giờ bắt đầu', 'must be after the start')],
  );
}

function fault(pointer: string, vi: string, en: string): FieldFault {
  return { pointer, detail: { vi, en } };
}
