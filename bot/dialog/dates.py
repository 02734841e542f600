"""Days in words."""

from datetime import date, datetime

from bot.coach import schedule
from bot.ports import Messages


def in_words(messages: Messages, day: date) -> str:
    """A day as people write it: "3 May 2027"."""
    month = messages.render(f"dates.month-{day.month}")
    return messages.render("dates.day", day=day.day, month=month, year=day.year)


def moment(messages: Messages, instant: datetime, zone: str) -> str:
    """An instant as the calendar and the clock of a zone show it.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    local = schedule.in_words(instant, zone)
    return messages.render(
        "dates.moment",
        weekday=messages.render(f"dates.weekday-{local.weekday}"),
        date=in_words(messages, date(local.year, local.month, local.day)),
        time=clock(local.hour * 60 + local.minute),
    )


def clock(minute: int) -> str:
    """A minute of the day as a clock shows it: "08:30"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def weekday_of(messages: Messages, day: date) -> str:
    """A day with its weekday: "Monday, 3 May 2027"."""
    weekday = messages.render(f"dates.weekday-{day.weekday()}")
    return messages.render("dates.weekday-and-day", weekday=weekday, date=in_words(messages, day))


def local_date(messages: Messages, instant: datetime, zone: str) -> str:
    """The day of an instant as the calendar of a zone shows it: "3 May 2027".

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    return in_words(messages, schedule.local_day(instant, zone))
