import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { scopeOf } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { NotFound } from '../platform/problems/problem.js';
import { DRAFT_REVIEWERS } from './draft.policy.js';
import type { Review } from './entities/review.entity.js';
import { REVIEWS_DECIDED, REVIEWS_OWN, REVIEWS_WAITING, REVIEW_SEEN } from './review.queries.js';
import type { ReviewStanding } from './review.policy.js';

/** A review as somebody may know it. */
export interface ReviewHead
  extends Omit<Review, 'draft' | 'revision' | 'submittedBy' | 'decidedBy' | 'officialDocument'>, ReviewStanding {
  courseId: string;
  organisationId: string;
  /** Of the revision that is judged. */
  number: number;
  title: Bilingual;
  summary: Bilingual;
  slug: string;
  /** Threads of the draft that nobody has resolved. */
  openThreads: number;
}

const QUERIES = { waiting: REVIEWS_WAITING, decided: REVIEWS_DECIDED, own: REVIEWS_OWN } as const;

/** Who may know of a review: reviewers of the draft's unit and above it, and those who wrote the draft. */
@Injectable()
export class ReviewAccessService {
  /** @throws Problem not-found, also for everybody else's */
  async get(executor: EntityManager, actor: Actor, id: string): Promise<ReviewHead> {
    const values = [actor.personId, scopeOf(actor, DRAFT_REVIEWERS), id];
    const [row] = await executor.query<ReviewHead[]>(REVIEW_SEEN, values);
    if (!row) throw NotFound();
    return row;
  }

  /** Reviews that wait for the actor's units, the most urgent first; those decided there last; and the actor's own. */
  async list(executor: EntityManager, actor: Actor, which: keyof typeof QUERIES): Promise<ReviewHead[]> {
    const scope = scopeOf(actor, DRAFT_REVIEWERS);
    return executor.query<ReviewHead[]>(QUERIES[which], which === 'own' ? [actor.personId] : [actor.personId, scope]);
  }
}
