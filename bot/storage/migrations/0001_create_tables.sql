-- The first version. Instants are whole seconds of Unix time, in UTC; structured values are JSON.

-- What holds for the whole database: version of the time zone rules, pause of the bot, key of the tombstones.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Everybody who ever wrote. All other tables of a person hang on this row and go with it.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    blocked_at INTEGER,
    about_me TEXT,
    account TEXT,
    oath_on TEXT,  -- a calendar day, YYYY-MM-DD
    UNIQUE (channel, address)
) STRICT;

-- Where the conversation stands.
CREATE TABLE sessions (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    dialog TEXT,
    states TEXT NOT NULL,
    offered TEXT NOT NULL
) STRICT;

-- The last draft somebody pasted.
CREATE TABLE drafts (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    max_units INTEGER NOT NULL,
    ref TEXT
) STRICT;

-- Kept notes. AUTOINCREMENT, so that a button under an old message never means a newer note.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    max_units INTEGER NOT NULL,
    who TEXT NOT NULL,
    kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_of_user ON notes (user_id, kept_at);

-- What became of each week's challenge.
CREATE TABLE weeks (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    week INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'skipped', 'later')),
    at INTEGER NOT NULL,
    PRIMARY KEY (user_id, week)
) STRICT, WITHOUT ROWID;

-- The standing wish for a challenge a week.
CREATE TABLE subscriptions (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    zone TEXT NOT NULL,
    next_week INTEGER NOT NULL,
    next_due INTEGER NOT NULL,
    paused INTEGER NOT NULL CHECK (paused IN (0, 1))
) STRICT;

-- A challenge to be brought up again, once. Stays until it is settled; a newer wish takes its place.
CREATE TABLE reminders (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    week INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- What comes when, ordered by time: looking for what is due costs by what is due, not by who subscribed.
CREATE TABLE due (
    at INTEGER NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('week', 'again')),
    PRIMARY KEY (at, user_id, kind),
    UNIQUE (user_id, kind)
) STRICT, WITHOUT ROWID;

-- One row for each person and occasion: the intent to send, and what became of it.
CREATE TABLE deliveries (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    slot TEXT NOT NULL,
    week INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'dead', 'parked')),
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    intent_at INTEGER NOT NULL,
    settled_at INTEGER,
    PRIMARY KEY (user_id, slot)
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_in_doubt ON deliveries (due_at) WHERE state = 'sending';

-- Updates as they came. Once handled, only the number stays, so that a copy is known again.
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    lane TEXT,
    payload BLOB,
    received_at INTEGER NOT NULL,
    handled_at INTEGER
) STRICT;
CREATE INDEX inbox_unhandled ON inbox (received_at, update_id) WHERE handled_at IS NULL;
CREATE INDEX inbox_handled ON inbox (handled_at) WHERE handled_at IS NOT NULL;

-- Replies not yet known to be sent. By address: what is said to somebody who was just forgotten waits here too.
-- AUTOINCREMENT, so that a late "sent" never means a newer letter.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    payload TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_address ON outbox (channel, address);

-- Who was forgotten, as a keyed hash: an older backup that is restored must not bring anybody back.
CREATE TABLE tombstones (
    mark BLOB PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
