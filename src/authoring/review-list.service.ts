import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { IdentityService } from '../identity/identity.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import type { ReviewState } from './entities/review.entity.js';
import { ReviewAccessService, type ReviewHead } from './review-access.service.js';

export interface NamedPerson {
  id: string;
  fullName: string;
}

/** A review in a list. */
export interface ReviewLine {
  id: string;
  draftId: string;
  course: { slug: string; title: Bilingual };
  unit: { id: string; name: string };
  /** Number of the course's revision that is judged. */
  revision: number;
  state: ReviewState;
  submittedBy: NamedPerson;
  submittedAt: Date;
  /** Day by which a decision may be expected, YYYY-MM-DD. */
  dueOn: string;
  /** It waits, and that day is over. */
  isOverdue: boolean;
  decidedBy: NamedPerson | null;
  decidedAt: Date | null;
  openThreads: number;
  /** The reader wrote for it. */
  isOwn: boolean;
}

export interface ReviewLists {
  waiting: ReviewLine[];
  decided: ReviewLine[];
  own: ReviewLine[];
}

/** Reviewers' queue and what authors submitted. */
@Injectable()
export class ReviewListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: ReviewAccessService,
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationService,
    private readonly clock: Clock,
  ) {}

  /** What waits for the actor's units, the most urgent first; what was decided there last; and the actor's own. */
  async list(actor: Actor): Promise<ReviewLists> {
    const { manager } = this.dataSource;
    const [waiting, decided, own] = await Promise.all(
      (['waiting', 'decided', 'own'] as const).map((which) => this.access.list(manager, actor, which)),
    );
    const lines = await this.lines(manager, [...(waiting ?? []), ...(decided ?? []), ...(own ?? [])]);
    const of = (heads: ReviewHead[] = []) => heads.flatMap(({ id }) => lines.get(id) ?? []);
    return { waiting: of(waiting), decided: of(decided), own: of(own) };
  }

  /** Reviews as lists name them, by id. */
  async lines(executor: EntityManager, heads: readonly ReviewHead[]): Promise<Map<string, ReviewLine>> {
    const today = vietnamDate(this.clock.now());
    const people = heads.flatMap(({ submittedById, decidedById }) => [
      submittedById,
      ...(decidedById === null ? [] : [decidedById]),
    ]);
    const cards = await this.identity.personCards(executor, people, today);
    const units = await this.organisations.describe(
      executor,
      heads.map(({ organisationId }) => organisationId),
      today,
    );
    const nameOf = (id: string) => ({ id, fullName: cards.get(id)?.fullName ?? '' });
    return new Map(
      heads.map((head) => {
        const { id, draftId, state, submittedAt, dueOn, decidedAt, decidedById, openThreads, organisationId } = head;
        const line: ReviewLine = {
          ...{ id, draftId, state, submittedAt, dueOn, decidedAt, openThreads, revision: head.number },
          course: { slug: head.slug, title: head.title },
          unit: { id: organisationId, name: units.get(organisationId)?.name ?? '' },
          submittedBy: nameOf(head.submittedById),
          isOverdue: state === 'open' && dueOn < today,
          decidedBy: decidedById === null ? null : nameOf(decidedById),
          isOwn: head.isContributor,
        };
        return [id, line];
      }),
    );
  }

  /** Names of people, in the order asked for. */
  async names(executor: EntityManager, ids: readonly string[]): Promise<NamedPerson[]> {
    const cards = await this.identity.personCards(executor, ids);
    return ids.map((id) => ({ id, fullName: cards.get(id)?.fullName ?? '' }));
  }
}
