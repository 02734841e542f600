-- name: find_subscription(user_id)^
-- The standing wish.
SELECT weekday, minute, zone, next_week, next_due, paused, until, check_in FROM subscriptions
WHERE user_id = :user_id;

-- name: save_subscription(user_id, weekday, minute, zone, next_week, next_due, paused, until, check_in)!
-- Begin a subscription, or put another in its place.
INSERT INTO subscriptions (user_id, weekday, minute, zone, next_week, next_due, paused, until, check_in)
VALUES (:user_id, :weekday, :minute, :zone, :next_week, :next_due, :paused, :until, :check_in)
ON CONFLICT (user_id) DO UPDATE SET
    weekday = excluded.weekday, minute = excluded.minute, zone = excluded.zone,
    next_week = excluded.next_week, next_due = excluded.next_due, paused = excluded.paused,
    until = excluded.until, check_in = excluded.check_in;

-- name: delete_subscription(user_id)!
-- End the subscription.
DELETE FROM subscriptions WHERE user_id = :user_id;

-- name: move_on(user_id, next_week, next_due)!
-- The next challenge and when it comes; a pause ends with the challenge that ends it.
UPDATE subscriptions SET next_week = :next_week, next_due = :next_due, paused = 0, until = NULL
WHERE user_id = :user_id;

-- name: set_next_week(user_id, week)!
-- Which challenge comes next.
UPDATE subscriptions SET next_week = :week WHERE user_id = :user_id;

-- name: came_in_silence(user_id)!
-- One more challenge came, and nobody has said anything. Beyond the fourth nothing is counted.
UPDATE subscriptions SET silent = silent + 1 WHERE user_id = :user_id AND silent < 4;

-- name: sign_of_life(user_id)!
-- The count begins again, unless it was brought up: that happens once.
UPDATE subscriptions SET silent = 0 WHERE user_id = :user_id AND silent BETWEEN 1 AND 3;

-- name: find_due(user_id, kind)^
-- When something of the kind comes.
SELECT at FROM due WHERE user_id = :user_id AND kind = :kind;

-- name: set_due(user_id, kind, at)!
-- Something comes at that time.
INSERT INTO due (at, user_id, kind) VALUES (:at, :user_id, :kind)
ON CONFLICT (user_id, kind) DO UPDATE SET at = excluded.at;

-- name: clear_due(user_id, kind)!
-- Nothing of the kind comes.
DELETE FROM due WHERE user_id = :user_id AND kind = :kind;

-- name: future(now)
-- The slots yet to come, each once, however many have it: all that new time zone rules can move. Zone by zone,
-- for only a few zones are remembered once they are read.
SELECT DISTINCT zone, weekday, minute, next_due FROM subscriptions
WHERE next_due > :now AND (paused = 0 OR until IS NOT NULL)
ORDER BY zone;

-- name: make_moved()!
-- Where slots move to, by the slot.
CREATE TEMP TABLE moved (
    weekday INTEGER, minute INTEGER, zone TEXT, next_due INTEGER, at INTEGER,
    PRIMARY KEY (weekday, minute, zone, next_due)
) WITHOUT ROWID;

-- name: note_moved(weekday, minute, zone, next_due, at)*!
-- A slot moves.
INSERT INTO moved (weekday, minute, zone, next_due, at) VALUES (:weekday, :minute, :zone, :next_due, :at);

-- name: move_due()!
-- What comes by a slot that moves, comes at the new time.
INSERT INTO due (at, user_id, kind)
SELECT m.at, s.user_id, 'week' FROM subscriptions AS s
INNER JOIN moved AS m
    ON m.weekday = s.weekday AND m.minute = s.minute AND m.zone = s.zone AND m.next_due = s.next_due
WHERE s.paused = 0 OR s.until IS NOT NULL
ON CONFLICT (user_id, kind) DO UPDATE SET at = excluded.at;

-- name: move_slots()!
-- And the subscriptions know it.
UPDATE subscriptions AS s SET next_due = m.at FROM moved AS m
WHERE m.weekday = s.weekday AND m.minute = s.minute AND m.zone = s.zone AND m.next_due = s.next_due
    AND (s.paused = 0 OR s.until IS NOT NULL);

-- name: drop_moved()!
-- Done with.
DROP TABLE moved;
