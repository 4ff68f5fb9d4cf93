/** The current revision of the course $3 for the person $2; nothing when the person takes the course already. */
export const ENROL = `
INSERT INTO enrolment (id, person_id, course_id, revision_id, state, enrolled_at)
SELECT $1, $2, r.course_id, r.id, 'active', $4
  FROM course c JOIN course_revision r ON r.course_id = c.id AND r.state = 'published'
 WHERE c.slug = $3
ON CONFLICT (person_id, course_id) WHERE state <> 'withdrawn' DO NOTHING
RETURNING id`;

export const LIVING_ENROLMENT = `
SELECT e.id FROM enrolment e JOIN course c ON c.id = e.course_id
 WHERE e.person_id = $1 AND c.slug = $2 AND e.state <> 'withdrawn'`;

/** Living enrolments of a person with everything that is known of them; one only when $2 is given. */
export const ENROLMENTS = `
SELECT e.id, e.revision_id AS "revisionId", e.state, e.enrolled_at AS "enrolledAt", e.completed_at AS "completedAt",
       (SELECT coalesce(json_agg(json_build_object('lessonId', p.lesson_id, 'position', p.position, 'seenAt', p.seen_at,
                                                   'doneAt', p.done_at)), '[]')
          FROM lesson_progress p WHERE p.enrolment_id = e.id) AS lessons,
       (SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'subjectKey', r.subject_key, 'percent', r.percent)
                                 ORDER BY r.kind, r.subject_key), '[]')
          FROM enrolment_result r WHERE r.enrolment_id = e.id) AS results
  FROM enrolment e
 WHERE e.person_id = $1 AND e.state <> 'withdrawn' AND ($2::uuid IS NULL OR e.id = $2)
 ORDER BY e.enrolled_at DESC, e.id DESC`;

/**
 * Progress of the person $2 in lessons of the enrolment $1, each lesson once; $7: whether it comes from whoever judged a
 * scenario. Later and further wins, done stays done, so
 * the order of arrival does not matter. Every writer of an enrolment locks its row first: whoever decides on completion
 * next sees all that was written before. A device that was away while the enrolment moved to another revision reports
 * lessons of the former one: they count for the lesson of the same slug and kind.
 */
export const RECORD_PROGRESS = `
WITH own AS MATERIALIZED (
  SELECT e.id, e.state, e.revision_id, e.course_id FROM enrolment e
   WHERE e.id = $1 AND e.person_id = $2 AND e.state <> 'withdrawn' FOR NO KEY UPDATE
), meant AS MATERIALIZED (
  SELECT g.lesson_id AS sent, coalesce(here.id, l.id) AS lesson_id, l.kind, g.position, g.seen_at, g.done_at
    FROM own
   CROSS JOIN unnest($3::uuid[], $4::float8[], $5::timestamptz[], $6::timestamptz[])
           AS g(lesson_id, position, seen_at, done_at)
    JOIN lesson l ON l.id = g.lesson_id
    LEFT JOIN course_revision r ON l.revision_id <> own.revision_id AND r.id = l.revision_id AND r.course_id = own.course_id
    LEFT JOIN lesson here ON r.id IS NOT NULL AND here.revision_id = own.revision_id AND here.slug = l.slug AND here.kind = l.kind
   WHERE l.revision_id = own.revision_id OR here.id IS NOT NULL
), written AS (
  INSERT INTO lesson_progress AS p (enrolment_id, lesson_id, position, seen_at, done_at)
  SELECT own.id, m.lesson_id, (array_agg(m.position ORDER BY m.seen_at DESC, m.position DESC))[1], max(m.seen_at),
         min(CASE WHEN m.kind NOT IN ('quiz', 'scenario') OR (m.kind = 'scenario' AND $7) THEN m.done_at END)
    FROM own CROSS JOIN meant m
   GROUP BY own.id, m.lesson_id
  ON CONFLICT (enrolment_id, lesson_id) DO UPDATE
     SET position = CASE WHEN (EXCLUDED.seen_at, EXCLUDED.position) > (p.seen_at, p.position)
                         THEN EXCLUDED.position ELSE p.position END,
         seen_at = greatest(p.seen_at, EXCLUDED.seen_at),
         done_at = least(p.done_at, EXCLUDED.done_at)
)
SELECT own.state, (SELECT coalesce(array_agg(meant.sent), '{}') FROM meant) AS written FROM own`;

/** A result of the enrolment $1: the best one of a quiz or scenario, the latest one of attendance. Locks as RECORD_PROGRESS does. */
export const RECORD_RESULT = `
WITH own AS MATERIALIZED (
  SELECT e.id, e.state, v.completion_rule AS rule
    FROM enrolment e JOIN course_revision v ON v.id = e.revision_id
   WHERE e.id = $1 FOR NO KEY UPDATE OF e
), written AS (
  INSERT INTO enrolment_result AS r (enrolment_id, kind, subject_key, percent, recorded_at)
  SELECT own.id, $2, $3, $4, $5 FROM own
  ON CONFLICT (enrolment_id, kind, subject_key) DO UPDATE
     SET percent = EXCLUDED.percent, recorded_at = EXCLUDED.recorded_at
   WHERE EXCLUDED.kind = 'attendance' OR EXCLUDED.percent > r.percent
)
SELECT own.state, own.rule FROM own`;

/**
 * The rule of an enrolment and the facts it judges. Read on the transaction's own connection, not from the catalogue's
 * cache: a transaction that waits for a second connection can starve the pool.
 */
export const COMPLETION_FACTS = `
SELECT v.completion_rule AS rule,
       (SELECT coalesce(json_agg(json_build_object('slug', l.slug, 'done', p.done_at IS NOT NULL)), '[]')
          FROM lesson l LEFT JOIN lesson_progress p ON p.enrolment_id = e.id AND p.lesson_id = l.id
         WHERE l.revision_id = e.revision_id AND l.kind NOT IN ('quiz', 'scenario')) AS lessons,
       (SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'subjectKey', r.subject_key, 'percent', r.percent)), '[]')
          FROM enrolment_result r WHERE r.enrolment_id = e.id) AS results
  FROM enrolment e JOIN course_revision v ON v.id = e.revision_id
 WHERE e.id = $1`;

export const COMPLETE = `
UPDATE enrolment SET state = 'completed', completed_at = $2 WHERE id = $1 AND state = 'active' RETURNING id`;
