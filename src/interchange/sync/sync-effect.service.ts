import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnswerService } from '../../assessment/answer.service.js';
import { ScenarioAttemptService } from '../../assessment/scenario-attempt.service.js';
import { SubmissionService } from '../../assessment/submission.service.js';
import { ClassesService } from '../../classes/classes.service.js';
import { EnrolmentService } from '../../enrolment/enrolment.service.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Problem } from '../../platform/problems/problem.js';
import type {
  AnswerItem,
  CheckInItem,
  HeartbeatItem,
  ProgressItem,
  ScenarioItem,
  SubmitAttemptItem,
  SyncGroup,
  SyncItem,
} from './sync-item.rules.js';

/**
 * Does what some items of a group say, in a transaction.
 * @returns the problems of those that are refused, by item id
 */
export type Effect = (tx: EntityManager, items: SyncItem[]) => Promise<Map<string, Problem>>;

const NONE: ReadonlyMap<string, Problem> = new Map();

/** Hands the items of a batch to the features that they are for. */
@Injectable()
export class SyncEffectService {
  constructor(
    private readonly enrolments: EnrolmentService,
    private readonly answers: AnswerService,
    private readonly submissions: SubmissionService,
    private readonly scenarios: ScenarioAttemptService,
    private readonly classes: ClassesService,
  ) {}

  /**
   * Reads what a group needs before its transaction begins, and answers what to do in it.
   * @throws Problem when nothing of the group can be done
   */
  async prepare(actor: Actor, group: SyncGroup, receivedAt: Date): Promise<Effect> {
    switch (group.kind) {
      case 'answer':
        return this.prepareAnswers(actor, group.items as AnswerItem[]);
      case 'submit-attempt':
        return this.prepareSubmission(actor, group.items as SubmitAttemptItem[]);
      case 'progress':
        return (tx, items) => this.applyProgress(tx, actor, items as ProgressItem[]);
      case 'scenario':
        return this.prepareScenario(actor, group.items as ScenarioItem[]);
      case 'heartbeat':
        return (tx, items) => this.applyHeartbeats(tx, actor, { items: items as HeartbeatItem[], receivedAt });
      case 'check-in':
        return (tx, items) => this.applyCheckIns(tx, actor, { items: items as CheckInItem[], receivedAt });
    }
  }

  private async prepareAnswers(actor: Actor, items: AnswerItem[]): Promise<Effect> {
    const sent = items.map(({ id, questionId, response, occurredAt }) => ({
      itemId: id,
      questionId,
      response,
      answeredAt: occurredAt,
    }));
    const checked = await this.answers.check(sent);
    const attemptId = items[0]?.attemptId ?? '';
    return (tx, wanted) => {
      const ids = new Set(wanted.map(({ id }) => id));
      return this.answers.saveAll(tx, actor, { attemptId, answers: checked.filter(({ itemId }) => ids.has(itemId)) });
    };
  }

  private async prepareSubmission(actor: Actor, items: SubmitAttemptItem[]): Promise<Effect> {
    const sheet = await this.submissions.sheetOf(actor.personId, items[0]?.attemptId ?? '');
    return async (tx) => {
      await this.submissions.grade(tx, sheet);
      return new Map(NONE);
    };
  }

  private async prepareScenario(actor: Actor, items: ScenarioItem[]): Promise<Effect> {
    const plays = await Promise.all(
      items.map(({ id, enrolmentId, lessonId, choices, occurredAt }) =>
        this.scenarios.judge({ itemId: id, enrolmentId, lessonId, choices, playedAt: occurredAt }),
      ),
    );
    return async (tx, wanted) => {
      const refused = new Map<string, Problem>();
      for (const play of plays.filter(({ itemId }) => wanted.some(({ id }) => id === itemId))) {
        const problem = await this.scenarios.record(tx, actor, play);
        if (problem) refused.set(play.itemId, problem);
      }
      return refused;
    };
  }

  private applyProgress(tx: EntityManager, actor: Actor, items: ProgressItem[]): Promise<Map<string, Problem>> {
    const updates = items.map(({ id, lessonId, done, position, occurredAt }) => ({
      itemId: id,
      lessonId,
      done,
      position,
      seenAt: occurredAt,
    }));
    return this.enrolments.applyProgress(tx, actor, { enrolmentId: items[0]?.enrolmentId ?? '', updates });
  }

  private applyHeartbeats(
    tx: EntityManager,
    actor: Actor,
    { items, receivedAt }: { items: HeartbeatItem[]; receivedAt: Date },
  ): Promise<Map<string, Problem>> {
    const beats = items.map(({ id, classSessionId, from, to, deviceId }) => ({
      itemId: id,
      classSessionId,
      from,
      to,
      deviceId,
      receivedAt,
    }));
    return this.classes.applyHeartbeats(tx, actor, beats);
  }

  private async applyCheckIns(
    tx: EntityManager,
    actor: Actor,
    { items, receivedAt }: { items: CheckInItem[]; receivedAt: Date },
  ): Promise<Map<string, Problem>> {
    for (const { id, kind: _kind, ...checkIn } of items) {
      await this.classes.applyCheckIn(tx, actor, { itemId: id, ...checkIn, receivedAt });
    }
    return new Map(NONE);
  }
}
