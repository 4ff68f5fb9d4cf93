/** Shapes of revisions `$1`: their rules, and the kind of each lesson by slug. */
export const SHAPES = `
SELECT r.id, r.completion_rule AS rule, (SELECT json_object_agg(l.slug, l.kind) FROM lesson l WHERE l.revision_id = r.id) AS lessons
  FROM course_revision r WHERE r.id = ANY ($1)`;

/**
 * Of the enrolments `$2`, those in the middle of another revision of the course whose current revision is `$1`, locked,
 * with what they have to show for.
 */
export const MOVABLE = `
SELECT e.id, e.revision_id AS "revisionId",
       (SELECT coalesce(array_agg(l.slug), '{}') FROM lesson_progress p
          JOIN lesson l ON l.id = p.lesson_id AND l.revision_id = e.revision_id
         WHERE p.enrolment_id = e.id AND p.done_at IS NOT NULL) AS done,
       (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'subjectKey', s.subject_key, 'percent', s.percent)), '[]')
          FROM enrolment_result s WHERE s.enrolment_id = e.id) AS results
  FROM enrolment e
  JOIN course_revision r ON r.id = $1 AND r.state = 'published' AND r.course_id = e.course_id
 WHERE e.id = ANY ($2) AND e.state = 'active' AND e.revision_id <> $1
 ORDER BY e.id FOR NO KEY UPDATE OF e`;

/**
 * Carries the progress of the enrolments `$2` over to the revision `$1` by the lessons' slugs, and pins them to it. What
 * they had there before, as when a revision is published again, is kept where it is further. Results are by slug anyway.
 */
export const MOVE = `
WITH carried AS (
  INSERT INTO lesson_progress AS p (enrolment_id, lesson_id, position, seen_at, done_at)
  SELECT old.enrolment_id, n.id, old.position, old.seen_at, old.done_at
    FROM enrolment e
    JOIN lesson_progress old ON old.enrolment_id = e.id
    JOIN lesson o ON o.id = old.lesson_id AND o.revision_id = e.revision_id
    JOIN lesson n ON n.revision_id = $1 AND n.slug = o.slug AND n.kind = o.kind
   WHERE e.id = ANY ($2)
  ON CONFLICT (enrolment_id, lesson_id) DO UPDATE
     SET position = CASE WHEN EXCLUDED.seen_at > p.seen_at THEN EXCLUDED.position ELSE p.position END,
         seen_at = greatest(p.seen_at, EXCLUDED.seen_at),
         done_at = least(p.done_at, EXCLUDED.done_at)
)
UPDATE enrolment SET revision_id = $1 WHERE id = ANY ($2)`;
