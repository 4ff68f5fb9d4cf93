/** What decides whether the answer to question $3 in attempt $1 of the person $2 takes a photo. */
export const PHOTO_PLACE = `
SELECT a.state, a.submitted_at AS "submittedAt", a.deadline_at AS "deadlineAt", q.grace_seconds AS "graceSeconds",
       r.attempt_id IS NOT NULL AS "isOnPaper", r.photos, coalesce(w.body->'photo' = 'true'::jsonb, false) AS "takesPhotos"
  FROM quiz_attempt a JOIN quiz q ON q.id = a.quiz_id
  LEFT JOIN quiz_response r ON r.attempt_id = a.id AND r.question_version_id = $3
  LEFT JOIN question_version w ON w.id = r.question_version_id AND w.kind = 'essay'
 WHERE a.id = $1 AND a.person_id = $2`;

/** Whoever writes in an attempt holds this, as whoever ends it does. */
export const LOCK_ATTEMPT = `SELECT 1 FROM quiz_attempt WHERE id = $1 AND person_id = $2 FOR NO KEY UPDATE`;

/** The first free place for a photo of the answer to question $2 in attempt $1. */
export const FREE_PLACE = `
SELECT min(place) AS position FROM generate_series(1, 3) AS place
 WHERE NOT EXISTS (SELECT FROM essay_photo p
                    WHERE p.attempt_id = $1 AND p.question_version_id = $2 AND p.position = place)`;

/** The photo $3 of the answer to question $2 in attempt $1 goes, and at $4 its file is listed to go. */
export const REMOVE_PHOTO = `
WITH gone AS (
  DELETE FROM essay_photo WHERE attempt_id = $1 AND question_version_id = $2 AND id = $3 RETURNING stored_as
)
INSERT INTO discarded_photo (name, discarded_at) SELECT stored_as, $4 FROM gone RETURNING name`;

/** The same with all photos of the person $1, at $2, once they are erased. */
export const REMOVE_PHOTOS_OF_PERSON = `
WITH gone AS (
  DELETE FROM essay_photo p USING quiz_attempt a
   WHERE a.id = p.attempt_id AND a.person_id = $1
     AND EXISTS (SELECT FROM person e WHERE e.id = $1 AND e.erased_at IS NOT NULL)
  RETURNING p.stored_as
)
INSERT INTO discarded_photo (name, discarded_at) SELECT stored_as, $2 FROM gone RETURNING name`;

/** Files that were to go before $1, at most $2. */
export const LEFT_BEHIND = `SELECT name FROM discarded_photo WHERE discarded_at < $1 ORDER BY discarded_at LIMIT $2`;
