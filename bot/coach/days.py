"""The days that people type: "friday", "3 may", "2027-03-05", "in 4 days", "tomorow evening"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final

from msgspec import Struct

from bot.coach.clock import WEEKDAYS, parse_clock, parse_weekday
from bot.coach.text import fold

LONGEST: Final = 60  # code points; whatever is longer is no date
_CLOSE: Final = 0.8
_TYPOS_FROM: Final = 5  # letters; shorter words are too much like each other
_words = re.compile(r"\w+").findall
_FILLERS: Final = frozenset(
    _words("on at the of in by for till until this next coming please maybe perhaps say better around about")
)
_MONTHS: Final = tuple(
    _words("january february march april may june july august september october november december")
)
_COUNTED: Final = tuple(_words("one two three four five six seven eight nine ten"))
_NUMBERS: Final = {"a": 1, "an": 1} | {word: place + 1 for place, word in enumerate(_COUNTED)}
_UNITS: Final = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_NAMED: Final = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "week": 7}
_PARTS: Final = {
    "morning": 9 * 60,
    "afternoon": 15 * 60,
    "evening": 19 * 60,
    "night": 19 * 60,
    "tonight": 19 * 60,
}
_SATURDAY: Final = 5
_KNOWN: Final = (*WEEKDAYS, *_MONTHS, *_NAMED, *_PARTS, *_UNITS, "weekend")
_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DOTTED: Final = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.?(?P<year>\d{4})?")
_NUMBER: Final = re.compile(r"(?P<number>\d{1,4})(?P<ordinal>st|nd|rd|th)?")
_LETTERS: Final = re.compile(r"[^\w:./-]+")


class When(Struct, frozen=True):
    """A day, and the minute of it where one was named."""

    day: date
    minute: int | None = None


def parse_when(text: str, today: date) -> When | None:
    """The day that somebody typed, with a time of day if there is one; None where no day is meant.

    A day without a year is the next of that name, a weekday the first after today. What is written with
    slashes is not read: half of the world would mean another day.
    """
    if len(text) > LONGEST:
        return None
    words = [_spelled(word) for word in _LETTERS.sub(" ", fold(text)).split()]
    words = [word for word in words if word not in _FILLERS]
    for place in range(len(words), 0, -1):
        day, rest = _day(words[:place], today), words[place:]
        minute = _PARTS.get(rest[0]) if len(rest) == 1 and rest[0] in _PARTS else parse_clock(" ".join(rest))
        if day is not None and (minute is not None or not rest):
            return When(day, _PARTS["tonight"] if words == ["tonight"] else minute)
    if words and words[0] in _PARTS and len(words) == 1:
        return When(today, _PARTS[words[0]])
    return None


def _spelled(word: str) -> str:
    """The word that was meant, where it is nearly one we know."""
    word = word.strip(".:-/") if not _DOTTED.fullmatch(word) else word
    if len(word) < _TYPOS_FROM or not word.isalpha() or word in _KNOWN:
        return word
    return next(iter(get_close_matches(word, _KNOWN, n=1, cutoff=_CLOSE)), word)


def _day(words: Sequence[str], today: date) -> date | None:
    return next((day for day in _readings(words, today) if day is not None), None)


def _readings(words: Sequence[str], today: date) -> Iterator[date | None]:
    """What the words can mean, one way of writing after the other."""
    match words:
        case [word] if word in _NAMED:
            yield today + timedelta(days=_NAMED[word])
        case ["day", "after", "tomorrow"]:
            yield today + timedelta(days=2)
        case [word] if (weekday := _SATURDAY if word == "weekend" else parse_weekday(word)) is not None:
            yield _first_after(today, weekday)
        case [number, unit] if unit in _UNITS and (count := _count(number)) is not None:
            yield today + timedelta(days=count * _UNITS[unit])
        case [word]:
            yield _written(word, today)
        case [weekday, *rest] if parse_weekday(weekday) is not None:
            yield _day(rest, today)  # "friday 5 march": the date says it
        case _:
            yield _named_month(words, today)


def _first_after(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _count(word: str) -> int | None:
    """A number of days or weeks, in figures or as a word."""
    return int(word) if re.fullmatch(r"\d{1,3}", word) else _NUMBERS.get(word)


def _written(word: str, today: date) -> date | None:
    """One word: 2027-03-05, 5.3., 5.3.2027, or 5th, the next of that number."""
    if found := _ISO.fullmatch(word) or _DOTTED.fullmatch(word):
        year = int(found["year"]) if found["year"] else None
        return _dated(year, int(found["month"]), int(found["day"]), today)
    found = _NUMBER.fullmatch(word)
    if found is None or found["ordinal"] is None:
        return None
    ahead = (today + timedelta(days=days) for days in range(1, 63))
    return next((day for day in ahead if day.day == int(found["number"])), None)


def _named_month(words: Sequence[str], today: date) -> date | None:
    """Two or three words: 3 may, may 3rd, 3 may 2027."""
    months = [month for word in words if (month := _month(word)) is not None]
    numbers = [int(found["number"]) for word in words if (found := _NUMBER.fullmatch(word))]
    if len(months) != 1 or len(numbers) + 1 != len(words) or not numbers:
        return None
    year = numbers[1] if len(numbers) > 1 else None
    return _dated(year, months[0], numbers[0], today)


def _month(word: str) -> int | None:
    if len(word) < len("jan"):
        return None
    return next((place for place, name in enumerate(_MONTHS, start=1) if name.startswith(word)), None)


def _dated(year: int | None, month: int, day: int, today: date) -> date | None:
    """That day, without a year the next of that name; None where the calendar has none."""
    for one in (year,) if year is not None else range(today.year, today.year + 9):  # 29 February
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            return found
    return None
