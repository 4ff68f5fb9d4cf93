import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { ClassNotOpen } from './classes.problems.js';
import { ClassPeopleService } from './class-people.service.js';
import { ClassStandingService } from './class-standing.service.js';
import type { ClassRegistration } from './entities/class-registration.entity.js';

/** Locks the class: seats are given out one after the other, in the order in which requests get the lock. */
const LOCK_CLASS = `
SELECT c.capacity, c.state, c.organiser_id AS "organiserId", co.slug AS "courseSlug",
       (SELECT max(s.ends_at) FROM class_session s WHERE s.training_class_id = c.id) AS "lastAt"
  FROM training_class c
  JOIN course_revision rev ON rev.id = c.revision_id
  JOIN course co ON co.id = rev.course_id
 WHERE c.id = $1`;

/** A seat while there is one, else the end of the waiting list. Somebody who cancelled comes back like a new one. */
const TAKE_SEAT = `
INSERT INTO class_registration AS r (id, training_class_id, person_id, enrolment_id, state, registered_at)
SELECT $1, $2, $3, $4,
       CASE WHEN (SELECT count(*) FROM class_registration taken
                   WHERE taken.training_class_id = $2 AND taken.state = 'registered') < $5
            THEN 'registered' ELSE 'waitlisted' END, $6
ON CONFLICT (training_class_id, person_id) DO UPDATE
   SET state = EXCLUDED.state, enrolment_id = EXCLUDED.enrolment_id, registered_at = EXCLUDED.registered_at
 WHERE r.state = 'cancelled'
RETURNING id, state`;

export interface RegistrationOutcome extends Pick<ClassRegistration, 'id' | 'state'> {
  /** False when the person was registered or waiting already. */
  isNew: boolean;
}

interface ClassRow {
  capacity: number;
  state: string;
  organiserId: string;
  courseSlug: string;
  lastAt: Date | null;
}

@Injectable()
export class ClassRegistrationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentService,
    private readonly standings: ClassStandingService,
    private readonly people: ClassPeopleService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Registers the actor, or another person when the actor runs the class: a seat while there is one, else the waiting
   * list, first come first served. Enrols in the course when needed. Asking again changes nothing.
   * @throws Problem not-found, also for a person whom the actor may not name (ClassPeopleService.maySeat), class-not-open
   */
  async register(actor: Actor, classId: string, personId?: string): Promise<RegistrationOutcome> {
    return this.dataSource.transaction(async (tx) => {
      if (personId === undefined) {
        await this.standings.read(actor, classId, tx);
        return this.takeSeat(tx, { classId, personId: actor.personId, mayBeOver: false });
      }
      const standing = await this.standings.run(actor, classId, tx);
      if (!(await this.people.maySeat(tx, actor, { classId, personId }))) throw NotFound();
      const outcome = await this.takeSeat(tx, { classId, personId, mayBeOver: true });
      if (!outcome.isNew) return outcome;
      await this.audit.record(tx, {
        action: 'classes.register-person',
        actorId: actor.personId,
        subjectKind: 'training-class',
        subjectId: standing.classId,
        organisationId: await organiserOf(tx, classId),
        details: { personId, state: outcome.state },
      });
      return outcome;
    });
  }

  /**
   * Gives a person a seat or a place on the waiting list, within the caller's transaction.
   * @throws Problem class-not-open
   */
  async takeSeat(
    tx: EntityManager,
    { classId, personId, mayBeOver }: { classId: string; personId: string; mayBeOver: boolean },
  ): Promise<RegistrationOutcome> {
    const [before] = await tx.query<ClassRow[]>(LOCK_CLASS, [classId]);
    if (!before) throw ClassNotOpen();
    // Before the lock: enrolling is the slow part, and it concerns one person only.
    const enrolment = await this.enrolments.enrol(tx, { personId, courseSlug: before.courseSlug });
    const [locked] = await tx.query<ClassRow[]>(`${LOCK_CLASS} FOR NO KEY UPDATE OF c`, [classId]);
    const now = this.clock.now();
    const isOver = locked?.lastAt ? locked.lastAt < now : false;
    const known = await tx.query<Pick<ClassRegistration, 'id' | 'state'>[]>(
      `SELECT id, state FROM class_registration WHERE training_class_id = $1 AND person_id = $2 AND state <> 'cancelled'`,
      [classId, personId],
    );
    if (known[0]) return { ...known[0], isNew: false };
    if (!locked || locked.state !== 'open' || (isOver && !mayBeOver)) throw ClassNotOpen();
    const values = [newId(), classId, personId, enrolment.id, locked.capacity, now];
    const [row] = await tx.query<Pick<ClassRegistration, 'id' | 'state'>[]>(TAKE_SEAT, values);
    if (!row) throw new Error(`Registration of ${personId} for ${classId} vanished under the lock`);
    return { ...row, isNew: true };
  }
}

async function organiserOf(tx: EntityManager, classId: string): Promise<string | null> {
  const [row] = await tx.query<Pick<ClassRow, 'organiserId'>[]>(LOCK_CLASS, [classId]);
  return row?.organiserId ?? null;
}
