import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  QuestionCheckService,
  type CheckedAnswer,
  type CheckedQuestion,
  type ShownQuestion,
} from '../assessment/question-check.service.js';
import { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { NotificationService } from '../notification/notification.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { RefresherAnswer } from './entities/refresher-answer.entity.js';
import {
  ADD_REFRESHERS,
  ANSWERS_GIVEN,
  CHANGES_TO_READ,
  COMPLETE_REFRESHERS,
  LESSONS_TO_READ,
  LOCKED_REFRESHERS,
  OWN_REFRESHERS,
  QUESTIONS_TO_ANSWER,
  WANTING_REFRESHER,
} from './refresher.queries.js';

type Bilingual = CourseRevision['title'];

const BATCH = 1_000;
/** Short enough to be done at once. */
const MOST_QUESTIONS = 3;

/** What a holder is asked to read because of one amendment. */
export interface RefresherSummary {
  amendmentId: string;
  /** First day of the new law, YYYY-MM-DD. */
  effectiveOn: string;
  amendedBy: string;
  documentTitle: string;
  openedAt: Date;
  /** Null while it is to be read. */
  doneAt: Date | null;
  certificates: { certificateId: string; courseTitle: Bilingual }[];
}

export interface ChangeToRead {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  oldSummary: string;
  /** Null when the article ended; then `successors` may say what took its place. */
  newSummary: string | null;
  successors: { code: string; number: string; title: string; documentTitle: string; summary: string }[];
}

export interface RefresherView extends RefresherSummary {
  changes: ChangeToRead[];
  /** Rewritten for it, in the current revision. */
  lessons: { id: string; title: Bilingual; courseTitle: Bilingual }[];
  /** To be answered, while it is open; none when the new revision asks nothing about it. */
  questions: ShownQuestion[];
  /** What was answered, with the right answers, once it is done. */
  answers: CheckedQuestion[];
}

interface Wanting {
  certificateId: string;
  personId: string;
  amendmentId: string;
  revisionId: string;
}

/**
 * Tells holders what the law changed since they earned their certificate. It stays valid; until they have read it, it
 * says that a refresh is due.
 */
@Injectable()
export class RefresherService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly notifications: NotificationService,
    private readonly questions: QuestionCheckService,
  ) {}

  /** After a revision was published: for holders of certificates of the former ones. Done again it adds who is left. */
  async openForRevision(revisionId: string): Promise<void> {
    const revision = await this.dataSource.manager.findOneBy(CourseRevision, { id: revisionId });
    if (revision) await this.open({ courseId: revision.courseId });
  }

  /** When an amendment takes effect that a current revision teaches already. */
  async openForAmendment(amendmentId: string): Promise<void> {
    await this.open({ amendmentId });
  }

  /** For a certificate earned on a revision that the law had outrun by then. */
  async openForCertificate(certificateId: string): Promise<void> {
    await this.open({ certificateId });
  }

  /** 1,000 holders to a transaction, each with a line in the inbox; whoever has a refresher is passed over. */
  private async open(of: { amendmentId?: string; courseId?: string; certificateId?: string }): Promise<void> {
    const day = vietnamDate(this.clock.now());
    const values = [of.amendmentId ?? null, of.courseId ?? null, of.certificateId ?? null, day, BATCH];
    let left = BATCH;
    while (left === BATCH) {
      left = await this.dataSource.transaction(async (tx) => {
        const rows = await tx.query<Wanting[]>(WANTING_REFRESHER, values);
        if (rows.length === 0) return 0;
        await tx.query(ADD_REFRESHERS, [
          rows.map(() => newId()),
          rows.map(({ certificateId }) => certificateId),
          rows.map(({ personId }) => personId),
          rows.map(({ amendmentId }) => amendmentId),
          rows.map(({ revisionId }) => revisionId),
          this.clock.now(),
        ]);
        await this.notifications.tellAll(
          tx,
          rows.map(({ personId, amendmentId }) => ({
            ...{ personId, dedupeKey: `certificate-refresh-due:${amendmentId}`, kind: 'certificate-refresh-due' },
            ...{ params: {}, link: `/cap-nhat/${amendmentId}` },
          })),
        );
        return rows.length;
      });
    }
  }

  /** The actor's own, those still to be read first. */
  async list(actor: Actor): Promise<RefresherSummary[]> {
    return this.dataSource.query(OWN_REFRESHERS, [actor.personId, null]);
  }

  /** @throws Problem not-found, also for an amendment that does not concern the actor */
  async get(actor: Actor, amendmentId: string): Promise<RefresherView> {
    const of: [string, string] = [actor.personId, amendmentId];
    const [summary] = await this.dataSource.query<RefresherSummary[]>(OWN_REFRESHERS, of);
    if (!summary) throw NotFound();
    const { manager } = this.dataSource;
    const [changes, lessons, given] = await Promise.all([
      this.dataSource.query<ChangeToRead[]>(CHANGES_TO_READ, of),
      this.dataSource.query<RefresherView['lessons']>(LESSONS_TO_READ, of),
      this.dataSource.query<CheckedAnswer[]>(ANSWERS_GIVEN, of),
    ]);
    const toAnswer = summary.doneAt === null ? await this.questionsFor(manager, of) : [];
    const [questions, answers] = await Promise.all([this.questions.show(toAnswer), this.questions.review(given)]);
    return { ...summary, changes, lessons, questions, answers };
  }

  /**
   * The actor has read what changed and answered what was asked about it, right or wrong; said again, the first day and the
   * first answers stay.
   * @throws Problem not-found, also for an amendment that does not concern the actor; question-not-answered
   */
  async complete(actor: Actor, amendmentId: string, responses: ReadonlyMap<string, unknown>): Promise<RefresherView> {
    const of: [string, string] = [actor.personId, amendmentId];
    await this.dataSource.transaction(async (tx) => {
      const own = await tx.query<{ id: string; doneAt: Date | null }[]>(LOCKED_REFRESHERS, of);
      const open = own.find(({ doneAt }) => doneAt === null);
      if (own.length === 0) throw NotFound();
      if (!open) return;
      const answers = await this.questions.grade(await this.questionsFor(tx, of), responses);
      await tx.insert(
        RefresherAnswer,
        answers.map(({ points, ...answer }) => ({ refresherId: open.id, ...answer, points: String(points) })),
      );
      await tx.query(COMPLETE_REFRESHERS, [...of, this.clock.now()]);
    });
    return this.get(actor, amendmentId);
  }

  private async questionsFor(executor: EntityManager, of: [string, string]): Promise<string[]> {
    const rows = await executor.query<{ id: string }[]>(QUESTIONS_TO_ANSWER, [...of, MOST_QUESTIONS]);
    return rows.map(({ id }) => id);
  }
}
