-- Messages of the bot's that may be edited later: for their name, or to take their buttons away.
CREATE TABLE shown (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    ref TEXT NOT NULL,  -- the channel's id of the message
    name TEXT,
    buttons INTEGER NOT NULL CHECK (buttons IN (0, 1)),
    PRIMARY KEY (user_id, ref)
) STRICT, WITHOUT ROWID;
