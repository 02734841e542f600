"""A world in which the real delivery job runs on the real store, with a clock and faults out of one seed.

What is real: `bot.jobs.deliver`, `bot.storage.deliveries`, `.outbox`, `.slots` and the schema, on SQLite in
memory. What is not: time, which goes on as fast as it can be reckoned; the thread of the database, in whose
place every transaction runs at once between two short waits; and Telegram.

`python -m tests.simulator 0 2000` plays seeds and says what each that fails has against it.
"""
