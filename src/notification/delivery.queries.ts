/** Queues line $2 for person $3 on channel $4, held until $5, when they want to hear of each at once; $1 id, $6 now. */
export const QUEUE_AT_ONCE = `
INSERT INTO notification_delivery (id, notification_id, channel, batch_id, state, attempts, held_until, created_at)
SELECT $1, $2, c.channel, $1, 'queued', 0, $5, $6
  FROM contact c
 WHERE c.person_id = $3 AND c.channel = $4 AND c.rhythm = 'at-once' AND c.confirmed_at IS NOT NULL
ON CONFLICT (notification_id, channel) DO NOTHING
RETURNING id`;

/** Takes message $1 in hand at $2 until $3. What another worker has in hand is left to it. */
export const CLAIM = `
UPDATE notification_delivery SET claimed_until = $3, attempts = attempts + 1
 WHERE batch_id = $1 AND state IN ('queued', 'failed') AND (claimed_until IS NULL OR claimed_until <= $2)
   AND (state = 'failed' OR held_until IS NULL OR held_until <= $2)
RETURNING channel, created_at AS "createdAt"`;

/** Whether message $1 is in somebody's hand at $2. */
export const IN_HAND = `
SELECT 1 FROM notification_delivery WHERE batch_id = $1 AND state IN ('queued', 'failed') AND claimed_until > $2 LIMIT 1`;

/** Where message $1 goes, if it is still wanted there. */
export const RECIPIENT = `
SELECT c.id AS "contactId", c.address, u.locale, c.person_id AS "personId"
  FROM notification_delivery d
  JOIN notification n ON n.id = d.notification_id
  JOIN contact c ON c.person_id = n.person_id AND c.channel = d.channel
  JOIN user_account u ON u.person_id = n.person_id AND u.state = 'active'
 WHERE d.batch_id = $1 AND c.confirmed_at IS NOT NULL AND c.rhythm <> 'none'
 LIMIT 1`;

/** The lines of message $1 that are unread, oldest first. */
export const UNREAD_LINES = `
SELECT n.id, n.kind, n.params, n.link
  FROM notification_delivery d JOIN notification n ON n.id = d.notification_id
 WHERE d.batch_id = $1 AND d.state IN ('queued', 'failed') AND n.read_at IS NULL
 ORDER BY n.created_at, n.id`;

/** Message $1 went out at $2 with lines $3; the others had been read before. */
export const MARK_SENT = `
UPDATE notification_delivery
   SET state = CASE WHEN notification_id = ANY($3::uuid[]) THEN 'sent' ELSE 'given-up' END,
       sent_at = CASE WHEN notification_id = ANY($3::uuid[]) THEN $2::timestamptz END,
       outcome = CASE WHEN notification_id = ANY($3::uuid[]) THEN NULL ELSE 'read' END,
       claimed_until = NULL, held_until = NULL
 WHERE batch_id = $1 AND state IN ('queued', 'failed')`;

/** Message $1 did not go out because of $3: state $2, next try at $4. */
export const MARK_UNSENT = `
UPDATE notification_delivery SET state = $2, outcome = $3, held_until = $4, claimed_until = NULL
 WHERE batch_id = $1 AND state IN ('queued', 'failed')`;

/** Messages whose time has come at $1. */
export const RELEASE = `
UPDATE notification_delivery SET held_until = NULL
 WHERE id IN (SELECT id FROM notification_delivery
               WHERE held_until <= $1 AND state IN ('queued', 'failed')
               ORDER BY held_until LIMIT 500 FOR UPDATE SKIP LOCKED)
RETURNING batch_id AS "batchId"`;

/** What is news to a person for a digest up to $1: unread, since they asked for digests, and on no way yet. */
const NEWS = `
       n.read_at IS NULL AND n.kind <> 'mail-refused' AND n.created_at < $1 AND n.created_at >= c.rhythm_since
   AND NOT EXISTS (SELECT 1 FROM notification_delivery d WHERE d.notification_id = n.id AND d.channel = c.channel)`;

/** Up to 500 people who get a digest up to $1 on day $2 and have none of that day. */
export const DIGEST_READERS = `
SELECT c.person_id AS "personId"
  FROM contact c
 WHERE c.channel = 'mail' AND c.rhythm = 'daily' AND c.confirmed_at IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM notification_digest g WHERE g.person_id = c.person_id AND g.day = $2::date)
   AND EXISTS (SELECT 1 FROM notification n WHERE n.person_id = c.person_id AND ${NEWS})
 ORDER BY c.person_id
 LIMIT 500`;

/** Opens digests with ids $1 for people $2 on day $3 at $4; who has one keeps it. */
export const OPEN_DIGESTS = `
INSERT INTO notification_digest (id, person_id, day, created_at)
SELECT pair.id, pair.person_id, $3::date, $4 FROM unnest($1::uuid[], $2::uuid[]) AS pair (id, person_id)
ON CONFLICT (person_id, day) DO NOTHING
RETURNING id`;

/** The lines of digests $2 up to $1. */
export const DIGEST_LINES = `
SELECT n.id AS "notificationId", g.id AS "batchId"
  FROM notification_digest g
  JOIN contact c ON c.person_id = g.person_id AND c.channel = 'mail'
  JOIN notification n ON n.person_id = g.person_id AND ${NEWS}
 WHERE g.id = ANY($2::uuid[])`;

/** Deliveries with ids $1 of lines $2 in digests $3 at $4. */
export const QUEUE_IN_DIGEST = `
INSERT INTO notification_delivery (id, notification_id, channel, batch_id, state, attempts, created_at)
SELECT line.id, line.notification_id, 'mail', line.batch_id, 'queued', 0, $4
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS line (id, notification_id, batch_id)
ON CONFLICT (notification_id, channel) DO NOTHING`;
