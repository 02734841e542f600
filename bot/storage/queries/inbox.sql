-- name: receive(update_id, lane, payload, now, restart)^
-- Store an update; no row comes back when it is known. A number handled before `restart` means another one now.
INSERT INTO inbox (update_id, lane, payload, received_at) VALUES (:update_id, :lane, :payload, :now)
ON CONFLICT (update_id) DO UPDATE SET
    lane = excluded.lane, payload = excluded.payload, received_at = excluded.received_at, handled_at = NULL
WHERE inbox.handled_at < :restart
RETURNING update_id;

-- name: unhandled()
-- The work left over, oldest first.
SELECT update_id, lane, payload FROM inbox WHERE handled_at IS NULL ORDER BY received_at, update_id;

-- name: settle(update_id, now)^
-- Mark as handled and erase what it said; no row comes back when it was handled before.
INSERT INTO inbox (update_id, received_at, handled_at) VALUES (:update_id, :now, :now)
ON CONFLICT (update_id) DO UPDATE SET handled_at = excluded.handled_at, lane = NULL, payload = NULL
WHERE inbox.handled_at IS NULL
RETURNING update_id;

-- name: purge(before)!
-- Forget the numbers of updates handled long ago.
DELETE FROM inbox WHERE handled_at < :before;
