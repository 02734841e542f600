-- name: shown(user_id)
-- The messages that may be edited, oldest first as far as the channel counts upwards.
SELECT ref, name, buttons FROM shown WHERE user_id = :user_id ORDER BY length(ref), ref;

-- name: show(user_id, ref, name, buttons)!
-- Remember a message.
INSERT INTO shown (user_id, ref, name, buttons) VALUES (:user_id, :ref, :name, :buttons)
ON CONFLICT (user_id, ref) DO UPDATE SET name = excluded.name, buttons = excluded.buttons;

-- name: take_name(user_id, name)!
-- Another message gets that name.
UPDATE shown SET name = NULL WHERE user_id = :user_id AND name = :name;

-- name: take_buttons(user_id, ref)!
-- It has no buttons any more.
UPDATE shown SET buttons = 0 WHERE user_id = :user_id AND ref = :ref;

-- name: sweep(user_id)!
-- What has neither a name nor buttons will not be edited any more.
DELETE FROM shown WHERE user_id = :user_id AND name IS NULL AND NOT buttons;
