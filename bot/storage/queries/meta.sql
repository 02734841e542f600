-- name: get(key)^
-- A value that holds for the whole database.
SELECT value FROM meta WHERE key = :key;

-- name: put(key, value)!
-- Set such a value.
INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: drop(key)!
-- As if it had never been set.
DELETE FROM meta WHERE key = :key;
