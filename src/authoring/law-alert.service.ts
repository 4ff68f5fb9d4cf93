import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { scopeOf } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { DRAFT_WRITERS } from './draft.policy.js';
import { LAW_ALERTS } from './law-alert.queries.js';

/** An article that moved under a published course, and what of the course still says the old wording. */
export interface LawAlert {
  /** Of the task. */
  id: string;
  amendmentId: string;
  courseSlug: string;
  courseTitle: Bilingual;
  /** The draft in which it can be mended; null: none is open. */
  draftId: string | null;
  articleCode: string;
  articleNumber: string;
  documentTitle: string;
  /** First day of the new law, YYYY-MM-DD. */
  effectiveOn: string;
  amendedBy: string;
  openedAt: Date;
  lessons: { slug: string; title: Bilingual }[];
  questions: { code: string; title: string }[];
}

const SHOWN = 200;

/** Tells lecturers which of the courses they may write the law has outrun. */
@Injectable()
export class LawAlertService {
  constructor(private readonly dataSource: DataSource) {}

  /** Open tasks of the courses that the actor may write at, the longest open first; at most 200. */
  async list(actor: Actor): Promise<LawAlert[]> {
    return this.dataSource.query(LAW_ALERTS, [scopeOf(actor, DRAFT_WRITERS), SHOWN]);
  }
}
