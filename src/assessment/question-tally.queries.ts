/** Whether an attempt ended since the last counting. Those that commit late are seen by what is looked back, $1 seconds. */
export const IS_TALLY_DUE = `
SELECT EXISTS (
  SELECT 1 FROM quiz_attempt a
   WHERE last.at IS NULL OR greatest(a.graded_at, a.awaiting_since) >= last.at - make_interval(secs => $1)) AS due
  FROM (SELECT max(counted_at) AS at FROM question_tally) last`;

/**
 * Counts everything anew, at $1: one look at every response, whatever was counted before. Points are null until an attempt has
 * ended, and for an essay until it is graded.
 */
export const COUNT_ANSWERS = `
WITH given AS (
  SELECT r.question_version_id AS id,
         CASE WHEN r.response->>'kind' IN ('single', 'multiple', 'true-false') THEN r.response END AS choice,
         count(*)::int AS answered, (count(*) FILTER (WHERE r.points < 1))::int AS missed
    FROM quiz_response r
   WHERE r.points IS NOT NULL AND r.response IS NOT NULL
     AND btrim(coalesce(r.response->>'text', '.'), E' \\t\\r\\n') <> '' AND r.response->'options' IS DISTINCT FROM '[]'
   GROUP BY 1, 2
), picked AS (
  SELECT pick.id, jsonb_object_agg(pick.what, pick.times) AS chosen
    FROM (SELECT given.id, each.what, sum(given.answered)::int AS times
            FROM given
           CROSS JOIN LATERAL (
             SELECT coalesce(given.choice->>'option', given.choice->>'value') AS what WHERE NOT given.choice ? 'options'
              UNION ALL SELECT jsonb_array_elements_text(given.choice->'options')) each
           WHERE given.choice IS NOT NULL
           GROUP BY 1, 2) pick
   GROUP BY pick.id
), counted AS (
  SELECT given.id, sum(given.answered)::int AS answered, sum(given.missed)::int AS missed FROM given GROUP BY given.id
)
INSERT INTO question_tally (question_version_id, answered, missed, chosen, counted_at)
SELECT counted.id, counted.answered, counted.missed, picked.chosen, $1
  FROM counted LEFT JOIN picked ON picked.id = counted.id
ON CONFLICT (question_version_id) DO UPDATE
   SET answered = excluded.answered, missed = excluded.missed, chosen = excluded.chosen, counted_at = excluded.counted_at`;

/** What was not found again at $1: its learners' data were erased. */
export const FORGET_UNANSWERED = `DELETE FROM question_tally WHERE counted_at < $1`;
