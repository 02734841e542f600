-- What became of kept notes, the answers they were written from, and more that a person can set.
ALTER TABLE notes ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE notes ADD COLUMN fate TEXT CHECK (fate IN ('sent', 'accepted', 'silent'));
ALTER TABLE notes ADD COLUMN sent_at INTEGER;
ALTER TABLE users ADD COLUMN notes_a_month INTEGER;
ALTER TABLE users ADD COLUMN manner TEXT NOT NULL DEFAULT '{}';

-- A third kind of occasion: a first message to offer, some days after an invitation was accepted.
CREATE TABLE occasions (
    at INTEGER NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('week', 'again', 'after')),
    PRIMARY KEY (at, user_id, kind),
    UNIQUE (user_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO occasions (at, user_id, kind) SELECT at, user_id, kind FROM due;
DROP TABLE due;
ALTER TABLE occasions RENAME TO due;
