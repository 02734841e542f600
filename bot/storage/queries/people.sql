-- name: find_user(channel, address)^
-- Who this is, with the profile.
SELECT id, created_at, blocked_at, about_me, account, oath_on, notes_a_month, manner, reminders, language, year_began_at
FROM users WHERE channel = :channel AND address = :address;

-- name: welcome(channel, address, now)^
-- The person's row, made if need be. Whoever writes is not blocked (any more).
INSERT INTO users (channel, address, created_at) VALUES (:channel, :address, :now)
ON CONFLICT (channel, address) DO UPDATE SET blocked_at = NULL
RETURNING id;

-- name: block(user_id, now)!
-- Note that this person cannot be reached.
UPDATE users SET blocked_at = :now WHERE id = :user_id;

-- name: delete_user(channel, address)!
-- Forget a person; all that hangs on the row goes with it.
DELETE FROM users WHERE channel = :channel AND address = :address;

-- name: move_user(channel, address, new_address)!
-- The chat has a new id.
UPDATE users SET address = :new_address WHERE channel = :channel AND address = :address;

-- name: find_session(user_id)^
-- Where the conversation stands.
SELECT dialog, states, offered, stamp FROM sessions WHERE user_id = :user_id;

-- name: save_session(user_id, dialog, states, offered)!
-- Put down where the conversation stands. The stamp is random: a count would begin again after a Forget.
INSERT INTO sessions (user_id, dialog, states, offered, stamp)
VALUES (:user_id, :dialog, :states, :offered, random())
ON CONFLICT (user_id) DO UPDATE SET
    dialog = excluded.dialog, states = excluded.states, offered = excluded.offered, stamp = excluded.stamp;

-- name: find_stamp(channel, address)^
-- Which session is stored.
SELECT s.stamp FROM users AS u INNER JOIN sessions AS s ON s.user_id = u.id
WHERE u.channel = :channel AND u.address = :address;

-- name: save_profile(user_id, about_me, account, oath_on, notes_a_month, manner, reminders, language)!
-- Remember the profile as it is now.
UPDATE users SET
    about_me = :about_me, account = :account, oath_on = :oath_on, notes_a_month = :notes_a_month, manner = :manner,
    reminders = :reminders, language = :language
WHERE id = :user_id;

-- name: find_draft(user_id)^
-- The last draft.
SELECT text, max_units AS "limit", ref FROM drafts WHERE user_id = :user_id;

-- name: save_draft(user_id, text, limit, ref)!
-- Remember the last draft, in place of the one before.
INSERT INTO drafts (user_id, text, max_units, ref) VALUES (:user_id, :text, :limit, :ref)
ON CONFLICT (user_id) DO UPDATE SET text = excluded.text, max_units = excluded.max_units, ref = excluded.ref;

-- name: kept_notes(user_id)
-- The kept notes, newest first.
SELECT id, text, max_units AS "limit", who, kept_at, answers, fate, sent_at FROM notes
WHERE user_id = :user_id ORDER BY kept_at DESC, id DESC;

-- name: count_notes(user_id)^
-- How many notes are kept.
SELECT count(*) AS number FROM notes WHERE user_id = :user_id;

-- name: keep_note(user_id, text, limit, who, kept_at, answers)!
-- Keep a note.
INSERT INTO notes (user_id, text, max_units, who, kept_at, answers)
VALUES (:user_id, :text, :limit, :who, :kept_at, :answers);

-- name: rewrite_note(user_id, id, text)!
-- Put other words in its place, if it is this person's.
UPDATE notes SET text = :text WHERE id = :id AND user_id = :user_id;

-- name: mark_note(user_id, id, fate, at)!
-- What became of it, if it is this person's; it was sent when that was first said.
UPDATE notes SET fate = :fate, sent_at = coalesce(sent_at, :at) WHERE id = :id AND user_id = :user_id;

-- name: drop_note(user_id, id)!
-- Delete a kept note, if it is this person's.
DELETE FROM notes WHERE id = :id AND user_id = :user_id;

-- name: weeks(user_id)
-- What became of each week's challenge.
SELECT week, state, at FROM weeks WHERE user_id = :user_id ORDER BY week;

-- name: mark_week(user_id, week, state, now)!
-- Note what became of a week's challenge.
INSERT INTO weeks (user_id, week, state, at) VALUES (:user_id, :week, :state, :now)
ON CONFLICT (user_id, week) DO UPDATE SET state = excluded.state, at = excluded.at;

-- name: deliveries(user_id)
-- All deliveries to a person, for the export.
SELECT slot, week, state, attempts, due_at, intent_at, settled_at FROM deliveries
WHERE user_id = :user_id ORDER BY due_at, slot;
