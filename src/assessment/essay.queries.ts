import { answersFor, unitFor } from '../identity/people-scope.service.js';

const WAITING = `
  FROM quiz_attempt a JOIN person p ON p.id = a.person_id JOIN quiz q ON q.id = a.quiz_id
  JOIN course_revision v ON v.id = q.revision_id
 WHERE a.state = 'awaiting-grading'`;

const HEAD = `a.id AS "attemptId", a.person_id AS "personId", p.full_name AS "learner", v.title AS "courseTitle",
       q.title AS "quizTitle", a.number, a.awaiting_since AS "awaitingSince"`;

/**
 * Attempts that wait for a lecturer, oldest first: of people whom scope $2 answers for on day $1, never one's own ($3);
 * after the attempt $4, at most $5.
 */
export const QUEUE = `
SELECT ${HEAD}
${WAITING} AND a.person_id <> $3 AND ${answersFor('a.person_id', { day: 1, scope: 2 })}
   AND ($4::uuid IS NULL OR (a.awaiting_since, a.id) > (SELECT l.awaiting_since, l.id FROM quiz_attempt l WHERE l.id = $4))
 ORDER BY a.awaiting_since, a.id LIMIT $5`;

/** One of them, $4, with the unit for the record. */
export const WAITING_ATTEMPT = `
SELECT ${HEAD}, a.enrolment_id AS "enrolmentId", q.slug AS "quizSlug", q.pass_percent AS "passPercent",
       a.quiz_id AS "quizId", a.max_points AS "maxPoints",
       ${unitFor('a.person_id', { day: 1, scope: 2 })} AS "organisationId"
${WAITING} AND a.person_id <> $3 AND ${answersFor('a.person_id', { day: 1, scope: 2 })} AND a.id = $4`;

/** What waits for points on the paper of attempt $1. */
export const ESSAYS_OF = `
SELECT r.question_version_id AS "questionId", r.position, w.body, w.answer_key->>'general' AS general,
       coalesce(r.response->>'text', '') AS text
  FROM quiz_response r JOIN question_version w ON w.id = r.question_version_id
 WHERE r.attempt_id = $1 AND r.points IS NULL ORDER BY r.position`;

/** Attempt $1 is graded at $2. */
export const FINISH_GRADING = `
UPDATE quiz_attempt a SET state = 'graded', graded_at = $2, points = $3, passed = $4
 WHERE a.id = $1 AND a.state = 'awaiting-grading'
RETURNING a.id`;

export const POINTS_OF = `SELECT r.points FROM quiz_response r WHERE r.attempt_id = $1`;

/** What lecturers gave for the essays of attempt $1. */
export const GRADES_OF = `
SELECT g.question_version_id AS "questionId", g.points, g.comment FROM essay_grade g WHERE g.attempt_id = $1`;
