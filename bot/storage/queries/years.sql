-- name: last_week(user_id, since)^
-- The challenge that was delivered last.
SELECT week FROM deliveries WHERE user_id = :user_id AND state = 'sent' AND week > 0 AND settled_at > :since
ORDER BY settled_at DESC, due_at DESC LIMIT 1;

-- name: received(user_id, since)
-- The weeks whose challenge came.
SELECT DISTINCT week FROM deliveries
WHERE user_id = :user_id AND slot GLOB 'week:*' AND state = 'sent' AND settled_at > :since ORDER BY week;

-- name: count_received(user_id, since)^
-- How many challenges came in their week.
SELECT count(*) AS number FROM deliveries
WHERE user_id = :user_id AND slot GLOB 'week:*' AND state = 'sent' AND settled_at > :since;

-- name: reflections(user_id)
-- What somebody noted about the weeks, the oldest first.
SELECT week, at, text FROM reflections WHERE user_id = :user_id ORDER BY at, week;

-- name: drop_reflection(user_id, week, since)!
-- Delete what was noted about a week.
DELETE FROM reflections WHERE user_id = :user_id AND week = :week AND at > :since;

-- name: reflect(user_id, week, text, now)!
-- Keep what somebody noted about a week.
INSERT INTO reflections (user_id, week, at, text) VALUES (:user_id, :week, :now, :text)
ON CONFLICT (user_id, week, at) DO UPDATE SET text = excluded.text;

-- name: begin_year(user_id, now)!
-- Another year begins.
UPDATE users SET year_began_at = :now WHERE id = :user_id;

-- name: drop_weeks(user_id)!
-- Forget what became of each week's challenge.
DELETE FROM weeks WHERE user_id = :user_id;

-- name: drop_reflections(user_id)!
-- Delete all that was noted about the weeks.
DELETE FROM reflections WHERE user_id = :user_id;

-- name: drop_deliveries(user_id)!
-- Forget which challenges came; what is on its way still counts.
DELETE FROM deliveries WHERE user_id = :user_id AND state <> 'sending';

-- name: year_began_at(user_id)^
-- When the present year began.
SELECT year_began_at FROM users WHERE id = :user_id;
