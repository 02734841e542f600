-- name: post(channel, address, payload, attempts, now)^
-- A reply to be sent.
INSERT INTO outbox (channel, address, payload, attempts, created_at)
VALUES (:channel, :address, :payload, :attempts, :now)
RETURNING id;

-- name: waiting(channel)
-- All letters not yet sent, in order.
SELECT id, channel, address, payload, attempts FROM outbox WHERE channel = :channel ORDER BY id;

-- name: letters(channel, address)
-- The letters to one person, for the export.
SELECT payload, attempts, created_at FROM outbox WHERE channel = :channel AND address = :address ORDER BY id;

-- name: begin(letter_id)^
-- Put down that sending begins, once more.
UPDATE outbox SET attempts = attempts + 1 WHERE id = :letter_id RETURNING attempts;

-- name: release(letter_id)!
-- The attempt begun last has certainly not sent it: it does not count.
UPDATE outbox SET attempts = attempts - 1 WHERE id = :letter_id AND attempts > 0;

-- name: forget_letter(letter_id)^
-- A letter is delivered or given up; tells to whom it was.
DELETE FROM outbox WHERE id = :letter_id RETURNING channel, address;

-- name: drop_letters(channel, address)!
-- Nothing more is sent to this person.
DELETE FROM outbox WHERE channel = :channel AND address = :address;

-- name: move_letters(channel, address, new_address)!
-- The chat has a new id.
UPDATE outbox SET address = :new_address WHERE channel = :channel AND address = :address;
