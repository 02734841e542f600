"""What the coach knows, as plain functions from values to values: no app, database, clock or network."""
