import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CompletionRule } from '../catalogue/entities/completion-rule.js';
import { MOVABLE, MOVE, SHAPES } from './enrolment-move.queries.js';
import { mayMove, standingIn, type RevisionShape } from './enrolment-move.rules.js';
import type { Result } from './enrolment.rules.js';
import { EnrolmentService } from './enrolment.service.js';

interface MovableRow {
  id: string;
  revisionId: string;
  done: string[];
  results: Result[];
}

/** Takes learners in the middle of a course along to its current revision, as far as that costs them nothing. */
@Injectable()
export class EnrolmentMoveService {
  constructor(private readonly enrolments: EnrolmentService) {}

  /**
   * Moves those of the enrolments that lose nothing by it; the others stay where they began, as does whoever is on that
   * revision already. Not for enrolments with an attempt running: the caller knows.
   * @param revisionId the current revision of the course; another one moves nobody
   * @returns ids of those moved
   */
  async move(tx: EntityManager, revisionId: string, enrolmentIds: string[]): Promise<string[]> {
    const rows = await tx.query<MovableRow[]>(MOVABLE, [revisionId, enrolmentIds]);
    if (rows.length === 0) return [];
    const shapes = await shapesOf(tx, [revisionId, ...new Set(rows.map((row) => row.revisionId))]);
    const to = shapes.get(revisionId);
    if (!to) return [];
    const movable = rows.filter((row) => {
      const from = shapes.get(row.revisionId);
      return from !== undefined && mayMove(from, to, row);
    });
    const ids = movable.map(({ id }) => id);
    if (ids.length === 0) return [];
    await tx.query(MOVE, [revisionId, ids]);
    // What is asked of them may have become less.
    for (const row of movable) if (standingIn(to, row).complete) await this.enrolments.completeIfDue(tx, row.id);
    return ids;
  }
}

async function shapesOf(tx: EntityManager, ids: string[]): Promise<Map<string, RevisionShape>> {
  const rows = await tx.query<{ id: string; rule: CompletionRule; lessons: Record<string, string> | null }[]>(SHAPES, [
    ids,
  ]);
  return new Map(rows.map(({ id, rule, lessons }) => [id, { rule, lessons: new Map(Object.entries(lessons ?? {})) }]));
}
