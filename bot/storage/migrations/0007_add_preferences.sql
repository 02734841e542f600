-- Whether to offer a first message by itself, and the language somebody chose.
ALTER TABLE users ADD COLUMN reminders INTEGER NOT NULL DEFAULT 1 CHECK (reminders IN (0, 1));
ALTER TABLE users ADD COLUMN language TEXT;
