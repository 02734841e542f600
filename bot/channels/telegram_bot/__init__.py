"""Telegram: the only package that knows the Bot API and the library python-telegram-bot."""

import os

# The library's own switch for durations as `timedelta`; without it every flood answer raises a warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")
