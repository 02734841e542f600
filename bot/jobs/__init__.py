"""What runs without a message from anybody: one job a file.

A job has `once()`, which does what is to be done now, and `run(stop)`, which does so until told to stop. Jobs
see stores and channels through `bot.ports` alone.
"""
