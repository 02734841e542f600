-- Every commit of a session gives it another stamp, so that a turn decided on an older one is known.
ALTER TABLE sessions ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;
