"""Days in words."""

from datetime import date

from bot.ports import Messages


def in_words(messages: Messages, day: date) -> str:
    """A day as people write it: "3 May 2027"."""
    month = messages.render(f"dates.month-{day.month}")
    return messages.render("dates.day", day=day.day, month=month, year=day.year)
