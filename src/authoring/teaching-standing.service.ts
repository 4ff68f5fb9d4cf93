import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CHANGED_ARTICLES, STANDING } from './teaching-authorisation.queries.js';

/** What is to be taught, for whom and when; days of Viet Nam, YYYY-MM-DD, both included. */
export interface Teaching {
  revisionId: string;
  /** An authorisation for one of these units, or for one above it, counts. */
  organisationIds: string[];
  from: string;
  to: string;
}

export interface ChangedArticle {
  code: string;
  /** Number of the article, and of its document. */
  article: string;
  document: string;
  on: string;
}

export interface TopicStanding {
  topic: string;
  validFrom: string;
  /** First day on which it is not in force; null when none is known. */
  validTo: string | null;
  lawAsOf: string;
  /** In force on all days of the teaching. */
  covers: boolean;
  /** Articles of the course that changed after the law that the lecturer was examined on. */
  changes: ChangedArticle[];
}

/** Who is authorised for what a class teaches, and on which law: asked where lecturers are picked. */
@Injectable()
export class TeachingStandingService {
  /** Topics of the course that each of these people is authorised for, by person id; absent: for none. */
  async of(
    executor: EntityManager,
    personIds: readonly string[],
    { revisionId, organisationIds, from, to }: Teaching,
  ): Promise<Map<string, TopicStanding[]>> {
    const standings = new Map<string, TopicStanding[]>();
    if (personIds.length === 0) return standings;
    const rows = await executor.query<(Omit<TopicStanding, 'changes'> & { personId: string })[]>(STANDING, [
      ...[personIds, revisionId, organisationIds, from, to],
    ]);
    const earliest = rows.map(({ lawAsOf }) => lawAsOf).sort()[0];
    const changes =
      earliest === undefined
        ? []
        : await executor.query<ChangedArticle[]>(CHANGED_ARTICLES, [revisionId, earliest, to]);
    for (const { personId, ...row } of rows) {
      const since = changes.filter(({ on }) => on > row.lawAsOf);
      standings.set(personId, [...(standings.get(personId) ?? []), { ...row, changes: since }]);
    }
    return standings;
  }
}
