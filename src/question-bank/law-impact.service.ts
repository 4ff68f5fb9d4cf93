import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { LawService, type ArticlePage } from '../law/law.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { COUNT_CITERS, LIVE_CITERS } from './law-impact.queries.js';

/** A lesson, scenario or question of a current revision that cites an article. */
export interface LiveCiter {
  kind: 'lesson' | 'scenario' | 'question';
  /** Of the lesson, or of the question's version. */
  id: string;
  title: Bilingual;
  /** A question's code within its course. */
  code: string | null;
  courseSlug: string;
  courseTitle: Bilingual;
  /** Null for a question. */
  moduleTitle: Bilingual | null;
  /** The quizzes that draw from a question; null for the others. */
  quizzes: { id: string; title: Bilingual }[] | null;
  /** Where it can be read. */
  link: string;
  /** Period of the version that it was written against: first day, and the day on which it ends. */
  validFrom: string;
  validTo: string | null;
  /** That version is no longer in force. */
  isOutdated: boolean;
}

export interface CiterCounts {
  lessons: number;
  scenarios: number;
  questions: number;
  /** Of these, written against a version no longer in force. */
  outdated: number;
  /** Citers of retired revisions only, which are not listed. */
  retired: number;
}

export interface LawImpact {
  article: ArticlePage;
  counts: CiterCounts;
  items: LiveCiter[];
  nextCursor: string | null;
}

const PAGE = 100;

/** What an amendment of an article touches. Questions are among it: never for learners. */
@Injectable()
export class LawImpactService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly law: LawService,
    private readonly clock: Clock,
  ) {}

  /**
   * What cites an article, 100 at a time.
   * @param asked.versionFrom only what was written against the version that begins on this day (YYYY-MM-DD)
   * @param asked.cursor the answer's `nextCursor`
   * @throws Problem not-found
   */
  async of(code: string, asked: { versionFrom?: string; cursor?: string } = {}): Promise<LawImpact> {
    const article = await this.law.article(code);
    const today = vietnamDate(this.clock.now());
    const about = [article.article.id, asked.versionFrom ?? null];
    const after = asked.cursor ? Buffer.from(asked.cursor, 'base64url').toString().replaceAll('\0', '') : null;
    const [rows, [counts]] = await Promise.all([
      this.dataSource.query<(LiveCiter & { place: string })[]>(LIVE_CITERS, [...about, after, PAGE + 1]),
      this.dataSource.query<[CiterCounts]>(COUNT_CITERS, [...about, today]),
    ]);
    const last = rows[PAGE - 1];
    return {
      article,
      counts,
      items: rows.slice(0, PAGE).map(({ place: _place, ...row }) => ({
        ...row,
        link: row.kind === 'question' ? `/kiem-tra/${row.quizzes?.[0]?.id ?? ''}` : `/bai/${row.id}`,
        isOutdated: row.validTo !== null && row.validTo <= today,
      })),
      nextCursor: rows.length > PAGE && last ? Buffer.from(last.place).toString('base64url') : null,
    };
  }
}
