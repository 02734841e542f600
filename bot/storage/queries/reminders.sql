-- name: find_reminder(user_id, kind)^
-- The challenge that is to be brought up again, or asked about.
SELECT week, at FROM reminders WHERE user_id = :user_id AND kind = :kind;

-- name: save_reminder(user_id, kind, week, at)!
-- Bring a challenge up again, or ask about it; what was planned of the kind before is replaced.
INSERT INTO reminders (user_id, kind, week, at) VALUES (:user_id, :kind, :week, :at)
ON CONFLICT (user_id, kind) DO UPDATE SET week = excluded.week, at = excluded.at;

-- name: delete_reminder(user_id, kind)!
-- Do not bring it up again.
DELETE FROM reminders WHERE user_id = :user_id AND kind = :kind;

-- name: delete_reminder_at(user_id, kind, at)!
-- This reminder is settled; one that was asked for since stays.
DELETE FROM reminders WHERE user_id = :user_id AND kind = :kind AND at = :at;

-- name: is_over(user_id, week)^
-- A week that is done or skipped.
SELECT 1 AS found FROM weeks WHERE user_id = :user_id AND week = :week AND state IN ('done', 'skipped');

-- name: set_due(user_id, kind, at)!
-- Something comes at that time.
INSERT INTO due (at, user_id, kind) VALUES (:at, :user_id, :kind)
ON CONFLICT (user_id, kind) DO UPDATE SET at = excluded.at;

-- name: clear_due(user_id, kind)!
-- Nothing of the kind comes.
DELETE FROM due WHERE user_id = :user_id AND kind = :kind;
