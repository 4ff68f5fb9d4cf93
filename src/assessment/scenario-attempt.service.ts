import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { replay, type ScenarioResult } from '../catalogue/scenario.service.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { NotFound, type Problem } from '../platform/problems/problem.js';
import { ScenarioNotPlayable } from './assessment.problems.js';
import { ScenarioAttempt } from './entities/scenario-attempt.entity.js';

/** A play as a device reports it. */
export interface ReportedPlay {
  itemId: string;
  enrolmentId: string;
  lessonId: string;
  choices: number[];
  playedAt: Date;
}

/** A play that was replayed: what it came to. */
export interface JudgedPlay extends ReportedPlay {
  slug: string;
  percent: number;
  ending: string;
  violations: string[];
}

/** Takes scenarios that learners played to an ending, online or offline; the score is that of the replay. */
@Injectable()
export class ScenarioAttemptService {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly enrolments: EnrolmentService,
    private readonly clock: Clock,
  ) {}

  /**
   * Replays the choices. Done before the transaction, which it would keep open.
   * @throws Problem not-found when the lesson is no scenario; scenario-not-playable when the choices do not lead through
   *   this story to an ending
   */
  async judge(play: ReportedPlay): Promise<JudgedPlay> {
    const { scenario, lesson } = await this.catalogue.lesson(play.lessonId);
    if (!scenario) throw NotFound();
    const { ending, percent, violations } = resultOf(scenario.story, play.choices);
    if (ending === null) throw ScenarioNotPlayable();
    return { ...play, slug: lesson.slug, percent, ending, violations };
  }

  /**
   * Records a play and reports it to the enrolment: the lesson is done, and of several lawful plays the best counts. A play
   * with a wrong legal step passes nothing, whatever its points: a strike that is unlawful is not 94 % lawful.
   * @returns the problem for which the play is refused: not-found, lesson-not-in-course
   */
  async record(tx: EntityManager, actor: Actor, play: JudgedPlay): Promise<Problem | null> {
    const { itemId, enrolmentId, lessonId, slug, percent } = play;
    const playedAt = new Date(Math.min(play.playedAt.getTime(), this.clock.now().getTime()));
    const updates = [{ itemId, lessonId, done: true, position: 1, seenAt: playedAt }];
    const refused = await this.enrolments.applyProgress(tx, actor, { enrolmentId, updates, judged: true });
    const problem = refused.get(itemId);
    if (problem) return problem;
    const { choices, ending, violations } = play;
    const attempt = { id: itemId, enrolmentId, lessonId, personId: actor.personId, choices, percent, ending };
    await tx.insert(ScenarioAttempt, { ...attempt, violations, playedAt });
    if (violations.length > 0) return null;
    await this.enrolments.recordResult(tx, { enrolmentId, kind: 'scenario', subjectKey: slug, percent });
    return null;
  }
}

function resultOf(story: string, choices: number[]): ScenarioResult {
  try {
    return replay(story, choices);
  } catch (error) {
    if (error instanceof RangeError) throw ScenarioNotPlayable();
    throw error;
  }
}
