-- Living with the challenge: pauses that end by themselves, check-ins, silence, reflections, another year.
ALTER TABLE subscriptions ADD COLUMN until TEXT;  -- the day a pause ends, YYYY-MM-DD; NULL for an open end
ALTER TABLE subscriptions ADD COLUMN check_in INTEGER NOT NULL DEFAULT 0 CHECK (check_in IN (0, 1));
-- How many challenges came in a row without a sign of life; one more than 3 once that was brought up.
ALTER TABLE subscriptions ADD COLUMN silent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN year_began_at INTEGER;  -- NULL while it is the first

-- What somebody noted about a week.
CREATE TABLE reflections (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    week INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (user_id, week, at)
) STRICT, WITHOUT ROWID;

-- A second kind of reminder: the question, a day before the next challenge, how this one went.
CREATE TABLE recalls (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('again', 'check')),
    week INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO recalls (user_id, kind, week, at) SELECT user_id, 'again', week, at FROM reminders;
DROP TABLE reminders;
ALTER TABLE recalls RENAME TO reminders;

CREATE TABLE occasions (
    at INTEGER NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('week', 'again', 'after', 'check')),
    PRIMARY KEY (at, user_id, kind),
    UNIQUE (user_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO occasions (at, user_id, kind) SELECT at, user_id, kind FROM due;
DROP TABLE due;
ALTER TABLE occasions RENAME TO due;
