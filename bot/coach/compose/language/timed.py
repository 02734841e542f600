"""Times and places behind a thing, with the small words that people leave out: `course saturday, leeds`."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.proper import town_cased

_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR: Final = r"(?:19|20)\d\d"
_COUNT: Final = (
    r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a few|some|couple of|a couple of)"
)
_UNIT: Final = (
    r"(?:day|week|month|year|summer|winter|spring|autumn|fall|night|weekend|term|semester|evening|morning)s?"
)
_ALONE: Final = (
    rf"(?:(?:last|this|next|every) (?:{_UNIT}|{_DAY}|{_MONTH})(?: (?:morning|afternoon|evening|night))?"
    rf"|yesterday|today|tonight|{_COUNT} (?:{_UNIT}|wks?|yrs?|mths?|hours?) (?:ago|back))"
)
# what stands before it, what is put there: `on Tuesday`, `in May 2019`, `in 2018`, `in summer 2011`
_TIMES: Final = (
    ("", re.compile(rf"(?:{_ALONE}|online)$", re.IGNORECASE)),
    ("on ", re.compile(rf"{_DAY}s?(?: (?:morning|afternoon|evening|night)s?)?$")),
    (
        "on ",
        re.compile(rf"(?:\d\d?(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d\d?(?:st|nd|rd|th)?)(?:,? {_YEAR})?$"),
    ),
    (
        "in ",
        re.compile(rf"(?:{_MONTH}(?: {_YEAR})?|(?:(?:early|late) )?{_YEAR}|the \d0s|the (?:19|20)\d0s)$"),
    ),
    ("in ", re.compile(rf"(?:(?:spring|summer|autumn|fall|winter) '?(?:{_YEAR}|\d\d))$", re.IGNORECASE)),
    (
        "in the ",
        re.compile(rf"(?:(?:spring|summer|autumn|fall|winter) of '?(?:{_YEAR}|\d\d))$", re.IGNORECASE),
    ),
)
_HOUSE = re.compile(
    r"(?:the )?(?:(?:University|College|School|Institute) of [A-Z]\S*(?: [A-Z]\S*)*"
    r"|(?:[A-Z]\S* ){1,4}(?:University|College|School|Hospital|Library|Museum|Institute))$"
)
_FIRST = re.compile(rf"^(?P<time>{_ALONE}|{_DAY}s?),?\s+(?P<rest>\S.*)$", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|near)\b")
SHORTEST_PLACE: Final = 4  # letters
MOST_WORDS: Final = 5  # of a time, or of a town with its country


def time_of(text: str) -> str:
    """A time with the word that belongs before it, or nothing: `Tuesday` as `on Tuesday`."""
    return next((before + text for before, pattern in _TIMES if pattern.match(text)), "")


def place_of(text: str, lexicon: Lexicon) -> str:
    """A town or country with `in`, or nothing."""
    lowered = text.lower()
    if lowered in lexicon.capitals and lowered not in lexicon.products and text[:1].isupper():
        return f"in {text}"
    if lexicon.is_town(lowered):
        return f"in {text if text[:1].isupper() else town_cased(text)}"
    return ""


def timed(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The thing alone, and with its time and place: `course`, `course in Leeds on Saturday`."""
    head, *segments = text.split(", ")
    core, time = _time_behind(head)
    whole = f"{core} {time}" if time else core
    for segment in segments:
        where = "" if _PLACED.search(whole) else place_of(segment, lexicon)
        told = time_of(segment) or where
        whole += f" {told}" if told else f", {_maybe_place(segment, lexicon)}"
    spare = segments and not time and head != whole
    return (head, whole) if spare and head.count("(") == head.count(")") else (whole,)


def led(text: str, lexicon: Lexicon) -> str:
    """A sentence with the small words before what is told of time and place behind its commas.

    `You fitted my boiler, Leeds, May 2021` has it `in Leeds in May 2021`; a list stays as it is.
    """
    whole, *segments = text.split(", ")
    for segment in segments:
        where = "" if _PLACED.search(whole) else _house_of(segment) or place_of(segment, lexicon)
        told = time_of(segment) or where
        lone = (
            told == segment and ", " in whole
        )  # `in the choir, Leeds, two weeks ago` is clearer with its comma
        whole += f" {told}" if told and not lone else f", {segment}"
    return whole


def _house_of(text: str) -> str:
    """`University of Leeds`, `Stamford Library` with what stands before it, or nothing."""
    if not _HOUSE.match(text):
        return ""
    return (
        f"at the {text}"
        if text.startswith(("University", "College", "School", "Institute"))
        else f"at {text}"
    )


def _maybe_place(segment: str, lexicon: Lexicon) -> str:
    """`dalston`: one last word after a comma is a place, unless it is an everyday one."""
    groups = ("after_object", "adjectives", "frequency", "finite", "relatives", "determiners", "time_words")
    everyday = any(lexicon.has(group, segment) for group in groups) or segment.endswith(("ing", "ed", "ly"))
    alone = segment.isalpha() and len(segment) >= SHORTEST_PLACE and segment not in {"together", "both"}
    return segment[0].upper() + segment[1:] if alone and not everyday else segment


def _time_behind(text: str) -> tuple[str, str]:
    """`varroa course` and `on Saturday`."""
    words = text.split()
    for size in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        last = " ".join(words[-size:])
        time = "" if last.isdigit() and words[-size - 1][0].isupper() else time_of(last)  # `PyCascades 2023`
        if time and words[-size - 1].lower() not in {
            "in",
            "on",
            "of",
            "since",
            "from",
            "to",
            "until",
            "the",
            "and",
            "by",
            "-",
            "–",
            "&",
        }:
            return " ".join(words[:-size]), time
    return text, ""


def without_time(text: str) -> str:
    """The thing alone, without a time behind it or in its middle: `webinar last night`."""
    return re.sub(rf" {_ALONE}$", "", _time_behind(text)[0], flags=re.IGNORECASE)


def time_first(text: str) -> tuple[str, str]:
    """`last Saturday at the desk` as the time and the rest; no time at the start leaves it empty."""
    match = _FIRST.match(text)
    return (match["time"], match["rest"]) if match else ("", text)
