"""Delivers what is due: commit the intent, send, commit the mark, message by message, some at a time.

Nothing is lost: a message whose fate is unknown stays `sending` and is tried again. Copies are bounded: a
crash makes at most one extra copy of each message in flight, and nobody gets more than three; a clean stop
makes none. What is due is decided by the clock, how long to wait by the monotonic one.
"""

from bot.jobs.deliver.alarm import to_all
from bot.jobs.deliver.job import Deliver
from bot.jobs.deliver.tempo import Tempo

__all__ = ["Deliver", "Tempo", "to_all"]
