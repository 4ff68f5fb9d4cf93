import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CatalogueService, type RevisionContents } from '../catalogue/catalogue.service.js';
import type { CompletionRule } from '../catalogue/entities/completion-rule.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { NotFound, type Problem } from '../platform/problems/problem.js';
import { EnrolmentCompleted } from './enrolment.events.js';
import { LessonNotInCourse } from './enrolment.problems.js';
import {
  COMPLETE,
  COMPLETION_FACTS,
  ENROL,
  ENROLMENTS,
  LIVING_ENROLMENT,
  RECORD_PROGRESS,
  RECORD_RESULT,
} from './enrolment.queries.js';
import {
  completionOf,
  factsOf,
  meetsPart,
  mergeProgress,
  storedPercent,
  type Completion,
  type ProgressUpdate,
} from './enrolment.rules.js';
import type { EnrolmentResult } from './entities/enrolment-result.entity.js';
import type { Enrolment } from './entities/enrolment.entity.js';
import type { LessonProgress } from './entities/lesson-progress.entity.js';

export type LessonState = Pick<LessonProgress, 'lessonId' | 'position' | 'seenAt' | 'doneAt'>;
export type KnownResult = Pick<EnrolmentResult, 'kind' | 'subjectKey' | 'percent'>;

type EnrolmentHead = Pick<Enrolment, 'id' | 'revisionId' | 'state' | 'enrolledAt' | 'completedAt'>;

/** One enrolment with all that a screen needs to say what is done and what is missing. */
export interface EnrolmentView extends EnrolmentHead {
  contents: RevisionContents;
  lessons: LessonState[];
  results: KnownResult[];
  completion: Completion;
}

/** A result that counts towards completion. `percent` 0–100 with decimals; `subjectKey`: slug of a quiz or scenario, or class id. */
export type ReportedResult = KnownResult & { enrolmentId: string };

export type ReportedProgress = ProgressUpdate & { itemId: string };

/** Progress reports of one device about one enrolment. */
export interface ProgressOfEnrolment {
  enrolmentId: string;
  updates: ReportedProgress[];
  /** Reported by whoever judged a scenario, which is not done by saying so. */
  judged?: boolean;
}

/** As PostgreSQL's JSON has it: instants are texts. */
type LessonRow = Pick<LessonProgress, 'lessonId' | 'position'> & { seenAt: string; doneAt: string | null };

interface FactsRow {
  rule: CompletionRule;
  lessons: { slug: string; done: boolean }[];
  results: KnownResult[];
}

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: CatalogueService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * The actor takes a course, or goes on with it.
   * @throws Problem not-found when there is no such course
   */
  async begin(actor: Actor, courseSlug: string): Promise<{ view: EnrolmentView; created: boolean }> {
    const { personId } = actor;
    const { id, created } = await this.dataSource.transaction((tx) => this.enrol(tx, { personId, courseSlug }));
    return { view: await this.get(actor, id), created };
  }

  /**
   * Enrols a person in the current revision of a course; a living enrolment is left as it is. However many call it at
   * once, there is one enrolment.
   * @throws Problem not-found when there is no such course
   */
  async enrol(
    tx: EntityManager,
    { personId, courseSlug }: { personId: string; courseSlug: string },
  ): Promise<{ id: string; created: boolean }> {
    const values = [newId(), personId, courseSlug, this.clock.now()];
    const [created] = await namedQuery<{ id: string }>(tx, 'enrolment.enrol', ENROL, values);
    if (created) return { id: created.id, created: true };
    const [living] = await namedQuery<{ id: string }>(tx, 'enrolment.living', LIVING_ENROLMENT, [personId, courseSlug]);
    if (!living) throw NotFound();
    return { id: living.id, created: false };
  }

  /** The actor's enrolments, newest first. */
  async list(actor: Actor): Promise<EnrolmentView[]> {
    return this.load(actor, null);
  }

  /** @throws Problem not-found, also for another person's enrolment */
  async get(actor: Actor, id: string): Promise<EnrolmentView> {
    const [view] = await this.load(actor, id);
    if (!view) throw NotFound();
    return view;
  }

  /**
   * Notes where the actor is in a lesson, now.
   * @throws Problem not-found, lesson-not-in-course
   */
  async recordProgress(
    actor: Actor,
    enrolmentId: string,
    report: Omit<ProgressUpdate, 'seenAt'>,
  ): Promise<EnrolmentView> {
    const updates = [{ ...report, itemId: report.lessonId, seenAt: this.clock.now() }];
    const refused = await this.dataSource.transaction((tx) => this.applyProgress(tx, actor, { enrolmentId, updates }));
    for (const problem of refused.values()) throw problem;
    return this.get(actor, enrolmentId);
  }

  /**
   * Takes progress reports of one enrolment in any order, each perhaps for the second time: done stays done, of positions
   * the one seen later stays. Two statements whatever the number, a third when that completes the course.
   * @returns the problems of the reports that are refused, by item id: not-found, lesson-not-in-course
   */
  async applyProgress(
    tx: EntityManager,
    actor: Actor,
    { enrolmentId, updates: sent, judged = false }: ProgressOfEnrolment,
  ): Promise<Map<string, Problem>> {
    // PostgreSQL answers ids in lower case.
    const updates = sent.map((update) => ({ ...update, lessonId: update.lessonId.toLowerCase() }));
    const merged = mergeProgress(updates, this.clock.now());
    const [own] = await namedQuery<{ state: Enrolment['state']; written: string[] }>(
      tx,
      'enrolment.record-progress',
      RECORD_PROGRESS,
      [
        enrolmentId,
        actor.personId,
        merged.map(({ lessonId }) => lessonId),
        merged.map(({ position }) => position),
        merged.map(({ seenAt }) => seenAt),
        merged.map(({ doneAt }) => doneAt),
        judged,
      ],
    );
    if (!own) return new Map(updates.map(({ itemId }) => [itemId, NotFound()]));
    const written = new Set(own.written);
    const isDone = merged.some(({ lessonId, doneAt }) => doneAt !== null && written.has(lessonId));
    if (own.state === 'active' && isDone) await this.completeIfDue(tx, enrolmentId);
    const refused = updates.filter(({ lessonId }) => !written.has(lessonId));
    return new Map(refused.map(({ itemId }) => [itemId, LessonNotInCourse()]));
  }

  /**
   * Takes a quiz, scenario or attendance result: the best of a quiz or scenario stays, attendance is replaced. The first time that the
   * completion rule holds, `enrolment.completed` is published; afterwards an enrolment stays complete. One statement, and
   * another when the result may complete the course. Whoever derives attendance from several rows serialises its own callers.
   * @throws Problem not-found for an unknown enrolment
   */
  async recordResult(tx: EntityManager, { enrolmentId, kind, subjectKey, percent }: ReportedResult): Promise<void> {
    const result = { kind, subjectKey, percent: storedPercent(percent) };
    const values = [enrolmentId, kind, subjectKey, result.percent, this.clock.now()];
    const [own] = await namedQuery<Pick<FactsRow, 'rule'> & Pick<Enrolment, 'state'>>(
      tx,
      'enrolment.record-result',
      RECORD_RESULT,
      values,
    );
    if (!own) throw NotFound();
    if (own.state === 'active' && meetsPart(own.rule, result)) await this.completeIfDue(tx, enrolmentId);
  }

  /**
   * Completes an enrolment whose rule holds. The caller has locked its row, so of two transactions that both bring the last
   * fact, the second sees both.
   */
  async completeIfDue(tx: EntityManager, enrolmentId: string): Promise<void> {
    const [row] = await namedQuery<FactsRow>(tx, 'enrolment.completion-facts', COMPLETION_FACTS, [enrolmentId]);
    if (!row || !completionOf(row.rule, factsOf(row.lessons, row.results)).complete) return;
    const values = [enrolmentId, this.clock.now()];
    const completed = await namedQuery(tx, 'enrolment.complete', COMPLETE, values);
    if (completed.length > 0) await this.outbox.publish(tx, EnrolmentCompleted, { enrolmentId });
  }

  private async load(actor: Actor, id: string | null): Promise<EnrolmentView[]> {
    const rows = await namedQuery<EnrolmentHead & { lessons: LessonRow[]; results: KnownResult[] }>(
      this.dataSource,
      'enrolment.list',
      ENROLMENTS,
      [actor.personId, id],
    );
    return Promise.all(
      rows.map(async (row) => {
        const contents = await this.catalogue.revision(row.revisionId);
        const lessons = row.lessons.map((lesson) => ({
          ...lesson,
          seenAt: new Date(lesson.seenAt),
          doneAt: lesson.doneAt === null ? null : new Date(lesson.doneAt),
        }));
        return { ...row, contents, lessons, completion: completionOfView({ ...row, contents, lessons }) };
      }),
    );
  }
}

/** Once complete, an enrolment is complete, whatever is recorded later. */
function completionOfView({ state, contents, lessons, results }: Omit<EnrolmentView, 'completion'>): Completion {
  if (state === 'completed') return { complete: true, percent: 100, missing: [] };
  const done = new Set(lessons.filter(({ doneAt }) => doneAt !== null).map(({ lessonId }) => lessonId));
  const asked = contents.lessons.filter(({ kind }) => kind !== 'quiz' && kind !== 'scenario');
  const facts = asked.map(({ id, slug }) => ({ slug, done: done.has(id) }));
  return completionOf(contents.revision.completionRule, factsOf(facts, results));
}
