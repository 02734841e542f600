-- name: find_subscription(user_id)^
-- The standing wish.
SELECT weekday, minute, zone, next_week, next_due, paused FROM subscriptions WHERE user_id = :user_id;

-- name: save_subscription(user_id, weekday, minute, zone, next_week, next_due, paused)!
-- Begin a subscription, or put another in its place.
INSERT INTO subscriptions (user_id, weekday, minute, zone, next_week, next_due, paused)
VALUES (:user_id, :weekday, :minute, :zone, :next_week, :next_due, :paused)
ON CONFLICT (user_id) DO UPDATE SET
    weekday = excluded.weekday, minute = excluded.minute, zone = excluded.zone,
    next_week = excluded.next_week, next_due = excluded.next_due, paused = excluded.paused;

-- name: delete_subscription(user_id)!
-- End the subscription.
DELETE FROM subscriptions WHERE user_id = :user_id;

-- name: move_on(user_id, next_week, next_due)!
-- The next challenge and when it comes.
UPDATE subscriptions SET next_week = :next_week, next_due = :next_due WHERE user_id = :user_id;

-- name: find_reminder(user_id)^
-- The challenge that is to be brought up again.
SELECT week, at FROM reminders WHERE user_id = :user_id;

-- name: save_reminder(user_id, week, at)!
-- Bring a challenge up again; a wish before this one is replaced.
INSERT INTO reminders (user_id, week, at) VALUES (:user_id, :week, :at)
ON CONFLICT (user_id) DO UPDATE SET week = excluded.week, at = excluded.at;

-- name: delete_reminder(user_id)!
-- Do not bring it up again.
DELETE FROM reminders WHERE user_id = :user_id;

-- name: delete_reminder_at(user_id, at)!
-- This reminder is settled; one that was asked for since stays.
DELETE FROM reminders WHERE user_id = :user_id AND at = :at;

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
-- The running subscriptions whose next slot is yet to come: all that new time zone rules can move.
SELECT user_id, weekday, minute, zone, next_week, next_due FROM subscriptions
WHERE next_due > :now AND paused = 0;
