-- name: make_key(key, value)!
-- The key of the hashes, if there is none yet.
INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO NOTHING;

-- name: find_key(key)^
-- The key of the hashes.
SELECT value FROM meta WHERE key = :key;

-- name: put_key(key, value)!
-- Take over the key of the database that was replaced.
INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: bury(mark, now)!
-- Somebody was forgotten.
INSERT INTO tombstones (mark, at) VALUES (:mark, :now) ON CONFLICT (mark) DO UPDATE SET at = excluded.at;

-- name: tombstones()
-- Who was forgotten, and when.
SELECT mark, at FROM tombstones;

-- name: purge(before)!
-- No backup is that old.
DELETE FROM tombstones WHERE at < :before;

-- name: everybody()
-- Whom a restored copy knows, and since when.
SELECT channel, address, created_at FROM users;

-- name: delete_user(channel, address)!
-- Forget a person; all that hangs on the row goes with it.
DELETE FROM users WHERE channel = :channel AND address = :address;

-- name: drop_letters(channel, address)!
-- And what was about to be said.
DELETE FROM outbox WHERE channel = :channel AND address = :address;
