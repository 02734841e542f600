-- name: due(now, limit, channel, address)
-- What is due, oldest first, one for each person: a reminder gives way to the week's challenge.
SELECT
    u.channel, u.address, d.kind || ':' || d.at AS slot, d.at AS due_at,
    CASE d.kind WHEN 'week' THEN s.next_week WHEN 'after' THEN 0 ELSE r.week END AS week,
    coalesce(p.attempts, 0) AS attempts, p.lease, d.kind = 'week' AND s.silent = 3 AS silent
FROM due AS d
INNER JOIN users AS u ON u.id = d.user_id
LEFT JOIN subscriptions AS s ON s.user_id = d.user_id
LEFT JOIN reminders AS r ON r.user_id = d.user_id AND r.kind = d.kind
LEFT JOIN deliveries AS p ON p.user_id = d.user_id AND p.slot = d.kind || ':' || d.at
WHERE d.at <= :now
    AND (:channel IS NULL OR u.channel = :channel)
    AND (:address IS NULL OR u.address = :address)
    AND NOT (
        d.kind IN ('again', 'check')
        AND EXISTS (SELECT 1 FROM due AS w WHERE w.user_id = d.user_id AND w.kind = 'week' AND w.at <= :now)
    )
ORDER BY d.at, d.user_id
LIMIT :limit;

-- name: in_doubt(channel, address)
-- Deliveries that were begun and never settled, oldest first.
SELECT
    u.channel, u.address, p.slot, p.due_at, p.week, p.attempts, p.lease,
    p.slot GLOB 'week:*' AND coalesce(s.silent, 0) = 3 AS silent
FROM deliveries AS p
INNER JOIN users AS u ON u.id = p.user_id
LEFT JOIN subscriptions AS s ON s.user_id = p.user_id
WHERE p.state = 'sending'
    AND (:channel IS NULL OR u.channel = :channel)
    AND (:address IS NULL OR u.address = :address)
ORDER BY p.due_at, p.user_id;

-- name: find(user_id, slot)^
-- One delivery, as far as it got.
SELECT state, week, attempts, lease FROM deliveries WHERE user_id = :user_id AND slot = :slot;

-- name: intend(user_id, slot, week, due_at, now, lease)^
-- Put down that sending begins, once more, and who does it.
INSERT INTO deliveries (user_id, slot, week, state, attempts, due_at, intent_at, lease)
VALUES (:user_id, :slot, :week, 'sending', 1, :due_at, :now, :lease)
ON CONFLICT (user_id, slot) DO UPDATE SET
    attempts = attempts + 1, intent_at = excluded.intent_at, lease = excluded.lease
RETURNING attempts;

-- name: settle(user_id, slot, lease, state, now)!
-- What became of it; what is settled, or held by another claim, stays as it is.
UPDATE deliveries SET state = :state, settled_at = :now, lease = NULL
WHERE user_id = :user_id AND slot = :slot AND state = 'sending' AND lease IS :lease;

-- name: let_go(user_id, slot, lease)!
-- Nobody sends it now; what is known of it stays.
UPDATE deliveries SET lease = NULL
WHERE user_id = :user_id AND slot = :slot AND state = 'sending' AND lease IS :lease;

-- name: take_back(user_id, slot, lease)^
-- This attempt does not count, and nobody sends it now.
UPDATE deliveries SET attempts = attempts - 1, lease = NULL
WHERE user_id = :user_id AND slot = :slot AND state = 'sending' AND lease IS :lease
RETURNING attempts;

-- name: delete_untried(user_id, slot)!
-- No attempt counts: as if it had never been begun.
DELETE FROM deliveries WHERE user_id = :user_id AND slot = :slot AND state = 'sending' AND attempts <= 0;

-- name: figures(now)^
-- How the whole stands, in numbers.
SELECT
    (SELECT count(*) FROM subscriptions WHERE paused = 0) AS subscribers,
    (SELECT count(*) FROM subscriptions WHERE paused = 1) AS paused,
    (SELECT count(*) FROM users WHERE blocked_at IS NOT NULL) AS blocked,
    (SELECT count(*) FROM due WHERE at <= :now) AS due,
    count(*) FILTER (WHERE state = 'sent') AS sent,
    count(*) FILTER (WHERE state = 'sending') AS sending,
    count(*) FILTER (WHERE state = 'dead') AS failed,
    count(*) FILTER (WHERE state = 'parked') AS parked
FROM deliveries;
