/**
 * The next attempt at a quiz and its paper in one statement: in the person's ($4) living enrolment $3, if it is of the
 * quiz's revision $5, none is in progress and fewer than $6 were made (0: no limit). Nothing when one of these does not
 * hold or a parallel start was first.
 */
export const START_ATTEMPT = `
WITH tries AS (
  SELECT coalesce(max(a.number), 0) AS last, coalesce(bool_or(a.state = 'in-progress'), false) AS open
    FROM enrolment e LEFT JOIN quiz_attempt a ON a.enrolment_id = e.id AND a.quiz_id = $2
   WHERE e.id = $3 AND e.person_id = $4 AND e.revision_id = $5 AND e.state <> 'withdrawn'
   GROUP BY e.id
), attempt AS (
  INSERT INTO quiz_attempt (id, quiz_id, enrolment_id, person_id, number, seed, state, started_at, deadline_at, max_points)
  SELECT $1, $2, $3, $4, tries.last + 1, $7, 'in-progress', $8, $9, cardinality($10::uuid[])
    FROM tries WHERE NOT tries.open AND ($6 = 0 OR tries.last < $6)
  ON CONFLICT DO NOTHING
  RETURNING id, number
), paper AS (
  INSERT INTO quiz_response (attempt_id, question_version_id, position, option_order)
  SELECT attempt.id, q.id, q.position, q.option_order::int[]
    FROM attempt, unnest($10::uuid[], $11::text[]) WITH ORDINALITY AS q(id, option_order, position)
)
SELECT number FROM attempt`;

/** Why no attempt was started: the person's ($2) living enrolment $1 and the tries at the quiz $3 so far. */
export const TRIES = `
SELECT e.revision_id AS "revisionId",
       (SELECT count(*) FROM quiz_attempt a WHERE a.enrolment_id = e.id AND a.quiz_id = $3) AS tries,
       (SELECT a.id FROM quiz_attempt a
         WHERE a.enrolment_id = e.id AND a.quiz_id = $3 AND a.state = 'in-progress') AS "openId"
  FROM enrolment e
 WHERE e.id = $1 AND e.person_id = $2 AND e.state <> 'withdrawn'`;

/** An attempt of the person $2 with its answers, and what the other tries at the quiz came to. */
export const ATTEMPT = `
SELECT a.id, a.quiz_id AS "quizId", a.enrolment_id AS "enrolmentId", a.number, a.state, a.started_at AS "startedAt",
       a.deadline_at AS "deadlineAt", a.graded_at AS "gradedAt", a.points, a.max_points AS "maxPoints", a.passed,
       (SELECT json_agg(json_build_object('questionVersionId', r.question_version_id, 'position', r.position,
                 'optionOrder', r.option_order, 'response', r.response, 'answeredAt', r.answered_at, 'points', r.points,
                 'photos', r.photos)
                 ORDER BY r.position)
          FROM quiz_response r WHERE r.attempt_id = a.id) AS answers,
       tries.count AS tries, tries.passed AS "passedOnce"
  FROM quiz_attempt a
 CROSS JOIN LATERAL (SELECT count(*) AS count, coalesce(bool_or(t.passed), false) AS passed
                       FROM quiz_attempt t WHERE t.enrolment_id = a.enrolment_id AND t.quiz_id = a.quiz_id) tries
 WHERE a.id = $1 AND a.person_id = $2`;

/**
 * Saves answers of one attempt of the person $2, seen by the server at $3, each question once: one statement, whatever
 * the number. The later answer wins in whatever order they arrive. Of two with the same instant the last to arrive wins
 * when the instant is the server's own; when both are a device's word their content decides, so that it is always the same
 * one. Every writer of an attempt locks its row first: an answer is either graded or refused, never stored behind the
 * grader's back. `graded_at` and `awaiting_since` tell the state here: with `state` the planner, before the first ANALYZE, reads the partial
 * index of all attempts in progress.
 */
export const SAVE_ANSWERS = `
WITH attempt AS MATERIALIZED (
  SELECT a.id FROM quiz_attempt a JOIN quiz q ON q.id = a.quiz_id
   WHERE a.id = $1 AND a.person_id = $2 AND a.graded_at IS NULL AND a.awaiting_since IS NULL
     AND (a.deadline_at IS NULL OR a.deadline_at + make_interval(secs => q.grace_seconds) >= $3)
     FOR NO KEY UPDATE OF a
)
UPDATE quiz_response r SET response = g.response::jsonb, answered_at = g.answered_at
  FROM attempt, unnest($4::uuid[], $5::text[], $6::timestamptz[], $7::boolean[])
                  AS g(question_id, response, answered_at, by_arrival)
 WHERE r.attempt_id = attempt.id AND r.question_version_id = g.question_id
   AND (r.answered_at IS NULL OR r.answered_at < g.answered_at
        OR (r.answered_at = g.answered_at AND (g.by_arrival OR r.response::text <= g.response::jsonb::text)))
RETURNING r.question_version_id AS "questionId"`;

/** Why answers to the questions $3 were not taken. */
export const WHY_NOT_SAVED = `
SELECT a.state, a.submitted_at AS "submittedAt", a.deadline_at AS "deadlineAt", q.grace_seconds AS "graceSeconds",
       (SELECT coalesce(json_object_agg(r.question_version_id, r.answered_at), '{}') FROM quiz_response r
         WHERE r.attempt_id = a.id AND r.question_version_id = ANY($3::uuid[])) AS "answeredAt"
  FROM quiz_attempt a JOIN quiz q ON q.id = a.quiz_id
 WHERE a.id = $1 AND a.person_id = $2`;

/**
 * Ends an attempt in progress with the points of exactly the responses $7 with so many photos $10; all or nothing as far as
 * the attempt is concerned. Points of null wait for a lecturer, and then so does the attempt: $3 to $5 are null and $9 is now. No row when it is graded already, or when an answer or a photo came in after the responses were read: the attempt is
 * locked by then, so that reading them again and grading again succeeds.
 */
export const GRADE_ATTEMPT = `
WITH attempt AS MATERIALIZED (
  SELECT a.id FROM quiz_attempt a
   WHERE a.id = $1 AND a.graded_at IS NULL AND a.awaiting_since IS NULL FOR NO KEY UPDATE
), graded AS (
  UPDATE quiz_response r SET points = g.points
    FROM attempt, unnest($6::uuid[], $7::text[], $8::numeric[], $10::int[]) AS g(question_id, response, points, photos)
   WHERE r.attempt_id = attempt.id AND r.question_version_id = g.question_id
     AND r.response IS NOT DISTINCT FROM g.response::jsonb AND r.photos = g.photos
  RETURNING r.question_version_id
)
UPDATE quiz_attempt a SET state = CASE WHEN $9::timestamptz IS NULL THEN 'graded' ELSE 'awaiting-grading' END,
       submitted_at = $2, graded_at = $3, points = $4, passed = $5, awaiting_since = $9
  FROM attempt
 WHERE a.id = attempt.id AND (SELECT count(*) FROM graded) = a.max_points
RETURNING a.id`;

/** Attempts whose deadline and grace were over at $1, after the place ($2, $3) of the batch before. */
export const EXPIRED_ATTEMPTS = `
SELECT a.id, a.person_id AS "personId", a.deadline_at AS "deadlineAt"
  FROM quiz_attempt a JOIN quiz q ON q.id = a.quiz_id
 WHERE a.state = 'in-progress' AND a.deadline_at < $1 AND a.deadline_at + make_interval(secs => q.grace_seconds) < $1
   AND ($2::timestamptz IS NULL OR (a.deadline_at, a.id) > ($2, $3::uuid))
 ORDER BY a.deadline_at, a.id
 LIMIT $4`;

/** The person's ($2) tries of an enrolment, of one quiz only when $3 is given; one row of nulls when there is none yet. */
export const ATTEMPTS_OF_ENROLMENT = `
SELECT a.id, a.quiz_id AS "quizId", a.number, a.state, a.points, a.max_points AS "maxPoints", a.passed,
       a.started_at AS "startedAt", a.deadline_at AS "deadlineAt"
  FROM enrolment e
  LEFT JOIN quiz_attempt a ON a.enrolment_id = e.id AND ($3::uuid IS NULL OR a.quiz_id = $3)
 WHERE e.id = $1 AND e.person_id = $2
 ORDER BY a.started_at, a.id`;

/** A row when the revision `$1` is no longer the current one. */
export const RETIRED = `SELECT 1 FROM course_revision WHERE id = $1 AND state = 'retired'`;
