import type { CompletionRule } from '../catalogue/entities/completion-rule.js';
import { completionOf, factsOf, type Result } from './enrolment.rules.js';

/** A revision, as far as moving to it or from it is concerned. */
export interface RevisionShape {
  rule: CompletionRule;
  /** Kind by slug. */
  lessons: ReadonlyMap<string, string>;
}

/** What a learner has to show for. */
export interface Standing {
  /** Slugs of lessons done. */
  done: readonly string[];
  results: readonly Result[];
}

/** Where a learner stands by the rule of a revision. */
export function standingIn({ rule, lessons }: RevisionShape, { done, results }: Standing) {
  const isDone = new Set(done);
  const asked = [...lessons].filter(([, kind]) => kind !== 'quiz' && kind !== 'scenario').map(([slug]) => slug);
  return completionOf(
    rule,
    factsOf(
      asked.map((slug) => ({ slug, done: isDone.has(slug) })),
      results,
    ),
  );
}

/**
 * Whether a learner in the middle of a course may be moved from one revision to another without losing anything: every
 * lesson done and every quiz and scenario tried is there, of the same kind, and nothing is asked that was not missing
 * before, nor more of it. Whoever may not be moved finishes what they began.
 */
export function mayMove(from: RevisionShape, to: RevisionShape, standing: Standing): boolean {
  const isThere = (slug: string) => to.lessons.has(slug) && to.lessons.get(slug) === from.lessons.get(slug);
  if (!standing.done.every(isThere)) return false;
  const tried = standing.results.filter(({ kind }) => kind !== 'attendance');
  if (!tried.every(({ subjectKey }) => isThere(subjectKey))) return false;
  const before = standingIn(from, standing).missing;
  return standingIn(to, standing).missing.every((part) =>
    before.some(
      (former) => former.kind === part.kind && former.slug === part.slug && (part.needed ?? 0) <= (former.needed ?? 0),
    ),
  );
}
